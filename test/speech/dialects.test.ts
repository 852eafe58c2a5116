import { cardOf } from '../../lambda/speech/card';
import { phrases } from '../../lambda/speech/phrases';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';

const said = (text: string) => voiceFor('en-US').paragraphs(message({ text }));

test.each([
  ['Line one\\nLine two', ['Line one. Line two.']],
  ['Line one\\\\nline two', ['Line one. line two.']],
  ['Hello.\\n\\nHow are you?', ['Hello.', 'How are you?']],
  ['Hello.\\r\\n\\r\\nHow are you?', ['Hello.', 'How are you?']],
  ['Hours:\\n- Monday\\n- Friday', ['Hours:', 'Monday. Friday.']],
  ['Option A:\\nSoup', ['Option A: Soup.']],
  ['Soup\\t5 dollars', ['Soup 5 dollars.']],
  ['Caf\\u00e9 \\ud83d\\ude00 is open', ['Café is open.']],
  ['She said \\"yes\\"', ['She said "yes".']],
])('an escape that was escaped twice is what it stands for: %j', (text, paragraphs) => {
  expect(said(text)).toEqual(paragraphs);
});

test('a path is none', () => {
  expect(said('Look in C:\\new\\tables')).toEqual(['Look in C: new tables.']);
});

test.each([
  ['See <https://x.example/doc|the document> first.', 'See the document first.', 'the document: https://x.example/doc'],
  ['<https://x.example/a_(b)|Our [big] room>', 'Our big room.', 'Our [big] room: https://x.example/a_(b)'],
  ['Write <mailto:jane@x.example|to us>.', 'Write to us.', 'to us: jane@x.example'],
])('a link with its words behind a bar: %j', (text, spoken, line) => {
  expect(said(text)).toEqual([spoken]);
  expect(cardOf([message({ text })], phrases('en-US'))?.text).toBe(line);
});

test('a mention is its words', () => {
  expect(said('Ask in <#C123|general> or tell <@U12|Rosa>.')).toEqual(['Ask in general or tell Rosa.']);
});
