import fc from 'fast-check';
import type { WebhookRequest } from '../../../lambda/conversation/ports/platform';
import { createAdapter } from '../../support/adapter';
import { anyCharacter } from '../../support/any-character';

const NOW = 1_760_000_005_000;
const CHANNEL = 'D9LjuWl0jappznT5';
const TAKEN = { response: { status: 200, body: 'OK' }, events: [] };
const MALFORMED = { refused: 'malformed' };
/** As the vendor's page has it. */
const PAGE = { channelID: CHANNEL, message: 'Welcome', userID: 9, timestamp: 1_760_000_000_000 };

const platform = createAdapter(
  'klaunch',
  {
    url: 'https://klaunch.example/api',
    channelID: CHANNEL,
    token: 'token',
    hashtag: '#hotel',
  },
  { now: () => NOW },
);

afterAll(() => platform.close());

function request(body: string, method: WebhookRequest['method'] = 'POST'): WebhookRequest {
  return { method, headers: { 'content-type': 'application/json' }, query: new URLSearchParams(), body };
}

const receiveText = (body: string) => platform.receive(request(body));
const receive = (more: object = {}) => receiveText(JSON.stringify({ ...PAGE, ...more }));

/** The one message that a body brings. */
function read(received: ReturnType<typeof receive>) {
  if ('refused' in received) throw new Error(received.refused);
  expect(received.response).toEqual({ status: 200, body: 'OK' });
  const [event, ...others] = received.events;
  if (event?.kind !== 'message' || others.length > 0) throw new Error('not one message');
  return event;
}

const message = (more: object = {}) => read(receive(more)).message;

