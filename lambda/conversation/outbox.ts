import type { PlatformInput } from './ports/platform';

/** Something that the user has said to the bot, until the bot has answered it. */
export interface Outgoing {
  /** Unique in the outbox: the id of Alexa's request, so that a request that comes twice is one utterance. */
  readonly id: string;
  readonly input: PlatformInput;
  /** Epoch milliseconds. */
  readonly saidAt: number;
  /** What must be answered before this is sent: what an answer adds to an option comes after the option. */
  readonly follows?: string;
  /**
   * `queued`: the bot has not been told yet. `sent`: its answer is outstanding, or the send is under way. `lost`: it was to be
   * passed on and could not be, of which the user is to be told.
   */
  readonly state: 'queued' | 'sent' | 'lost';
  /** Epoch milliseconds. */
  readonly sentAt?: number;
  /** What was in the inbox already when it was sent, by `ref`: no answer to it. */
  readonly heard?: readonly string[];
  /** How often the platform has not taken it. */
  readonly tries?: number;
}

/** In the order in which the bot is told. */
export type Outbox = readonly Outgoing[];

/**
 * One thing that a turn has done to the outbox, as a function of whatever the outbox is by then. A turn that loses the
 * race to save applies its changes again to the newest one: that is all there is to merging.
 */
export type OutboxChange = (box: Outbox) => Outbox;

/** After a minute an answer is not expected any more: the slowest vendor promises one within 60 seconds. */
const EXPECTED_MS = 60_000;
/** What was queued for longer is not sent any more: the user does not mean it now. */
const QUEUED_MS = 10 * 60_000;

/** What has just been said. */
export type Said = Pick<Outgoing, 'id' | 'input' | 'saidAt' | 'follows'>;

/** Puts something at the end of the queue. Idempotent by id. */
export function queue(box: Outbox, said: Said): Outbox {
  return has(box, said.id) ? box : [...box, { state: 'queued', ...said }];
}

/**
 * Puts something before all that is queued: a beginning of the conversation, of which one is enough, or what the bot needs
 * before it can go on. Idempotent by id.
 */
export function queueFirst(box: Outbox, said: Said): Outbox {
  if (has(box, said.id)) return box;
  const isRepeated = (other: Outgoing) => said.input.kind === 'start' && other.input.kind === 'start';
  const waits = queued(box).filter((other) => !isRepeated(other));
  return [...lost(box), ...sent(box), { state: 'queued', ...said }, ...waits];
}

/**
 * What the bot is to be told next, if it may be told anything now.
 *
 * @param oneAtATime nothing is sent while an answer is outstanding
 */
export function next(box: Outbox, oneAtATime: boolean): Outgoing | undefined {
  if (oneAtATime && sent(box).length > 0) return undefined;
  return queued(box).find(({ follows }) => follows === undefined || !has(box, follows));
}

/**
 * Marks something as sent, before it is. Without effect on what is not queued any more.
 *
 * @param heard what the inbox holds already
 */
export function claim(box: Outbox, id: string, now: number, heard: readonly string[] = []): Outbox {
  return box.map((one) => (one.id === id && one.state === 'queued' ? claimed(one, now, heard) : one));
}

/** Names every member: to V8 what a spread adds one to is of a form of its own (Node 20). */
function claimed({ id, input, saidAt, follows, tries }: Outgoing, now: number, heard: readonly string[]): Outgoing {
  return { id, input, saidAt, follows, state: 'sent', sentAt: now, heard: heard.length > 0 ? heard : undefined, tries };
}

/** The bot has answered it. */
export function answered(box: Outbox, id: string): Outbox {
  return box.filter((one) => one.id !== id);
}

/**
 * It could not be sent.
 *
 * @param again the platform surely has not taken it, so it is queued as it was; else the user is told to say it again
 */
export function failed(box: Outbox, id: string, again: boolean): Outbox {
  if (!again) return box.filter((one) => one.id !== id);
  return box.map((one) => {
    const { sentAt: _, heard: __, tries = 0, ...unsent } = one;
    return one.id === id ? { ...unsent, state: 'queued', tries: tries + 1 } : one;
  });
}

