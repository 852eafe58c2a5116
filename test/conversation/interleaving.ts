import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import type { Message } from '../../lambda/conversation/message';
import type { PlatformInput, SendResult, Thread } from '../../lambda/conversation/ports/platform';
import type { Store } from '../../lambda/conversation/ports/store';
import { botMessage, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const KEY = 'anne';
const IDENTITY = { userId: 'amzn1.ask.account.anne', locale: 'en-US' };
const DEVICES = ['kitchen', 'bedroom'] as const;
type Device = (typeof DEVICES)[number];
export const RUNS = Number(process.env.INTERLEAVINGS ?? 40);
/** No turn waits for longer than a moment: what comes later is late. */
const BUDGET_MS = 260;

/**
 * What becomes of a reply: Alexa plays it; she refuses it and says so; the process dies before it has saved, or between
 * saving and answering, and nobody says anything.
 */
type Fate = 'played' | 'refused' | 'dies early' | 'dies late';

type Step =
  | {
      readonly kind: 'say';
      readonly device: Device;
      readonly fate: Fate;
      readonly answers: number;
      readonly words: string;
    }
  | { readonly kind: 'both say'; readonly answers: number }
  | { readonly kind: 'interrupt'; readonly device: Device; readonly answers: number }
  | { readonly kind: 'webhook'; readonly copies: number }
  | { readonly kind: 'again'; readonly which: number }
  | { readonly kind: 'leave'; readonly device: Device }
  | { readonly kind: 'due'; readonly isMeanwhile: boolean }
  | { readonly kind: 'restart' };

const device = fc.constantFrom(...DEVICES);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('say' as const),
      device,
      fate: fc.constantFrom<Fate>('played', 'played', 'played', 'refused', 'dies early', 'dies late'),
      answers: fc.nat(2),
      words: fc.constantFrom('hello', 'check', 'help'),
    }),
  },
  fc.record({ kind: fc.constant('both say' as const), answers: fc.nat(2) }),
  fc.record({ kind: fc.constant('interrupt' as const), device, answers: fc.nat(2) }),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('webhook' as const), copies: fc.integer({ min: 1, max: 3 }) }),
  },
  fc.record({ kind: fc.constant('again' as const), which: fc.nat(20) }),
  fc.record({ kind: fc.constant('leave' as const), device }),
  fc.record({ kind: fc.constant('due' as const), isMeanwhile: fc.boolean() }),
  fc.record({ kind: fc.constant('restart' as const) }),
);

/** What it takes to say a word into a turn. */
const SPEAKING_MS = 5;
/** What a bot takes to answer who speaks again meanwhile. */
const ANSWER_MS = 150;
/** Longer than a turn takes to note what its request has proven. */
const THINKING_MS = 300;

interface Traits {
  readonly oneAtATime?: boolean;
  readonly greetsFirst?: boolean;
  /** Answers come with the send, and each once more by webhook: before that, or some time later. */
  readonly inline?: boolean;
}

