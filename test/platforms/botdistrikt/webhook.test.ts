import fc from 'fast-check';
import type { PlatformEvent, Received, WebhookRequest } from '../../../lambda/conversation/ports/platform';
import { createReceiver } from '../../../lambda/platforms/botdistrikt/webhook';
import { startWebhookReceiver, type WebhookReceiver } from '../../../operator/contract/webhook-receiver';
import { type BotDistriktServer, startBotDistrikt } from '../../../simulator/platforms/botdistrikt';
import { EVENT_SHAPE_NAMES } from '../../../simulator/platforms/botdistrikt-events';
import { REPLY_SHAPES, type ReplyShape } from '../../../simulator/platforms/botdistrikt-shapes';
import { createAdapter } from '../../support/adapter';
import { anyCharacter } from '../../support/any-character';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const ID = 'h3xh3xh3xh3xh3xh3xh3xh3xh3xh3xh3';

let clock: number;
let receive: (request: WebhookRequest) => Received;
beforeEach(() => {
  clock = NOW;
  receive = createReceiver(() => clock);
});

const request = (body: unknown, source?: string, id?: string): WebhookRequest => ({
  method: 'POST',
  headers: { 'x-botdistrikt-source': source, 'x-botdistrikt-source-id': id },
  query: new URLSearchParams(),
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

function eventsOf(received: Received): readonly PlatformEvent[] {
  if ('refused' in received) throw new Error(`refused: ${received.refused}`);
  expect(received.response).toEqual({ status: 200, body: 'OK' });
  return received.events;
}

/** What an event tells, message by message. */
function messages(body: unknown, source: string | undefined = 'bot', id?: string) {
  return eventsOf(receive(request(body, source, id))).map((event) => {
    if (event.kind !== 'message') throw new Error('not a message');
    return event.message;
  });
}

const ids = (body: unknown, source?: string, id?: string) => messages(body, source, id).map((message) => message.id);
const texts = (body: unknown) => messages(body).map(({ text }) => text);

describe('who speaks', () => {
  const body = { webchat_id: ID, text: 'Hi' };

  it.each<[string, string | undefined, string | undefined, object]>([
    ['an agent', 'human', '77', { kind: 'agent', id: '77' }],
    ['an agent without a number', 'human', undefined, { kind: 'agent' }],
    ['a broadcast', 'broadcast', '12', { kind: 'broadcast', id: '12' }],
    ['the bot', 'bot', '5', { kind: 'bot' }],
    ['nobody named', undefined, undefined, { kind: 'bot' }],
    ['somebody unknown', 'robot', '5', { kind: 'bot' }],
    ['an agent in capitals', ' Human ', ' 77 ', { kind: 'agent', id: '77' }],
  ])('%s', (_who, source, id, from) => {
    expect(messages(body, source ?? '', id)[0]?.from).toEqual(from);
    expect(receive(request(body, source, id))).toMatchObject({ events: [{ message: { from } }] });
  });

  it.each(['user', 'visitor', 'Customer', 'system'])('is not heard as %s', (source) => {
    expect(receive(request(body, source, '5'))).toMatchObject({ response: { status: 200 }, events: [] });
  });

  it('comes by the channel of events only where the answer of a send brings the same', () => {
    expect(['bot', '', 'human', 'broadcast'].map((source) => messages(body, source)[0]?.channel)).toEqual([
      'event',
      'event',
      undefined,
      undefined,
    ]);
  });

  it.each<object>([
    { agent: { name: 'Rosa Lind' } },
    { team_member: { first_name: 'Rosa', last_name: 'Lind' } },
    { agent_name: 'Rosa Lind' },
    { from: { webchat_id: ID, name: 'Guest' }, author: { full_name: 'Rosa Lind' } },
    { data: { sender: { display_name: 'Rosa Lind' } } },
  ])("finds an agent's name in %j", (more) => {
    expect(messages({ ...body, ...more }, 'human', '77')[0]?.from).toEqual({
      kind: 'agent',
      id: '77',
      name: 'Rosa Lind',
    });
  });

  it("knows no name where there is none but the user's", () => {
    const user = { webchat_id: ID, first_name: 'Guest', name: 'Guest' };
    const [message] = messages({ user, bot_user: user, from: 'human', text: 'Hi' }, 'human');
    expect(message?.from).toEqual({ kind: 'agent' });
  });
});

describe('whom it is for', () => {
  it.each<[string, string]>([
    [`{"webchat_id":"${ID}","text":"Hi"}`, ID],
    [`{"user":{"webchat_id":"${ID}"},"text":"Hi"}`, ID],
    [`{"bot_user":{"id":7,"webchat_id":"webchat.zbqr0d"},"text":"Hi"}`, 'webchat.zbqr0d'],
    [`{"message":{"webchat_id":"${ID}","text":"Hi"}}`, ID],
    [`{"data":{"webchat_id":"${ID}","text":"Hi"}}`, ID],
    [`{"data":{"bot_user":{"webchat_id":"${ID}"},"messages":["Hi"]}}`, ID],
    [`{"webchat_id":"","user":{"webchat_id":"${ID}"},"text":"Hi"}`, ID],
    ['{"webchat_id":1234,"text":"Hi"}', '1234'],
    ['{"user":{"webchat_id":90071992547409931},"text":"Hi"}', '90071992547409931'],
  ])('%s', (body, webchatId) => {
    expect(eventsOf(receive(request(body)))).toMatchObject([
      { kind: 'message', to: { key: webchatId, thread: webchatId }, message: { text: 'Hi' } },
    ]);
  });

  it.each([
    ['nobody', '{"text":"Hi"}'],
    ['somebody elsewhere in it', `{"list":[{"webchat_id":"${ID}"}],"text":"Hi"}`],
    ['an object', '{"webchat_id":{"id":1},"text":"Hi"}'],
    ['true', '{"webchat_id":true,"text":"Hi"}'],
    ['half a number', '{"webchat_id":1.5,"text":"Hi"}'],
    ['a number without its digits', '{"webchat_id":1e30,"text":"Hi"}'],
    ['a text with blanks', '{"webchat_id":"a b","text":"Hi"}'],
    ['a text too long', `{"webchat_id":"${'x'.repeat(600)}","text":"Hi"}`],
    ['the prototype', '{"__proto__":{"webchat_id":"x"},"text":"Hi"}'],
  ])('refuses %s', (_what, body) => {
    expect(receive(request(body))).toEqual({ refused: 'malformed' });
  });

  it.each(['', ' ', '[]', `[{"webchat_id":"${ID}"}]`, '"x"', '7', 'null', '{', `{"webchat_id":"${ID}","text":"H`])(
    'refuses %j, which is no JSON object',
    (body) => {
      expect(receive(request(body))).toEqual({ refused: 'malformed' });
    },
  );

  it('refuses what is nested without end', () => {
    const body = `{"webchat_id":"${ID}","data":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    expect(receive(request(body))).toEqual({ refused: 'malformed' });
  });
});

describe('what is said', () => {
  it.each<[object, string[]]>([
    [{ responses: ['Hi', { text: 'there' }] }, ['Hi', 'there']],
    [{ response: { text: 'Hi' } }, ['Hi']],
    [{ messages: [{ message: 'Hi' }] }, ['Hi']],
    [{ message: 'Hi' }, ['Hi']],
    [{ message: { text: 'Hi' } }, ['Hi']],
    [{ data: { message: { text: 'Hi' } } }, ['Hi']],
    [{ bot_message: { text: 'Hi' } }, ['Hi']],
    [{ event: { type: 'message', message: { text: 'Hi' } } }, ['Hi']],
    [{ event: 'message', payload: { text: 'Hi' } }, ['Hi']],
    [{ message: { text: 'what was said' }, responses: ['Hi'] }, ['Hi']],
  ])('%j', (body, expected) => {
    expect(texts({ user: { webchat_id: ID }, ...body })).toEqual(expected);
  });

  it('may have choices', () => {
    const [message] = messages({ webchat_id: ID, responses: ['Tea?'], quick_replies: ['Yes', 'No'] });
    expect(message?.choices.map(({ label }) => label)).toEqual(['Yes', 'No']);
  });

  it.each([{}, { message: null }, { responses: [] }, { type: 'typing' }, { message: '' }, { text: {} }])(
    'is nothing in %j, which is taken all the same',
    (body) => {
      expect(messages({ webchat_id: ID, ...body })).toEqual([]);
    },
  );
});

test('a visit to the address is answered, and tells nothing', () => {
  expect(eventsOf(receive({ ...request(''), method: 'GET' }))).toEqual([]);
});

describe('repetitions', () => {
  const say = (more: object = {}, source?: string, id?: string) =>
    ids({ webchat_id: ID, text: 'Hi', ...more }, source, id)[0];

  const isByContent = (more: object) =>
    eventsOf(receive(request({ webchat_id: ID, text: 'Hi', ...more })))[0]?.byContent;

  it.each([1, 9000, 60_000])('without any time, the same words %i ms later may have been said again', (later) => {
    const first = say();
    clock += later;
    expect(say()).toBe(first);
    expect(isByContent({})).toBe(true);
    expect(messages({ webchat_id: ID, text: 'Hi' })[0]?.sentAt).toBe(clock);
  });

  it('all processes give the same id', () => {
    const other = createReceiver(() => clock + 20_000);
    const [event] = eventsOf(other(request({ webchat_id: ID, text: 'Hi' }, 'bot')));
    expect(event).toMatchObject({ message: { id: say() } });
  });

  it.each([
    ['milliseconds', (at: number) => ({ timestamp: at })],
    ['digits', (at: number) => ({ sent_at: String(at) })],
    ['seconds', (at: number) => ({ time: at / 1000 })],
    ['ISO 8601', (at: number) => ({ message: { text: 'Hi', created_at: new Date(at).toISOString() } })],
    [
      'a time of no zone',
      (at: number) => ({ timestamp: new Date(at).toISOString().replace('T', ' ').replace('Z', '') }),
    ],
    ['a zone of its own', (at: number) => ({ timestamp: new Date(at).toISOString().replace('.000Z', '+0000') })],
  ])("are told by the vendor's time, in %s, hours later too", (_form, at) => {
    const first = say(at(NOW - 5000));
    expect(messages({ webchat_id: ID, text: 'Hi', ...at(NOW - 5000) })[0]?.sentAt).toBe(NOW - 5000);
    expect(say(at(NOW - 2000))).not.toBe(first);
    expect(isByContent(at(NOW - 5000))).toBeUndefined();
    clock += 5 * 3_600_000;
    expect(say(at(NOW - 5000))).toBe(first);
    // By a clock that has jumped.
    clock += 7 * 24 * 3_600_000;
    expect(say(at(NOW - 5000))).toBe(first);
  });

  it.each<[string, object]>([
    ['the date of some content', { timestamp: '2019-01-01T00:00:00Z' }],
    ['a time to come', { timestamp: NOW + 3_600_000 }],
    ['no time', { timestamp: 'yesterday' }],
    ['the day on which the user registered', { created_at: NOW - 3_600_000 }],
    ['an object', { timestamp: { at: NOW } }],
  ])('are not told by %s', (_what, more) => {
    expect(messages({ webchat_id: ID, text: 'Hi', ...more })[0]?.sentAt).toBe(NOW);
    expect(isByContent(more)).toBe(true);
  });

  it("are not told by the vendor's id alone, which may be of a content that is sent again and again", () => {
    expect(say({ id: 'story-7' })).not.toBe(say({ id: 'story-8' }));
    expect(isByContent({ id: 'story-7' })).toBe(true);
  });

  it('differ by id, user, source, sender and words', () => {
    const all = [
      say(),
      say({ id: 1 }),
      say({ id: 2 }),
      say({ webchat_id: 'another' }),
      say({}, 'human'),
      say({}, 'human', '1'),
      say({}, 'human', '2'),
      say({}, 'broadcast', '2'),
      say({ text: 'hi' }),
      say({ quick_replies: ['Hi'] }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('within one webhook are no repetitions, and the whole webhook again is one', () => {
    const body = { webchat_id: ID, responses: ['Hi', 'Hi', 'there'] };
    const first = ids(body);
    expect(new Set(first).size).toBe(3);
    expect(ids(body)).toEqual(first);
  });

  it('are found behind addresses that were signed anew', () => {
    const image = (signature: string) => ({ image: `https://x.example/a.png?signature=${signature}` });
    expect(say(image('a'))).toBe(say(image('b')));
  });

  it('have ids that the store takes', () => {
    expect(say({ webchat_id: 'x'.repeat(512), id: 'y'.repeat(1000) })?.length).toBeLessThanOrEqual(200);
  });
});

describe('any JSON', () => {
  const keys = ['webchat_id', 'user', 'bot_user', 'message', 'data', 'event', 'responses', 'text', 'id', 'timestamp'];
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.constantFrom<unknown>(null, true, 0, 1.5, 2 ** 53 + 2, '', ID, NOW, '2026-03-01 11:59'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys, 'agent', 'created_at', '__proto__', 'constructor'), tie('tree'), {
        maxKeys: 5,
      }),
    ),
  }));
  const sources = fc.constantFrom<string | undefined>('human', 'broadcast', 'bot', undefined, '', '\u0000');

  it('is refused or read, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(tree, fc.jsonValue()), sources, (value, source) => {
        const received = receive(request(JSON.stringify(value), source, source));
        if ('refused' in received) return expect(received).toEqual({ refused: 'malformed' });
        for (const event of received.events) {
          if (event.kind !== 'message') throw new Error('not a message');
          expect(event.to.key).toMatch(/^[\x21-\x7e]+$/);
          expect(event.message.sentAt).toBeLessThanOrEqual(NOW);
          expect(event.message.sentAt).toBeGreaterThan(NOW - 90_000_000);
          expect(JSON.parse(JSON.stringify(event))).toEqual(event);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('cut off or broken is refused or read, and never throws', () => {
    const whole = JSON.stringify({ user: { webchat_id: ID }, responses: ['Hi', { text: 'there' }] });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.string({ unit: anyCharacter, maxLength: 3 }), (end, junk) => {
        const received = receive(request(whole.slice(0, end) + junk));
        expect('refused' in received || received.response.status === 200).toBe(true);
      }),
    );
  });
});

