import { createTokenizer } from '../../../lambda/conversation/answers/words';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { phrases } from '../../../lambda/speech/phrases';

describe('words that end in a vowel sign', () => {
  const { answers, numbers, numberWords } = phrases('hi-IN');
  const tokenize = createTokenizer(answers, createNumberReader(numbers, numberWords));

  it.each([
    ['छोटी', 'छोटी'],
    ['सौ', 'सौ'],
    ['से!', 'से'],
    ['5वां', '5वां'],
  ])('keeps it: %s', (said, text) => expect(tokenize(said).texts).toEqual([text]));
});