/** A user with two Echos, a vendor, and processes that die. */
export function createWorld(traits: Traits, disk: Store) {
  const heard: string[] = [];
  const sent: string[] = [];
  /** The session of each Echo: open, with a reply that was played or one that nobody heard. */
  const sessions = new Map<Device, 'played' | 'no-match'>();
  const ids = new Map<string, string>();
  /** What the webhook has still to bring of what was answered inline. */
  const owed: Message[] = [];
  /** How often each message was told, heard or not. */
  const tellings = new Map<string, number>();
  /** Of these nobody can tell whether they were heard. */
  const unclear = new Set<string>();
  /** The user's words by whether their turn lived to see its end; and what of them has reached the bot. */
  const said: string[] = [];
  const maybeSaid: string[] = [];
  const reached: string[] = [];
  /** To the platform, ended or not. */
  const calls: Promise<unknown>[] = [];
  let utterances = 0;
  let messages = 0;
  let answers = 0;
  let answersAlways = false;
  let thinkingMs = 0;
  let talk = start(disk);

  function start(store: Store): Talk {
    const answering = webhookPlatform(traits, (input) => track(answer(input)));
    const send = (thread: Thread, input: PlatformInput) => track(answerInline(thread, input));
    const { platform } = traits.inline ? webhookPlatform({ ...traits, send }) : answering;
    return startTalk(platform, { key: KEY, store, quietMs: 1, sessions: ids, notifications: true });
  }

  function track<T>(call: Promise<T>): Promise<T> {
    calls.push(call.catch(() => {}));
    return call;
  }

  async function answer(input: PlatformInput): Promise<void> {
    note(input);
    if (answersAlways) answers = 1;
    await delay(thinkingMs);
    for (; answers > 0; answers--) await next();
  }

  function note(input: PlatformInput): void {
    if (input.kind === 'text' && input.text.startsWith('hello')) reached.push(input.text);
  }

  /** Two of the long ones are more than is read out at once. Who hears the beginning of one may leave out the rest. */
  function messageOf(number: number): Message {
    const isLong = !traits.inline && number % 3 === 2;
    return botMessage(`Message number ${number}.${isLong ? ' And so on.'.repeat(100) : ''}`);
  }

  function write(): Message {
    const message = messageOf(messages++);
    sent.push(nameOf(String(message.text)));
    return message;
  }

  async function next(copies = 1): Promise<void> {
    const message = write();
    await Promise.all(Array.from({ length: copies }, () => talk.bring(message)));
  }

  async function answerInline(thread: Thread, input: PlatformInput): Promise<SendResult> {
    note(input);
    const inline: Message[] = [];
    for (; answers > 0; answers--) {
      const message = write();
      inline.push({ ...message, id: String(answers), channel: 'inline' });
      owed.push({ ...message, channel: 'event' });
      if (messages % 3 === 0) await settle();
    }
    await delay(thinkingMs);
    return { thread, messages: inline, pending: false };
  }

  /** The webhook brings what it has still to bring. */
  async function settle(): Promise<void> {
    await talk.bring(...owed.splice(0));
  }

  /** Words for the bot that are told apart from all others. */
  function utter(words: string): string {
    return words === 'hello' ? `hello ${utterances++}` : words;
  }

  async function say(where: Device, words: string, fate: Fate): Promise<void> {
    const isOpen = sessions.get(where) === 'played';
    const dies = fate === 'dies early';
    const speaking = dies ? start(dyingStore(disk)) : talk;
    thinkingMs = dies && traits.inline ? THINKING_MS : 0;
    const budgetMs = dies && traits.inline ? BUDGET_MS + 2 * THINKING_MS : BUDGET_MS;
    const result = await speaking.say(words, { newSession: !isOpen, device: where, budgetMs });
    if (words.startsWith('hello')) (dies ? maybeSaid : said).push(words);
    const told = textsOf(result).map(nameOf);
    for (const text of told) tellings.set(text, (tellings.get(text) ?? 0) + 1);
    if (fate === 'played') heard.push(...told);
    sessions.set(where, fate === 'played' ? 'played' : 'no-match');
    if (fate === 'refused') await end(where);
  }

  /**
   * Who speaks again while the Echo waits hears the answer to that alone. Of a turn that ends at the very moment of the
   * interruption nobody can tell what was heard of it.
   */
  async function interrupt(where: Device): Promise<void> {
    const words = utter('hello');
    said.push(words);
    let answeredAt = Number.POSITIVE_INFINITY;
    const newSession = sessions.get(where) !== 'played';
    thinkingMs = ANSWER_MS;
    const first = talk.say(words, { newSession, device: where, budgetMs: BUDGET_MS }).finally(() => {
      answeredAt = performance.now();
    });
    await delay(SPEAKING_MS);
    const interruptedAt = performance.now();
    sessions.set(where, 'played');
    await say(where, 'help', 'played');
    const told = textsOf(await first).map(nameOf);
    for (const text of told) tellings.set(text, (tellings.get(text) ?? 0) + 1);
    if (answeredAt < interruptedAt) heard.push(...told);
    else if (answeredAt < interruptedAt + ANSWER_MS / 2) for (const text of told) unclear.add(text);
  }

  async function end(where: Device): Promise<void> {
    const last = sessions.get(where);
    sessions.delete(where);
    if (last) await talk.end(last === 'played', where);
  }

  return {
    heard,
    sent,
    unclear,
    async take(action: Step): Promise<void> {
      switch (action.kind) {
        case 'say':
          answers = action.answers;
          // A process dies where a turn spends its time: waiting for the bot.
          return say(action.device, action.fate === 'dies early' ? utter('hello') : utter(action.words), action.fate);
        case 'both say': {
          answers = action.answers;
          // The very same words, at the same moment.
          const words = utter('hello');
          await Promise.all(DEVICES.map((where) => say(where, words, 'played')));
          return;
        }
        case 'interrupt':
          answers = action.answers;
          return interrupt(action.device);
        case 'webhook':
          return next(action.copies);
        case 'again':
          if (traits.inline) return settle();
          if (messages > 0) await talk.bring(messageOf(action.which % messages));
          return;
        case 'leave':
          // Who leaves has heard the last reply; a session that broke off cannot be left.
          if (sessions.get(action.device) === 'played') await end(action.device);
          return;
        case 'due': {
          // Two look for it at once; and the user may go on meanwhile.
          const passing = track(Promise.all([talk.passOnDue(), start(disk).passOnDue()]));
          if (!action.isMeanwhile) await passing;
          return;
        }
        case 'restart':
          talk = start(disk);
      }
    },
    /** Goes on until nothing waits any more. */
    async finish(): Promise<void> {
      await Promise.all(calls);
      answers = 0;
      answersAlways = traits.oneAtATime === true;
      await settle();
      for (let turns = 0; turns < 60; turns++) {
        await say('kitchen', 'check', 'played');
        // What the bot is still saying is on its way to the disk.
        await Promise.all(calls);
        const { conversation } = await disk.open(KEY, IDENTITY);
        const { missed, rest, outbox } = conversation;
        const unacknowledged = conversation.unacknowledged?.filter(({ texts }) => texts.length > 0) ?? [];
        const isBusy = traits.oneAtATime === true && outbox.length > 0;
        // Once all has reached it, the bot is not made to speak for ever.
        answersAlways = isBusy;
        // The bot answers at last what it was told.
        if (isBusy && outbox.some(({ state }) => state === 'sent')) await next();
        const waits = isBusy || (await disk.unread(KEY, 1)).length > 0 || missed || rest.length > 0;
        if (!waits && unacknowledged.every(({ device: where }) => where === 'kitchen')) return;
        if (unacknowledged.some(({ device: where }) => where === 'bedroom')) await say('bedroom', 'check', 'played');
      }
      throw new Error('it never ended');
    },
    /** Every message was heard, or told twice: what is missed is said again once. */
    checkHeard(): void {
      const missed = sent.filter((text) => !heard.includes(text) && !unclear.has(text));
      expect(missed.filter((text) => (tellings.get(text) ?? 0) < 2)).toEqual([]);
    },
    /** Every utterance that was passed on, or promised to be, reached the bot once; one whose turn died at most once. */
    checkReached(): void {
      const times = (texts: readonly string[], text: string) => texts.filter((other) => other === text).length;
      for (const text of new Set([...said, ...maybeSaid])) {
        const least = times(said, text);
        const most = least + times(maybeSaid, text);
        const count = times(reached, text);
        const isRight = least <= count && count <= most;
        expect({ text, least, most, count, isRight }).toMatchObject({ isRight: true });
      }
    },
  };
}