describe('from the vendor', () => {
  let vendor: BotDistriktServer;
  let receiver: WebhookReceiver;
  let said: () => unknown[];
  let tell: () => Promise<unknown>;
  let closeAll: () => Promise<void>;

  beforeEach(async () => {
    vendor = await startBotDistrikt({ bot: { reply: () => [{ text: 'One' }, { text: 'Two' }] } });
    const platform = createAdapter('botdistrikt', {
      baseUrl: vendor.baseUrl,
      webchatAppId: vendor.environment.BOTDISTRIKT_WEBCHAT_APP_ID ?? '',
      domain: vendor.environment.BOTDISTRIKT_DOMAIN ?? '',
    });
    receiver = await startWebhookReceiver(platform);
    vendor.sendWebhooksTo(receiver.url);
    const thread = await platform.open({ key: ID, locale: 'en-US' }, AbortSignal.timeout(5000));
    tell = () => platform.send(thread, { kind: 'text', text: 'hello' }, AbortSignal.timeout(5000));
    said = () =>
      receiver.events.map(
        (event) => event.kind === 'message' && [event.to.key, event.message.from, event.message.text],
      );
    closeAll = async () => {
      await platform.close();
      await receiver.close();
      await vendor.close();
    };
  });

  afterEach(() => closeAll());

  it.each(EVENT_SHAPE_NAMES)('reads the event shape %s', async (shape) => {
    vendor.events.shape = shape;
    expect(await vendor.agentSays(ID, 'Rosa here', { id: 77, name: 'Rosa' })).toBe(200);
    expect(await vendor.broadcast(ID, 'We moved', 12)).toBe(200);
    await tell();
    await vendor.idle();
    expect(said()).toEqual([
      [ID, { kind: 'agent', id: '77', name: 'Rosa' }, 'Rosa here'],
      [ID, { kind: 'broadcast', id: '12' }, 'We moved'],
      [ID, { kind: 'bot' }, 'One'],
      [ID, { kind: 'bot' }, 'Two'],
    ]);
  });

  it.each(Object.keys(REPLY_SHAPES) as ReplyShape[])('reads responses as %s', async (replyShape) => {
    vendor.events.replyShape = replyShape;
    await vendor.agentSays(ID, 'Rosa here', { id: 77, name: 'Rosa' });
    expect(said()).toEqual([[ID, { kind: 'agent', id: '77', name: 'Rosa' }, 'Rosa here']]);
  });

  it.each(
    EVENT_SHAPE_NAMES.flatMap((shape) =>
      (['milliseconds', 'seconds', 'iso', 'none'] as const).flatMap((times) =>
        (['none', 'unique', 'static'] as const).map((ids) => ({ shape, times, ids })),
      ),
    ),
  )('knows a webhook that comes twice, as %j', async (events) => {
    Object.assign(vendor.events, events);
    vendor.deliveries.copies = 2;
    await tell();
    await vendor.idle();
    const ids = receiver.events.map((event) => (event.kind === 'message' ? event.message.id : ''));
    expect([ids.length, new Set(ids).size]).toEqual([4, 2]);
  });
});
