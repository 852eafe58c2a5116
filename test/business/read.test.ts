import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBusiness } from '../../lambda/business/read';

const folder = mkdtempSync(join(tmpdir(), 'aloud-business-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string) {
  writeFileSync(join(folder, 'business.json'), content);
  return readBusiness(folder);
}

test('what stands beside the code is what is heard, in each locale', () => {
  const business = read(
    JSON.stringify({
      locales: {
        'en-US': { name: 'Harbor', greeting: 'Hi.', hints: ['a'], topics: ['b'] },
        'es-US': { name: 'Puerto' },
      },
    }),
  );
  expect(business('en-US')).toEqual({ name: 'Harbor', greeting: 'Hi.', hints: ['a'], topics: ['b'] });
  // A locale that was published since: its language's words, else the name alone.
  expect(business('en-GB')).toMatchObject({ name: 'Harbor', greeting: 'Hi.' });
  expect(business('de-DE')).toEqual({ name: 'Harbor', hints: [], topics: [] });
  expect(business('es-US')).toEqual({ name: 'Puerto', hints: [], topics: [] });
});

test('what is heard is put together once, however often it is asked for', () => {
  const business = read(JSON.stringify({ locales: { 'en-US': { name: 'Harbor' }, 'en-GB': { greeting: 'Hiya.' } } }));
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'fr-FR']) expect(business(locale)).toBe(business(locale));
  expect(business('en-AU')).toBe(business('en-US'));
  expect(business('en-GB')).toEqual({ name: 'Harbor', greeting: 'Hiya.', hints: [], topics: [] });
});

test('without a file Aloud has its own words', () => {
  expect(readBusiness(join(folder, 'elsewhere'))('en-US')).toEqual({ hints: [], topics: [] });
});

test.each(['{', '[]', '{"locales":{"en-US":{"name":5}}}'])(
  'a damaged file stops the start, with a code: %s',
  (content) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ code: 'ALOUD_BUSINESS_UNREADABLE' }));
  },
);
