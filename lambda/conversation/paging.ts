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

/** Whole sentences that fit. Only where not even one does, and something must be said, words are cut, at last characters. */
function cutParagraph(text: string, room: number, mustCut: boolean, voice: Voice): [string, string] {
  const bySentence = cutPieces(voice.sentences(text), room, voice);
  if (bySentence[0] !== '' || !mustCut) return bySentence;
  const byWord = cutPieces(text.split(/(?<=\s)/u), room, voice);
  return byWord[0] !== '' ? byWord : cutPieces([...text], room, voice);
}

function cutPieces(pieces: readonly string[], room: number, voice: Voice): [string, string] {
  let left = room;
  let taken = 0;
  for (const piece of pieces) {
    left -= voice.cost(piece);
    if (left < 0) break;
    taken += 1;
  }
  return [pieces.slice(0, taken).join('').trim(), pieces.slice(taken).join('').trim()];
}