/** Does something with what was sent then, as long as nothing else has become of it. */
export function whileSent({ id, sentAt }: Pick<Outgoing, 'id' | 'sentAt'>, change: OutboxChange): OutboxChange {
  return (box) =>
    box.some((one) => one.id === id && one.state === 'sent' && one.sentAt === sentAt) ? change(box) : box;
}

/** Without what is not expected to be answered any more; and what is not meant any more is lost. */
export function expire(box: Outbox, now: number): Outbox {
  const expected = box.filter(
    ({ state, saidAt, sentAt = saidAt }) => state !== 'sent' || isWithin(EXPECTED_MS, sentAt, now),
  );
  return loseOld(expected, now);
}

/** What was queued for too long is lost. */
export function loseOld(box: Outbox, now: number): Outbox {
  const old = queued(box).filter(({ saidAt }) => !isWithin(QUEUED_MS, saidAt, now));
  return old.reduce((left, { id }) => lose(left, id), box);
}

/** It could not be passed on, and the user is to be told: of their own words, not of a beginning that they did not say. */
export function lose(box: Outbox, id: string): Outbox {
  return box.flatMap((one) => {
    if (one.id !== id && one.follows !== id) return [one];
    const { sentAt: _, heard: __, follows: ___, tries: ____, ...unsent } = one;
    return one.input.kind === 'start' ? [] : [{ ...unsent, state: 'lost' as const }];
  });
}

/** What was promised to be passed on, and is not in the outbox any more, is lost. */
export function addLost(box: Outbox, outgoing: Outgoing): Outbox {
  return lose(has(box, outgoing.id) ? box : [outgoing, ...box], outgoing.id);
}

/** The user has been told of what is lost. */
export function withoutLost(box: Outbox): Outbox {
  return box.filter(({ state }) => state !== 'lost');
}

/** Without a beginning of the conversation that the bot has not answered for so long, in milliseconds. */
export function withoutStart(box: Outbox, now: number, ms: number): Outbox {
  return box.filter(
    ({ state, input, saidAt, sentAt = saidAt }) =>
      state !== 'sent' || input.kind !== 'start' || isWithin(ms, sentAt, now),
  );
}

/**
 * Without what was to be said: the user has taken it back.
 *
 * @param ids only these. Default: all of it
 */
export function withdraw(box: Outbox, ids?: ReadonlySet<string>): Outbox {
  return box.filter(({ id, state }) => state !== 'queued' || (ids !== undefined && !ids.has(id)));
}

/**
 * For how many milliseconds an answer is still expected to what was sent.
 *
 * @param greetingMs how long one is expected to a beginning of the conversation
 */
export function expectedFor(box: Outbox, now: number, greetingMs: number): number {
  const ends = sent(box).map(
    ({ input, saidAt, sentAt = saidAt }) => sentAt + (input.kind === 'start' ? greetingMs : EXPECTED_MS),
  );
  return Math.min(EXPECTED_MS, ...ends.map((end) => Math.max(0, end - now)));
}

/** What a turn has done, done to the newest outbox. */
export function merge(newest: Outbox, changes: readonly OutboxChange[]): Outbox {
  return changes.reduce((box, change) => change(box), newest);
}

/** What the bot has been told and has not answered, oldest first. */
export function sent(box: Outbox): Outbox {
  return box.filter(({ state }) => state === 'sent');
}

/** What could not be passed on, and the user was not told of yet. */
export function lost(box: Outbox): Outbox {
  return box.filter(({ state }) => state === 'lost');
}

/** What the bot has not been told yet, in its order. */
export function queued(box: Outbox): Outbox {
  return box.filter(({ state }) => state === 'queued');
}

function has(box: Outbox, id: string): boolean {
  return box.some((one) => one.id === id);
}

/** Looks both ways: a clock that was set back must not make anybody wait until it has caught up. */
function isWithin(ms: number, at: number, now: number): boolean {
  return Math.abs(now - at) < ms;
}
