import crypto, { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Message } from '../../../lambda/conversation/message';
import type { PlatformEvent, Received, WebhookRequest } from '../../../lambda/conversation/ports/platform';
import { toEvent } from '../../../lambda/platforms/voximplant/message';
import { createAdapter } from '../../support/adapter';
import { anyCharacter } from '../../support/any-character';

const NOW = 1_760_000_005_000;
const TAKEN = { response: { status: 200, body: 'OK' }, events: [] };
const MALFORMED = { refused: 'malformed' };
const UNAUTHORIZED = { refused: 'unauthorized' };
/** MD5 of `abc:tok:ev1` and of `abc:tok`. */
const OF_EV1 = '350843d6b7fd0a6146bdf7fce78a5779';
const OF_TEST = 'bc21bd5343f2efa4637e64954e84c37e';

const platform = createAdapter(
  'voximplant',
  { account: 'bluebell', region: 'eu', apiToken: 'tok', channelUuid: 'uuid', salt: 'abc' },
  { now: () => NOW },
);
afterAll(() => platform.close());

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function request(body: string, authorization?: string, method: WebhookRequest['method'] = 'POST'): WebhookRequest {
  return { method, headers: { authorization }, query: new URLSearchParams(), body };
}
const receive = (body: unknown, authorization?: string) =>
  platform.receive(request(typeof body === 'string' ? body : JSON.stringify(body), authorization));

/** As the vendor's model has it. */
const EVENT = {
  client_data: { client_id: '107804195' },
  event_id: 'ev1',
  event_type: 'send_message',
  event_data: {
    sender_data: { sender_id: 12, sender_display_name: 'Bot', sender_type: 'bot', is_bot: true },
    message: { message_id: 'm1', text: 'Hi', payload: [] as unknown },
  },
};
const CLOSED = {
  client_data: { client_id: '107804195' },
  event_id: 'ev1',
  event_type: 'close_conversation',
  event_data: { close_reason: 'CLOSED_BY_CLIENT_TIMEOUT', sender_data: { is_bot: false } },
};
const saying = (message: object, sender?: unknown) => ({
  ...EVENT,
  event_data: { sender_data: sender, message: { message_id: 'm1', ...message } },
});

function eventsOf(received: Received): readonly PlatformEvent[] {
  if ('refused' in received) throw new Error(received.refused);
  expect(received.response).toEqual(TAKEN.response);
  return received.events;
}

/** The one message of an event that is signed. */
function read(event: unknown): Message {
  const [first, ...others] = eventsOf(receive(event, OF_EV1));
  if (first?.kind !== 'message' || others.length > 0) throw new Error('not one message');
  return first.message;
}

describe('the signature', () => {
  it('of an event is the MD5 of salt, token and event id', () => {
    expect(eventsOf(receive(EVENT, OF_EV1))).toHaveLength(1);
    expect(receive({ ...EVENT, event_id: 'ev2' }, md5('abc:tok:ev2'))).toMatchObject({ events: [{}] });
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['that of another event', md5('abc:tok:ev2')],
    ['that of the test request', OF_TEST],
    ['one of another salt', md5('abd:tok:ev1')],
    ['one of another token', md5('abc:tokk:ev1')],
    ['one digit more', `${OF_EV1}0`],
    ['one digit less', OF_EV1.slice(1)],
    ['another last digit', `${OF_EV1.slice(0, -1)}8`],
    ['another scheme', `Basic ${OF_EV1}`],
    ['a list', `${OF_EV1}, ${OF_EV1}`],
    ['the words that are signed', 'abc:tok:ev1'],
  ])('is not %s', (_what, authorization) => {
    expect(receive(EVENT, authorization)).toEqual(UNAUTHORIZED);
    expect(receive(CLOSED, authorization)).toEqual(UNAUTHORIZED);
  });

  it.each([
    OF_EV1.toUpperCase(),
    `Bearer ${OF_EV1}`,
    `bearer ${OF_EV1}`,
    `signature:${OF_EV1}`,
    `Signature: ${OF_EV1.toUpperCase()}`,
    ` ${OF_EV1} `,
    md5('abc: tok: ev1'),
  ])('may be written as %s', (authorization) => {
    expect(eventsOf(receive(EVENT, authorization))).toHaveLength(1);
  });

  it('is compared in constant time, whatever it is', () => {
    const compare = jest.spyOn(crypto, 'timingSafeEqual');
    for (const authorization of [OF_EV1, '0'.repeat(32), `${OF_EV1.slice(0, -1)}8`, OF_EV1.replace('3', '4')]) {
      compare.mockClear();
      receive(EVENT, authorization);
      expect(compare).toHaveBeenCalledTimes(2);
    }
    compare.mockRestore();
  });
});

