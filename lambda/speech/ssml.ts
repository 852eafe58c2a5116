import { ofText } from '../conversation/answers/kept';
import { tagsOf } from './elements';
import { MARK, markName, withoutMarks } from './marks';
import { sentences } from './sentences';
import { lastWordEnd } from './word-ends';

/** What Alexa accepts as `outputSpeech` or reprompt, tags included. */
export const SSML_LIMIT = 8000;

/** The room for paragraphs in one reply. */
export const SPEECH_ROOM = SSML_LIMIT - '<speak></speak>'.length;

/** `<p></p>`, and the space between two of them. */
const PARAGRAPH = 8;
/** How characters are written that XML takes for its own. */
export const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** What XML 1.0 forbids. With the `u` flag, a surrogate without its partner is a character of its own. */
const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** How many characters a text takes as a paragraph of a reply, escapes and tags included. */
export function cost(text: string): number {
  return PARAGRAPH + inner(text).length;
}

/** How many characters a pause takes in a reply. */
export const PAUSE_COST = "<break time='10s'/> ".length;

/**
 * A complete reply. Each text is heard as a paragraph, what it has marked as its marks say; the caller sees to it that they fit.
 *
 * @param pause seconds of silence behind the first paragraph, at most 10; default: none
 */
export function toSsml(paragraphs: readonly string[], pause = 0): string {
  const elements = paragraphs.map((text) => `<p>${inner(text)}</p>`);
  if (pause > 0 && elements.length > 0) elements.splice(1, 0, `<break time='${pause}s'/>`);
  return `<speak>${elements.join(' ')}</speak>`;
}

/** A text in SSML. A mark that was cut off ends with the text; one that Alexa does not know is only its words. */
const inner = ofText(innerAnew);

function innerAnew(text: string): string {
  let ssml = '';
  let from = 0;
  const open: string[] = [];
  for (const { 0: mark, 1: hidden, index } of text.matchAll(MARK)) {
    ssml += escaped(text.slice(from, index));
    from = index + mark.length;
    if (hidden === undefined) {
      ssml += open.pop() ?? '';
    } else {
      const tags = tagsOf(markName(hidden));
      ssml += tags?.open ?? '';
      open.push(tags?.close ?? '');
    }
  }
  return ssml + escaped(text.slice(from)) + open.reverse().join('');
}

function escaped(text: string): string {
  const legal = withoutMarks(text).replace(ILLEGAL, '').replaceAll('\u00a0', ' ');
  return /[&<>"']/.test(legal) ? legal.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign) : legal;
}

/** As many of the texts as `room` holds; the last one ends with a whole sentence, or else a whole word, where it must be cut. */
export function clip(texts: readonly string[], room: number, locale: string): string[] {
  const fitting: string[] = [];
  let left = room;
  for (const text of texts) {
    const part = cut(text, left - PARAGRAPH, locale);
    if (part !== '') fitting.push(part);
    if (part !== text) break;
    left -= cost(part);
  }
  return fitting;
}

function cut(text: string, room: number, locale: string): string {
  if (inner(text).length <= room) return text;
  const end = lengthWithin(text, room);
  const start = text.slice(0, end);
  const whole = sentences(start, locale).slice(0, -1).join('');
  const words = text.slice(0, lastWordEnd(text, end));
  return (whole || words || start).trim();
}

const PIECE = /\ufff9[\u{e0020}-\u{e007e}]{1,120}|./gsu;

/** The length of the longest beginning of a text that takes at most `room`; never within a character, nor within a mark. */
function lengthWithin(text: string, room: number): number {
  let left = room;
  let length = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    left -= costOf(piece);
    if (left < 0) break;
    length += piece.length;
  }
  return length;
}

function costOf(piece: string): number {
  if (piece.length <= 2) return escaped(piece).length;
  const [, hidden = ''] = [...piece.matchAll(MARK)][0] ?? [];
  const tags = tagsOf(markName(hidden));
  return tags ? tags.open.length + tags.close.length : 0;
}
