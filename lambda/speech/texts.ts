import { LONGEST_TEXT, type Message } from '../conversation/message';
import { reading } from './markup';
import { atOnce, type Steps } from './steps';
import type { ParsedText } from './text-builder';

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
