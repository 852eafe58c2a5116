/** What happened in one turn. Holds no id of a person and nothing that was said. */
export interface TurnRecord {
  /** Alexa's id of the request. */
  readonly requestId: string;
  /** The request or intent: `LaunchRequest`, `ChatIntent`, `AMAZON.YesIntent`. */
  readonly name: string;
  /** `ok`, `late` (the answer will come in a later turn), or the code of an error. */
  readonly outcome: string;
  /** When it began, in milliseconds of `performance.now()`. */
  readonly startedAt: number;
  readonly ms: number;
  /** The stages as they ran, without a gap from the beginning; one may run several times, and end with the code of an error. */
  readonly laps: readonly { readonly stage: string; readonly ms: number; readonly error?: string }[];
  /** The same added up: stage name to milliseconds, in the order the stages first ran. */
  readonly timings: Readonly<Record<string, number>>;
  /** Round trips to the database. */
  readonly trips: number;
  /** By which rule an answer to what the bot had offered was understood, what came of it, and how sure it was (0 to 1). */
  readonly understood?: { readonly rule: string; readonly answer: string; readonly confidence?: number };
  /** Where it stands in the user's use of the skill. Absent: the user could not be read. */
  readonly visit?: {
    readonly isNewUser: boolean;
    readonly isNewSession: boolean;
    readonly isFirstOfMonth: boolean;
    readonly isFollowing: boolean;
  };
  /** How many messages of people and broadcasts were read out. */
  readonly messagesHeard?: number;
}

/** A session that is over. */
export interface SessionEndRecord {
  /** What was open: our name of the question. Absent: nothing. */
  readonly question?: string;
  /** It ended with our answer, with silence, otherwise (another skill, "exit"), or as Alexa could not use an answer. */
  readonly how: 'answered' | 'silent' | 'left' | 'refused';
}

/** Why a request to `/alexa` was refused. */
export type RefusalReason =
  | 'headers'
  | 'certificate_url'
  | 'certificate_fetch'
  | 'certificate'
  | 'signature'
  | 'timestamp'
  | 'application'
  | 'body'
  | 'too_large';

/** One call to a bot platform. */
export interface PlatformCall {
  readonly platform: string;
  readonly operation: string;
  /** `ok`, or an error code. */
  readonly outcome: string;
  readonly ms: number;
}

/**
 * What became of one thing that a webhook brought:
 * - `stored`, or `parked` until its thread is known;
 * - `repeated`, `unknown` (a user or thread that is not ours), `ignored` (a test, an echo): nothing was done;
 * - refused as `unknown_path`, `unauthorized`, `malformed`, `too_large`; as `busy`, where more come than can be stored in time; or
 *   `failed` on our side.
 */
export type WebhookOutcome =
  | 'stored'
  | 'parked'
  | 'repeated'
  | 'unknown'
  | 'ignored'
  | 'unknown_path'
  | 'unauthorized'
  | 'malformed'
  | 'too_large'
  | 'busy'
  | 'failed';

export interface WebhookRecord {
  readonly outcome: WebhookOutcome;
  readonly ms: number;
}

/**
 * What became of a notification that was due:
 * - `accepted` by Amazon, or known there already (`duplicate`): sent;
 * - `needless`: nothing waits any more, or the user takes no notifications; `unsubscribed`: Amazon says that they do
 *   not;
 * - `active`: the user may be talking to us, it waits until they have stopped;
 * - `put_off`: a broadcast waits for a user of whom it is not known whether they consented, until those were told who did;
 * - `other_skill`: this process sends none for the user's skill, it waits for one that does;
 * - `day_full`: Amazon takes no more for this user today;
 * - `throttled`: Amazon takes no more for this skill at the moment;
 * - `failed`, `no_token`, `bad_token`: it is tried again;
 * - `rejected`, or `dead` after it has failed for a day: a dead letter, which never will be sent.
 */
export type NotificationOutcome =
  | 'accepted'
  | 'duplicate'
  | 'needless'
  | 'unsubscribed'
  | 'active'
  | 'put_off'
  | 'other_skill'
  | 'day_full'
  | 'throttled'
  | 'failed'
  | 'no_token'
  | 'bad_token'
  | 'rejected'
  | 'dead';

/** Those that somebody may have to do something about. */
export const UNSENT: ReadonlySet<NotificationOutcome> = new Set([
  'throttled',
  'failed',
  'bad_token',
  'rejected',
  'dead',
]);

export interface NotificationRecord {
  readonly outcome: NotificationOutcome;
  /** From the moment it was claimed to the answer. */
  readonly ms: number;
}

/** How the notifications get on. */
export interface NotificationProgress {
  /** How many wait, due or not, in the whole store. */
  readonly pending: number;
  /** How many this process has sent since its last report. */
  readonly sent: number;
  /** Since the last report. */
  readonly ms: number;
}

/** Where Aloud reports what happened. Must not throw. */
export interface Telemetry {
  turn(record: TurnRecord): void;
  sessionEnded(record: SessionEndRecord): void;
  refused(reason: RefusalReason): void;
  platformCall(call: PlatformCall): void;
  webhook(record: WebhookRecord): void;
  notification(record: NotificationRecord): void;
  /** Told now and then. */
  notificationProgress(progress: NotificationProgress): void;
  /** An error that no turn reported: `where` names the place. */
  error(error: unknown, where: string): void;
  /** The same for what one skill of several does. Absent: it is not told which skill something was of. */
  forSkill?(name: string): Telemetry;
}

/** Where one skill reports. */
export function telemetryOf(telemetry: Telemetry, skill: string): Telemetry {
  return telemetry.forSkill?.(skill) ?? telemetry;
}

export const NO_TELEMETRY: Telemetry = {
  turn() {},
  sessionEnded() {},
  refused() {},
  platformCall() {},
  webhook() {},
  notification() {},
  notificationProgress() {},
  error() {},
};

/** Reports to all of them. */
export function fanOut(listeners: readonly Telemetry[]): Telemetry {
  const each = (report: (listener: Telemetry) => void) => {
    for (const listener of listeners) report(listener);
  };
  return {
    turn: (record) => each((listener) => listener.turn(record)),
    sessionEnded: (record) => each((listener) => listener.sessionEnded(record)),
    refused: (reason) => each((listener) => listener.refused(reason)),
    platformCall: (call) => each((listener) => listener.platformCall(call)),
    webhook: (record) => each((listener) => listener.webhook(record)),
    notification: (record) => each((listener) => listener.notification(record)),
    notificationProgress: (progress) => each((listener) => listener.notificationProgress(progress)),
    error: (error, where) => each((listener) => listener.error(error, where)),
    forSkill: (name) => fanOut(listeners.map((listener) => telemetryOf(listener, name))),
  };
}
