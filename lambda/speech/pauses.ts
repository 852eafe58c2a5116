import { plainDigits } from '../conversation/digits';
import { marked } from './marks';
import { SENTENCE_ENDS } from './sentence-marks';

/** The number of an item behind another item. */
const ITEM = new RegExp(
  String.raw`(?<=[${SENTENCE_ENDS}] )(?<!(?:^|[${SENTENCE_ENDS}] )\p{Nd}{1,2}\. )(\p{Nd}{1,2})\. (?=\S)`,
  'gu',
);
/** The number of an item that begins with a number itself: "2. 1. Juni". */
const BEFORE_NUMBER = /^\p{Nd}{1,2}\.(?= \p{Nd})/u;
const FIRST = /^(\p{Nd}{1,2})\. \S/u;
const PAUSE = 'break 300';

/** A list that counts, with a pause before each item but the first. */
export function withPauses(text: string): string {
  const [, first] = FIRST.exec(text) ?? [];
  if (first === undefined) return text;
  let next = Number(plainDigits(first)) + 1;
  const begun = text.replace(BEFORE_NUMBER, (item) => `${item} ${marked(PAUSE, '')}`);
  return begun.replace(ITEM, (item, number: string, at: number) => {
    if (Number(plainDigits(number)) !== next) return item;
    next += 1;
    const isBeforeNumber = /^\p{Nd}/u.test(begun.slice(at + item.length));
    return `${marked(PAUSE, '')} ${item}${isBeforeNumber ? `${marked(PAUSE, '')} ` : ''}`;
  });
}
