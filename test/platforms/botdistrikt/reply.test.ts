import fc from 'fast-check';
import type { Message } from '../../../lambda/conversation/message';
import { isRefusal, parseReply } from '../../../lambda/platforms/botdistrikt/reply';
import type { BotReply } from '../../../simulator/platforms/bot-reply';
import { REPLY_SHAPES, type ReplyShape } from '../../../simulator/platforms/botdistrikt-shapes';
import { anyCharacter } from '../../support/any-character';

const NOW = 1_760_000_000_000;
const SHAPES = Object.keys(REPLY_SHAPES) as ReplyShape[];

const parse = (body: unknown) => parseReply(body, NOW);
const texts = (body: unknown) => parse(body).map(({ text }) => text);
const labels = (body: unknown) => parse(body).flatMap(({ choices }) => choices.map(({ label }) => label));
const media = (body: unknown) => parse(body).flatMap((message) => message.media);

describe('texts', () => {
  it.each<[unknown, string[]]>([
    [
      [{ text: 'Hi' }, 'there', { message: 'you' }],
      ['Hi', 'there', 'you'],
    ],
    [{ responses: ['Hi', 'there'] }, ['Hi', 'there']],
    [{ responses: 'Hi' }, ['Hi']],
    [{ response: { text: 'Hi' } }, ['Hi']],
    [{ messages: [{ title: 'Hi' }, { content: 'there' }, { body: 'you' }] }, ['Hi', 'there', 'you']],
    [{ message: { text: 'Hi' } }, ['Hi']],
    [{ message: 'Hi' }, ['Hi']],
    [{ data: [{ text: 'Hi' }] }, ['Hi']],
    [{ result: { responses: [{ text: 'Hi' }] } }, ['Hi']],
    [{ data: { result: { messages: [[{ text: 'Hi' }]] } } }, ['Hi']],
    [{ text: { body: 'Hi' } }, ['Hi']],
    [{ content: [{ type: 'text', text: 'Hi' }] }, ['Hi']],
    [{ text: 42 }, ['42']],
    [{ title: 'Opening hours', text: 'Nine to five' }, ['Opening hours\n\nNine to five']],
    [{ title: 'Hi', text: 'Hi' }, ['Hi']],
    [[{ message: 'Pick one', data: { id: 7 } }], ['Pick one']],
    [{ success: true, message: 'OK', data: { responses: ['Hi'] } }, ['Hi']],
    [{ success: true, message: 'OK', data: { responses: [] } }, []],
    [{ success: true, message: 'OK', result: [] }, []],
    [{ status: 'sent', message: 'Hi', data: { id: 7 } }, ['Hi']],
    [{ status: 'sent', text: 'Hi', data: [] }, ['Hi']],
    [{ message: { text: 'what was said' }, responses: ['Hi'] }, ['Hi']],
    [{ message: { text: 'what was said' }, responses: [] }, []],
  ])('%j says %j', (body, expected) => {
    expect(texts(body)).toEqual(expected);
  });

  it.each([
    undefined,
    null,
    'OK',
    42,
    true,
    [],
    {},
    { responses: [] },
    { responses: [null, 7, '', ' \n', {}, [], { type: 'typing', delay: 300 }] },
    { status: 200 },
    { unknown: { deep: ['x'] } },
  ])('%j says nothing', (body) => {
    expect(parse(body)).toEqual([]);
  });
});

