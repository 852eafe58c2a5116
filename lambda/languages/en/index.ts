import { loaded } from '../loaded';
import type { Written } from '../written';

export const en = loaded({
  words: () => require('./phrases.json') as typeof import('./phrases.json'),
  numbers: () => require('./numbers.json') as typeof import('./numbers.json'),
  numberWords: () => require('./number-words.json') as typeof import('./number-words.json'),
  emoji: () => require('./emoji.json') as typeof import('./emoji.json'),
  // All of it: what others leave out is empty.
  written: (): Written => require('./written.json') as typeof import('./written.json'),
  answers: () => ({
    ...(require('./answers.json') as typeof import('./answers.json')),
    get weights() {
      return require('./weights.json') as typeof import('./weights.json');
    },
  }),
  wording: () => require('./wording.json') as typeof import('./wording.json'),
});
