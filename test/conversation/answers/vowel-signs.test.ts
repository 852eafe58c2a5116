import { createTokenizer } from '../../../lambda/conversation/answers/words';
import { LANGUAGE_PARTS, LANGUAGES } from '../../../lambda/languages';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';

describe('words that end in a vowel sign', () => {
  const { answers, numbers, numberWords } = { ...LANGUAGES.en, ...LANGUAGE_PARTS.hi };
  const reader = createNumberReader(numbers?.() as never, numberWords?.() as never);
  const tokenize = createTokenizer(answers?.() as never, reader);

  it.each([
    ['छोटी', 'छोटी'],
    ['सौ', 'सौ'],
    ['से!', 'से'],
    ['5वां', '5वां'],
  ])('keeps it: %s', (said, text) => expect(tokenize(said).texts).toEqual([text]));
});
