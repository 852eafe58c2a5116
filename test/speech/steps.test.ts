import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { memoize, memoizeBy } from '../../lambda/speech/memoize';
import { sharedPattern } from '../../lambda/speech/shared-pattern';
import { BLANK, CHOICE, CODE, ENTRY, STRUCK, UNSTRUCK, withoutSignals } from '../../lambda/speech/signals';
import { atOnce, inSlices, type Steps } from '../../lambda/speech/steps';

/** A clock that goes on only as work is done. */
let clock = 1000;

/** Goes by that clock meanwhile. */
async function byClock(run: () => Promise<void>): Promise<void> {
  const { now } = performance;
  performance.now = () => clock;
  await run().finally(() => {
    performance.now = now;
  });
}

/** Steps of so many milliseconds each; `taken` tells when. */
function* work(count: number, milliseconds: number, taken: number[] = []): Steps<string> {
  for (let step = 1; step <= count; step++) {
    clock += milliseconds;
    taken.push(step);
    yield;
  }
  return 'done';
}

describe('work in steps', () => {
  test('is done at once, or in slices, to its end', async () => {
    const [once, sliced]: [number[], number[]] = [[], []];
    expect(atOnce(work(3, 0, once))).toBe('done');
    expect(await inSlices(work(3, 0, sliced))).toBe('done');
    expect([once, sliced]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(await inSlices(work(0, 0))).toBe('done');
  });

  test.each([
    ['short steps are taken without a pause', 20, 0, [20]],
    ['steps of a millisecond are taken eight at a time', 20, 1, [8, 16, 20]],
    ['long ones one by one', 3, 9, [1, 2, 3]],
  ])('%s', async (_, count, milliseconds, pauses) => {
    await byClock(async () => {
      const taken: number[] = [];
      const all = inSlices(work(count, milliseconds, taken));
      const seen: number[] = [];
      for (; taken.length < count; await turn()) if (taken.length !== seen.at(-1)) seen.push(taken.length);
      expect([...seen, taken.length]).toEqual(pauses);
      expect(await all).toBe('done');
    });
  });
});

describe('values that are made once', () => {
  test('by their key', () => {
    const made: string[] = [];
    const lengthOf = memoize((word: string) => {
      made.push(word);
      return { length: word.length };
    });
    expect(lengthOf('soup')).toBe(lengthOf('soup'));
    expect(lengthOf('bread')).toEqual({ length: 5 });
    expect(made).toEqual(['soup', 'bread']);
  });

  test('by what several inputs have in common', () => {
    const made: string[] = [];
    const languageOf = memoizeBy(
      (locale: string) => locale.slice(0, 2),
      (locale) => {
        made.push(locale);
        return locale;
      },
    );
    expect(['en-US', 'en-GB', 'de-DE', 'de-AT'].map(languageOf)).toEqual(['en-US', 'en-US', 'de-DE', 'de-DE']);
    expect(made).toEqual(['en-US', 'de-DE']);
  });

  test('patterns by their source and flags', () => {
    expect(sharedPattern('so+up', 'i')).toBe(sharedPattern('so+up', 'i'));
    expect(sharedPattern('so+up', 'i')).not.toBe(sharedPattern('so+up', 'u'));
    expect(sharedPattern('so+up', 'i')).toEqual(/so+up/i);
    expect(sharedPattern('so+up', 'gu')).toEqual(/so+up/gu);
  });
});

test('an author writes no signals', () => {
  const rows: [string, string][] = [
    [`Dear ${BLANK}, your ${CODE} code`, 'Dear , your  code'],
    [`${STRUCK}£9${UNSTRUCK} £5`, '£9 £5'],
    [`${CHOICE}Soup${ENTRY}Bread`, 'SoupBread'],
    ['a\ufdcf\ufdd0\ufdef\ufdf0b', 'a\ufdcf\ufdf0b'],
    ['a\ufff8\ufff9\ufffb\ufffcb', 'a\ufff8\ufffcb'],
    ['Soup', 'Soup'],
  ];
  expect(rows.map(([text]) => [text, withoutSignals(text)])).toEqual(rows);
  const signals = [BLANK, CODE, STRUCK, UNSTRUCK, CHOICE, ENTRY];
  expect(new Set(signals).size).toBe(6);
  expect(signals.filter((signal) => !/^[\ufdd0-\ufdee]$/.test(signal))).toEqual([]);
});