describe('a message', () => {
  it('of the bot', () => {
    expect(read(receive())).toEqual({
      kind: 'message',
      to: { thread: '9' },
      message: {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        from: { kind: 'bot' },
        text: 'Welcome',
        choices: [],
        media: [],
        cards: [],
        sentAt: 1_760_000_000_000,
      },
    });
  });

  it('keeps markup and emoji for those who speak it', () => {
    const text = ' <b>Hi</b> & *you* 😀\n\nhttps://x.example ';
    expect(message({ message: text }).text).toBe(text);
  });

  it('of an agent', () => {
    expect(message({ adminID: 3 }).from).toEqual({ kind: 'agent', id: '3' });
    expect(read(receiveText(`{"adminID":9007199254740993,${JSON.stringify(PAGE).slice(1)}`)).message.from).toEqual({
      kind: 'agent',
      id: '9007199254740993',
    });
    expect(message({ adminID: 'rosa' }).from).toEqual({ kind: 'agent', id: 'rosa' });
  });

  it.each([null, '', false, {}, []])('with %j for an adminID is of the bot', (adminID) => {
    expect(message({ adminID }).from).toEqual({ kind: 'bot' });
  });

  it('offers quick replies, and skips what is none', () => {
    const quickReplies = ['Yes', 'No ✅', '', ' ', 7, null, { title: 'x' }, ['y']];
    expect(message({ quickReplies }).choices).toEqual([{ label: 'Yes' }, { label: 'No ✅' }]);
    for (const wrong of [null, 'Yes', 7, { 0: 'Yes' }]) expect(message({ quickReplies: wrong }).choices).toEqual([]);
  });

  it('brings attachments in the order in which they stand in the text', () => {
    const attachments = [
      { url: 'https://x.example/last' },
      { offset: 7, url: 'https://x.example/c.MP4?v=1#t' },
      { offset: 0, url: 'https://x.example/a.png' },
      { offset: 'x', url: 'https://x.example/d.mp3' },
      { offset: 0, url: 'http://x.example/b.pdf' },
    ];
    expect(message({ attachments })).toMatchObject({
      text: 'Welcome',
      media: [
        { kind: 'image', url: 'https://x.example/a.png' },
        { kind: 'file', url: 'http://x.example/b.pdf' },
        { kind: 'video', url: 'https://x.example/c.MP4?v=1#t' },
        { kind: 'file', url: 'https://x.example/last' },
        { kind: 'audio', url: 'https://x.example/d.mp3' },
      ],
    });
  });

  it('shows only web addresses, and says that the rest is there', () => {
    const urls = [
      'data:image/png;base64,AAAA',
      '/files/a.jpg',
      'javascript:alert(1)',
      `https://x.example/${'a'.repeat(3000)}`,
      'https://x.example/a b',
    ];
    expect(message({ attachments: urls.map((url) => ({ offset: 0, url })) }).media).toEqual([
      { kind: 'image' },
      { kind: 'image' },
      { kind: 'file' },
      { kind: 'file' },
      { kind: 'file' },
    ]);
  });

  it.each([null, 'x', {}, [null, 7, 'x', {}, { url: 7 }, { url: ' ' }, []]])('has no media in %j', (attachments) => {
    expect(message({ attachments }).media).toEqual([]);
  });

  it.each([undefined, null, ''])('may have %j for words beside something else', (message) => {
    const picture = [{ offset: 0, url: 'https://x.example/a.png' }];
    expect(read(receive({ message, attachments: picture })).message).toMatchObject({ media: [{ kind: 'image' }] });
    expect(read(receive({ message, quickReplies: ['Yes'] })).message).toMatchObject({ choices: [{ label: 'Yes' }] });
  });

  it('may be a number', () => {
    expect(message({ message: 7 }).text).toBe('7');
  });

  it('may have no words', () => {
    const picture = [{ offset: 0, url: 'https://x.example/a.png' }];
    expect(message({ message: '', attachments: picture })).not.toHaveProperty('text');
    expect(message({ message: '', quickReplies: ['Yes'] }).choices).toHaveLength(1);
    expect(receive({ message: ' ' })).toEqual(TAKEN);
  });

  it('is bounded', () => {
    const quickReplies = Array.from({ length: 5000 }, (_, index) => `reply ${index}`);
    const attachments = quickReplies.map((_, offset) => ({ offset, url: 'https://x.example/a.png' }));
    const { choices, media } = message({ quickReplies, attachments });
    expect([choices.length, media.length]).toEqual([100, 100]);
  });

  it('ignores what the page does not know', () => {
    expect(message({ html: '<b>', admin: 1, id: 7 }).from).toEqual({ kind: 'bot' });
    expect(read(receiveText(`{"__proto__":{"adminID":1},${JSON.stringify(PAGE).slice(1)}`)).message).toEqual(message());
  });
});

