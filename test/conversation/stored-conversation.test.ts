import { deduplicateMessages, recordDelivered } from '../../lambda/conversation/deduplicate';
import { fromStored, itemFromStored, toStored } from '../../lambda/conversation/stored-conversation';
import wentOn from '../fixtures/stored-0.1.0/went-on.json';
import { botMessage } from '../support/talk';

const AT = 1_790_000_000_000;
const spoken = { ...botMessage('We open at nine.'), sentAt: AT, channel: 'inline' } as const;

test('a message that an older document says was spoken is not heard again by the other channel', () => {
  // sha256 of what was said, as 0.1.0 and the first versioned documents kept it.
  const fingerprint = recordDelivered('', [spoken], AT).slice(1, 17);
  for (const stored of [
    { turns: 1, said: [], rest: [], told: [{ print: fingerprint, road: 'inline', at: AT }] },
    { v: 1, turns: 1, said: [], rest: [], outbox: [], delivered: [{ fingerprint, channel: 'inline', at: AT }] },
  ]) {
    const { delivered = '' } = fromStored(stored);
    const again = { ...spoken, channel: 'event', sentAt: AT + 900 } as const;
    expect(deduplicateMessages([again], delivered)).toEqual({ fresh: [], delivered: '' });
    expect(deduplicateMessages([spoken], delivered).fresh).toEqual([spoken]);
  }
});

test('what was spoken is known again after it was stored', () => {
  const conversation = { turns: 1, said: [], rest: [], outbox: [], delivered: recordDelivered('', [spoken], AT) };
  expect(fromStored(JSON.parse(JSON.stringify(toStored(conversation))))).toEqual(conversation);
});

describe('a document of 0.1.0', () => {
  const SAID = [{ phrase: 'not-heard' }, { text: 'We open at nine.' }, { phrase: 'goodbye' }];

  test('goes on: what was said to the bot, what is asked, and what was offered', () => {
    const prompt = { kind: 'date' };
    const old = {
      turns: 7,
      rest: ['More of it.'],
      thread: { user: 'anne' },
      unanswered: [{ at: AT, start: true }, { at: AT + 1 }],
      held: [
        { kind: 'text', text: 'tea' },
        { kind: 'text', text: 'friday', prompt },
      ],
      heldAt: AT + 2,
      unproven: [{ session: 's', device: 'd', at: AT, turn: 6, texts: ['We open at nine.'] }],
      prompt,
      offeredNotices: true,
      said: SAID,
    };
    expect(fromStored(old)).toEqual({
      turns: 7,
      rest: ['More of it.'],
      thread: { user: 'anne' },
      outbox: [
        { id: 'sent 0', input: { kind: 'start' }, saidAt: AT, state: 'sent', sentAt: AT },
        { id: 'sent 1', input: { kind: 'text', text: '' }, saidAt: AT + 1, state: 'sent', sentAt: AT + 1 },
        { id: 'queued 0', input: { kind: 'text', text: 'tea' }, saidAt: AT + 2, state: 'queued' },
        {
          id: 'queued 1',
          input: { kind: 'text', text: 'friday', inputRequest: prompt },
          saidAt: AT + 2,
          state: 'queued',
        },
      ],
      unacknowledged: old.unproven,
      inputRequest: prompt,
      offeredNotifications: true,
      said: [{ phrase: 'no-match' }, { text: 'We open at nine.' }, { phrase: 'goodbye' }],
    });
  });

  test('that has nothing of this gets nothing of it, and what waits without a time waits since now', () => {
    const nothing = fromStored({ turns: 1, rest: [] });
    expect(nothing).toEqual({ turns: 1, rest: [], outbox: [], said: [] });
    expect(Object.keys(JSON.parse(JSON.stringify(nothing))).sort()).toEqual(['outbox', 'rest', 'said', 'turns']);
    const before = Date.now();
    const [waits] = fromStored({ held: [{ kind: 'text', text: 'tea' }], heldAt: 'long ago' }).outbox;
    expect(waits?.saidAt).toBeGreaterThanOrEqual(before);
  });

  test.each([
    ['not-heard', 'no-match'],
    ['no-news', 'no-unread'],
    ['offer-notices', 'offer-notifications'],
    ['goodbye', 'goodbye'],
  ])('repeats %s as %s', (old, phrase) => {
    expect(fromStored({ said: [{ phrase: old }] }).said).toEqual([{ phrase }]);
  });
});

