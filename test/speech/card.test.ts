import { cardOf } from '../../lambda/speech/card';
import { phrases } from '../../lambda/speech/phrases';
import { message } from './messages';

const words = phrases('en-US');
const card = (parts: Parameters<typeof message>[0], name?: string) => cardOf([message(parts)], words, { name });

test('only words make no card', () => {
  expect(
    card({ text: 'Hello **you**. Write to jane@x.example or call +49 30 123. We are at example.com.' }),
  ).toBeUndefined();
  expect(cardOf([], words)).toBeUndefined();
});

test.each([
  ['See https://x.example/a_b_c?d=1&e=2.', 'https://x.example/a_b_c?d=1&e=2'],
  ['See <https://x.example/_a_>', 'https://x.example/_a_'],
  ['See https://x.example/_a_/b*c*/d', 'https://x.example/_a_/b*c*/d'],
  ['See www.example.com/a', 'https://www.example.com/a'],
  ['See [our menu](https://x.example/m)', 'our menu: https://x.example/m'],
  ['<a href="https://x.example/?a=1&amp;b=2">our <b>menu</b></a>', 'our menu: https://x.example/?a=1&b=2'],
  ['<video src="https://x.example/v.mp4">none</video>', 'https://x.example/v.mp4'],
  ['[a](https://x.example/1) https://x.example/2 https://x.example/1', 'a: https://x.example/1\nhttps://x.example/2'],
  ['In need, [call us](tel:+49-30-123).', 'call us: +49-30-123'],
  ['<a href="mailto:jane@x.example?subject=Hi">Write</a>', 'Write: jane@x.example'],
  ['詳細はhttps://x.example/zをご覧', 'https://x.example/z'],
])('%j', (text, expected) => {
  expect(card({ text })).toEqual({ title: 'From your conversation', text: expected });
});

test.each([
  ['![The room](https://x.example/r.png)', 'The room: https://x.example/r.png'],
  ['<img src="https://x.example/r.png">', 'https://x.example/r.png'],
])('a picture is shown: %j', (text, expected) => {
  const image = 'https://x.example/r.png';
  expect(card({ text })).toEqual({ title: 'From your conversation', text: expected, image });
});

test('media and cards are listed under their titles', () => {
  const parts = {
    media: [
      { kind: 'image' as const, url: 'https://x.example/1', title: 'The\u0000 room\n' },
      { kind: 'file' as const, url: 'https://x.example/2' },
      { kind: 'location' as const, title: 'Nowhere' },
    ],
    cards: [{ title: 'Soup', text: '[Order](https://x.example/3)', imageUrl: 'https://x.example/4', choices: [] }],
  };
  expect(card(parts, 'Bella & Co')).toEqual({
    title: 'Bella & Co',
    image: 'https://x.example/1',
    text: 'The room: https://x.example/1\nDocument: https://x.example/2\nOrder: https://x.example/3\nSoup: https://x.example/4',
  });
});

test('a picture is shown where its address is https and not too long', () => {
  const image = (url: string) => card({ media: [{ kind: 'image', url }] });
  expect(image('https://x.example/room.png')?.image).toBe('https://x.example/room.png');
  expect(image('http://x.example/room.png')).not.toHaveProperty('image');
  expect(image(`https://x.example/${'r'.repeat(2000)}`)).not.toHaveProperty('image');
  expect(card({ media: [{ kind: 'video', url: 'https://x.example/v.mp4' }] })).not.toHaveProperty('image');
});

test('buttons that call or write show the number and the address', () => {
  const media = [
    { kind: 'link' as const, url: 'tel:+49-30-123', title: 'Call us' },
    { kind: 'link' as const, url: 'tel:%2B49%2030%20456' },
    { kind: 'link' as const, url: 'mailto:jane.doe%2Bshop@x.example?subject=Hi', title: '✉️ Write <b>to us</b>' },
    { kind: 'link' as const, url: 'https://x.example/pay', title: 'Pay' },
  ];
  expect(card({ media })?.text.split('\n')).toEqual([
    'Call us: +49-30-123',
    'Link: +49 30 456',
    expect.stringMatching(/^.*Write.*: jane\.doe\+shop@x\.example$/),
    'Pay: https://x.example/pay',
  ]);
});

test('a form is listed with all that it asks for', () => {
  const fields = ['<b>Name</b>', 'E-mail:', '📞', 'Phone\nnumber', 'Street', 'Town', 'Country', 'Age'];
  expect(card({ inputRequest: { kind: 'form', fields } })?.text).toBe(
    'The form asks for: Name, E-mail, Phone, number, Street, Town, Country, Age',
  );
  expect(
    card({ inputRequest: { kind: 'form', fields: Array.from({ length: 5000 }, (_, n) => `Field ${n}`) } })?.text.length,
  ).toBeLessThan(1100);
  for (const inputRequest of [{ kind: 'form' }, { kind: 'form', fields: ['…'] }, { kind: 'number', min: 1 }] as const) {
    expect(card({ inputRequest })).toBeUndefined();
  }
});

test.each([
  'tel:',
  'tel:%00%0a123<b>',
  'mailto:%',
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://x.example/y',
  'http://localhost/',
  'https://',
])('%s is on no card', (url) => {
  expect(card({ text: `[open](${url})`, media: [{ kind: 'link', url }] })).toBeUndefined();
});

test('code that is not read out stands on it', () => {
  const text = 'Run this:\n```bash\nsudo systemctl restart network\n# then\nexit\n```\nthen try again.';
  expect(card({ text })?.text).toBe('Code: sudo systemctl restart network\n# then\nexit');
});

test('an address that does not fit is left out whole', () => {
  const media = ['a', 'b'.repeat(9000), 'c'].map((path) => ({
    kind: 'link' as const,
    url: `https://x.example/${path}`,
  }));
  expect(card({ media })?.text).toBe('Link: https://x.example/a\nLink: https://x.example/c');
});
