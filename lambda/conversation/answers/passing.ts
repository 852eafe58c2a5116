import { type Heard, is, range } from './heard';

/** The first token from one on that is not passed. */
export function passing({ texts }: Heard, from: number, isPassed: (at: number) => boolean): number {
  return range(from, texts.length).find((at) => !isPassed(at)) ?? texts.length;
}

/** The first token from one on that is of none of these classes. */
export function behindAll(heard: Heard, from: number, classes: number): number {
  let at = from;
  while (is(heard, at, classes)) at++;
  return at;
}

/** The last token up to one that is of none of these classes. */
export function beforeAll(heard: Heard, last: number, classes: number): number {
  let at = last;
  while (is(heard, at, classes)) at--;
  return at;
}