describe('choices', () => {
  it.each(['quick_replies', 'quickreplies', 'quickReplies', 'buttons'])(
    'come in %s, of an item or beside the list',
    (name) => {
      const options = [
        { title: 'Tea', payload: { id: 1 } },
        'Coffee',
        { label: 'Milk' },
        { name: 'Water' },
        { value: 'Wine' },
      ];
      const expected = ['Tea', 'Coffee', 'Milk', 'Water', 'Wine'].map((label, index) => ({
        label,
        option: options[index],
      }));
      for (const body of [
        { text: 'Pick', [name]: options },
        { responses: ['Well', 'Pick'], [name]: options },
        { data: { messages: [{ text: 'Pick' }] }, [name]: options },
        { responses: ['Pick'], [name]: [options] },
      ]) {
        expect(parse(body).at(-1)).toMatchObject({ text: 'Pick', choices: expected });
      }
    },
  );

  it('may come without a text', () => {
    expect(labels({ responses: [], quickreplies: ['A'] })).toEqual(['A']);
  });

  it('leave out what has no label', () => {
    expect(
      labels({ text: 'x', buttons: [null, {}, '', { payload: 'p' }, { content_type: 'location' }, [], 'A'] }),
    ).toEqual(['A']);
  });

  it('are not what opens a page or dials a number', () => {
    const [message] = parse({
      text: 'Read',
      buttons: [
        { type: 'web_url', title: 'Site', url: 'https://a.example/?a=1&b=2' },
        { title: 'Also a site', url: 'https://b.example' },
        { type: 'phone_number', title: 'Call us', payload: '+1 (555) 0100' },
        { type: 'url', title: 'Broken', url: 'javascript:alert(1)' },
        { type: 'story', title: 'Go on', payload: 'NEXT' },
      ],
    });
    expect(message?.choices.map(({ label }) => label)).toEqual(['Go on']);
    expect(message?.media).toEqual([
      { kind: 'link', title: 'Site', url: 'https://a.example/?a=1&b=2' },
      { kind: 'link', title: 'Also a site', url: 'https://b.example' },
      { kind: 'link', title: 'Call us', url: 'tel:+15550100' },
      { kind: 'link', title: 'Broken' },
    ]);
  });
});

describe('media', () => {
  it.each<[object, object]>([
    [{ image: 'https://x.example/a' }, { kind: 'image', url: 'https://x.example/a' }],
    [
      { video: { url: 'https://x.example/a', title: 'Tour' } },
      { kind: 'video', url: 'https://x.example/a', title: 'Tour' },
    ],
    [{ audio: ['https://x.example/a'] }, { kind: 'audio', url: 'https://x.example/a' }],
    [
      { file: { src: 'https://x.example/a', name: 'Menu' } },
      { kind: 'file', url: 'https://x.example/a', title: 'Menu' },
    ],
    [
      { type: 'video', url: 'https://x.example/a' },
      { kind: 'video', url: 'https://x.example/a' },
    ],
    [{ url: 'https://x.example/a.PNG?b=c.pdf' }, { kind: 'image', url: 'https://x.example/a.PNG?b=c.pdf' }],
    [
      { url: 'https://x.example/page', title: 'Page' },
      { kind: 'link', url: 'https://x.example/page', title: 'Page' },
    ],
    [
      { attachment: { type: 'image', payload: { url: 'https://x.example/a' } } },
      { kind: 'image', url: 'https://x.example/a' },
    ],
    [{ attachments: [{ type: 'audio', url: 'https://x.example/a' }] }, { kind: 'audio', url: 'https://x.example/a' }],
    [{ attachments: ['https://x.example/a.pdf'] }, { kind: 'file', url: 'https://x.example/a.pdf' }],
    [
      { type: 'image', payload: { url: 'https://x.example/a' } },
      { kind: 'image', url: 'https://x.example/a' },
    ],
    [
      { location: { latitude: 44.5, longitude: -73.25, name: 'Here' } },
      { kind: 'location', url: 'geo:44.5,-73.25', title: 'Here' },
    ],
    [
      { type: 'location', latitude: 44.5, longitude: -73.25, address: 'Here' },
      { kind: 'location', url: 'geo:44.5,-73.25', title: 'Here' },
    ],
    [{ location: 'Main Street 5' }, { kind: 'location', title: 'Main Street 5' }],
    [
      { attachment: { type: 'location', payload: { coordinates: { lat: 0, long: 1 } } } },
      { kind: 'location', url: 'geo:0,1' },
    ],
  ])('%j', (body, expected) => {
    expect(media(body)).toEqual([expected]);
  });

  it('are left out without an address that can be shown', () => {
    for (const url of [
      'data:image/png;base64,AAAA',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '/a.png',
      '',
      7,
      null,
    ]) {
      expect(media({ text: 'x', image: url, attachments: [{ type: 'image', url }] })).toEqual([]);
    }
  });
});

