import { LONGEST_TEXT } from '../../lambda/conversation/message';
import { cardOf, namedLinks } from '../../lambda/speech/card';
import { phrases } from '../../lambda/speech/phrases';
import { message } from './messages';

const words = phrases('en-US');
const title = 'From your conversation';
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
  ['Order at example.com/menu until ten.', 'https://example.com/menu'],
  ['Write to <mailto:jane@x.example> or call <tel:+4930123>.', 'jane@x.example\n+4930123'],
  ['Write to [jane@x.example](mailto:jane@x.example).', 'jane@x.example'],
  ['All of it is on [x.example](https://x.example).', 'https://x.example/'],
  ['Call [+49 30 123](tel:+4930123).', '+49 30 123: +4930123'],
  ['[**Our** menu](https://x.example/m)', 'Our menu: https://x.example/m'],
  [
    `[${'Terms and conditions '.repeat(6)}](https://x.example/t)`,
    `${'Terms and conditions '.repeat(5).slice(0, 100)}: https://x.example/t`,
  ],
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

test('its title is the name of the business, on one line', () => {
  expect(card({ text: 'See https://x.example/m' }, ' Bella\n& Co ')?.title).toBe('Bella & Co');
  expect(card({ text: 'See https://x.example/m' }, ' \n')?.title).toBe(title);
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

test.each([
  ['**Menu**', 'Menu'],
  ['Fish &amp; chips <small>(new)</small>', 'Fish & chips (new)'],
  ['menu_2024_may.pdf', 'menu_2024_may.pdf'],
  ['✉️', '✉️'],
  ['- Soup\n- Salad', 'Soup Salad'],
  ['&nbsp;', 'Recording'],
  ['![](https://x.example/p.png)', 'Recording'],
])('a title is shown without its markup: %j', (title, shown) => {
  expect(card({ media: [{ kind: 'audio', url: 'https://x.example/a', title }] })?.text).toBe(
    `${shown}: https://x.example/a`,
  );
});

test.each([
  ['image', 'Picture'],
  ['video', 'Video'],
  ['audio', 'Recording'],
  ['file', 'Document'],
  ['location', 'Map'],
  ['link', 'Link'],
] as const)('without a title it is called what it is: %s', (kind, shown) => {
  expect(card({ media: [{ kind, url: 'https://x.example/1' }] })?.text).toBe(`${shown}: https://x.example/1`);
});

describe('a picture is the first that can be shown', () => {
  const png = (name: string) => `https://x.example/${name}.png`;

  test.each<[what: string, parts: Parameters<typeof message>[0], image: string | undefined]>([
    ['of the media', { text: `![](${png('text')})`, media: [{ kind: 'image', url: png('media') }] }, png('media')],
    ['no film', { media: [{ kind: 'video', url: png('film') }, { kind: 'image' }] }, undefined],
    [
      'of the cards',
      {
        text: `![](${png('text')})`,
        cards: [
          { title: 'Soup', choices: [] },
          { title: 'Salad', imageUrl: png('card'), choices: [] },
        ],
      },
      png('card'),
    ],
    [
      'in the title of a card',
      { cards: [{ title: `Soup ![](${png('title')})`, text: `![](${png('words')})`, choices: [] }] },
      png('title'),
    ],
    [
      'in the words of a card',
      { cards: [{ title: 'Soup', text: `Hot. ![](${png('words')})`, choices: [] }] },
      png('words'),
    ],
    [
      'with an address that can be opened',
      {
        cards: ['/soup.png', 'http://x.example/salad.png', png('bread')].map((imageUrl) => ({ imageUrl, choices: [] })),
      },
      png('bread'),
    ],
  ])('%s', (_what, parts, image) => {
    expect(card({ ...parts, text: `${parts.text ?? ''} Book at https://x.example/book` })?.image).toBe(image);
  });

  test('with as long an address as Amazon takes', () => {
    const url = (length: number) => 'https://x.example/'.padEnd(length, 'r');
    const image = (length: number) => card({ media: [{ kind: 'image', url: url(length) }] })?.image?.length;
    expect([image(2000), image(2001)]).toEqual([2000, undefined]);
  });
});

test('a picture of a card goes by its title, or by what it is', () => {
  const cards = ['**Soup**', undefined, ''].map((title, at) => ({
    title,
    imageUrl: `https://x.example/${at}.png`,
    choices: [],
  }));
  expect(card({ cards })?.text).toBe(
    'Soup: https://x.example/0.png\nPicture: https://x.example/1.png\nPicture: https://x.example/2.png',
  );
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
  '/menu.html',
  './menu.html',
  '../menu.html',
  '#menu.starters',
  '?page=menu.html',
])('%s is on no card', (url) => {
  expect(card({ text: `[open](${url})`, media: [{ kind: 'link', url }] })).toBeUndefined();
});

test('code that is not read out stands on it', () => {
  const text = 'Run this:\n```bash\nsudo systemctl restart network\n# then\nexit\n```\nthen try again.';
  expect(card({ text })?.text).toBe('Code: sudo systemctl restart network\n# then\nexit');
});

test.each([
  ['~~~sh\nnpm install   \n  npm test\n~~~', 'Code: npm install\n  npm test'],
  ['```\nnpm\tinstall\u0007\u0007now\n```', 'Code: npm install now'],
  ['```\nnpm install\n```\nand then\n```\nnpm test\n```', 'Code: npm install\nCode: npm test'],
  ['```\nWe are closed on Monday.\n```', undefined],
  ['Run:\nnpm install\nnpm test', undefined],
  [`\`\`\`js\n${'a();\n'.repeat(1000)}\`\`\``, `Code: ${'a();\n'.repeat(600)}`],
])('of code: %j', (text, shown) => {
  expect(card({ text })?.text).toBe(shown);
});

describe('a table or list of which not all was read is shown whole', () => {
  const whole = (text: string, isCut = true) => cardOf([message({ text })], words, { isCut })?.text;
  const list = (count: number, item = 'Pizza with **tuna**') => `We have:\n${`- ${item}\n`.repeat(count)}`;

  test.each([
    [list(6), `We have:${'\nPizza with tuna'.repeat(6)}`],
    [
      '| Day | Opens |\n|---|---|\n| Monday | 9:30 |\n| Tuesday | 9:30 |\n| Friday | 10:00 |\n| Sunday | closed |',
      'Day, Opens\nMonday, 9:30\nTuesday, 9:30\nFriday, 10:00\nSunday, closed',
    ],
    [list(5), undefined],
    [
      list(6, `Pizza with ${'tuna '.repeat(100)}`),
      `We have:${`\n${`Pizza with ${'tuna '.repeat(100)}`.slice(0, 500)}`.repeat(6)}`,
    ],
    ['We are open on Monday. '.repeat(50), undefined],
    ['', undefined],
  ])('%j', (text, shown) => {
    expect([whole(text), whole(text, false)]).toEqual([shown, undefined]);
  });

  test('but not where nothing is said of that', () => {
    expect(cardOf([message({ text: list(6) })], words)).toBeUndefined();
    expect(cardOf([message({ cards: [] })], words, { isCut: true })).toBeUndefined();
  });

  test('without what a card has no room for', () => {
    const line = 'Pizza with tuna, capers and a lot of cheese from the mountains around us';
    const text = whole(list(400, line)) ?? '';
    expect(
      text
        .split('\n')
        .slice(1)
        .every((shown) => shown === line),
    ).toBe(true);
    expect([text.length <= 8000 - title.length, text.length > 8000 - title.length - line.length - 2]).toEqual([
      true,
      true,
    ]);
  });

  test('behind the addresses, and of what is read only', () => {
    const messages = [
      message({ text: `${list(6)}\n[Order](https://x.example/o)` }),
      message({ text: list(7, 'Cake') }),
    ];
    const text = cardOf(messages, words, { isCut: true })?.text.split('\n');
    expect(text?.slice(0, 2)).toEqual(['Order: https://x.example/o', 'We have:']);
    expect(text?.filter((line) => line === 'Cake')).toHaveLength(7);
    const late = [message({ text: 'a'.repeat(LONGEST_TEXT) }), message({ text: list(7, 'Cake') })];
    expect(cardOf(late, words, { isCut: true })).toBeUndefined();
  });
});

describe('cards of which only the names are said', () => {
  const about = 'A quiet room above the garden, with a desk, a rain shower, free parking and breakfast for two.';
  const rooms = ['Garden room', 'Sea view', 'Loft'].map((title) => ({
    title,
    text: about,
    choices: [{ label: 'Book' }],
  }));

  test('stand on it whole', () => {
    expect(card({ cards: rooms })?.text).toBe(rooms.map(({ title }) => `${title}, ${about}`).join('\n'));
  });

  test('before their pictures, and each line not longer than it may be', () => {
    const cards = rooms.map((room) => ({ ...room, text: `${about} `.repeat(8), imageUrl: 'https://x.example/r.png' }));
    const lines = card({ cards })?.text.split('\n') ?? [];
    expect(lines.map((line) => line.length)).toEqual([500, 500, 500, 'Garden room: https://x.example/r.png'.length]);
  });

  test('but not where they are heard whole', () => {
    expect(card({ cards: rooms.map((room) => ({ ...room, text: 'Quiet.' })) })).toBeUndefined();
  });
});

test('of what is too long to be read nothing is shown', () => {
  const behind = (length: number) =>
    cardOf([message({ text: 'a'.repeat(length) }), message({ text: 'See https://x.example/a' })], words)?.text;
  expect([behind(LONGEST_TEXT - 1), behind(LONGEST_TEXT)]).toEqual(['https://x.example/a', undefined]);
});

test('an address that does not fit is left out whole', () => {
  const media = ['a', 'b'.repeat(9000), 'c'].map((path) => ({
    kind: 'link' as const,
    url: `https://x.example/${path}`,
  }));
  expect(card({ media })?.text).toBe('Link: https://x.example/a\nLink: https://x.example/c');
});

test('title, lines and the two addresses of the picture have room for what Alexa takes', () => {
  const url = (length: number) => 'https://x.example/'.padEnd(length, 'a');
  const image = 'https://x.example/r.png';
  const picture = `Picture: ${image}`;
  const fits = (length: number) =>
    card({
      media: [
        { kind: 'image', url: image },
        { kind: 'link', url: url(length - 'Link: '.length) },
      ],
    })?.text;
  const room = 8000 - title.length - 2 * image.length - (picture.length + 1) - 1;
  expect(fits(room)?.length).toBe(picture.length + 1 + room);
  expect(fits(room + 1)).toBe(picture);
});

describe('links of which only the words are heard', () => {
  const named = (parts: Parameters<typeof message>[0]) => namedLinks([message(parts)]);

  test.each<[text: string, kinds: ReturnType<typeof namedLinks>]>([
    ['See [our menu](https://x.example/m).', ['link']],
    ['See [our menu](https://x.example/m) and [the map](https://x.example/map.PNG).', ['link', 'image']],
    ['See [our menu](https://x.example/m), [the menu](https://x.example/m).', ['link']],
    ['See https://x.example/m and <https://x.example/n>.', []],
    ['See [https://x.example/m](https://x.example/m).', []],
    ['Open [this](ftp://x.example/m).', []],
    ['We are open.', []],
    ['[Write](mailto:jane@x.example) or [call](tel:+4930123).', ['email', 'phone']],
    ['[Write](MAILTO:jane@x.example)', ['email']],
    ['[Text us](sms:+4930123)', ['phone']],
    ['[Call](callto:+4930123)', ['phone']],
    ['[Share](https://x.example/mailto:you/tel:1)', ['link']],
    ['[Photo](http://x.example/room.jpg)', ['image']],
    ['[Photo](https://x.example/room.jpeg?w=200)', ['image']],
    ['[Plan](https://x.example/plan.svg#second)', ['image']],
    ['[Photo](https://x.example/room.gif)', ['image']],
    ['[Photo](https://x.example/room.webp)', ['image']],
    ['[Photo](https://x.example/room.avif)', ['image']],
    ['[Photos](https://x.example/room.png/all)', ['link']],
    ['[Photos](https://x.example/view?of=room.png)', ['link']],
    ['[Photos](https://x.example/rooms#room.png)', ['link']],
    ['[Photos](https://x.example/pngs)', ['link']],
    ['Here is your pass:\n\n![Pass](https://x.example/pass)', ['image']],
    ['Here is your pass:\n\n![](https://x.example/pass)', ['image']],
    ['This is your pass.\n\n![](https://x.example/pass)', []],
    ['![](https://x.example/pass.png)', []],
  ])('%j', (text, kinds) => {
    expect(named({ text })).toEqual(kinds);
  });

  test('of cards', () => {
    const cards = [
      { title: '[Soup](https://x.example/s)', text: '[Cook](mailto:jane@x.example)', choices: [] },
      { title: 'Salad', choices: [] },
    ];
    expect(named({ cards })).toEqual(['link', 'email']);
  });

  test('not what is told of as a thing of its own', () => {
    const text = 'Here is [the contract](https://x.example/c) with [our terms](https://x.example/t).';
    expect(named({ text, media: [{ kind: 'file', url: 'https://x.example/c' }, { kind: 'location' }] })).toEqual([
      'link',
    ]);
    const picture = '![](https://x.example/p.png)';
    const messages = [message({ text: picture }), message({ text: 'It is [this one](https://x.example/p.png).' })];
    expect(namedLinks(messages)).toEqual([]);
  });

  test('nor of what is too long to be read', () => {
    const messages = [message({ text: 'a'.repeat(LONGEST_TEXT) }), message({ text: '[Menu](https://x.example/m)' })];
    expect(namedLinks(messages)).toEqual([]);
  });
});