describe('the test request', () => {
  const test = (method: WebhookRequest['method'], body: string, authorization?: string) =>
    platform.receive(request(body, authorization, method));

  it.each([
    ['GET', ''],
    ['POST', ''],
    ['POST', ' \n'],
    ['POST', '{}'],
    ['POST', '[]'],
  ] as const)('by %s with the body %j is answered OK', (method, body) => {
    expect(test(method, body, OF_TEST)).toEqual(TAKEN);
    expect(test(method, body, `Bearer ${OF_TEST.toUpperCase()}`)).toEqual(TAKEN);
    for (const wrong of [undefined, '', OF_EV1, md5('abd:tok'), md5('abc:tok:')]) {
      expect(test(method, body, wrong)).toEqual(UNAUTHORIZED);
    }
  });

  it('by GET brings nothing, whatever its body', () => {
    expect(test('GET', JSON.stringify(EVENT), OF_TEST)).toEqual(TAKEN);
    expect(test('GET', JSON.stringify(EVENT), OF_EV1)).toEqual(UNAUTHORIZED);
  });
});

describe('a message', () => {
  it('of the bot', () => {
    expect(eventsOf(receive(EVENT, OF_EV1))).toEqual([
      {
        kind: 'message',
        to: { key: '107804195' },
        message: { id: 'ev1', from: { kind: 'bot' }, text: 'Hi', choices: [], media: [], cards: [], sentAt: NOW },
      },
    ]);
  });

  it('keeps markup and emoji for those who speak it', () => {
    const text = ' <b>Hi</b> & *you* 😀\n\nhttps://x.example ';
    expect(read(saying({ text })).text).toBe(text);
  });

  it.each<[string, unknown, object]>([
    ['an agent', { sender_type: 'agent', sender_id: 12, sender_display_name: ' Rosa ' }, { id: '12', name: 'Rosa' }],
    ['an agent, against is_bot', { sender_type: 'agent', is_bot: true }, {}],
    ['an agent of an early version', { is_bot: false, sender_id: 12 }, { id: '12' }],
    [
      'an agent known by a user name',
      { is_bot: false, sender_display_name: ' ', sender_username: 'rosa' },
      { name: 'rosa' },
    ],
    ['an agent of an unknown type', { sender_type: 'supervisor', is_bot: false }, {}],
    ['an agent with an id in a string', { sender_type: 'agent', sender_id: '12' }, { id: '12' }],
    ['an agent without usable data', { sender_type: 'agent', sender_id: {}, sender_display_name: 7 }, {}],
  ])('is of %s', (_who, sender, from) => {
    expect(read(saying({ text: 'Hi' }, sender)).from).toEqual({ kind: 'agent', ...from });
  });

  it.each([
    undefined,
    null,
    'agent',
    [],
    {},
    { is_bot: true },
    { sender_type: 'bot', is_bot: false },
    { sender_type: 'supervisor' },
    { sender_type: ['agent'] },
    { is_bot: 'false' },
    { sender_type: 'bot', sender_id: 1, sender_display_name: 'Molly' },
  ])('from %j is of the bot', (sender) => {
    expect(read(saying({ text: 'Hi' }, sender)).from).toEqual({ kind: 'bot' });
  });

  it.each<[string, object, object?]>([
    ['the system', {}, { sender_type: 'system' }],
    ['the system, by another name', {}, { sender_type: 'system_message', is_bot: false }],
    ['an activity', {}, { sender_type: 'activity' }],
    ['the client', {}, { sender_type: 'client' }],
    ['the visitor', {}, { sender_type: 'VISITOR', is_bot: false }],
    ['the client, by their id', {}, { sender_type: 'user', sender_id: '107804195' }],
    ['a private note', { is_private: true }, { sender_type: 'agent' }],
    ['an internal message', { visibility: 'internal' }, { sender_type: 'agent' }],
    ['a note', { type: 'note' }, { sender_type: 'agent' }],
    ['a change of the assignee', { type: 'assignment' }, {}],
    ['a word of the system', { type: 'system' }, { sender_type: 'bot' }],
  ])('never has words of %s said', (_who, more, sender) => {
    expect(eventsOf(receive(saying({ text: 'Rude', ...more }, sender), OF_EV1))).toEqual([]);
    const { event_data, ...around } = saying({ text: 'Rude' }, sender);
    expect(eventsOf(receive({ ...around, event_data: { ...event_data, ...more } }, OF_EV1))).toEqual([]);
  });

  it('knows its own words, whatever the vendor adds to them', () => {
    const own = JSON.parse(toEvent({ clientId: '107804195' }, 'what I said'));
    const signed = (event: { event_id: string }) => receive(event, md5(`abc:tok:${event.event_id}`));
    expect(signed(own)).toEqual(TAKEN);
    expect(signed({ ...own, event_id: 'ev7' })).toEqual(TAKEN);
    const message = { text: 'what I said' };
    expect(signed({ ...own, event_data: { message, sender_data: { sender_type: 'bot' } } })).toEqual(TAKEN);
    const answer = { ...own, event_id: 'ev7', event_data: { message: { message_id: 'm7', text: 'hello' } } };
    expect(signed(answer)).toMatchObject({ events: [{ message: { text: 'hello' } }] });
  });

  it('keeps all digits of an agent', () => {
    const body = JSON.stringify(saying({ text: 'Hi' }, { sender_type: 'agent', sender_id: 0 }));
    expect(read(body.replace('"sender_id":0', '"sender_id":9007199254740993')).from).toEqual({
      kind: 'agent',
      id: '9007199254740993',
    });
  });

  it('brings files, wherever their address stands', () => {
    const payload = [
      { type: 'photo', file_name: 'a.jpg', file_url: 'https://x.example/a' },
      { type: 'video', url: 'https://x.example/b', file_size: 7 },
      { type: 'audio', file_name: '', file_url: '', url: 'http://x.example/c' },
      { type: 'document', file_name: 'd.pdf' },
      { type: 'photo', file_url: 'javascript:alert(1)' },
      { type: 'photo', file_url: `https://x.example/${'a'.repeat(3000)}` },
    ];
    expect(read(saying({ payload })).media).toEqual([
      { kind: 'image', url: 'https://x.example/a', title: 'a.jpg' },
      { kind: 'video', url: 'https://x.example/b' },
      { kind: 'audio', url: 'http://x.example/c' },
      { kind: 'file', title: 'd.pdf' },
      { kind: 'image' },
      { kind: 'image' },
    ]);
    expect(read(saying({ payload }))).not.toHaveProperty('text');
  });

  it('brings contacts and places', () => {
    const payload = [
      { type: 'contact', name: 'Rosa', number: '+1 (555) 01-62', avatar: 'https://x.example/r.png' },
      { type: 'contact', number: '5550162' },
      { type: 'contact', name: 'Ben', number: 'none' },
      { type: 'contact' },
      { type: 'location', latitude: 44.4759, longitude: -73.2121, address: '12 Maple Street' },
      { type: 'location', latitude: '44.5', longitude: '0' },
      { type: 'location', latitude: 91, longitude: 0, address: 'Nowhere' },
      { type: 'location', latitude: null, longitude: '' },
    ];
    expect(read(saying({ payload })).media).toEqual([
      { kind: 'link', url: 'tel:+15550162', title: 'Rosa' },
      { kind: 'link', url: 'tel:5550162' },
      { kind: 'link', title: 'Ben' },
      { kind: 'location', url: 'geo:44.4759,-73.2121', title: '12 Maple Street' },
      { kind: 'location', url: 'geo:44.5,0' },
      { kind: 'location', title: 'Nowhere' },
    ]);
  });

  it("offers buttons, each with the vendor's own", () => {
    const buttons = [
      { type: 'text', text: 'Yes', data: '{"a":1}' },
      { type: 'text', text: 'No' },
      { type: 'text', text: ' ' },
      { type: 'text', data: 'x' },
      'Maybe',
      null,
    ];
    const payload = [{ type: 'webchat_inline_buttons', buttons }];
    expect(read(saying({ text: 'Sure?', payload })).choices).toEqual([
      { label: 'Yes', option: buttons[0] },
      { label: 'No', option: buttons[1] },
    ]);
  });

  it('skips what it does not know', () => {
    const payload = [
      null,
      7,
      'photo',
      [],
      {},
      { type: 7 },
      { type: 'toString' },
      { type: ['photo'] },
      { type: 'properties', a: 1 },
      { type: 'cmd', name: 'x' },
      { type: 'webchat_inline_buttons', buttons: 'Yes' },
    ];
    expect(read(saying({ text: 'Hi', payload }))).toMatchObject({ text: 'Hi', media: [], choices: [] });
    for (const none of [null, 'x', 7, {}]) expect(read(saying({ text: 'Hi', payload: none })).media).toEqual([]);
    expect(receive(saying({ payload }), OF_EV1)).toMatchObject(TAKEN);
  });

  it.each([{}, { text: '' }, { text: ' \n' }, { text: null }, { text: ['Hi'] }, { text: {} }, { text: true }])(
    'that says nothing, %j, is ignored',
    (message) => {
      expect(receive(saying(message), OF_EV1)).toMatchObject(TAKEN);
    },
  );

  it('that is not there is ignored', () => {
    for (const event_data of [{}, { message: null }, { sender_data: {} }]) {
      expect(receive({ ...EVENT, event_data }, OF_EV1)).toEqual(TAKEN);
    }
  });

  it('may be a number', () => {
    expect(read(saying({ text: 42 })).text).toBe('42');
  });

  it('is bounded', () => {
    const many = (make: (index: number) => object) => Array.from({ length: 1000 }, (_, index) => make(index));
    const payload = [
      { buttons: many((index) => ({ text: `${index}` })) },
      ...many(() => ({ type: 'photo', file_url: 'https://x.example/a' })),
    ];
    const { choices, media } = read(saying({ payload }));
    expect([choices.length, media.length]).toEqual([100, 99]);
  });
});

