import { inspect } from 'node:util';
import type { Message } from '../../lambda/conversation/message';
import type {
  Platform,
  PlatformInput,
  PlatformUser,
  SendResult,
  Thread,
} from '../../lambda/conversation/ports/platform';
import { AloudError, type ErrorCode } from '../../lambda/errors';
import type { PlatformCall } from '../../lambda/telemetry/telemetry';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { Fault } from '../../simulator/platforms/faults';

/** A platform's adapter, connected to its simulated vendor. */
export interface PlatformHarness {
  readonly platform: Platform;
  /** What a new thread begins with, where the platform learns of a user with the first message. */
  readonly firstInput?: PlatformInput;
  /** What the adapter reported to its telemetry. */
  readonly calls: readonly PlatformCall[];
  /** What must not show in an error: credentials, secret settings. */
  readonly secrets: readonly string[];
  /** The messages that a send led to, by whatever way they come. */
  messages(result: SendResult): Promise<readonly Message[]>;
  /** Makes the vendor fail at the next call: at the one by which a thread (or the access to it) is opened, or a later. */
  fail(operation: 'open' | 'send', fault: Fault): void;
  /** Makes the vendor forget all users. */
  forget(): void;
  /** Connections that the vendor has open. */
  connections(): Promise<number>;
  /** Calls that the vendor still has to answer. */
  waiting(): number;
  /** Stops the vendor, and whatever hears of it. Safe to repeat. */
  stopVendor(): Promise<void>;
}

/** What differs from vendor to vendor, needed before one is started. */
export interface PlatformTraits {
  /** Whether it can forget a thread; a vendor may take words from anybody at any time. */
  readonly forgets: boolean;
  /** The HTTP statuses by which it says that it does not know the thread. */
  readonly goneStatuses: readonly number[];
}

const ANNA = { key: 'annaannaannaannaannaannaannaanna', locale: 'en-US' };
const BERT = { key: 'bertbertbertbertbertbertbertbert', locale: 'en-GB' };
const PRIVATE = 'my private words';

/** How long after the signal a call may still take: a little more than nothing, on a busy machine. */
const PROMPT_MS = 250;

