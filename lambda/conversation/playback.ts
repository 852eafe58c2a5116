import type { Conversation, Unacknowledged } from './conversation';
import type { HandedOver } from './handed-over';
import type { Carried, Reply } from './reply';

/** A session with an Echo, as far as it matters which one it is. Both ids are opaque and not Alexa's own. */
export interface Session {
  readonly id: string;
  readonly device: string;
  readonly isNew: boolean;
  /** The session begins with a launch, without words. */
  readonly isLaunch?: boolean;
  /** The device has no screen: Alexa tells each end of a session on it, unless we are not there to be told. */
  readonly endsAreTold?: true;
  /** What the session brings back that may not be on disk. */
  readonly carried?: Carried;
}

/** A session at one of its requests. */
export interface RequestedSession extends Session {
  /** When the request came, in epoch milliseconds. */
  readonly requestedAt: number;
  /** Which replies this process has given. Absent: none is known of. */
  readonly handedOver?: Pick<HandedOver, 'has'>;
}

/** A session whose microphone is open ends within this time if nothing is said, in milliseconds. */
export const SESSION_MS = 90_000;
/** What Alexa takes to say a character, in milliseconds: some fifteen a second. */
const CHARACTER_MS = 70;
/** No session stays silent for longer: it has ended, although nothing was said of that. */
const SILENCE_MS = 10 * 60_000;
/** From our answer until Alexa begins to say it, and what her timing may be off by, in milliseconds. */
const BEFORE_SPEECH_MS = 3000;
/** Behind a reply the microphone is open for eight seconds, twice with the reprompt: who has heard it has no need to begin anew. */
const LISTENING_MS = 16_000;
/** So often in a row what a reply said again is kept for the next, where Alexa could not use the reply: it may be what she refuses. */
const MOST_REFUSED = 3;
/** What was offered and asked stays open for the next launch for so long, in milliseconds. */
const QUESTION_MS = 30 * 60_000;

/**
 * What a request acknowledges of earlier replies. One of the same session was played, unless the request came before it: who
 * speaks while a turn lasts does not wait for what that brings. Another session on the same device, or a long silence, says
 * that a session ended without a word, as devices with a screen often do: what it was told last was heard if it had the
 * time to be said and the session the time to end by itself. Else it counts as missed: Alexa may never have got it, of which
 * nobody tells either where the server is down. On a device whose ends are told, one that was not says for a while that she could
 * not use the reply: then what it said again is to be said once more, too, unless this very process has given that reply, and so would
 * have been told.
 */
export function acknowledge(before: Conversation, session: RequestedSession, now: number): Conversation {
  if (!before.unacknowledged && !session.isNew) return before;
  const known = before.unacknowledged ?? [];
  // As a rule it is the last reply of this very session alone, which was played.
  if (!session.isNew && known.every((reply) => isPlayedBefore(reply, session)))
    return { ...before, unacknowledged: undefined };
  const earlier = known.filter((reply) => !isNewer(reply, session));
  const same = earlier.filter((reply) => reply.session === session.id);
  const ended = earlier.filter(
    (reply) => !same.includes(reply) && (reply.device === session.device || now - reply.at > SILENCE_MS),
  );
  const isUntold = ({ at, texts, replays = [] }: Unacknowledged) =>
    // One at another Echo counts as ended only behind a longer silence.
    session.endsAreTold === true && now - at < SILENCE_MS && texts.length + replays.length > 0;
  const refused = ended.some(isUntold) ? refusedOnceMore(before) : before.refused;
  const missed = [
    ...ended.flatMap((reply) => {
      if (isUntold(reply)) return unsaidOf(reply, isTooOften(refused) || session.handedOver?.has(reply) === true);
      const mayBeCutOff = now - reply.at < BEFORE_SPEECH_MS + speakingMs(reply.texts) + LISTENING_MS;
      return mayBeCutOff ? reply.texts : [];
    }),
    ...same.filter(({ at }) => at > session.requestedAt).flatMap((reply) => unsaidOf(reply, false)),
  ];
  const acknowledged = {
    ...before,
    unacknowledged: nonEmpty(known.filter((reply) => !same.includes(reply) && !ended.includes(reply))),
    missed: nonEmpty([...(before.missed ?? []), ...missed]),
    ...(refused && { refused }),
  };
  return session.isNew ? closeQuestion(acknowledged, session, now) : acknowledged;
}

/** Whether a reply of the session was played before this request of it came. */
function isPlayedBefore({ session, at, requestedAt = at }: Unacknowledged, request: RequestedSession): boolean {
  return session === request.id && Math.max(at, requestedAt) <= request.requestedAt;
}

/**
 * The conversation once a session has ended.
 *
 * @param played `false`: Alexa could not use the last reply; `too-late`: she had given up when it came
 */