test('a document of now with which 0.1.0 went on, while functions were replaced, keeps what both have noted', () => {
  const queued = { id: 'queued 0', input: { kind: 'text', text: 'tea' }, saidAt: AT, state: 'queued' } as const;
  const reply = { session: 's', device: 'd', at: AT, turn: 6, texts: ['We open at nine.'] };
  const now = {
    turns: 7,
    said: [{ phrase: 'no-match' } as const],
    rest: [],
    outbox: [queued],
    unacknowledged: [reply],
    delivered: recordDelivered('', [spoken], AT),
    visited: '2026-09',
  };
  const later = { ...reply, session: 't', at: AT + 60_000, turn: 8, texts: ['On Friday, too.'] };
  // 0.1.0 spreads the document that it has read, and adds its own members to it.
  const written = {
    ...toStored(now),
    turns: 8,
    said: [{ text: 'On Friday, too.' }, { phrase: 'not-heard' }],
    unanswered: [{ at: AT + 50_000 }],
    held: [{ kind: 'text', text: 'and cake' }],
    heldAt: AT + 50_000,
    unproven: [later],
    told: [{ print: 'f9', road: 'event', at: AT + 60_000 }],
    offeredNotices: true,
  };
  const read = fromStored(JSON.parse(JSON.stringify(written)));
  expect(read.outbox.map(({ input, state }) => ('text' in input ? [input.text, state] : []))).toEqual([
    ['tea', 'queued'],
    ['', 'sent'],
    ['and cake', 'queued'],
  ]);
  expect(new Set(read.outbox.map(({ id }) => id)).size).toBe(3);
  expect(read.unacknowledged).toEqual([reply, later]);
  expect(read.delivered).toMatch(new RegExp(`^${now.delivered} ef9`));
  expect(read).toMatchObject({ turns: 8, offeredNotifications: true, visited: '2026-09' });
  expect(read.said).toEqual([{ text: 'On Friday, too.' }, { phrase: 'no-match' }]);
  for (const name of ['unanswered', 'held', 'heldAt', 'unproven', 'told', 'prompt', 'offeredNotices']) {
    expect(read).not.toHaveProperty(name);
  }
  expect(fromStored(toStored(read))).toEqual(read);
});

test('0.1.0 hears an inbox of now and goes on with its document, and what both have noted is there afterwards', () => {
  // What 0.1.0 itself has made of it: test/fixtures/stored-0.1.0/go-on.mjs.
  expect([wentOn.errors, wentOn.heard[0]]).toEqual([
    [],
    expect.arrayContaining(['We have moved.', 'How many are you?']),
  ]);
  const { outbox, unacknowledged, delivered } = fromStored(wentOn.after);
  expect(outbox.map(({ input, state }) => ['text' in input ? input.text : '', state])).toEqual([
    ['do you have tea', 'sent'],
    ['green tea', 'queued'],
    ['', 'sent'],
    ['and some cake', 'queued'],
  ]);
  expect({ unacknowledged, delivered }).toEqual({
    unacknowledged: wentOn.before.unacknowledged,
    delivered: wentOn.before.delivered.join(' '),
  });
});

test('a document of the second version keeps by which channel what was delivered came, and has no record where it had none', () => {
  const delivered = [
    { channel: 'event', fingerprint: 'f1', at: AT },
    { channel: 'inline', fingerprint: 'f2', at: AT },
  ];
  const [event = '', inline = ''] = fromStored({ v: 1, delivered }).delivered?.split(' ') ?? [];
  expect([event[0], inline[0]]).toEqual(['e', 'i']);
  expect(event).toContain('f1');
  expect(inline).toContain('f2');
  expect(JSON.parse(JSON.stringify(fromStored({ v: 1, turns: 1 })))).not.toHaveProperty('delivered');
});

describe('a document of the third version, with arrays of what was spoken and answered', () => {
  const [record = ''] = recordDelivered('', [spoken], AT).split(' ');
  const reply = { question: 'choices', turn: 4 };
  const stored = { v: 2, turns: 4, said: [], rest: [], outbox: [] };

  test('keeps both', () => {
    const read = fromStored({ ...stored, delivered: [record, record], answered: { requests: ['a', 'b'], reply } });
    expect(read).toMatchObject({ delivered: `${record} ${record}`, replied: { requests: 'a b', reply } });
    expect(read).not.toHaveProperty('answered');
    expect(fromStored(toStored(read))).toEqual(read);
  });

  test('keeps what is noted beside it as now, where a server of then has gone on with a document of now', () => {
    const replied = { requests: 'a b', reply: { turn: 3 } };
    const read = fromStored({ ...stored, delivered: record, replied, answered: { requests: ['c'], reply } });
    expect(read).toMatchObject({ delivered: record, replied: { requests: 'a b c', reply } });
    expect(fromStored({ ...stored, delivered: record, replied })).toMatchObject({ delivered: record, replied });
  });
});

test('what 0.1.0 put into the inbox is read: a message, what it asks for and its channel, and the end of a conversation', () => {
  const { channel: _, ...plain } = spoken;
  const prompt = { kind: 'number' };
  expect(itemFromStored({ kind: 'message', message: { ...plain, prompt, road: 'event' } })).toEqual({
    kind: 'message',
    message: { ...plain, inputRequest: prompt, channel: 'event' },
  });
  const read = itemFromStored({ kind: 'message', message: plain });
  expect(read).toEqual({ kind: 'message', message: plain });
  expect(read.kind === 'message' && Object.keys(read.message)).not.toContain('inputRequest');
  expect(itemFromStored({ kind: 'closed', thread: 't' })).toEqual({ kind: 'closed', thread: 't' });
});
