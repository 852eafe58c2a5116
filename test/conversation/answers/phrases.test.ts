import fc from 'fast-check';
import { filledPhraseAt, meaningsOf, phraseAt } from '../../../lambda/conversation/answers/automaton';
import { createPhrases } from '../../../lambda/conversation/answers/phrases';
import { createTokenizer, type Tokenizer } from '../../../lambda/conversation/answers/words';
import { createNumberReader } from '../../../lambda/speech/numbers/reader';
import { phrases } from '../../../lambda/speech/phrases';

function tokenizerOf(locale: string): Tokenizer {
  const words = phrases(locale);
  return createTokenizer(words.answers, createNumberReader(words.numbers, words.numberWords));
}

const word = fc.constantFrom(
  ...[
    'a',
    'b',
    "i'm",
    "'ll",
    "what's",
    "'s",
    'gonna',
    'less',
    'than',
    'Café',
    "l'été",
    '上から{{word}}番目',
    '{{word}}',
  ],
);
const innermost = fc
  .tuple(fc.boolean(), fc.array(fc.array(word, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }))
  .map(written);
const group = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.array(fc.oneof(word, innermost), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
  )
  .map(written);
function written([isOptional, alternatives]: readonly [boolean, readonly (readonly string[])[]]): string {
  const inside = alternatives.map((alternative) => alternative.join(' ')).join('|');
  return isOptional ? `[${inside}]` : `(${inside})`;
}
const template = fc.array(fc.oneof(word, group), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const said = fc.array(
  fc.constantFrom(
    ...[
      'a',
      'b',
      'i',
      'am',
      'will',
      'what',
      "'s",
      'is',
      'going',
      'to',
      'under',
      'less',
      'than',
      'cafe',
      'le',
      'ete',
      '上',
      'から',
      '番目',
      'x',
    ],
  ),
  {
    maxLength: 6,
  },
);

test.each(['en-US', 'fr-FR', 'ja-JP'])(
  'phrases that grow when they are said are found as if all were there: %s',
  (locale) => {
    const tokenize = tokenizerOf(locale);
    /** For it no template is plain, so that all phrases are there at once. */
    const eager = Object.assign((text: string) => tokenize(text), { plain: () => undefined });
    fc.assert(
      fc.property(
        fc.array(template, { maxLength: 6 }),
        fc.array(said, { minLength: 1, maxLength: 4 }),
        (all, heard) => {
          const listed = all.map((one, index) => [index % 3, [one]] as const);
          const [lazy, ready] = [createPhrases(listed, tokenize), createPhrases(listed, eager)];
          for (const texts of heard) {
            const fill = (token: number) => [{ place: '{{word}}', to: token + 1 }];
            for (const at of texts.keys()) {
              expect(phraseAt(lazy, texts, at)).toEqual(phraseAt(ready, texts, at));
              expect(filledPhraseAt(lazy, texts, at, fill)).toEqual(filledPhraseAt(ready, texts, at, fill));
              expect(meaningsOf(lazy, texts[at] ?? '')).toEqual(meaningsOf(ready, texts[at] ?? ''));
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  },
);
