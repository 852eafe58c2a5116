import { inspect } from 'node:util';
import type { Message } from '../../lambda/conversation/message';
import type { PlatformInput, PlatformUser, Thread } from '../../lambda/conversation/ports/platform';
import { AloudError, type ErrorCode } from '../../lambda/errors';
import type { BotReply } from '../../simulator/platforms/bot-reply';
import type { PlatformHarness, StartHarness } from './harness';

export const ANNA: PlatformUser = { key: 'annaannaannaannaannaannaannaanna', locale: 'en-US' };
export const BERT: PlatformUser = { key: 'bertbertbertbertbertbertbertbert', locale: 'en-GB' };
export const PRIVATE = 'my private words';

/** How long after the signal a call may still take: a little more than nothing, on a busy machine. */
export const PROMPT_MS = 250;
const EVENTUALLY_MS = 3000;

/** What a check found otherwise than it has to be, in a line for whoever wrote the adapter. */
export class Broken extends Error {}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Broken(otherwise);
}

/** An adapter before its simulated vendor, whose bot notes what it hears. */
export interface Stage extends PlatformHarness {
  readonly heard: { readonly user: string; readonly said: string }[];
  /** A thread that words can be put to; the words of its beginning do not count. */
  begin(user: PlatformUser, signal?: AbortSignal): Promise<Thread>;
  send(thread: Thread, input: PlatformInput, signal?: AbortSignal): Promise<readonly Message[]>;
  tell(thread: Thread, text: string, signal?: AbortSignal): Promise<readonly Message[]>;
  /** The bot hears what it is told, and answers it. */
  answers(thread: Thread, text: string): Promise<void>;
  /** Neither a secret, nor an id, nor what was said, nor the vendor's own words are in an error. */
  keepsQuiet(error: AloudError): void;
}

export async function setStage(start: StartHarness): Promise<Stage> {
  const heard: { user: string; said: string }[] = [];
  const harness = await start({
    reply(user, said) {
      heard.push({ user, said });
      return answer(said);
    },
  });
  const { platform, firstInput, secrets } = harness;

  const send: Stage['send'] = async (thread, input, signal = soon()) =>
    harness.messages(await platform.send(thread, input, signal));
  const tell: Stage['tell'] = (thread, text, signal) => send(thread, { kind: 'text', text }, signal);

  return {
    ...harness,
    heard,
    send,
    tell,
    async begin(user, signal = soon()) {
      const opened = await platform.open(user, signal);
      if (!firstInput) return opened;
      const heardBefore = heard.length;
      const result = await platform.send(opened, firstInput, signal);
      await harness.messages(result);
      heard.splice(heardBefore);
      return result.thread;
    },
    async answers(thread, text) {
      const [message] = await tell(thread, text);
      must(message?.text === `You said ${text}`, `the bot said "You said ${text}", and ${shown(message)} came`);
    },
    keepsQuiet(error) {
      const all = `${inspect(error, { depth: 10, showHidden: true })} ${error.stack} ${inspect(error.cause)}`;
      for (const secret of [...secrets, ANNA.key, PRIVATE, 'As you wished', 'Bad gateway', '127.0.0.1']) {
        must(
          !all.includes(secret),
          `an error tells what no log may hold: ${secrets.includes(secret) ? 'a secret setting' : secret}`,
        );
      }
    },
  };
}

/** What a message says, for a line about it. */
export function shown(message: Message | undefined): string {
  return message ? JSON.stringify(message.text ?? '') : 'nothing';
}

function answer(said: string): readonly BotReply[] {
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
export function soon(): AbortSignal {
  return AbortSignal.timeout(5000);
}

export function deadlineFor(code: ErrorCode): AbortSignal {
  return code === 'ALOUD_PLATFORM_TIMEOUT' ? AbortSignal.timeout(100) : soon();
}

/** The error that something ends with. */
export async function failure(promise: Promise<unknown>): Promise<AloudError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  must(error !== undefined, 'it went well, where it has to fail');
  must(
    error instanceof AloudError,
    `it rejects with ${(error as Error).name ?? typeof error}, where only an AloudError may come`,
  );
  return error;
}

/** The same, by its code. */
export async function failsWith(code: ErrorCode, promise: Promise<unknown>): Promise<AloudError> {
  const error = await failure(promise);
  must(error.code === code, `${code} was to come, and ${error.code} came (${error.message})`);
  return error;
}

export async function eventually(check: () => boolean | Promise<boolean>, otherwise: string): Promise<void> {
  const deadline = performance.now() + EVENTUALLY_MS;
  while (!(await check())) {
    must(performance.now() <= deadline, otherwise);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
