import type { Message } from '../../conversation/message';
import { isObject } from './json';

/** What a message says, without who said it and when. */
export type Content = Pick<Message, 'text' | 'choices' | 'media' | 'cards' | 'inputRequest'>;

/** Names every member: to V8 what a spread adds one to is of a form of its own (Node 20). */
export const NOTHING: Content = { text: undefined, choices: [], media: [], cards: [], inputRequest: undefined };

/** Whether there is nothing to be heard. */
export function isEmpty({ text, choices, media, cards, inputRequest }: Content): boolean {
  return text === undefined && inputRequest === undefined && choices.length + media.length + cards.length === 0;
}

/** Members that say of a thing what it is, not what it says. */
const ABOUT = /(^|_)(id|key|type|kind|time|timestamp|date|status|at)$|(Id|ID|Key|Type|At)$/;
const MAX_DEPTH = 6;

/** Whether there are words in something, wherever: where none was read of it, its form is not known. */
export function holdsWords(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.some((item) => holdsWords(item, depth + 1));
  if (!isObject(value)) return false;
  return Object.entries(value).some(([name, inner]) => !ABOUT.test(name) && holdsWords(inner, depth + 1));
}
