import { NO_BACKGROUND_CALLS } from '../../lambda/conversation/background-calls';
import { type Conversation, NEW_CONVERSATION } from '../../lambda/conversation/conversation';
import { type DeliveryContext, type DeliveryOptions, deliver } from '../../lambda/conversation/delivery';
import type { Exchange } from '../../lambda/conversation/exchange';
import type { Message, Sender } from '../../lambda/conversation/message';
import type { Outgoing } from '../../lambda/conversation/outbox';
import type { Platform } from '../../lambda/conversation/ports/platform';
import type { Unread } from '../../lambda/conversation/ports/store';
import { AloudError, type ErrorCode } from '../../lambda/errors';
import { voiceFor } from '../../lambda/speech/voice';
import { botMessage, scriptedPlatform } from '../support/talk';

const NOW = 1_790_000_000_000;
const MINUTE = 60_000;
const voice = voiceFor('en-US');
const { platform } = scriptedPlatform(() => []);
const rosa: Sender = { kind: 'agent', name: 'Rosa' };
const all: Sender = { kind: 'broadcast' };

const EXCHANGE: Exchange = {
  ...{ thread: { user: 'anne' }, inline: [], changes: [], own: new Set(), withdrawals: 0, late: false, came: [] },
  ...{ firstAnswers: new Set(), sends: [], answered: false, unsure: false },
};
const before: Conversation = { ...NEW_CONVERSATION, turns: 4, thread: { user: 'anne' } };
const silent = { phrase: 'nothing-new', question: 'anything-else' } as const;

let count = 0;
const item = (message: Partial<Message>): Unread => ({
  ref: `ref ${count++}`,
  item: { kind: 'message', message: { ...botMessage('Hello.'), sentAt: NOW, ...message } },
});
const said = (state: Outgoing['state'], more: Partial<Outgoing> = {}): Outgoing => ({
  ...{ id: 'one', input: { kind: 'text', text: 'tea' }, saidAt: NOW, state },
  ...(state === 'sent' && { sentAt: NOW }),
  ...more,
});
const failed = (code: ErrorCode) => new AloudError(code, 'it failed');

interface Given extends Partial<Omit<DeliveryContext, 'options' | 'known'>> {
  readonly conversation?: Partial<Conversation>;
  readonly options?: Partial<DeliveryOptions>;
  /** What waits since before the turn. */
  readonly late?: readonly Unread[];
  readonly fresh?: readonly Unread[];
}

function delivered({ conversation, options, late = [], fresh = [], ...more }: Given) {
  const newest = { ...before, ...conversation };
  return deliver(newest, [...late, ...fresh], {
    ...{ platform, background: NO_BACKGROUND_CALLS, voice, exchange: undefined, before: newest, now: NOW },
    known: new Set(late.map(({ ref }) => ref)),
    notifications: { available: true, subscribed: undefined },
    options: { silent, people: 'aside', ...options },
    ...more,
  });
}
const textsOf = ({ reply }: Awaited<ReturnType<typeof deliver>>) =>
  reply.parts.map((part) => ('text' in part ? part.text : part.phrase));

describe('a late message of the bot', () => {
  const [late, more, unsure] = (['late', 'more', 'unsure'] as const).map((kind) => voice.introduce({ kind }));
  const start = said('sent', { id: 'start', input: { kind: 'start' } });

  test.each<[string, readonly Outgoing[], string | undefined]>([
    ['answers what was asked', [said('sent')], late],
    ['answers what was asked two minutes ago', [said('sent', { sentAt: NOW - 2 * MINUTE + 1 })], late],
    ['answers nothing older', [said('sent', { sentAt: NOW - 2 * MINUTE })], more],
    ['answers nothing that was asked long after it', [said('sent', { sentAt: NOW + 2 * MINUTE })], more],
    ['answers nothing that was not asked yet', [said('queued')], more],
    ['comes of its own accord', [], more],
    ['greets', [start], undefined],
    ['answers the question, and not the beginning', [start, said('sent')], late],
    ['answers one of several', [said('sent'), said('sent', { id: 'two' })], unsure],
  ])('%s', async (_what, outbox, introduction) => {
    const texts = textsOf(await delivered({ conversation: { outbox }, late: [item({ text: 'Tea.' })] }));
    expect(texts).toEqual(introduction === undefined ? ['Tea.'] : [introduction, 'Tea.']);
  });
});

