import Speech from 'ssml-builder';
import { sentences } from './sentences';

/** What Alexa accepts as `outputSpeech` or reprompt, tags included. */
export const SSML_LIMIT = 8000;

/** The room for paragraphs in one reply. */
export const SPEECH_ROOM = SSML_LIMIT - '<speak></speak>'.length;

/** `<p></p>`, and the space that ssml-builder puts between elements. */
const PARAGRAPH = 8;
const ESCAPED: Readonly<Record<string, number>> = { '&': 5, '<': 4, '>': 4, '"': 6, "'": 6 };

/** How many characters a text takes as a paragraph of a reply, escapes and tags included. */
export function cost(text: string): number {
  return PARAGRAPH + escapedLength(text);
}

/** How many characters a pause takes in a reply. */
export const PAUSE_COST = "<break time='10s'/> ".length;

/**
 * A complete reply. Each text is heard as a paragraph; the caller sees to it that they fit.
 *
 * @param pause seconds of silence behind the first paragraph, at most 10; default: none
 */
export function toSsml(paragraphs: readonly string[], pause = 0): string {
  const speech = new Speech();
  paragraphs.forEach((text, index) => {
    speech.paragraph(legal(text));
    if (index === 0 && pause > 0) speech.pause(`${pause}s`);
  });
  return speech.ssml();
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
  const end = lengthWithin(text, room);
  if (end === text.length) return text;
  const start = text.slice(0, end);
  const whole = sentences(start, locale).slice(0, -1).join('');
  const words = text.slice(0, text.slice(0, end + 1).lastIndexOf(' ') + 1);
  return (whole || words || start).trim();
}

/** The length of the longest beginning of a text that takes at most `room`; never within a surrogate pair. */
function lengthWithin(text: string, room: number): number {
  let left = room;
  let length = 0;
  for (const character of text) {
    left -= ESCAPED[character] ?? character.length;
    if (left < 0) break;
    length += character.length;
  }
  return length;
}

function escapedLength(text: string): number {
  let length = text.length;
  for (const [character] of text.matchAll(/[&<>"']/g)) length += (ESCAPED[character] ?? 1) - 1;
  return length;
}

/** Without what XML 1.0 forbids. With the `u` flag, a surrogate without its partner is a character of its own. */
function legal(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
