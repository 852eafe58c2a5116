import fc from 'fast-check';
import type { Message } from '../../../lambda/conversation/message';
import type { PlatformEvent, Received, WebhookRequest } from '../../../lambda/conversation/ports/platform';
import { createAdapter } from '../../support/adapter';

const NOW = Date.parse('2025-02-10T20:21:04Z');
const KEY = 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3';
const THREAD = '7f984da9a15b4bceb512ecad8ca461051693283267';
const TOKEN = 'T0ken with ünusual characters';

let now: number;
beforeEach(() => {
  now = NOW;
});

function create(handshake: 'json' | 'text' = 'json') {
  const options = { baseUrl: 'http://127.0.0.1:9', token: 'jwt', botKey: 'b0t' } as const;
  return createAdapter('wotnot', { ...options, webhookToken: TOKEN, handshake }, { now: () => now });
}
let { receive } = create();

function call(body: unknown, headers: WebhookRequest['headers'] = {}): Received {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return receive({ method: 'POST', headers, query: new URLSearchParams(), body: text });
}

function events(...items: unknown[]): readonly PlatformEvent[] {
  const received = call({ token: TOKEN, events: items });
  if ('refused' in received) throw new Error(received.refused);
  expect(received.response).toEqual({ status: 200, body: expect.any(String) });
  return received.events;
}

const messages = (...items: unknown[]): Message[] =>
  events(...items).flatMap((event) => (event.kind === 'message' ? [event.message] : []));
const ids = (...items: unknown[]) =>
  events(...items).map((event) => (event.kind === 'message' ? event.message.id : event.id));

/** An event as it was seen in use. */
function event(payload: object, { type = 'message', ...more }: { type?: string; [name: string]: unknown } = {}) {
  return {
    event: { type, payload },
    conversation: { key: THREAD },
    visitor: { key: `${KEY}_476` },
    ...more,
  };
}
const text = (words: string, more: object = {}) =>
  event({ message: { type: 'text', text: words }, message_by: { type: 'bot' }, ...more });

describe('the handshake', () => {
  it('repeats our token', () => {
    expect(call({ token: TOKEN })).toEqual({
      response: { status: 200, body: JSON.stringify({ token: TOKEN }), json: true },
      events: [],
    });
    ({ receive } = create('text'));
    expect(call({ token: TOKEN })).toEqual({ response: { status: 200, body: TOKEN }, events: [] });
    expect(call({ token: TOKEN, events: [] })).toEqual({ response: { status: 200, body: TOKEN }, events: [] });
    ({ receive } = create());
  });

  it('repeats no other', () => {
    for (const token of [
      'another',
      '',
      TOKEN.slice(1),
      `${TOKEN} `,
      TOKEN.toLowerCase(),
      7,
      true,
      null,
      [TOKEN],
      { a: TOKEN },
    ]) {
      expect(call({ token })).toEqual({ refused: 'unauthorized' });
    }
  });
});

