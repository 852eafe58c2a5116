import { businessOf, mainLocaleOf, NO_BUSINESS } from '../../lambda/business/words';

test.each([
  [{ 'de-AT': {}, en: {} }, 'de-AT'],
  [{ de: {}, 'en-US': {} }, 'de-DE'],
  [{ ja: {} }, 'ja-JP'],
  [{ 'not a language': {} }, 'en-US'],
  [{}, 'en-US'],
])('%j: %s', (locales, main) => {
  expect(mainLocaleOf(businessOf({ locales }))).toBe(main);
});

test('without a file it is English', () => {
  expect(mainLocaleOf(NO_BUSINESS)).toBe('en-US');
});

test('the first name of the file still serves where a locale has none, and its first locale stays the first', () => {
  const business = businessOf({ locales: { 'de-DE': { name: 'Rosa' }, 'de-AT': { name: 'Rosi' }, en: {} } });
  expect([business('en-GB').name, business('de-CH').name, business.locales?.[0]]).toEqual(['Rosa', 'Rosa', 'de-DE']);
});
