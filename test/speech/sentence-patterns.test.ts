import fc from 'fast-check';
import { phrases } from '../../lambda/speech/phrases';
import { anyPattern, withWords } from '../../lambda/speech/sentence-patterns';

const { asking } = phrases('en-US').understood;
const whole = (patterns: readonly string[]) => patterns.map((pattern) => withWords(pattern, asking.words));

/** Sentences of the words that patterns are made of, and others. */
const words = [...new Set(JSON.stringify(asking).match(/[a-z']+/g))];
const sentence = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, fc.string({ maxLength: 5 })), { maxLength: 12 })
  .map((said) => said.join(' ').toLowerCase());

describe('patterns that are compiled when they are needed', () => {
  test.each<[string, readonly string[], string | undefined]>([
    ['requests', whole(asking.requests), asking.opening],
    ['ways to ask', whole(asking.asks), undefined],
    ['statements', whole(asking.statements), undefined],
    ['farewells', whole(asking.farewells), undefined],
    ['fields', whole(asking.fields), asking.opening],
    ['ways to end', whole(asking.over), undefined],
    ['one of several', ['a b|c d', '(?:a|b)?c', '\\b(?:a|b) c', '^it', "i'd (?:c|d)|e"], undefined],
  ])('fit what all of them as one fit: %s', (_name, patterns, opening) => {
    const any = anyPattern(patterns, { spaced: true, ascii: true }, opening);
    const all = patterns.map((pattern) => `(?:${pattern})`).join('|');
    const asOne = new RegExp(opening === undefined ? all : `^${opening}(?:${all})`, 'u');
    fc.assert(
      fc.property(
        fc.oneof(sentence, fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', ' ', "i'd ")).map(joined)),
        (said) => {
          expect(any(said)).toBe(asOne.test(said));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function joined(parts: readonly string[]): string {
  return parts.join('');
}
