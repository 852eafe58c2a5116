import type { Voice } from './ports/voice';

/** What a listener takes in at once, in characters of SSML: about a hundred seconds. Alexa's own limit is 8,000. */
export const PAGE_COST = 1500;
/** A rest shorter than this is read at once: "Shall I go on?" would cost more patience than it saves. */
const SHORT_REST = 500;

export interface Page {
  readonly now: readonly string[];
  readonly rest: readonly string[];
}

/** Cuts speakable paragraphs after as many whole sentences as fit one page. `now` and `rest` together lose nothing. */
export function cutPage(paragraphs: readonly string[], voice: Voice): Page {
  if (fits(paragraphs, PAGE_COST + SHORT_REST, voice)) return { now: paragraphs, rest: [] };

  const now: string[] = [];
  let room = PAGE_COST;
  for (const [index, paragraph] of paragraphs.entries()) {
    const cost = voice.cost(paragraph);
    if (cost <= room) {
      now.push(paragraph);
      room -= cost;
      continue;
    }
    // A page that holds little more than an introduction is no page.
    const [head, tail] = cutParagraph(paragraph, room, room > PAGE_COST / 2, voice);
    if (head !== '') now.push(head);
    return { now, rest: [tail, ...paragraphs.slice(index + 1)].filter((text) => text !== '') };
  }
  return { now, rest: [] };
}

function fits(paragraphs: readonly string[], budget: number, voice: Voice): boolean {
  let left = budget;
  return paragraphs.every((paragraph) => {
    left -= voice.cost(paragraph);
    return left >= 0;
  });
}

/** What of a text is looked at beyond the room there is: no piece that ends in it fits, and so where it is cut does not matter. */
const BEYOND = 100;

/**
 * Whole sentences that fit. Only where not even one does, and something must be said, words are cut, at last characters. Only
 * the beginning is looked at, as no character takes less room than one: however long the text is, a page costs the same.
 */
function cutParagraph(text: string, room: number, mustCut: boolean, voice: Voice): [string, string] {
  const start = text.slice(0, Math.max(room, 0) + BEYOND);
  const cutAt = (length: number): [string, string] => [text.slice(0, length).trim(), text.slice(length).trim()];
  const bySentence = lengthWithin(voice.sentences(start), room, voice);
  if (bySentence > 0 || !mustCut) return cutAt(bySentence);
  return cutAt(lengthWithin(start.split(/(?<=\s)/u), room, voice) || lengthWithin([...start], room, voice));
}

/** The length of as many pieces as fit. */
function lengthWithin(pieces: readonly string[], room: number, voice: Voice): number {
  let left = room;
  let length = 0;
  for (const piece of pieces) {
    left -= voice.cost(piece);
    if (left < 0) break;
    length += piece.length;
  }
  return length;
}