describe('the user', () => {
  it.each([
    ['9', '9'],
    ['0', '0'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740993', '9007199254740993'],
    ['"9007199254740993"', '9007199254740993'],
    ['"9"', '9'],
    ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ])('%s is thread %s', (written, thread) => {
    const rest = JSON.stringify({ ...PAGE, userID: undefined }).slice(1);
    expect(read(receiveText(`{"userID": ${written} ,${rest}`)).to).toEqual({ thread });
  });
});

describe('the time', () => {
  it.each([
    [1_760_000_000_000, 1_760_000_000_000],
    [1_760_000_000_000.6, 1_760_000_000_001],
    [NOW - 20 * 3_600_000, NOW - 20 * 3_600_000],
    [NOW + 14 * 3_600_000, NOW + 14 * 3_600_000],
    [1_760_000_000, 1_760_000_000_000],
    [0, NOW],
    [-1, NOW],
    [1e300, NOW],
    [NOW + 48 * 3_600_000, NOW],
  ])('%d is %d', (timestamp, sentAt) => {
    expect(message({ timestamp }).sentAt).toBe(sentAt);
  });

  it.each<[unknown, number]>([
    ['1760000000000', 1_760_000_000_000],
    [' 1760000000000.6 ', 1_760_000_000_000],
    ['1760000000', 1_760_000_000_000],
    ['2025-10-09T08:53:20Z', 1_760_000_000_000],
    ['2025-10-09T10:53:20.000+02:00', 1_760_000_000_000],
    ['2025-10-09 08:53:20', 1_760_000_000_000],
    ['2024-10-09T08:53:20Z', NOW],
    ['now', NOW],
    ['', NOW],
    [null, NOW],
    [undefined, NOW],
    [true, NOW],
    [[1], NOW],
  ])('%j is taken, as %d', (timestamp, sentAt) => {
    expect(message({ timestamp })).toMatchObject({ text: 'Welcome', sentAt });
  });

  it('without end is now', () => {
    const body = JSON.stringify(PAGE);
    for (const number of ['1e999', '9'.repeat(400)]) {
      expect(read(receiveText(body.replace('1760000000000', number))).message.sentAt).toBe(NOW);
    }
  });

  it('in nanoseconds is now, and still tells messages apart', () => {
    const rest = JSON.stringify({ ...PAGE, timestamp: undefined }).slice(1);
    const [one, two] = ['1760000000000000001', '1760000000000000002'].map(
      (timestamp) => read(receiveText(`{"timestamp":${timestamp},${rest}`)).message,
    );
    expect([one?.sentAt, two?.sentAt]).toEqual([NOW, NOW]);
    expect(one?.id).not.toBe(two?.id);
  });
});

describe('the id', () => {
  it('is the same for a repetition, whenever it comes and however it is written', () => {
    const attachments = [{ offset: 3, url: 'https://x.example/a.png' }];
    const body = { ...PAGE, adminID: 3, quickReplies: ['Yes'], attachments };
    const later = createAdapter(
      'klaunch',
      {
        url: 'https://klaunch.example/api',
        channelID: CHANNEL,
        token: 'another',
        hashtag: '#other',
      },
      { now: () => NOW + 40 * 24 * 3_600_000 },
    );
    const again = later.receive(request(JSON.stringify(Object.fromEntries(Object.entries(body).reverse()), null, 2)));
    expect(read(again).message.id).toBe(message(body).id);
  });

  it('is the same for a time in another form', () => {
    const forms = [1_760_000_000_000, '1760000000000', '2025-10-09T08:53:20Z', '2025-10-09T08:53:20.000Z'];
    expect(new Set(forms.map((timestamp) => message({ timestamp }).id)).size).toBe(1);
  });

  it('without a time is the same for a repetition, and another for other words', () => {
    const once = message({ timestamp: undefined }).id;
    expect(message({ timestamp: null }).id).toBe(once);
    expect(message({ timestamp: undefined, message: 'Welcome back' }).id).not.toBe(once);
    expect(message().id).not.toBe(once);
  });

  it('without a time is marked as one that may be said again', () => {
    const isByContent = (timestamp: unknown) => read(receiveText(JSON.stringify({ ...PAGE, timestamp }))).byContent;
    expect([undefined, 'now', 1_760_000_000_000].map(isByContent)).toEqual([true, true, undefined]);
  });

  it('is another for another message', () => {
    const changes = [
      {},
      { userID: 10 },
      { timestamp: 1_760_000_000_001 },
      { timestamp: 1 },
      { timestamp: 2 },
      { message: 'Welcome ' },
      { adminID: 3 },
      { adminID: 4 },
      { quickReplies: ['a', 'b'] },
      { quickReplies: ['ab'] },
      { attachments: [{ offset: 0, url: 'https://x.example/a.png' }] },
      { attachments: [{ offset: 0, url: 'data:image/png;base64,AAAA' }] },
      { attachments: [{ offset: 0, url: 'data:image/png;base64,BBBB' }] },
    ];
    expect(new Set(changes.map((change) => message(change).id)).size).toBe(changes.length);
  });
});

describe('what has no effect', () => {
  it.each<[string, object]>([
    ['a sample of another channel', { channelID: 'CHANNEL_ID' }],
    ['a sample with nothing right', { channelID: 'CHANNEL_ID', userID: 'x', message: 7, timestamp: null }],
    ['a channel in another case', { channelID: CHANNEL.toLowerCase() }],
    ['a longer channel', { channelID: `${CHANNEL}x` }],
    ['no channel', { channelID: undefined }],
    ['a list of channels', { channelID: [CHANNEL] }],
    ['a channel of null', { channelID: null }],
  ])('%s is taken and ignored', (_what, more) => {
    expect(receive(more)).toEqual(TAKEN);
  });

  it('a look whether we are there', () => {
    expect(platform.receive(request('', 'GET'))).toEqual(TAKEN);
    expect(platform.receive(request(JSON.stringify(PAGE), 'GET'))).toEqual(TAKEN);
  });

  it.each(['', ' ', '{', 'x', 'null', '7', '"x"', '[]', JSON.stringify([PAGE]), JSON.stringify(PAGE).slice(0, -1)])(
    'a body of %j is malformed',
    (body) => {
      expect(receiveText(body)).toEqual(MALFORMED);
    },
  );

  it('a body that is nested too deep is malformed', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(receiveText(`{"attachments":${deep},${JSON.stringify(PAGE).slice(1)}`)).toEqual(MALFORMED);
  });

  it('a form is malformed', () => {
    expect(receiveText(new URLSearchParams({ channelID: CHANNEL, message: 'x' }).toString())).toEqual(MALFORMED);
  });

  it.each<[string, unknown[]]>([
    ['userID', [undefined, null, '', 'x', ' 9', '9 ', '1.5', '1e3', '01', '-1', -1, 1.5, 1e300, true, [9], {}]],
    ['message', [undefined, null, true, ['Welcome'], { text: 'Welcome' }]],
  ])('without a readable %s it is malformed', (name, values) => {
    for (const value of values) expect([value, receive({ [name]: value })]).toEqual([value, MALFORMED]);
  });

  it('a number without end is no user', () => {
    const body = JSON.stringify(PAGE);
    expect(receiveText(body.replace(':9,', `:${'9'.repeat(400)},`))).toEqual(MALFORMED);
  });
});