describe('other events', () => {
  it('say that the conversation is closed', () => {
    const closed = { kind: 'closed', to: { key: '107804195' }, id: 'ev1', at: NOW };
    expect(eventsOf(receive(CLOSED, OF_EV1))).toEqual([closed]);
    expect(eventsOf(receive({ ...CLOSED, event_data: undefined }, OF_EV1))).toEqual([closed]);
  });

  it.each(['typing', 'edit_message', 'SEND_MESSAGE', 'constructor', ''])('of kind %j are taken and ignored', (kind) => {
    expect(receive({ ...EVENT, event_type: kind }, OF_EV1)).toEqual(TAKEN);
    expect(receive({ event_id: 'ev1', event_type: kind }, OF_EV1)).toEqual(TAKEN);
  });
});

describe('a signature that was seen before', () => {
  it('signs nothing but repetitions, whatever else the body says', () => {
    const replayed = [
      EVENT,
      { ...EVENT, client_data: { client_id: 'somebody else' } },
      saying({ message_id: 'm2', text: 'Other words' }),
      CLOSED,
    ];
    const ids = replayed.map((event) => {
      const [first] = eventsOf(receive(event, OF_EV1));
      return first?.kind === 'message' ? first.message.id : first?.id;
    });
    expect(new Set(ids)).toEqual(new Set(['ev1']));
  });

  it('fits no other id that looks the same once it is encoded', () => {
    // Both would be U+FFFD in UTF-8.
    for (const id of ['\ud800', '\ud801']) {
      expect(receive({ ...EVENT, event_id: id }, md5('abc:tok:\ufffd'))).toEqual(MALFORMED);
    }
  });
});

