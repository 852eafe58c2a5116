import type { AnswerLanguage } from '../../conversation/answers/language';
import { once } from '../../conversation/answers/once';
import type { Language } from '../language';
import type { NumberTable, NumberWords } from '../numbers';
import type { Wording } from '../wording';

export const ar: Pick<Language, 'answers' | 'numbers' | 'numberWords' | 'wording'> = {
  // Its lists of tuples are lists of lists to TypeScript.
  answers: once(() => require('./answers.json') as unknown as AnswerLanguage),
  numbers: once((): NumberTable => require('./numbers.json') as typeof import('./numbers.json')),
  numberWords: once((): NumberWords => require('./number-words.json') as typeof import('./number-words.json')),
  wording: once((): Wording => require('./wording.json') as typeof import('./wording.json')),
};