const FAULTS: readonly (readonly [Fault, ErrorCode])[] = [
  [400, 'ALOUD_PLATFORM_REJECTED'],
  [422, 'ALOUD_PLATFORM_REJECTED'],
  [429, 'ALOUD_PLATFORM_RATE_LIMITED'],
  [500, 'ALOUD_PLATFORM_FAILED'],
  [503, 'ALOUD_PLATFORM_FAILED'],
  ['reset', 'ALOUD_PLATFORM_UNREACHABLE'],
  ['garbage', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['half', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['half-chunked', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['huge', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['not-json', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['html', 'ALOUD_PLATFORM_BAD_ANSWER'],
  ['html-502', 'ALOUD_PLATFORM_FAILED'],
  ['hang', 'ALOUD_PLATFORM_TIMEOUT'],
  ['drip', 'ALOUD_PLATFORM_TIMEOUT'],
];

/** What every platform must do, whoever the vendor is. */
export function describePlatform(
  name: string,
  { forgets, goneStatuses }: PlatformTraits,
  start: (bot: Bot) => Promise<PlatformHarness>,
): void {
  describe(`platform ${name}`, () => {
    let heard: { user: string; said: string }[];
    let harness: PlatformHarness;
    let platform: Platform;

    beforeEach(async () => {
      heard = [];
      harness = await start({
        reply(user, said) {
          heard.push({ user, said });
          return answer(said);
        },
      });
      platform = harness.platform;
    });

    afterEach(async () => {
      await platform.close();
      await harness.stopVendor();
    });

    it('puts a text to the bot and brings its answer', async () => {
      const thread = await begin(ANNA);
      const [message] = await tell(thread, 'Grüße 😀 "quoted" \\ {{text}}');
      expect(message).toMatchObject({ from: { kind: 'bot' }, text: 'You said Grüße 😀 "quoted" \\ {{text}}' });
      expect(heard).toHaveLength(1);
    });

    it('keeps several messages in order, each with an id of its own', async () => {
      const thread = await begin(ANNA);
      const messages = await tell(thread, 'three');
      expect(messages.map(({ text }) => text)).toEqual(['one', 'two', 'two']);
      expect(new Set(messages.map(({ id }) => id)).size).toBe(3);
    });

    it('takes silence for an answer', async () => {
      const thread = await begin(ANNA);
      expect(await tell(thread, 'nothing')).toEqual([]);
    });

    it("sends a picked choice as the vendor's own option", async () => {
      const thread = await begin(ANNA);
      const [message] = await tell(thread, 'choose');
      expect(message?.choices.map(({ label }) => label)).toEqual(['Tea & "milk" ☕', 'Coffee']);
      const choice = message?.choices[0] ?? { label: 'none' };
      // The choice comes back out of the store.
      const [reply] = await send(thread, { kind: 'choice', choice: JSON.parse(JSON.stringify(choice)) });
      expect(reply?.text).toBe('You said Tea & "milk" ☕');
    });

    it('starts a conversation and carries on', async () => {
      const thread = await begin(ANNA);
      await send(thread, { kind: 'start' });
      expect((await tell(thread, 'hello'))[0]?.text).toBe('You said hello');
    });

    it('opens the same user again without harm', async () => {
      const before = await begin(ANNA);
      await tell(before, 'first');
      const after = await begin(ANNA);
      await tell(after, 'second');
      await tell(before, 'third');
      expect(heard.map(({ said }) => said)).toEqual(['first', 'second', 'third']);
      if (!harness.firstInput) expect(new Set(heard.map(({ user }) => user)).size).toBe(1);
    });

    it('has threads that survive being stored', async () => {
      const thread = await begin(ANNA);
      expect((await tell(JSON.parse(JSON.stringify(thread)), 'hello'))[0]?.text).toBe('You said hello');
    });

    it('never mixes two users', async () => {
      const threads = await Promise.all([ANNA, BERT].map((user) => begin(user)));
      const talks = threads.map(async (thread, index) => {
        for (let turn = 0; turn < 10; turn++) {
          expect((await tell(thread, `${index}-${turn}`))[0]?.text).toBe(`You said ${index}-${turn}`);
        }
      });
      await Promise.all(talks);
      const pairs = heard.map(({ user, said }) => `${user} ${said.split('-', 1)[0]}`);
      expect(new Set(pairs).size).toBe(2);
    });

    const itIfItForgets = forgets ? it : () => {};
    itIfItForgets('says that a forgotten thread is gone, and opens it again', async () => {
      const thread = await begin(ANNA);
      harness.forget();
      expect(await failure(tell(thread, PRIVATE))).toMatchObject({ code: 'ALOUD_PLATFORM_THREAD_GONE' });
      expect(heard).toEqual([]);
      const again = await begin(ANNA);
      expect((await tell(again, 'hello'))[0]?.text).toBe('You said hello');
    });

    it('says so of a stored thread that it cannot read', async () => {
      for (const thread of [{}, { webchatId: 7, user: {} }, { webchatId: 'a\r\nb', user: '{' }]) {
        const error = await failure(send(thread, { kind: 'text', text: PRIVATE }));
        expect(error.code).toBe('ALOUD_PLATFORM_THREAD_GONE');
      }
      expect(heard).toEqual([]);
    });

    for (const status of goneStatuses) {
      it(`takes ${status} to a send for a thread that is gone`, async () => {
        const thread = await begin(ANNA);
        harness.fail('send', status);
        expect((await failure(tell(thread, PRIVATE))).code).toBe('ALOUD_PLATFORM_THREAD_GONE');
      });
    }

    it.each(FAULTS)('turns %s in answer to a send into %s, sends once, and recovers', async (fault, code) => {
      const thread = await begin(ANNA);
      harness.fail('send', fault);
      const error = await failure(tell(thread, PRIVATE, deadlineFor(code)));
      expect(error.code).toBe(code);
      expectDiscretion(error);
      expect(harness.calls.at(-1)).toMatchObject({ platform: platform.name, operation: 'send', outcome: code });

      expect((await tell(thread, 'again'))[0]?.text).toBe('You said again');
      const once = typeof fault === 'number' ? [] : [PRIVATE];
      expect(heard.map(({ said }) => said)).toEqual([...once, 'again']);
    });

    it.each([
      [401, 'ALOUD_PLATFORM_UNAUTHORIZED'] as const,
      [403, 'ALOUD_PLATFORM_UNAUTHORIZED'] as const,
      [404, 'ALOUD_PLATFORM_NOT_FOUND'] as const,
      ...FAULTS,
    ])('turns %s in answer to an opening into %s, and recovers', async (fault, code) => {
      harness.fail('open', fault);
      const error = await failure(begin(ANNA, deadlineFor(code)));
      expect(error.code).toBe(code);
      expectDiscretion(error);
      const thread = await begin(ANNA);
      expect((await tell(thread, 'hello'))[0]?.text).toBe('You said hello');
    });

    it('ends at the signal, and hangs up', async () => {
      const thread = await begin(ANNA);
      harness.fail('send', 'hang');
      const deadline = new AbortController();
      const sent = failure(tell(thread, PRIVATE, deadline.signal));
      await eventually(() => heard.length === 1);
      const aborted = performance.now();
      deadline.abort();
      expect((await sent).code).toBe('ALOUD_PLATFORM_TIMEOUT');
      expect(performance.now() - aborted).toBeLessThan(PROMPT_MS);
      await eventually(() => harness.waiting() === 0);
    });

    it('sends nothing once the signal has fired', async () => {
      const thread = await begin(ANNA);
      expect((await failure(tell(thread, PRIVATE, AbortSignal.abort()))).code).toBe('ALOUD_PLATFORM_TIMEOUT');
      await tell(thread, 'later');
      expect(heard.map(({ said }) => said)).toEqual(['later']);
    });

    it('says when the vendor cannot be reached', async () => {
      const thread = await begin(ANNA);
      await harness.stopVendor();
      const error = await failure(tell(thread, PRIVATE));
      expect(error.code).toBe('ALOUD_PLATFORM_UNREACHABLE');
      expectDiscretion(error);
    });

    it('reports each call', async () => {
      const thread = await begin(ANNA);
      await tell(thread, 'hello');
      expect(harness.calls.length).toBeGreaterThanOrEqual(2);
      expect(new Set(harness.calls.map(({ outcome }) => outcome))).toEqual(new Set(['ok']));
      expect(harness.calls.at(-1)).toMatchObject({ platform: platform.name, operation: 'send' });
      expect(harness.calls.every(({ ms }) => ms > 0)).toBe(true);
    });

    it('lets go of everything when it is closed', async () => {
      const thread = await begin(ANNA);
      harness.fail('send', 'hang');
      const running = failure(tell(thread, PRIVATE));
      await eventually(() => heard.length === 1);
      await platform.close();
      expect(await running).toBeInstanceOf(AloudError);
      await eventually(async () => (await harness.connections()) === 0);
      expect(await failure(tell(thread, 'too late'))).toBeInstanceOf(AloudError);
    });

    /** A thread that words can be put to; the words of its beginning do not count. */
    async function begin(user: PlatformUser, signal = soon()): Promise<Thread> {
      const opened = await platform.open(user, signal);
      if (!harness.firstInput) return opened;
      const heardBefore = heard.length;
      const result = await platform.send(opened, harness.firstInput, signal);
      await harness.messages(result);
      heard.splice(heardBefore);
      return result.thread;
    }

    async function send(thread: Thread, input: PlatformInput, signal = soon()): Promise<readonly Message[]> {
      return harness.messages(await platform.send(thread, input, signal));
    }

    function tell(thread: Thread, text: string, signal = soon()): Promise<readonly Message[]> {
      return send(thread, { kind: 'text', text }, signal);
    }

    /** Neither a secret, nor an id, nor what was said, nor the vendor's own words. */
    function expectDiscretion(error: AloudError): void {
      const all = `${inspect(error, { depth: 10, showHidden: true })} ${error.stack} ${inspect(error.cause)}`;
      for (const secret of [...harness.secrets, ANNA.key, PRIVATE, 'As you wished', 'Bad gateway', '127.0.0.1']) {
        expect(all).not.toContain(secret);
      }
    }
  });
}

function answer(said: string) {
  switch (said) {
    case 'nothing':
      return [];
    case 'three':
      return [{ text: 'one' }, { text: 'two' }, { text: 'two' }];
    case 'choose':
      return [
        {
          text: 'Which one?',
          options: [
            { title: 'Tea & "milk" ☕', payload: 'TEA' },
            { title: 'Coffee', payload: 'COFFEE' },
          ],
        },
      ];
    default:
      return [{ text: `You said ${said}` }];
  }
}

/** A deadline that no call here should meet. */
function soon(): AbortSignal {
  return AbortSignal.timeout(5000);
}

function deadlineFor(code: ErrorCode): AbortSignal {
  return code === 'ALOUD_PLATFORM_TIMEOUT' ? AbortSignal.timeout(100) : soon();
}

async function failure(promise: Promise<unknown>): Promise<AloudError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AloudError);
  return error as AloudError;
}

async function eventually(check: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 3000;
  while (!(await check())) {
    if (performance.now() > deadline) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