describe('ids', () => {
  const signed = (body: string, id: string) => receive(body, md5(`abc:tok:${id}`));
  const text = JSON.stringify(EVENT);

  it.each(['7', '9007199254740991', '9007199254740993', '123456789012345678901234567890'])(
    'may be the number %s',
    (digits) => {
      const body = text.replace('"ev1"', digits).replace('"107804195"', digits).replace('"m1"', digits);
      const [event] = eventsOf(signed(body, digits));
      expect(event).toMatchObject({ to: { key: digits }, message: { id: digits } });
      expect(eventsOf(signed(text.replace('"ev1"', `"${digits}"`), digits))).toMatchObject([
        { message: { id: digits } },
      ]);
    },
  );

  it('may have 200 characters', () => {
    const id = 'x'.repeat(200);
    const [event] = eventsOf(signed(text.replace('ev1', id), id));
    if (event?.kind !== 'message') throw new Error('not a message');
    // Others of the same beginning are others, and the store takes up to 200 characters with a name before them.
    expect(event.message.id.length).toBeLessThanOrEqual(128);
    const other = `${'x'.repeat(199)}y`;
    expect(eventsOf(signed(text.replace('ev1', other), other))).not.toMatchObject([
      { message: { id: event.message.id } },
    ]);
  });

  it.each(['', ' ', 'x'.repeat(201)])('of an event must not be %j, though it is signed', (id) => {
    expect(signed(text.replace('ev1', id), id)).toEqual(MALFORMED);
  });

  it.each(['null', 'true', '{}', '[]', '["ev1"]', '{"toString":1}', '1.5', '1e300'])(
    'of an event must not be %s, which nothing signs',
    (id) => {
      const body = text.replace('"ev1"', id);
      for (const guess of [id, 'ev1', '', 'undefined', '[object Object]']) {
        expect(signed(body, guess)).toEqual(UNAUTHORIZED);
      }
      expect(receive(body, OF_TEST)).toEqual(MALFORMED);
    },
  );

  const WRONG = [null, '', ' ', true, 1.5, {}, [], ['x'], { id: 'x' }, 'x'.repeat(201), '\ud800'];

  it.each(WRONG)('of a client must not be %j', (client_id) => {
    for (const event of [EVENT, CLOSED]) {
      expect(receive({ ...event, client_data: { client_id } }, OF_EV1)).toEqual(MALFORMED);
    }
  });

  it.each(WRONG.slice(1))('of a message must not be %j', (message_id) => {
    expect(receive(saying({ message_id, text: 'Hi' }), OF_EV1)).toEqual(MALFORMED);
  });

  it('of a message may be missing: nothing depends on it', () => {
    for (const message_id of [undefined, null]) expect(read(saying({ message_id, text: 'Hi' })).id).toBe('ev1');
  });
});