describe('cards', () => {
  const element = {
    title: 'Salad',
    subtitle: 'Green',
    image_url: 'https://x.example/s',
    buttons: [{ title: 'Order', payload: 'S' }],
  };
  const card = {
    title: 'Salad',
    text: 'Green',
    imageUrl: 'https://x.example/s',
    choices: [{ label: 'Order', option: { title: 'Order', payload: 'S' } }],
  };

  it.each([
    { cards: [element] },
    { elements: [element] },
    { attachment: { type: 'template', payload: { template_type: 'generic', elements: [element] } } },
    { responses: [], cards: element },
  ])('%j', (body) => {
    expect(parse(body)).toMatchObject([{ cards: [card], choices: [] }]);
  });

  it('hand their links to the message', () => {
    const [message] = parse({
      cards: [{ title: 'Salad', buttons: [{ type: 'url', title: 'More', url: 'https://x.example' }] }],
    });
    expect(message?.cards[0]?.choices).toEqual([]);
    expect(message?.media).toEqual([{ kind: 'link', title: 'More', url: 'https://x.example' }]);
  });
});

describe('ids', () => {
  it("are the vendor's, as strings", () => {
    expect(
      parse([
        { id: 7, text: 'a' },
        { message_id: 'm', id: 8, text: 'b' },
      ]).map(({ id }) => id),
    ).toEqual(['7', 'm']);
  });

  it('are unique within a reply, whatever the vendor says', () => {
    const ids = parse([{ id: 7, text: 'a' }, { id: 7, text: 'a' }, 'a', 'a']).map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it('else tell apart the messages of a user', () => {
    const ids = [1, 2].flatMap((at) => parseReply(['a', 'a'], at).map(({ id }) => id));
    expect(new Set(ids).size).toBe(4);
  });
});

describe('every known shape', () => {
  const words = fc.string({ minLength: 1, unit: anyCharacter }).filter((text) => text.trim() !== '');
  const reply = fc.record<BotReply>({
    text: words,
    options: fc.option(fc.array(fc.record({ title: words, payload: words }), { minLength: 1, maxLength: 4 }), {
      nil: undefined,
    }),
  });

  it.each(SHAPES)('%s carries the texts and options in order', (shape) => {
    fc.assert(
      fc.property(fc.array(reply, { maxLength: 4 }), (replies) => {
        const body = JSON.parse(JSON.stringify(REPLY_SHAPES[shape](replies)));
        expect(texts(body)).toEqual(replies.map(({ text }) => text));
        expect(labels(body)).toEqual(replies.flatMap(({ options = [] }) => options.map(({ title }) => title)));
      }),
    );
  });

  it.each(SHAPES)('%s carries pictures, places, links and cards', (shape) => {
    const body = REPLY_SHAPES[shape]([
      {
        text: 'Look',
        image: { url: 'https://x.example/i.png', title: 'Map' },
        location: { title: 'Here', latitude: 1.5, longitude: 2.5 },
        links: [{ title: 'Site', url: 'https://x.example' }],
        cards: [
          {
            title: 'Card',
            text: 'Words',
            imageUrl: 'https://x.example/c.png',
            options: [{ title: 'Go', payload: 'GO' }],
          },
        ],
      },
    ]);
    const messages = parse(JSON.parse(JSON.stringify(body)));
    const found = messages.flatMap((message) => message.media).map(({ kind, url }) => `${kind} ${url}`);
    expect(found.sort()).toEqual(['image https://x.example/i.png', 'link https://x.example', 'location geo:1.5,2.5']);
    const [card] = messages.flatMap(({ cards }) => cards);
    expect(card).toMatchObject({
      title: 'Card',
      text: 'Words',
      imageUrl: 'https://x.example/c.png',
      choices: [{ label: 'Go' }],
    });
  });
});

describe('any JSON', () => {
  const KEYS = [
    'responses',
    'response',
    'messages',
    'message',
    'data',
    'result',
    'text',
    'title',
    'content',
    'body',
    'id',
    'type',
    'payload',
  ].concat([
    'quick_replies',
    'buttons',
    'attachment',
    'attachments',
    'url',
    'image',
    'location',
    'cards',
    'elements',
    '__proto__',
    'constructor',
  ]);
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom<unknown>(null, true, 0, '', 'Hi', 'https://x.example/a.png'),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 5 }),
    ),
  }));

  it('gives valid messages and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(tree, fc.jsonValue()), (value) => {
        for (const message of parse(JSON.parse(JSON.stringify(value)))) expectValid(message);
      }),
      { numRuns: 1000 },
    );
  });

  it('is bounded', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `text ${index}`);
    expect(parse({ responses: many, quick_replies: many })).toHaveLength(100);
    const [message] = parse({
      text: 'x',
      buttons: many,
      attachments: many.map((_, i) => `https://x.example/${i}.png`),
    });
    expect([message?.choices.length, message?.media.length]).toEqual([100, 100]);
    let deep: unknown = 'bottom';
    for (let level = 0; level < 5000; level++) deep = { data: [deep] };
    expect(parse(deep)).toEqual([]);
  });

  function expectValid(message: Message): void {
    const { id, text, choices, media, cards, sentAt, from } = message;
    expect(id).toEqual(expect.stringMatching(/./));
    expect([from, sentAt]).toEqual([{ kind: 'bot' }, NOW]);
    if (text !== undefined) expect(text.trim()).not.toBe('');
    for (const { label } of [...choices, ...cards.flatMap((card) => card.choices)]) expect(label.trim()).not.toBe('');
    for (const { url } of media) expect(url ?? 'https://').toMatch(/^(https?|tel|mailto|geo):/);
    expect((text === undefined ? 0 : 1) + choices.length + media.length + cards.length).toBeGreaterThan(0);
    expect(JSON.parse(JSON.stringify(message))).toEqual(message);
  }
});