describe('how it went to speak to the bot', () => {
  const late = { ...EXCHANGE, late: true };
  const promised = { late: 'promised' } as const;

  test.each<[string, Given, readonly string[], string]>([
    ['well, and there is nothing to say', { exchange: EXCHANGE }, ['nothing-new'], 'anything-else'],
    ['without an answer, which is promised', { exchange: late, options: promised }, ['still-coming'], 'check'],
    ['without an answer, where none is promised', { exchange: late }, ['nothing-new'], 'anything-else'],
    ['it waits', { exchange: late, options: promised, conversation: { outbox: [said('queued')] } }, ['held'], 'check'],
    [
      'badly',
      { exchange: { ...EXCHANGE, error: failed('ALOUD_PLATFORM_REJECTED') } },
      [failed('ALOUD_PLATFORM_REJECTED').phrase],
      'what',
    ],
    [
      'badly, but it was answered',
      { exchange: { ...EXCHANGE, error: failed('ALOUD_PLATFORM_REJECTED'), answered: true } },
      ['nothing-new'],
      'anything-else',
    ],
    [
      'too slowly, and the answer can only come in time',
      {
        exchange: { ...late, error: failed('ALOUD_PLATFORM_TIMEOUT') },
        options: promised,
        conversation: { outbox: [said('sent')] },
      },
      [failed('ALOUD_PLATFORM_TIMEOUT').phrase],
      'what',
    ],
    [
      'too slowly, and a webhook may bring the answer',
      {
        exchange: { ...late, error: failed('ALOUD_PLATFORM_TIMEOUT') },
        ...{ options: promised, platform: { ...platform, inline: false }, conversation: { outbox: [said('sent')] } },
      },
      ['still-coming'],
      'check',
    ],
    [
      'too slowly, and nothing is outstanding',
      {
        exchange: { ...late, error: failed('ALOUD_PLATFORM_TIMEOUT') },
        options: promised,
        platform: { ...platform, inline: false },
      },
      [failed('ALOUD_PLATFORM_TIMEOUT').phrase],
      'what',
    ],
    [
      'it was taken back',
      { exchange: { ...late, own: new Set(['one']), withdrawals: 1 }, options: promised },
      ['not-passed-on'],
      'what',
    ],
    [
      'it is not gone',
      {
        exchange: { ...late, own: new Set(['one']), withdrawals: 1 },
        options: promised,
        conversation: { outbox: [said('sent')] },
      },
      ['still-coming'],
      'check',
    ],
    [
      'it was answered by another turn',
      { exchange: { ...late, own: new Set(['one']) }, options: promised },
      ['still-coming'],
      'check',
    ],
    [
      'it is gone, and failed, beside something older',
      {
        exchange: { ...late, own: new Set(['one']), error: failed('ALOUD_PLATFORM_TIMEOUT') },
        ...{
          options: promised,
          platform: { ...platform, inline: false },
          conversation: { outbox: [said('sent', { id: 'old' })] },
        },
      },
      [failed('ALOUD_PLATFORM_TIMEOUT').phrase],
      'what',
    ],
  ])('%s', async (_how, given, parts, question) => {
    const answer = await delivered(given);
    expect(textsOf(answer)).toEqual(parts);
    expect(answer.reply.question).toBe(question);
  });

  test('badly is said behind what came all the same', async () => {
    const exchange = { ...EXCHANGE, error: failed('ALOUD_PLATFORM_REJECTED'), inline: [botMessage('Tea.')] };
    expect(textsOf(await delivered({ exchange }))).toEqual(['Tea.', failed('ALOUD_PLATFORM_REJECTED').phrase]);
  });
});

