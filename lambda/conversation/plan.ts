import type { Remark } from './answer';
import type { BackgroundCalls } from './background-calls';
import type { Conversation } from './conversation';
import type { Exchange } from './exchange';
import type { Action } from './interpret';
import type { Platform, PlatformInput } from './ports/platform';
import type { ToRead } from './reading';
import type { Phrase } from './reply';

/** What a turn that reads the inbox does besides. */
export interface Plan {
  /** What to put to the bot; none of it, to wait for what is outstanding. Absent: the bot is not spoken to. */
  readonly inputs?: readonly PlatformInput[];
  /** Said before what is read, where there is something. */
  readonly lead?: Phrase;
  /** Said where there is nothing else to say. */
  readonly silent: Remark;
  readonly people: ToRead['people'];
  /** The next message of people is left out. */
  readonly skips?: true;
  /** Whether the rest of an earlier reply is read behind. */
  readonly readsOn?: true;
  /** The session begins, so the rest of an earlier reply is offered rather than read, unless there is something new. */
  readonly offersRest?: true;
  /** Whether an answer that does not come in time is promised. */
  readonly promises?: true;
}

const ELSE = 'anything-else';

/** `undefined` for an action that only concerns what was said already. */
export function planOf(action: Action, { thread, held }: Conversation, closed: boolean): Plan | undefined {
  switch (action.kind) {
    case 'welcome':
      if (!thread || closed) {
        const inputs = [{ kind: 'start' } as const];
        return { inputs, people: 'announced', silent: { phrase: 'welcome', question: 'what' } };
      }
      return {
        ...(held && { inputs: [] }),
        lead: 'welcome-back',
        silent: { phrase: 'welcome-back', question: 'what' },
        people: 'announced',
        readsOn: true,
        offersRest: true,
      };
    case 'start-over':
      return { inputs: [{ kind: 'start' }], people: 'aside', silent: { phrase: 'start-over', question: 'what' } };
    case 'send':
      return {
        inputs: [action.input],
        people: 'aside',
        silent: { phrase: 'passed-on', question: ELSE },
        promises: true,
      };
    case 'check':
      return { inputs: [], people: 'aside', silent: { phrase: 'nothing-new', question: ELSE }, promises: true };
    case 'go-on':
      return { readsOn: true, people: 'aside', silent: { phrase: 'all-right', question: ELSE } };
    case 'go-ahead':
      return { people: 'aside', silent: { phrase: 'go-ahead', question: 'what' } };
    case 'unread-messages':
      return { people: 'announced', silent: { phrase: 'no-unread', question: ELSE } };
    case 'next-message':
      return { people: 'singly', silent: { phrase: 'no-unread', question: ELSE } };
    case 'skip-message':
      return { people: 'singly', skips: true, silent: { phrase: 'no-unread', question: ELSE } };
    default:
      return undefined;
  }
}

/** What is said about how speaking to the bot went, if anything. */
export function remarkOn(
  { error, late, held, answered }: Exchange,
  { promises }: Plan,
  platform: Platform,
  background: BackgroundCalls,
): Remark | undefined {
  const comesLater = error?.code === 'ALOUD_PLATFORM_TIMEOUT' && (background.runsOn || !platform.inline);
  if (error && !comesLater && !answered) return { phrase: error.phrase, question: 'what' };
  if (!late || !promises) return undefined;
  return { phrase: held.length > 0 ? 'held' : 'still-coming', question: 'check' };
}

/** Where a person has taken over, an answer is not to be waited for, and none is no error. */
export function remarkToPerson(notified: boolean): Remark {
  return { phrase: notified ? 'will-notify' : 'passed-to-person', question: ELSE };
}
