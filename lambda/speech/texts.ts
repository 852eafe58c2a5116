import { LONGEST_TEXT, type Message } from '../conversation/message';
import { reading } from './markup';
import { atOnce, type Steps } from './steps';
import type { Link, ParsedText } from './text-builder';

/** The texts of each message that were read: speech, card and remarks are made of the same ones. */
const read = new WeakMap<Message, Map<string, ParsedText>>();

/** A text of a message, read once. */
export function* readingOf(message: Message, text: string): Steps<ParsedText> {
  const source = text.slice(0, LONGEST_TEXT);
  const known = read.get(message) ?? new Map<string, ParsedText>();
  read.set(message, known);
  const parsed = known.get(source) ?? (yield* reading(source));
  known.set(source, parsed);
  return parsed;
}

/** The same now. */
export function textOf(message: Message, text: string): ParsedText {
  return atOnce(readingOf(message, text));
}

/** The pictures of a text that says nothing itself. */
export function picturesAlone({ paragraphs, images }: ParsedText): readonly Link[] {
  return paragraphs.length === 0 ? images : [];
}

/** The pictures that a text leads to with its last words: "Here is your pass:". */
export function picturesLedTo({ paragraphs, images }: ParsedText): readonly Link[] {
  return paragraphs
    .at(-1)
    ?.at(-1)
    ?.trim()
    .match(/[:：]$/) != null
    ? images
    : [];
}
