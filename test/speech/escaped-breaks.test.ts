import { heardOf } from './corpus/heard';

test.each([
  ['en-US', 'Mon–Fri 9–6<br>Sat 9–12'],
  ['de-DE', 'Mo–Fr 9–18 Uhr<br>Sa 9–12 Uhr'],
  ['fr-FR', 'lun.–ven. 9h–18h<br>sam. 9h–12h'],
])('a line break is one, however often it was escaped: %s', (locale, text) => {
  const once = text.replace('<br>', '&lt;br&gt;');
  const twice = text.replace('<br>', '&amp;lt;br /&amp;gt;');
  expect(heardOf(once, locale)).toEqual(heardOf(text, locale));
  expect(heardOf(twice, locale)).toEqual(heardOf(text, locale));
});
