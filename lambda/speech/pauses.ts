import { plainDigits } from '../conversation/digits';
import { marked } from './marks';
import { SENTENCE_ENDS } from './sentence-marks';

/** The number of an item behind another item. */
const ITEM = new RegExp(String.raw`(?<=[${SENTENCE_ENDS}] )(\p{Nd}{1,2})\. (?=\S)`, 'gu');
const FIRST = /^(\p{Nd}{1,2})\. \S/u;
const PAUSE = 'break 300';

/** A list that counts, with a pause before each item but the first. */
export function withPauses(text: string): string {
  const [, first] = FIRST.exec(text) ?? [];
  if (first === undefined) return text;
  let next = Number(plainDigits(first)) + 1;
  return text.replace(ITEM, (item, number: string) => {
    if (Number(plainDigits(number)) !== next) return item;
    next += 1;
    return `${marked(PAUSE, '')} ${item}`;
  });
}
