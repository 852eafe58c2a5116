import { marked } from './marks';

/** The number of an item behind another item. */
const ITEM = /(?<=[.!?] )(\d{1,2})\. (?=\S)/g;
const FIRST = /^(\d{1,2})\. \S/;
const PAUSE = 'break 300';

/** A list that counts, with a pause before each item but the first. */
export function withPauses(text: string): string {
  const [, first] = FIRST.exec(text) ?? [];
  if (first === undefined) return text;
  let next = Number(first) + 1;
  return text.replace(ITEM, (item, number: string) => {
    if (Number(number) !== next) return item;
    next += 1;
    return `${marked(PAUSE, '')} ${item}`;
  });
}