describe('bad bodies', () => {
  const text = JSON.stringify(EVENT);

  it.each([text.slice(0, -1), text.slice(0, 40), '{', 'x', `${text}${text}`, '\u0000', 'event_id=ev1', '<xml/>'])(
    'that cannot be read, such as %j, are nobody’s; with the signature of the test request they are malformed',
    (body) => {
      expect(receive(body, OF_EV1)).toEqual(UNAUTHORIZED);
      expect(receive(body)).toEqual(UNAUTHORIZED);
      expect(receive(body, OF_TEST)).toEqual(MALFORMED);
    },
  );

  it.each(['null', '7', '"ev1"', '[{}]', JSON.stringify([EVENT])])('of another form, such as %s, too', (body) => {
    expect(receive(body, OF_EV1)).toEqual(UNAUTHORIZED);
    expect(receive(body, OF_TEST)).toEqual(MALFORMED);
  });

  it('that are nested too deep, too', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(receive(text.replace('[]', deep), OF_EV1)).toEqual(UNAUTHORIZED);
    expect(receive(text.replace('[]', deep), OF_TEST)).toEqual(MALFORMED);
  });

  it.each<object>([
    { client_data: undefined },
    { client_data: null },
    { client_data: '107804195' },
    { client_data: ['107804195'] },
    { client_data: {} },
    { event_type: undefined },
    { event_type: null },
    { event_type: 7 },
    { event_type: ['send_message'] },
    { event_data: undefined },
    { event_data: null },
    { event_data: 'Hi' },
    { event_data: [EVENT.event_data] },
    { event_data: { message: 'Hi' } },
    { event_data: { message: ['Hi'] } },
    { event_data: { message: true } },
  ])('that are signed, and have %j, are malformed', (wrong) => {
    expect(receive({ ...EVENT, ...wrong }, OF_EV1)).toEqual(MALFORMED);
  });

  it('reach no prototype', () => {
    const body = `{"__proto__":{"event_type":"send_message"},"event_id":"ev1","constructor":{}}`;
    expect(receive(body, OF_EV1)).toEqual(MALFORMED);
  });
});