describe('where a person has the conversation', () => {
  const withPerson = { withPerson: true } as const;
  const saidSomething = { saidSomething: true, late: 'promised' } as const;

  test.each<[string, Given, readonly string[]]>([
    ['words were passed on to them', { options: saidSomething }, ['passed-to-person', 'offer-notifications']],
    [
      'who is told by a notification hears so',
      { options: saidSomething, notifications: { available: true, subscribed: true } },
      ['will-notify'],
    ],
    [
      'who wants none does not',
      { options: saidSomething, notifications: { available: true, subscribed: false } },
      ['passed-to-person'],
    ],
    [
      'an answer is not waited for',
      { options: saidSomething, exchange: { ...EXCHANGE, late: true } },
      ['passed-to-person', 'offer-notifications'],
    ],
    ['nothing was said to them', { options: {} }, ['nothing-new']],
    [
      'it was not passed on',
      { options: saidSomething, exchange: { ...EXCHANGE, error: failed('ALOUD_PLATFORM_REJECTED'), answered: true } },
      ['nothing-new'],
    ],
    [
      'it still waits',
      { options: saidSomething, conversation: { ...withPerson, outbox: [said('queued')] } },
      ['nothing-new'],
    ],
    ['the bot has it', { options: saidSomething, conversation: {} }, ['nothing-new']],
  ])('%s', async (_what, given, parts) => {
    expect(textsOf(await delivered({ exchange: EXCHANGE, conversation: withPerson, ...given }))).toEqual(parts);
  });

  test.each<[string, true | undefined, readonly Sender[], true | undefined]>([
    ['a person takes over by speaking', undefined, [rosa], true],
    ['the bot takes over again', true, [{ kind: 'bot' }], undefined],
    ['an announcement takes nothing over', true, [all], true],
    ['nor gives it anybody', undefined, [all], undefined],
    ['who speaks before an announcement does', undefined, [rosa, all], true],
    ['nobody does by saying nothing', true, [], true],
  ])('%s', async (_what, withPerson, senders, after) => {
    const fresh = senders.map((from) => item({ from }));
    const { conversation } = await delivered({ conversation: { withPerson }, exchange: EXCHANGE, fresh });
    expect(conversation.withPerson).toBe(after);
  });
});

describe('notifications are offered', () => {
  const people = { people: 'singly' } as const;
  const fresh = [item({ from: rosa, text: 'Your crown is ready.' })];

  test.each<[string, Given, boolean]>([
    ['behind the last message of a person', { fresh, options: people }, true],
    [
      'by a card of their own: not behind what is shown on one',
      { fresh: [item({ from: rosa, media: [{ kind: 'image', url: 'https://shop.example/1.png' }] })], options: people },
      false,
    ],
    ['once', { fresh, options: people, conversation: { offeredNotifications: true } }, false],
    [
      'where there are any',
      { fresh, options: people, notifications: { available: false, subscribed: undefined } },
      false,
    ],
    [
      'to who has not decided',
      { fresh, options: people, notifications: { available: true, subscribed: false } },
      false,
    ],
    [
      'where no more messages wait',
      { fresh: [...fresh, item({ from: rosa, text: 'One more.' })], options: people },
      false,
    ],
    ['not in a conversation', { fresh }, false],
    ['not behind a question', { fresh: [item({ from: rosa, text: 'Which day?' })], options: people }, false],
    ['not behind what the bot says', { fresh: [item({ text: 'We are open.' })], options: people }, false],
    ['not where nothing is read', { options: people }, false],
  ])('%s', async (_when, given, isOffered) => {
    const { reply, conversation } = await delivered(given);
    expect(reply.permission === true).toBe(isOffered);
    expect(reply.parts.some((part) => 'phrase' in part && part.phrase === 'offer-notifications')).toBe(isOffered);
    if (isOffered) expect(conversation.offeredNotifications).toBe(true);
  });
});

describe('the rest of an earlier reply', () => {
  const conversation = { rest: ['More of it.'] };

  test.each<[DeliveryOptions['rest'], readonly string[], readonly string[]]>([
    ['read', ['More of it.'], []],
    ['offer', ['unfinished'], ['More of it.']],
    ['keep', ['nothing-new'], []],
    [undefined, ['nothing-new'], []],
  ])('to %s', async (rest, parts, left) => {
    const answer = await delivered({ conversation, options: { rest } });
    expect([textsOf(answer), answer.conversation.rest]).toEqual([parts, left]);
  });

  test('is offered only where nothing new has come', async () => {
    const answer = await delivered({ conversation, options: { rest: 'offer' }, fresh: [item({ text: 'Tea.' })] });
    expect(textsOf(answer)).toEqual(['Tea.', 'More of it.']);
    expect(textsOf(await delivered({ options: { rest: 'offer' } }))).toEqual(['nothing-new']);
  });
});