describe('a call', () => {
  const body = { events: [text('Hi')] };

  it('proves itself in its body or its header', () => {
    const proven = [
      call({ token: TOKEN, ...body }),
      call(body, { authorization: TOKEN }),
      call(body, { authorization: `Bearer ${TOKEN}` }),
      call(body, { authorization: `bearer  ${TOKEN}` }),
      call({ token: 'the account', ...body }, { authorization: TOKEN }),
      call({ token: TOKEN, ...body }, { authorization: 'Basic cHJveHk6' }),
    ];
    for (const received of proven) expect(received).toMatchObject({ events: [{ message: { text: 'Hi' } }] });
  });

  it.each<[string, unknown, WebhookRequest['headers']]>([
    ['no token', body, {}],
    ['an empty one', { token: '', ...body }, { authorization: '' }],
    ['another', { token: 'another', ...body }, {}],
    ['a number', { token: 7, ...body }, {}],
    ['another in the header', body, { authorization: 'Bearer another' }],
    ['the scheme alone', body, { authorization: 'Bearer' }],
    ['it within the events', { events: [{ token: TOKEN, ...text('Hi') }] }, {}],
    ['it by inheritance', '{"__proto__":{"token":"T"},"events":[]}', {}],
    ['nothing at all', '', {}],
    ['half a body', '{"events":[', { authorization: 'another' }],
  ])('with %s is unauthorized', (_what, content, headers) => {
    expect(call(content, headers)).toEqual({ refused: 'unauthorized' });
  });

  it.each<[string, string]>([
    ['half a body', `{"token":"${TOKEN}","events":[{"eve`],
    ['no JSON', `token=${TOKEN}`],
    ['no object', `"${TOKEN}"`],
    ['a body that is nested too deep', `{"token":"${TOKEN}","events":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ])('with %s is malformed', (_what, content) => {
    expect(call(content)).toEqual({ refused: 'malformed' });
    expect(call(content, { authorization: TOKEN })).toEqual({ refused: 'malformed' });
  });

  it('may hold one event without a list, or with nothing around it', () => {
    const single = text('Hi');
    const { event: inner, ...around } = single;
    for (const received of [
      call({ token: TOKEN, ...single }),
      call({ token: TOKEN, events: single }),
      call({ token: TOKEN, ...inner, ...around }),
      call([single], { authorization: TOKEN }),
      call({ token: TOKEN, event: 'message', payload: inner.payload, ...around }),
    ]) {
      expect(received).toMatchObject({ events: [{ to: { thread: THREAD, key: KEY }, message: { text: 'Hi' } }] });
    }
  });

  it('keeps the order of its events, and leaves out what nobody needs', () => {
    const said = messages(
      text('one'),
      event({ assigned_to_user: { id: '8181' }, is_closed: 0, external_key: THREAD }, { type: 'conversation_create' }),
      event({ message: { type: 'text', text: 'one' }, message_by: { type: 'visitor' } }),
      event({ message: { type: 'button.response', data: { body: 'Yes' } } }),
      event({ status: 'delivered', message: { text: 'one' } }, { type: 'message_status' }),
      event({ status: 'read', message: { text: 'one' } }, { type: 'messageStatus' }),
      event({ name: 'vip' }, { type: 'label' }),
      event({ assignee: { type: 'team' } }, { type: 'assignee_change' }),
      event({ message: 'a note' }, { type: 'note' }),
      event({ message: { type: 'text', text: 'Hurry!' } }, { type: 'sla_breached' }),
      event({}, { type: 'message' }),
      event({ message: { type: 'text', text: ' ' } }),
      event({ message: [] }),
      event({ message: 7 }, { type: '' }),
      { event: { payload: { message: { text: 'no type' } } } },
      ...[null, 7, 'message', [], {}],
      text('two'),
    );
    expect(said.map(({ text }) => text)).toEqual(['one', 'two']);
  });

  it.each(['message', 'messages', 'Message exchange', 'message_create', 'bot_message', 'newMessage'])(
    'knows a message by the name %s',
    (type) => {
      expect(messages(event({ message: { type: 'text', text: 'Hi' } }, { type }))).toMatchObject([{ text: 'Hi' }]);
    },
  );
});

describe('whom an event is for', () => {
  const to = (...items: unknown[]) => events(...items).map((event) => event.to);
  const payload = { message: { type: 'text', text: 'Hi' } };
  const bare = (more: object, inner: object = {}) => ({
    event: { type: 'message', payload: { ...payload, ...inner } },
    ...more,
  });

  it.each<[object, object]>([
    [bare({ conversation: { key: 'c1' } }), { thread: 'c1' }],
    [bare({ conversation: { id: 'c1' } }), { thread: 'c1' }],
    [bare({ conversation: { key: 7 } }), { thread: '7' }],
    [bare({ conversation_key: 'c1' }), { thread: 'c1' }],
    [bare({}, { conversation_key: 'c1' }), { thread: 'c1' }],
    [bare({}, { thread_key: 'c1' }), { thread: 'c1' }],
    [bare({}, { external_key: 'c1' }), { thread: 'c1' }],
    [bare({}, { conversation: { key: 'c1' } }), { thread: 'c1' }],
    [bare({ conversation: { key: 'c1' } }, { thread_key: 'c2' }), { thread: 'c1', also: ['c2'] }],
    [bare({ conversation: { key: 'c1' } }, { external_key: 'c2', thread_key: 'c1' }), { thread: 'c1', also: ['c2'] }],
    [bare({ visitor: { key: `${KEY}_476` } }), { key: KEY }],
    [bare({ visitor: { key: KEY } }), { key: KEY }],
    [bare({ visitor: { key: 'v1', user_external_id: KEY } }), { key: KEY }],
    [bare({ contact: { visitor_key: `${KEY}_476` } }), { key: KEY }],
    [bare({}, { visitor_key: `${KEY}_476` }), { key: KEY }],
    [bare({ conversation: { key: 'c1' }, visitor: { key: 'A27187' } }), { thread: 'c1' }],
    [bare({ conversation: { key: 'c1' }, visitor: { key: `${KEY}x` } }), { thread: 'c1' }],
    [
      bare({ conversation: { key: 'c1' }, visitor: { key: 'A27187_476', user_external_id: KEY } }),
      { thread: 'c1', key: KEY },
    ],
    [bare({ conversation: { key: 'x'.repeat(201) } }), {}],
    [bare({ conversation: 'c1', visitor: [KEY] }), {}],
    [bare({}), {}],
  ])('%j', (item, expected) => {
    expect(to(item)).toEqual([expected]);
  });

  it.each<[string, object]>([
    ['visitor', { visitor: { key: 'A27187_476' } }],
    ['visitor and their key', { visitor: { key: 'A27187', user_external_id: 'web-7' } }],
    ['contact', { contact: { visitor_key: 'b1946ac9-2492_476' } }],
    ['contact and their key', { contact: { user_external_id: 'web-7' } }],
    ['visitor of another length', { visitor: { key: `${KEY}0_476` } }],
  ])('drops what names a %s of the account who is not ours', (_what, more) => {
    const around = { conversation: { key: 'c1' }, ...more };
    const closing = { event: { type: 'conversation_status', payload: { is_closed: true } }, ...around };
    expect(events(bare(around), closing)).toEqual([]);
  });

  it('has an id of any length, digit by digit', () => {
    const body = `{"token":${JSON.stringify(TOKEN)},"events":[{"event":{"type":"message","payload":{"message":{"type":"text","text":"Hi"}}},"conversation":{"key":9007199254740993123}}]}`;
    expect(call(body)).toMatchObject({ events: [{ to: { thread: '9007199254740993123' } }] });
  });
});

describe('who wrote a message', () => {
  const from = (message_by: unknown) => messages(event({ message: { type: 'text', text: 'Hi' }, message_by }))[0]?.from;

  it.each<[unknown, unknown]>([
    [{ type: 'bot' }, { kind: 'bot' }],
    [{ type: 'BOT', id: 8861, name: 'Molly' }, { kind: 'bot' }],
    [{ type: 'bot_user' }, { kind: 'bot' }],
    ['bot', { kind: 'bot' }],
    [undefined, { kind: 'bot' }],
    [{}, { kind: 'bot' }],
    [
      { type: 'agent', id: '8181', name: 'Rosa' },
      { kind: 'agent', id: '8181', name: 'Rosa' },
    ],
    [
      { type: 'team', key: 7 },
      { kind: 'agent', id: '7' },
    ],
    [
      { type: 'agent', id: 'e3b0c44298fc1c149afbf4c8996fb924' },
      { kind: 'agent', id: 'e3b0c44298fc1c149afbf4c8996fb924' },
    ],
    [
      { type: 'user', id: 7, first_name: 'Rosa', last_name: 'Lind' },
      { kind: 'agent', id: '7', name: 'Rosa Lind' },
    ],
    [
      { type: 'team_member', user: { name: 'Rosa' } },
      { kind: 'agent', name: 'Rosa' },
    ],
    [
      { type: 'agent', name: 'x'.repeat(200) },
      { kind: 'agent', name: 'x'.repeat(100) },
    ],
    ['agent', { kind: 'agent' }],
    [
      { type: 'campaign', id: 3, name: 'Spring' },
      { kind: 'broadcast', id: '3', name: 'Spring' },
    ],
    [{ type: 'visitor' }, undefined],
    [{ type: 'VISITOR' }, undefined],
    ['visitor', undefined],
    [{ type: 'customer' }, undefined],
    [{ type: 'end_user' }, undefined],
  ])('%j is %j', (writer, sender) => {
    expect(from(writer)).toEqual(sender);
  });

  it.each<unknown>([
    'system',
    { type: 'system' },
    { type: 'SYSTEM_USER', name: 'Wotnot' },
    { type: 'workflow_system' },
    { type: 'activity' },
    { type: 'client' },
    { type: 'guest' },
    { type: 'user', key: `${KEY}_476` },
    { type: 'user', id: KEY },
    `${KEY}_476`,
    { role: 'visitor' },
    { sender_type: 'VISITOR' },
    { is_visitor: true },
  ])('%j is nobody who is heard', (writer) => {
    expect(from(writer)).toBeUndefined();
  });

  it.each<[string, object]>([
    ['who sends', { message: { type: 'text', text: 'Hi' }, user: { type: 'VISITOR' } }],
    ['who sends, beside the message', { message: { type: 'text', text: 'Hi', user: { type: 'VISITOR' } } }],
    ['an author', { message: { type: 'text', text: 'Hi' }, author: { type: 'visitor' } }],
    ['a type alone', { message: { type: 'text', text: 'Hi' }, sender_type: 'visitor' }],
    ['a direction', { message: { type: 'text', text: 'Hi' }, direction: 'incoming' }],
    ['the form in which it was sent', { message: { type: 'text', data: { body: 'Hi' } } }],
    ['a writer without a type', { message: { type: 'text', data: { body: 'Hi' } }, message_by: {} }],
  ])("knows the visitor's own words by %s", (_what, payload) => {
    expect(messages(event(payload))).toEqual([]);
  });

  it('takes the same words of a bot that is named', () => {
    const message = { type: 'text', data: { body: 'Hi' } };
    expect(messages(event({ message, message_by: { type: 'bot' } }))).toMatchObject([{ text: 'Hi' }]);
    expect(messages(event({ message, message_by: {}, from: { type: 'BOT' } }))).toMatchObject([{ text: 'Hi' }]);
    const user = { key: `${KEY}_476`, name: 'Guest' };
    expect(messages(event({ message, message_by: { type: 'bot' }, user }))).toMatchObject([{ text: 'Hi' }]);
    expect(messages(event({ message: { type: 'text', text: 'Hi' }, user }))).toMatchObject([{ text: 'Hi' }]);
  });

  it.each<[string, object, string?]>([
    ['a note', { message: { type: 'note', text: 'Rude' } }],
    ['a private note', { message: { type: 'private_note', text: 'Rude' } }],
    ['an internal note', { message: { type: 'text', sub_type: 'InternalNote', text: 'Rude' } }],
    ['a private message', { message: { type: 'text', text: 'Rude' }, is_private: true }],
    ['a private text', { message: { type: 'text', text: 'Rude', private: 1 } }],
    ['an internal message', { message: { type: 'text', text: 'Rude', visibility: 'internal' } }],
    ['a note by its event', { message: { type: 'text', text: 'Rude' } }, 'message_note'],
    ['a private message by its event', { message: { type: 'text', text: 'Rude' } }, 'private_message'],
    ['a note beside the message', { type: 'note', message: { type: 'text', text: 'Rude' } }],
    ['an assignment', { message: { type: 'assignment', text: 'Given to Rosa' } }],
    ['a change of the assignee', { message: { type: 'assignee_change', text: 'Given to Rosa' } }],
    ['an activity', { message: { type: 'activity', text: 'Rosa joined' } }],
    ['a word of the system', { message: { type: 'system', text: 'Rosa joined' } }],
  ])('never has %s said', (_what, payload, type = 'message') => {
    for (const message_by of [{ type: 'agent', name: 'Rosa' }, { type: 'bot' }, undefined]) {
      expect(messages(event({ ...payload, message_by }, { type }))).toEqual([]);
    }
  });

  it('still has said what only looks like that', () => {
    const payloads = [
      { message: { type: 'text', text: 'Please note: we are closed' }, is_private: false },
      { message: { type: 'text', text: 'Hi', private: 0, visibility: 'public' } },
      { message: { type: 'text', text: 'Hi', is_internal: null } },
    ];
    for (const payload of payloads)
      expect(messages(event({ ...payload, message_by: { type: 'agent' } }))).toHaveLength(1);
  });

  it('may stand with the message', () => {
    expect(messages(event({ message: { type: 'text', text: 'Hi', from: { type: 'VISITOR' } } }))).toEqual([]);
  });

  it("marks what is the bot's, which an answer may have brought as well", () => {
    expect(messages(text('Hi'))[0]?.channel).toBe('event');
    expect(messages(event({ message: { text: 'Hi' }, message_by: { type: 'agent' } }))[0]).not.toHaveProperty(
      'channel',
    );
  });
});

describe('the end of a conversation', () => {
  const isEnd = (type: string, payload: object) => events(event(payload, { type })).map(({ kind }) => kind);

  it.each<[string, object]>([
    ['status', { is_closed: true }],
    ['status_change', { is_closed: 1 }],
    ['conversation_status', { is_closed: '1' }],
    ['conversationStatus', { status: 'closed' }],
    ['status', { status: 'RESOLVED' }],
    ['status_change', { from: 'open', to: 'closed' }],
    ['status', { status: { name: 'closed' } }],
    ['status', { status: { is_closed: true } }],
    ['conversation_closed', {}],
    ['conversation_resolve', { reason: 'agent' }],
    ['close', {}],
  ])('is told by %s %j', (type, payload) => {
    expect(isEnd(type, payload)).toEqual(['closed']);
  });

  it.each<[string, object]>([
    ['status', { is_closed: false }],
    ['status', { is_closed: 0 }],
    ['status', { is_closed: {} }],
    ['status', { status: 'open' }],
    ['status', {}],
    ['conversation_create', { is_closed: true }],
    ['message_status', { status: 'closed' }],
    ['assignee', { status: 'closed' }],
    ['disclosed', {}],
  ])('is not told by %s %j', (type, payload) => {
    expect(isEnd(type, payload)).toEqual([]);
  });

  it('says whose, when, and which', () => {
    const end = event({ is_closed: true, created_at: '2025-02-10 20:21:03.913000', id: 'e1' }, { type: 'status' });
    expect(events(end)).toEqual([
      { kind: 'closed', to: { thread: THREAD, key: KEY }, id: expect.stringMatching(/^.{20,}$/), at: NOW - 87 },
    ]);
    const [closed, again, other] = ids(
      event({ is_closed: true }, { type: 'status' }),
      event({ is_closed: true, conversation_key: THREAD }, { type: 'status' }),
      text('Hi'),
    );
    expect(new Set([closed, again, other]).size).toBe(3);
  });
});

describe("a message's id", () => {
  const message = { type: 'text', text: 'Hi' };
  /** The same event with something more in it: in the message, its payload, the event, or around that. */
  const PLACES: readonly ((more: object, said?: object, when?: object) => unknown)[] = [
    (more, said, when) => event({ message: { ...message, ...said, ...more }, ...when }),
    (more, said, when) => event({ message: { ...message, ...said }, ...more, ...when }),
    (more, said, when) => event({ message: { ...message, ...said }, ...when }, { ...more }),
    (more, said, when) => ({ ...more, ...event({ message: { ...message, ...said }, ...when }) }),
  ];

  it("is the vendor's message_id, wherever it stands", () => {
    expect(PLACES.flatMap((place, at) => ids(place({ message_id: `m${at}` })))).toEqual(
      PLACES.map((_place, at) => `${THREAD}:m${at}`),
    );
  });

  it.each(['id', '_id'])("is the vendor's %s, of the message or its payload, where there is no time", (name) => {
    const [inMessage, inPayload] = PLACES.slice(0, 2).flatMap((place, at) => ids(place({ [name]: at })));
    expect([inMessage, inPayload]).toEqual([`${THREAD}:0`, `${THREAD}:1`]);
  });

  describe.each(PLACES)('an id that every message has, in place %#,', (place) => {
    it.each(['id', 'key', '_id'])('%s, is no repetition of another', (name) => {
      const first = place({ [name]: 7 }, {}, { created_at: '2025-02-10 20:21:00' });
      const later = place({ [name]: 7 }, {}, { created_at: '2025-02-10 20:21:03' });
      const other = place({ [name]: 7 }, { text: 'Bye' }, { created_at: '2025-02-10 20:21:00' });
      const made = [first, later, other].flatMap((item) => ids(item));
      expect(new Set(made).size).toBe(3);
      ({ receive } = create());
      expect([first, later, other].flatMap((item) => ids(item))).toEqual(made);
    });
  });

  it('is not that of a block, to which the bot comes back, also without a time', () => {
    const block = event({ message: { type: 'button', key: 'menu', payload: { title: 'Which?', buttons: ['A'] } } });
    expect(events(block)).toMatchObject([{ byContent: true }]);
  });

  it('is not the id of the conversation', () => {
    const [one, two] = [text('one', { key: THREAD }), text('two', { key: THREAD })].flatMap((item) => ids(item));
    expect(one).not.toBe(two);
  });

  it('is unique to its conversation, and of bounded length', () => {
    const other = { ...text('Hi', { id: 1 }), conversation: { key: 'another' } };
    const [one, two, long] = ids(text('Hi', { id: 1 }), other, text('Hi', { id: 'x'.repeat(10_000) }));
    expect(one).not.toBe(two);
    expect(long?.length).toBeLessThan(100);
  });

  it.each([{}, { created_at: '2025-02-10 20:21:03.913000' }])(
    'is made of what %j there is, the same each time',
    (more) => {
      const body = [text('Hi', more), text('Hi', more), text('there', more)];
      const first = ids(...body);
      expect(new Set(first).size).toBe(3);
      now += 5000;
      expect(ids(...body)).toEqual(first);
      ({ receive } = create());
      expect(ids(...body)).toEqual(first);
    },
  );

  it('is another when the same is said later', () => {
    const early = ids(text('Pardon?', { created_at: '2025-02-10 20:21:00' }));
    expect(ids(text('Pardon?', { created_at: '2025-02-10 20:21:03' }))).not.toEqual(early);
  });

  it('may be that of what was said before, where there is neither an id nor a time', () => {
    const before = ids(text('Pardon?'));
    now += 60_000;
    expect(ids(text('Pardon?'))).toEqual(before);
    expect(events(text('Pardon?'))).toMatchObject([{ byContent: true, message: { sentAt: now } }]);
    for (const more of [{ message_id: 'm1' }, { id: 7 }, { created_at: '2025-02-10 20:21:03' }])
      expect(events(text('Pardon?', more))[0]?.byContent).toBeUndefined();
  });

  it('of the end of a conversation may be, too', () => {
    const closed = event({ is_closed: true }, { type: 'conversation_status' });
    expect(events(closed)).toMatchObject([{ kind: 'closed', byContent: true, at: now }]);
  });

  it.each<[string, object]>([
    ['conversation', { ...text('Hi'), conversation: { key: 'another' } }],
    ['kind', event({ message: { type: 'button', text: 'Hi' }, message_by: { type: 'bot' } })],
    ['text', text('Hi!')],
    ['payload', text('Hi', { block: 7 })],
  ])('is another for another %s', (_what, other) => {
    expect(ids(other)).not.toEqual(ids(text('Hi')));
  });
});

describe('when a message was sent', () => {
  const sentAt = (more: object) => messages(text('Hi', more))[0]?.sentAt;
  const TIME = Date.parse('2025-02-10T20:21:03.913Z');

  it.each<[object, number]>([
    [{ created_at: '2025-02-10 20:21:03.913000' }, TIME],
    [{ created_at: '2025-02-10T21:21:03.913+01:00' }, TIME],
    [{ timestamp: TIME }, TIME],
    [{ timestamp: String(TIME) }, TIME],
    [{ timestamp: Math.floor(TIME / 1000) }, TIME - 913],
    [{ time: '2025-02-10T20:21:03.913Z' }, TIME],
    [{ sent_at: 'just now', created_at: '2025-02-10 20:21:03.913' }, TIME],
    [{ created_at: '2025-02-10 20:21:30' }, NOW],
    [{ created_at: '1999-12-31 00:00:00' }, NOW],
    [{ created_at: {} }, NOW],
    [{}, NOW],
  ])('%j', (more, expected) => {
    expect(sentAt(more)).toBe(expected);
  });
});

describe('any JSON', () => {
  const KEYS = [
    ...['events', 'event', 'type', 'payload', 'message', 'message_by', 'conversation', 'visitor', 'key', 'id', 'data'],
    ...['text', 'body', 'title', 'buttons', 'cards', 'fields', 'url', 'min', 'callback', 'created_at', 'is_closed'],
    ...['status', 'sections', 'files', '__proto__', 'constructor', 'toString', 'toJSON'],
  ];
  const VALUES = [
    ...[null, true, 0, 1e21, -1, '', 'Hi', 'message', 'status', 'text', 'button', 'carousel', 'slider', 'form', 'list'],
    ...[
      'image',
      'calendar',
      'file_upload',
      'javascript',
      'location',
      'multi_button',
      'https://x.example/a',
      KEY,
      '\ud800',
    ],
  ];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom<unknown>(...VALUES),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...KEYS), tie('tree'), { maxKeys: 5 }),
    ),
  }));
  const header = { authorization: TOKEN };

  it('yields nothing without the token', () => {
    fc.assert(
      fc.property(
        fc.oneof(tree, fc.jsonValue()),
        fc.option(fc.string(), { nil: undefined }),
        (value, authorization) => {
          const received = call(JSON.stringify(value) ?? '', { authorization });
          expect('refused' in received && ['unauthorized', 'malformed'].includes(received.refused)).toBe(true);
        },
      ),
    );
  });

  it('with the token yields valid events and never throws', () => {
    const message = fc.dictionary(fc.constantFrom(...KEYS), tree, { maxKeys: 6 });
    const item = fc.record({ event: fc.record({ type: fc.constant('message'), payload: fc.record({ message }) }) });
    fc.assert(
      fc.property(fc.oneof(tree, fc.jsonValue(), fc.array(fc.oneof(item, tree))), (value) => {
        const received = call(JSON.stringify(value) ?? '', header);
        if ('refused' in received) return expect(received.refused).toBe('malformed');
        for (const event of received.events) expectValid(event);
      }),
      { numRuns: 1000 },
    );
  });

  it('is bounded', () => {
    const many = Array.from({ length: 3000 }, (_, index) => ({ title: `Button ${index}` }));
    const [buttons] = messages(event({ message: { type: 'button', payload: { title: 'x', buttons: many } } }));
    const [carousel] = messages(event({ message: { type: 'carousel', payload: { title: 'x', cards: many } } }));
    expect([buttons?.choices.length, carousel?.cards.length]).toEqual([100, 100]);
  });

  function expectValid(event: PlatformEvent): void {
    expect(event.kind === 'message' ? event.message.id : event.id).toMatch(/^.{1,150}$/s);
    expect(JSON.parse(JSON.stringify(event))).toEqual(event);
    if (event.kind === 'closed') return;
    const { text, choices, media, cards, inputRequest, sentAt } = event.message;
    expect(sentAt).toBeLessThanOrEqual(NOW);
    if (text !== undefined) expect(text.trim()).not.toBe('');
    for (const { label } of [...choices, ...cards.flatMap((card) => card.choices)]) expect(label.trim()).not.toBe('');
    for (const { url } of media) expect(url ?? 'https://').toMatch(/^(https?|tel|mailto|geo):/);
    const parts = choices.length + media.length + cards.length;
    expect(text !== undefined || inputRequest !== undefined || parts > 0).toBe(true);
  }
});