describe('anything at all', () => {
  const word = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>('ev1', 7, 'photo', 'agent', 'Hi'));
  const mostly = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.oneof<fc.WeightedArbitrary<unknown>[]>({ arbitrary, weight: 30 }, { arbitrary: word, weight: 1 });
  const loose = (model: Record<string, fc.Arbitrary<unknown>>) =>
    mostly(fc.oneof(fc.record(model), fc.record(model, { requiredKeys: [] })));
  const button = loose({ type: word, text: word, data: word });
  const item = loose({
    type: mostly(fc.constantFrom('photo', 'video', 'contact', 'location', 'webchat_inline_buttons')),
    ...Object.fromEntries(
      ['file_url', 'url', 'file_name', 'name', 'number', 'latitude', 'longitude', 'address'].map((name) => [
        name,
        word,
      ]),
    ),
    buttons: mostly(fc.array(button)),
  });
  const callback = loose({
    client_data: loose({ client_id: mostly(fc.string({ unit: anyCharacter })) }),
    event_id: mostly(fc.constantFrom('ev1', 'ev2')),
    event_type: mostly(fc.constantFrom('send_message', 'close_conversation', 'typing')),
    event_data: loose({
      sender_data: loose({ sender_id: word, sender_display_name: word, sender_type: word, is_bot: word }),
      message: loose({ message_id: mostly(fc.string()), text: word, payload: mostly(fc.array(item)) }),
    }),
  });
  const authorization = fc.oneof(
    { arbitrary: fc.constantFrom(OF_EV1, OF_EV1.toUpperCase(), `Bearer ${OF_EV1}`), weight: 3 },
    fc.constantFrom(OF_TEST, undefined),
    fc.string({ unit: anyCharacter }),
    fc.stringMatching(/^[0-9a-f]{32}$/),
  );

  it('tells something only when it is signed, and then in the form of the contract', () => {
    let told = 0;
    fc.assert(
      fc.property(callback, authorization, (body, signature) => {
        const received = receive(body, signature);
        if ('refused' in received) return expect(['unauthorized', 'malformed']).toContain(received.refused);
        expect(received.response).toEqual(TAKEN.response);
        for (const event of received.events) {
          told++;
          expect(signature?.toLowerCase()).toContain(OF_EV1);
          expect(event.to.key).toMatch(/\S/);
          expect(event.kind === 'message' ? event.message.id : event.id).toBe('ev1');
          expect(JSON.parse(JSON.stringify(event))).toEqual(event);
          if (event.kind !== 'message') continue;
          const { text, choices, media } = event.message;
          expect((text?.trim() ? 1 : 0) + choices.length + media.length).toBeGreaterThan(0);
          for (const { url } of media) expect(url ?? 'tel:').toMatch(/^(https?:\/\/|tel:|geo:)/i);
        }
      }),
      { numRuns: 1000 },
    );
    expect(told).toBeGreaterThan(20);
  });

  it('is never thrown at, JSON or not, by whatever method', () => {
    const pieces = fc.constantFrom('{', '}', '"event_id"', ':', '"ev1"', ',', '7', '[', ']', '\\', '\u0000', ' ');
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.json(),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, authorization, fc.constantFrom('GET' as const, 'POST' as const), (body, signature, method) => {
        const received = platform.receive(request(body, signature, method));
        if (!('refused' in received)) expect(received).toEqual(TAKEN);
      }),
      { numRuns: 500 },
    );
  });
});
