import type { AnswerLanguage } from '../../conversation/answers/language';
import { once } from '../../conversation/answers/once';
import type { EmojiNames } from '../emoji';
import type { Language } from '../language';
import { withWritten } from '../nothing-written';
import type { NumberTable, NumberWords } from '../numbers';
import type { Resource } from '../resource';
import type { Wording } from '../wording';
import type { Written } from '../written';

export const it: Language = {
  words: once((): Resource => require('./phrases.json') as typeof import('./phrases.json')),
  // Its lists of tuples are lists of lists to TypeScript.
  answers: once(() => require('./answers.json') as unknown as AnswerLanguage),
  emoji: once((): EmojiNames => require('./emoji.json') as typeof import('./emoji.json')),
  numbers: once((): NumberTable => require('./numbers.json') as typeof import('./numbers.json')),
  numberWords: once((): NumberWords => require('./number-words.json') as typeof import('./number-words.json')),
  written: once((): Written => withWritten(require('./written.json') as typeof import('./written.json'))),
  wording: once((): Wording => require('./wording.json') as typeof import('./wording.json')),
};
