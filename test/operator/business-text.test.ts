import fc from 'fast-check';
import { readBusinessFile } from '../../business/file';
import { LOCALES } from '../../business/locales';
import { businessText } from '../../operator/init/business-text';

const said = fc.oneof(
  fc.string({ minLength: 2, maxLength: 50 }),
  fc.constantFrom(
    'yes',
    'No',
    'null',
    '12',
    '1.5',
    '- a',
    '? x',
    'a: b',
    '#1 in town',
    '"a',
    "it's",
    '{x}',
    '[y',
    '&z',
    '*z',
    '%TAG',
    '@a',
    '`b`',
    '!c',
    '~',
    'ü',
    '東京',
    'a\nb',
    'a\tb',
    '---',
    '...',
    '|',
    '>-',
    'on',
    '0x1f',
    '2026-11-30',
    'a\\b',
    ' x ',
  ),
);
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const isWritten = (text: string) => oneLine(text).length >= 2 && !/[\0\ufffd]|^\s*__proto__\s*$/.test(text);

test('whatever a business is called, it is read again as it was written', () => {
  fc.assert(
    fc.property(
      fc.record({
        name: said.filter(isWritten),
        invocation: said.filter(isWritten),
        summary: fc.option(said.filter(isWritten), { nil: undefined }),
        topics: fc.uniqueArray(said.filter(isWritten).map(oneLine), { maxLength: 5 }),
        locales: fc.uniqueArray(fc.constantFrom(...LOCALES), { minLength: 1, maxLength: 6 }),
      }),
      (draft) => {
        const read = readBusinessFile(businessText({ ...draft, otherInvocations: {} }));
        if ('problems' in read) throw new Error(JSON.stringify(read.problems));
        expect(read.warnings).toEqual([]);
        expect(read.file.name).toBe(oneLine(draft.name));
        expect(read.file.invocationName).toBe(oneLine(draft.invocation));
        expect(draft.locales.every((locale) => locale in read.file.locales)).toBe(true);
        const words = Object.values(read.file.locales).find((one) => one?.topics || one?.summary);
        // Numbers come first in an object.
        expect(Object.keys(words?.topics ?? {}).toSorted()).toEqual(draft.topics.toSorted());
        expect(words?.summary).toBe(draft.summary && oneLine(draft.summary));
      },
    ),
    { numRuns: 300 },
  );
});
