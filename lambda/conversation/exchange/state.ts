import type { AloudError } from '../../errors';
import type { BackgroundCalls } from '../background-calls';
import type { Conversation } from '../conversation';
import type { Deadline } from '../deadline';
import type { Document } from '../document';
import type { Inbox, Waiter } from '../inbox';
import type { Listening } from '../listening';
import type { Message } from '../message';
import { merge, type Outbox, type OutboxChange, withdraw } from '../outbox';
import type { Platform, Thread } from '../ports/platform';
import type { Store, Unread } from '../ports/store';
import type { ProgressTimer } from '../progress-timer';
import { GREETING_MS } from '../queued-words';
import type { Stopwatch } from '../stopwatch';

export interface ExchangeDeps {
  readonly platform: Platform;
  readonly store: Pick<Store, 'takePlace'>;
  readonly inbox: Inbox;
  readonly background: BackgroundCalls;
  /**
   * Milliseconds without a further message after which an answer that comes by webhook counts as whole, where its last
   * message asks or offers something. After a statement more may follow: it is waited longer.
   */
  readonly quietMs: number;
  readonly onError: (error: AloudError, where: string) => void;
}

export interface ExchangeRequest extends Listening {
  /** Unique among the user's requests. */
  readonly id: string;
  readonly key: string;
  readonly locale: string;
  /** Epoch milliseconds. Default: this machine's clock. */
  readonly now?: () => number;
  readonly deadline: Deadline;
  /** Tells the user that the answer takes a while; ends with its signal, never rejects. */
  readonly progress?: (signal: AbortSignal) => Promise<void>;
  /** Told of each round trip to the database. */
  readonly onTrip: () => void;
  /** Told when a stage has ended. Absent: nobody waits for it. */
  readonly onLap?: Stopwatch['lap'];
}

/** What came of speaking to the bot. What came by webhook is in the inbox. */
export interface Exchange {
  readonly thread: Thread | undefined;
  /** Messages that came in the answers of sends. */
  readonly inline: readonly Message[];
  /** What the turn has done to the outbox, as far as it is not on disk yet. */
  readonly changes: readonly OutboxChange[];
  /** What was said in this turn, by id. */
  readonly own: ReadonlySet<string>;
  /** How often the user had taken back what was to be said when this began. */
  readonly withdrawals: number;
  /** An answer was waited for, and nothing came in time. */
  readonly late: boolean;
  /** What came in this turn, as far as it was waited for. */
  readonly came: readonly Unread[];
  /** What had answered an option when that was put to the bot which the user had said beyond it. */
  readonly firstAnswers: ReadonlySet<Message>;
  /** When something was put to the bot, in epoch milliseconds. */
  readonly sends: readonly number[];
  /** An answer came by webhook. */
  readonly answered: boolean;
  /** What came may answer something older than what was just said. */
  readonly unsure: boolean;
  readonly error?: AloudError;
}

/** The exchange as it stands: each step makes the next one of it. */
export interface State extends Exchange {
  /** The outbox as this turn sees it. */
  readonly box: Outbox;
  /** The items of the inbox that were looked at, by `ref`. */
  readonly seen: ReadonlySet<string>;
  /** An answer is to be waited for once nothing is left to be sent. */
  readonly waits: boolean;
  /** How many scripts of the bot's may still be answered. */
  readonly scriptsLeft: number;
  /** The thread was gone once. */
  readonly reopened: boolean;
  readonly isOver: boolean;
}

/** What the steps of one exchange share, and none of them changes. */
export interface Context extends ExchangeDeps {
  readonly request: ExchangeRequest;
  readonly now: () => number;
  readonly document: Document;
  /** The thread that the turn began with. */
  readonly threadBefore: Thread | undefined;
  /** Nothing is sent while an answer is outstanding. */
  readonly takesTurns: boolean;
  readonly withPerson: boolean;
  readonly waiter: Waiter;
  /** Calls whose answer was heard before they came back. */
  readonly calls: Set<Promise<void>>;
  /** What calls did to the outbox that failed when they were not waited for any more: a turn that is saved later does it, too. */
  readonly failedLate: OutboxChange[];
  readonly progressTimer: ProgressTimer;
}

/** What the bot has said in this exchange so far. */
export function saidSoFar({ inline, came }: Pick<Exchange, 'inline' | 'came'>): readonly Message[] {
  const told = came.flatMap(({ item }) => (item.kind === 'message' ? [item.message] : []));
  return [...inline, ...told].filter(({ from }) => from.kind === 'bot');
}

/** Notes changes of the outbox. */
export function change(state: State, ...changes: readonly OutboxChange[]): State {
  return { ...state, box: merge(state.box, changes), changes: [...state.changes, ...changes] };
}

/** Why a wait ends that nobody needs any more. */
export const NOT_WAITED_FOR = new Error('nobody waits for it any more');

/** What was done to the outbox, done to the newest one. What the user has taken back meanwhile is not queued again. */
export function outboxAfter(
  exchange: Pick<Exchange, 'changes' | 'own' | 'withdrawals'>,
  newest: Pick<Conversation, 'outbox' | 'withdrawals'>,
): Outbox {
  const merged = merge(newest.outbox, exchange.changes);
  return isTakenBack(exchange, newest) ? withdraw(merged, exchange.own) : merged;
}

/** Whether the user has taken back what was to be said since this began. */
export function isTakenBack(
  { withdrawals }: Pick<Exchange, 'withdrawals'>,
  newest: Pick<Conversation, 'withdrawals'>,
): boolean {
  return withdrawals !== (newest.withdrawals ?? 0);
}

/** How long what the user says waits for the greeting of the bot. */
export function greetingMs({ greetsFirst }: Platform): number {
  return greetsFirst ? GREETING_MS : 0;
}
