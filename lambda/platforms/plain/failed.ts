import { toText } from '../shared/fields';
import type { Description, Sign } from './description';
import { find } from './reply';

/**
 * The sign by which an answer is an error, though its HTTP status is good.
 *
 * @param answer `undefined` where nothing was answered, or nothing that can be read: that has no signs
 */
export function failureIn(answer: unknown, signs: Description['errors']['failed']): Sign | undefined {
  return answer === undefined ? undefined : signs?.find((sign) => shows(answer, sign));
}

function shows(answer: unknown, sign: Sign): boolean {
  const { at, is, not, begins } = sign;
  const found = find(answer, at);
  if (!is && !not && !begins) return isSaid(found);
  const texts = found.map(wordOf);
  const isAny = (values: readonly unknown[] = []) => values.some((value) => texts.includes(String(value)));
  const begun = begins?.some((words) => texts.some((text) => text?.startsWith(words))) ?? false;
  return isAny(is) || (not !== undefined && !isAny(not)) || begun;
}

function wordOf(value: unknown): string | undefined {
  return typeof value === 'boolean' ? String(value) : toText(value);
}

/** Whether something says yes: a text, a number, an object. */
export function isSaid(found: readonly unknown[]): boolean {
  return found.some(
    (value) => value !== false && (typeof value === 'object' || toText(value) !== undefined || value === true),
  );
}
