import fc from 'fast-check';
import { LANGUAGES } from '../../lambda/languages';
import { withWritten } from '../../lambda/languages/nothing-written';
import type { Written } from '../../lambda/languages/written';
import { type Phrases, phrases } from '../../lambda/speech/phrases';
import { speakableLines } from '../../lambda/speech/spoken-text';
import { voiced } from '../../lambda/speech/voiced';
import { casesOf } from './corpus/cases';

const NOTHING = withWritten({});
const english = phrases('en-US');
const texts = casesOf('en').map(({ message }) => message);
const sayable = texts.filter((text) => !/undefined|object/.test(text));

function wordsWith(written: Written): Phrases {
  return { ...english, written, emoji: { unnamed: '', scales: [], names: {} } };
}

function said(text: string, words: Phrases): string {
  return speakableLines(text, words)
    .flat()
    .map((line) => voiced(line, words))
    .join('\n');
}

/** The English table without some of its parts, of groups of words also without single ones. */
const partly = fc
  .tuple(fc.subarray(Object.keys(NOTHING)), fc.subarray(groups().map(([part, word]) => `${part}.${word}`)))
  .map(([parts, words]) => {
    const table = structuredClone(LANGUAGES.en?.written?.() ?? NOTHING) as unknown as Record<string, unknown>;
    for (const name of words) {
      const [part = '', word = ''] = name.split('.');
      const group = table[part] as Record<string, unknown>;
      group[word] = (NOTHING[part as keyof Written] as unknown as Record<string, unknown>)[word];
    }
    for (const name of parts) table[name] = NOTHING[name as keyof Written];
    return table as unknown as Written;
  });

function groups(): readonly (readonly [part: string, word: string])[] {
  return Object.entries(NOTHING).flatMap(([part, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? Object.keys(value).map((word) => [part, word] as const) : [],
  );
}

test('with nothing written every word is said that is of a text in another language', () => {
  const words = wordsWith(NOTHING);
  // None of the texts is taken for one in this language, so that none is put in other words.
  const unknown = { ...words, language: 'de', isForeign: true };
  const wordsOf = (line: string) => (line.toLowerCase().match(/\p{L}+/gu) ?? []).sort();
  const other = texts
    .filter((text) => !/\d{4}|\d\/\d|\d\.\d|null|None/.test(text))
    .filter((text) => {
      const heard = new Set(wordsOf(said(text, words)));
      return wordsOf(said(text, unknown)).some((word) => !heard.has(word));
    });
  expect(other).toEqual([]);
});

test('whatever a table lacks, words stay and nothing is said that no one wrote', () => {
  fc.assert(
    fc.property(partly, fc.subarray(sayable, { minLength: 20, maxLength: 40 }), (written, some) => {
      const words = wordsWith(written);
      for (const text of some) expect(said(text, words)).not.toMatch(/undefined(?!\w)|\[object|\ue000|\s{2}\S/);
    }),
    { numRuns: 20 },
  );
});

test('a table of nothing takes no time', () => {
  const words = wordsWith(NOTHING);
  const text = 'A1 – b/c: 5 kg (AB), "x" → €9/mo ✅ 10/20\n'.repeat(500);
  const before = process.cpuUsage();
  said(text, words);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(1500);
});