function nameOf(text: string): string {
  return /^Message number \d+\./.exec(text)?.[0] ?? text;
}

/** Of a process that dies before it has saved a reply: from then on it writes nothing, also what a living one would note later. */
function dyingStore(disk: Store): Store {
  let isDead = false;
  return {
    ...disk,
    async save(key, conversation, version, options) {
      const { conversation: before } = await disk.open(key, IDENTITY);
      isDead ||= conversation.turns > before.turns;
      if (isDead) throw new Error('dead');
      return disk.save(key, conversation, version, options);
    },
  };
}

export const BOTS = [
  ['a bot that takes words at any time', {}],
  ['a bot that takes one thing at a time', { oneAtATime: true, greetsFirst: true }],
  ['a bot whose answers come by two channels', { inline: true }],
] as const;

/** Random interleavings of what users, vendors, Alexa and machines do, each on a database of its own. */
export async function holds(traits: Traits, openDisk: () => Store | Promise<Store>, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const disk = await openDisk();
      const world = createWorld(traits, disk);
      await world.take({ kind: 'say', device: 'kitchen', fate: 'played', answers: 0, words: 'hello' });
      for (const action of steps) {
        await world.take(action);
        // At no time twice.
        const told = world.heard.filter((text) => text.startsWith('Message') && !world.unclear.has(text));
        expect(told).toEqual([...new Set(told)]);
      }
      await world.finish();
      world.checkHeard();
      world.checkReached();
      await disk.erase(KEY);
      await disk.close();
    }),
    { numRuns: runs },
  );
}

export const PROMISE = 'every message is heard exactly once, and every utterance reaches the bot exactly once';
