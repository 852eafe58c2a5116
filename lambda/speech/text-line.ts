import { separatorBehind } from './line/punctuation';
import { CLAUSE_MARKS, SENTENCE_ENDS } from './sentence-marks';

/** What a line holds that is none that an editor has wrapped. */
const LINE_END = new RegExp(`[${SENTENCE_ENDS}${CLAUSE_MARKS}]`, 'u');

/** A line longer than this, without an end, was wrapped by its author's editor if it goes on in lower case. */
const LEAST_WRAPPED = 60;

/** A line while words are added to it: each addition costs what it adds, however long the line is. */
export function createLine(start = '') {
  const pieces: string[] = [];
  let length = 0;
  /** The last character that is no white space, and how many characters there are up to it. */
  let last = '';
  let filled = 0;

  function add(words: string): void {
    const end = words.trimEnd();
    if (end !== '') {
      last = end.at(-1) ?? '';
      filled = length + end.length;
    }
    length += words.length;
    pieces.push(words);
  }

  add(start);
  return {
    add,
    text: () => pieces.join('').trim(),
    isBlank: () => last === '',
    isWrapped: () => filled > LEAST_WRAPPED && !LINE_END.test(last),
    /** Puts behind the words what stands between two cells. */
    separate(): void {
      while ((pieces.at(-1) ?? last).trim() === '') pieces.pop();
      pieces.push((pieces.pop() ?? '').trimEnd());
      length = filled;
      add(separatorBehind(last));
    },
  };
}
