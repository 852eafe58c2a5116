import { core, type Heard, heardTokens } from './heard';
import type { Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { own } from './own';

/** "just me" of 1–2 and 3–4, "me and one other" of 1, 2 and 3: a number in other words, where nothing else was said. */
export function asNumber(heard: Heard, { holdsNumbers, stems }: Prepared, lexicon: Lexicon): Heard | undefined {
  if (!holdsNumbers) return undefined;
  const { from, to } = core(heard);
  const { texts, words, wordOf } = heard;
  const number = own(lexicon.language.ranges.said, texts.slice(from, to).join(' '));
  if (number === undefined || heard.stems.slice(from, to).some((stem) => stems.has(stem))) return undefined;
  return heardTokens(words, [number], [wordOf[from] ?? 0], lexicon);
}
