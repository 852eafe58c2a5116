import { folded } from '../../../lambda/conversation/answers/folded';
import { createTokenizer } from '../../../lambda/conversation/answers/words';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { phrases } from '../../../lambda/speech/phrases';

const { answers, numbers, numberWords } = phrases('en');
const tokenize = createTokenizer(answers, createNumberReader(numbers, numberWords));

test('single words of a language are found without their accents, and names of ours stay', () => {
  const german = folded(
    { ...answers, isFolded: false, dated: ['März'], clock: { ...answers.clock, named: { mittagsläuten: 720 } } },
    tokenize,
  );
  expect(german.dated).toEqual(['marz']);
  expect(german.clock.named).toEqual({ mittagslauten: 720 });
  expect(german.ranges.orLess).toEqual(answers.ranges.orLess);
});

test('English needs no folding, as it says', () => {
  expect({ ...folded({ ...answers, isFolded: false }, tokenize), isFolded: true }).toEqual(answers);
});
