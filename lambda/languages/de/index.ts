import { loaded } from '../loaded';

export const de = loaded({
  words: () => require('./phrases.json') as typeof import('./phrases.json'),
  numbers: () => require('./numbers.json') as typeof import('./numbers.json'),
  numberWords: () => require('./number-words.json') as typeof import('./number-words.json'),
  emoji: () => require('./emoji.json') as typeof import('./emoji.json'),
  written: () => require('./written.json') as typeof import('./written.json'),
  answers: () => require('./answers.json') as typeof import('./answers.json'),
  wording: () => require('./wording.json') as typeof import('./wording.json'),
});