export function acknowledgeEnd(
  before: Conversation,
  sessionId: string,
  played: boolean | 'too-late',
  now: number,
): Conversation {
  const { unacknowledged = [], missed = [], turns } = before;
  const last = unacknowledged.filter(({ session }) => session === sessionId);
  const [{ device } = { device: '' }] = last;
  const unheard = played === true ? {} : ({ unheard: true } as const);
  const end = { session: sessionId, device, at: now, requestedAt: now, turn: turns, texts: [], ...unheard };
  const refused = played === false && last.length > 0 ? refusedOnceMore(before) : before.refused;
  const isOver = played === false && isTooOften(refused);
  return {
    ...before,
    unacknowledged: [...unacknowledged.filter((reply) => !last.includes(reply)), end],
    missed: nonEmpty([...missed, ...(played === true ? [] : last.flatMap((reply) => unsaidOf(reply, isOver)))]),
    refused,
  };
}

/**
 * Notes what a reply tells. When it ends the session itself, no request will ever acknowledge it: Alexa plays it. Where a
 * newer request of the session was answered meanwhile, or the session has ended, nobody hears it: it counts as missed.
 */
export function awaitAcknowledgement(
  after: Conversation,
  reply: Reply,
  session: RequestedSession,
  now: number,
): Conversation {
  const { unacknowledged = [], missed = [] } = after;
  // A replay is told once, whatever becomes of it once it was said: it must not follow the user for ever.
  const texts: string[] = [];
  const repeated: string[] = [];
  for (const part of reply.parts) if ('text' in part) (part.replay ? repeated : texts).push(part.text);
  const replays = nonEmpty(repeated);
  if (unacknowledged.some((other) => isNewer(other, session))) {
    return { ...after, missed: nonEmpty([...missed, ...(replays ?? []), ...texts]) };
  }
  const isLast = reply.question === undefined;
  const { id, device, requestedAt } = session;
  const entry = {
    session: id,
    device,
    at: now,
    requestedAt,
    turn: reply.turn,
    texts: isLast ? [] : texts,
    replays: isLast ? undefined : replays,
  };
  return { ...after, unacknowledged: [...unacknowledged, entry] };
}

/** Whether a reply is to a request that came later in the same session, or on the same device. */
function isNewer(
  { session, device, at, requestedAt = at }: Unacknowledged,
  { id, ...request }: RequestedSession,
): boolean {
  return requestedAt > request.requestedAt && (session === id || device === request.device);
}

/**
 * Notes a reply that was said and could not be saved: it was heard, unless Alexa tells that she could not use it. Without
 * effect where the session has gone on, or has ended. Idempotent.
 */
export function addSaid(before: Conversation, reply: Reply, session: RequestedSession, at: number): Conversation {
  const { unacknowledged = [] } = before;
  const replays = reply.parts.flatMap((part) => ('text' in part ? [part.text] : []));
  if (replays.length === 0 || unacknowledged.some((other) => isNewer(other, session))) return before;
  const { id, device } = session;
  return {
    ...before,
    unacknowledged: [...unacknowledged, { session: id, device, at, turn: reply.turn, texts: [], replays }],
  };
}

/** Whether the session has ended since this request of it, and the last reply was not heard. */
export function endedUnheard({ unacknowledged = [] }: Conversation, { id, requestedAt }: RequestedSession): boolean {
  return unacknowledged.some(({ session, at, unheard }) => unheard === true && session === id && at >= requestedAt);
}

/** Until when one of the user's sessions may be open, in epoch milliseconds; 0 where none is. */
export function openUntil({ unacknowledged = [] }: Conversation, now: number): number {
  // A clock may have been set back.
  const open = unacknowledged.filter(({ texts }) => texts.length > 0);
  return Math.max(0, ...open.map(({ at, texts }) => Math.min(at, now) + SESSION_MS + speakingMs(texts)));
}

function speakingMs(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length * CHARACTER_MS, 0);
}

/**
 * What the bot asked in an earlier session stays open where the user comes back to it soon, by a launch, which says it
 * again, or where it waits behind something unheard. Any other question is no longer open: words that begin a session
 * answer nothing.
 */
function closeQuestion(conversation: Conversation, { isLaunch }: Session, now: number): Conversation {
  const { rest, missed, askedAt = 0 } = conversation;
  const isRecent = Math.abs(now - askedAt) < QUESTION_MS;
  if ((isLaunch && isRecent) || rest.length > 0 || missed !== undefined) return { ...conversation, asked: undefined };
  return { ...conversation, asked: undefined, offer: undefined, inputRequest: undefined, asking: undefined };
}

/** What of a reply that was surely not said is to be said again. What it said again already may be over. */
function unsaidOf({ replays = [], texts }: Unacknowledged, isOver: boolean): readonly string[] {
  return isOver ? texts : [...replays, ...texts];
}

function refusedOnceMore({ refused, turns }: Conversation): Conversation['refused'] {
  const isInRow = refused !== undefined && refused.turn === turns - 1;
  return { turn: turns, times: isInRow ? refused.times + 1 : 1 };
}

function isTooOften(refused: Conversation['refused']): boolean {
  return (refused?.times ?? 0) > MOST_REFUSED;
}

/** Keeps empty lists out of the document. */
export function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