test.each([
  [{ error: { statusCode: 401, message: 'x' } }, true],
  [{ success: false, message: 'x' }, true],
  [{ ok: false }, true],
  [{ responses: ['Hi'], error: {} }, false],
  [{ success: true, data: [] }, false],
  [{ error: null, text: 'Hi' }, false],
  [[], false],
  [undefined, false],
])('%j is an error in the form of a success: %s', (body, expected) => {
  expect(isRefusal(body)).toBe(expected);
});

describe('quick replies that ask', () => {
  const asking = ['email', 'phone', 'location'] as const;
  const ways = SHAPES.flatMap((shape) => asking.map((asksFor) => [shape, asksFor] as const));

  it.each(ways)('in the form "%s" ask for the %s, and are no option', (shape, asksFor) => {
    const body = JSON.parse(JSON.stringify(REPLY_SHAPES[shape]([{ text: 'How can we reach you?', asksFor }])));
    expect(parse(body)).toMatchObject([
      { text: 'How can we reach you?', choices: [], inputRequest: { kind: asksFor } },
    ]);
  });

  it.each([
    ['user_email', 'email'],
    ['User Email', 'email'],
    ['email', 'email'],
    ['user_phone_number', 'phone'],
    ['User Phone Number', 'phone'],
    ['user-location', 'location'],
    ['Location', 'location'],
  ])('are known as %j', (type, kind) => {
    for (const member of ['content_type', 'contentType', 'type']) {
      expect(parse([{ text: 'Well?', quick_replies: [{ [member]: type }] }])).toMatchObject([
        { inputRequest: { kind } },
      ]);
    }
  });

  it('leave the options beside them, and those that only say such a word', () => {
    const body = [{ text: 'Well?', quick_replies: [{ content_type: 'user_email' }, { title: 'Email' }, 'Location'] }];
    expect(labels(body)).toEqual(['Email', 'Location']);
    expect(
      parse([{ text: 'Well?', quick_replies: [{ title: 'Email' }, 'Location'] }])[0]?.inputRequest,
    ).toBeUndefined();
  });
});