describe('anything at all', () => {
  const word = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(9, '9', 'Hi', ['Yes'], NOW));
  const attachment = fc.record({ offset: word, url: word }, { requiredKeys: [] });
  const body = fc.record(
    {
      channelID: fc.constantFrom<unknown>(CHANNEL, CHANNEL, CHANNEL, 'x', 7),
      userID: fc.oneof({ arbitrary: fc.nat(), weight: 3 }, { arbitrary: word, weight: 1 }),
      message: fc.oneof({ arbitrary: fc.string({ unit: anyCharacter }), weight: 3 }, { arbitrary: word, weight: 1 }),
      timestamp: fc.oneof({ arbitrary: fc.double(), weight: 3 }, { arbitrary: word, weight: 1 }),
      quickReplies: fc.oneof(fc.array(fc.oneof(fc.string(), word)), word),
      attachments: fc.oneof(fc.array(fc.oneof(attachment, word)), word),
      adminID: word,
    },
    { requiredKeys: ['channelID'] },
  );

  it('is a valid message, ignored or malformed', () => {
    fc.assert(
      fc.property(fc.oneof(body, fc.jsonValue()), (value) => {
        const received = receiveText(JSON.stringify(value));
        if ('refused' in received) return expect(received).toEqual(MALFORMED);
        expect(received.response.status).toBe(200);
        expect(received.events.length).toBeLessThanOrEqual(1);
        for (const event of received.events) {
          if (event.kind !== 'message') throw new Error('nothing closes here');
          expect(event.to.thread).toMatch(/^\d+$/);
          const { id, text, choices, media, sentAt } = event.message;
          expect(id).toMatch(/^[0-9a-f]{32}$/);
          expect(Number.isSafeInteger(sentAt)).toBe(true);
          expect((text ? 1 : 0) + choices.length + media.length).toBeGreaterThan(0);
          expect(JSON.parse(JSON.stringify(event))).toEqual(event);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is never thrown at, JSON or not', () => {
    const pieces = fc.constantFrom('{', '}', '"channelID"', ':', `"${CHANNEL}"`, ',', '9', '[', ']', '\\', '\u0000');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: anyCharacter }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          expect(() => receiveText(text)).not.toThrow();
        },
      ),
    );
  });
});
