import type { Voice } from './ports/voice';

/** What is said, with what the bot asks as the last of it. */
export interface AskedLast {
  readonly paragraphs: readonly string[];
  /** The sentences that ask, as the last paragraph ends with them. */
  readonly asking?: string;
}

/**
 * Moves the bot's question behind everything else that is said, so that the microphone opens where the user is asked: it
 * is moved, not repeated, and nothing else changes its place.
 */
export function askLast(paragraphs: readonly string[], voice: Voice): AskedLast {
  for (const [index, paragraph] of [...paragraphs.entries()].reverse()) {
    const found = voice.asked(paragraph);
    if (!found) continue;
    const { before, asked, after } = found;
    if (after === '' && index === paragraphs.length - 1) return { paragraphs, asking: asked };
    const others = [...paragraphs.slice(0, index), before, after, ...paragraphs.slice(index + 1)];
    return { paragraphs: [...others.filter((text) => text !== ''), asked], asking: asked };
  }
  return { paragraphs };
}

/** What the end of a text asks. */
export function askedAtEnd(paragraphs: readonly string[], voice: Voice): string | undefined {
  const last = voice.asked(paragraphs.at(-1) ?? '');
  return last?.after === '' ? last.asked : undefined;
}
