import type { Voice } from './ports/voice';

/** A rest is read at once that is shorter than this part of a page: "Shall I go on?" would cost more patience than it saves. */
const SHORT_REST = 0.25;
/** What one reply may hold at most, in characters of SSML, whatever a page is: Alexa's limit is 8,000, and a question follows. */
const MOST_SSML = 6000;

const FAR_TOO_LONG = 2 * MOST_SSML;

export interface Page {
  readonly now: readonly string[];
  readonly rest: readonly string[];
}

/** What part of a page a speakable text takes: by the time that it takes to say it, or the room in a reply. */
export function pagesOf(text: string, voice: Voice): number {
  // No character takes less room than one: what is long is not looked at to its end.
  if (text.length > FAR_TOO_LONG) return text.length / MOST_SSML;
  return Math.max(voice.seconds(text) / voice.pageSeconds, voice.cost(text) / MOST_SSML);
}

/** More pages than that are far more than a listener can follow: how many more makes no difference. */
const MANY_PAGES = 3;

/** How many pages speakable texts take together, counted up to where they are many. */
export function lengthInPages(texts: readonly string[], voice: Voice): number {
  let pages = 0;
  for (const text of texts) {
    if (pages > MANY_PAGES) break;
    pages += pagesOf(text, voice);
  }
  return pages;
}

/** Cuts speakable paragraphs after as many whole sentences as fit one page. `now` and `rest` together lose nothing. */
export function cutPage(paragraphs: readonly string[], voice: Voice): Page {
  if (fits(paragraphs, 1 + SHORT_REST, voice)) return { now: paragraphs, rest: [] };

  const now: string[] = [];
  let room = 1;
  for (const [index, paragraph] of paragraphs.entries()) {
    const part = pagesOf(paragraph, voice);
    if (part <= room) {
      now.push(paragraph);
      room -= part;
      continue;
    }
    // A page that holds little more than an introduction is no page.
    const [head, tail] = cutParagraph(paragraph, room, room > 0.5, voice);
    const others = paragraphs.slice(index + 1);
    if (head === '') return withoutQuestion({ now, rest: [tail, ...others] }, voice);
    const page = withoutQuestion({ now: [...now, head], rest: [] }, voice);
    const rest = [...page.rest, tail].filter((text) => text !== '').join(' ');
    return { now: page.now, rest: [rest, ...others].filter((text) => text !== '') };
  }
  return { now, rest: [] };
}

/** A page that ends with no question, as "Shall I go on?" stands behind it: "Is there parking?" goes with what answers it. */
function withoutQuestion({ now, rest }: Page, voice: Voice): Page {
  const last = now.at(-1) ?? '';
  const asks = voice.asked(last);
  if (asks?.after !== '' || (asks.before === '' && now.length === 1)) return { now, rest };
  const kept = asks.before === '' ? now.slice(0, -1) : [...now.slice(0, -1), asks.before];
  return { now: kept, rest: [asks.asked, ...rest] };
}

function fits(paragraphs: readonly string[], pages: number, voice: Voice): boolean {
  let left = pages;
  return paragraphs.every((paragraph) => {
    left -= pagesOf(paragraph, voice);
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
  // Nothing takes less time than a space, nor less room than one character.
  const most = Math.min(MOST_SSML, voice.pageSeconds / voice.seconds(' '));
  const start = text.slice(0, Math.max(room, 0) * most + BEYOND);
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
    left -= pagesOf(piece, voice);
    if (left < 0) break;
    length += piece.length;
  }
  return length;
}