describe('the inbox', () => {
  test('loses what was read, what was skipped, and what only repeats something', async () => {
    const sends = [NOW - 10_000];
    const [skipped, read] = [item({ from: rosa, text: 'One.' }), item({ from: rosa, text: 'Two.' })];
    const again = item({ text: 'Again.' });
    const repeated = { ...again, item: { ...again.item, repeats: NOW - 1000 } };
    const late = [skipped, read, repeated];
    const answer = await delivered({ late, conversation: { sends }, options: { people: 'singly', skip: 1 } });
    expect(textsOf(answer)).toEqual(expect.arrayContaining(['Two.']));
    expect(textsOf(answer)).not.toContain('One.');
    expect(answer.taken.toSorted()).toEqual(late.map(({ ref }) => ref).toSorted());
  });

  test('is skipped in by messages of people alone', async () => {
    const late = [
      item({ text: 'Of the bot.' }),
      item({ from: rosa, text: 'One.' }),
      item({ from: rosa, text: 'Two.' }),
    ];
    const texts = textsOf(await delivered({ late, options: { people: 'singly', skip: 1 } }));
    expect(texts).toEqual(expect.arrayContaining(['Of the bot.', 'Two.']));
    expect(texts).not.toContain('One.');
  });

  test('of thirty items may hold more', async () => {
    const many = (length: number) => Array.from({ length }, (_, index) => item({ from: rosa, text: `${index}.` }));
    const question = async (length: number) => {
      const options = { people: 'singly', skip: length - 1 } as const;
      return (await delivered({ late: many(length), options })).reply.question;
    };
    expect([await question(29), await question(30)]).toEqual(['answer-person', 'next-message']);
  });

  test.each<[DeliveryOptions['people'], Sender | undefined, boolean]>([
    ['singly', rosa, true],
    ['singly', undefined, true],
    ['announced', rosa, true],
    ['announced', undefined, false],
    ['announced', { kind: 'bot' }, false],
    ['aside', rosa, false],
  ])('is read %s, the last by %j: the next word may be for it', async (people, from, isReading) => {
    const { conversation } = await delivered({ fresh: from ? [item({ from })] : [], options: { people } });
    expect(conversation.readAt).toBe(isReading ? conversation.turns : undefined);
  });
});

describe('the thread', () => {
  const closed: Unread = { ref: 'closed', item: { kind: 'closed', at: NOW } };
  const threadAfter = async (given: Given) => (await delivered(given)).conversation.thread;
  const opened = { user: 'anne', opened: 2 };

  test.each<[string, Given, unknown]>([
    ['stays', {}, before.thread],
    ['ends with the conversation', { late: [closed] }, undefined],
    ['is that of the exchange', { exchange: { ...EXCHANGE, thread: opened } }, opened],
    [
      'is another turn’s, where that has changed it',
      { exchange: { ...EXCHANGE, thread: opened }, before, conversation: { thread: { user: 'other' } } },
      { user: 'other' },
    ],
    ['of the exchange has ended meanwhile', { exchange: EXCHANGE, fresh: [closed] }, undefined],
    ['that ended before is another', { exchange: { ...EXCHANGE, thread: opened }, late: [closed] }, opened],
  ])('%s', async (_what, given, thread) => {
    expect(await threadAfter(given)).toEqual(thread);
  });

  test('and what was sent is answered by what is read', async () => {
    const outbox = [said('sent'), said('sent', { id: 'two' })];
    const read = await delivered({ conversation: { outbox }, late: [item({ text: 'Tea.' })] });
    expect(read.conversation.outbox.map(({ id }) => id)).toEqual(['two']);
    const busy: Platform = { ...platform, oneAtATime: true };
    expect(
      (await delivered({ platform: busy, conversation: { outbox }, late: [item({})] })).conversation.outbox,
    ).toEqual([]);
  });
});
