import type { Conversation, Unacknowledged } from './conversation';
import type { Reply } from './reply';

/** A session with an Echo, as far as it matters which one it is. Both ids are opaque and not Alexa's own. */
export interface Session {
  readonly id: string;
  readonly device: string;
  readonly isNew: boolean;
  /** The session begins with a launch, without words. */
  readonly isLaunch?: boolean;
}

/** A session whose microphone is open ends within this time if nothing is said, in milliseconds. */
export const SESSION_MS = 90_000;
/** What Alexa takes to say a character, in milliseconds: some fifteen a second. */
const CHARACTER_MS = 70;
/** No session stays silent for longer: it has ended, although nothing was said of that. */
const SILENCE_MS = 10 * 60_000;
/** From our answer until Alexa begins to say it, and what her timing may be off by, in milliseconds. */
const BEFORE_SPEECH_MS = 3000;
/** What was offered and asked stays open for the next launch for so long, in milliseconds. */
const QUESTION_MS = 30 * 60_000;

/**
 * What a request acknowledges of earlier replies. One of the same session was played. Another session on the same device,
 * or a long silence, says that a session ended without a word, as devices with a screen often do: what it was told last
 * was heard if it had the time to be said, else it counts as missed.
 */
export function acknowledge(before: Conversation, session: Session, now: number): Conversation {
  const open = (before.unacknowledged ?? []).filter((reply) => reply.session !== session.id);
  const ended = open.filter(({ device, at }) => device === session.device || now - at > SILENCE_MS);
  const missed = ended.filter(({ at, texts }) => now - at < BEFORE_SPEECH_MS + speakingMs(texts));
  const acknowledged = {
    ...before,
    unacknowledged: nonEmpty(open.filter((reply) => !ended.includes(reply))),
    missed: nonEmpty([...(before.missed ?? []), ...textsOf(missed)]),
  };
  return session.isNew ? closeQuestion(acknowledged, session, now) : acknowledged;
}

/** The conversation once a session has ended. `undefined`: nothing is to be changed. */
export function acknowledgeEnd(before: Conversation, sessionId: string, played: boolean): Conversation | undefined {
  const { unacknowledged = [], missed = [] } = before;
  const last = unacknowledged.filter(({ session }) => session === sessionId);
  if (last.length === 0) return undefined;
  return {
    ...before,
    unacknowledged: nonEmpty(unacknowledged.filter((reply) => !last.includes(reply))),
    missed: nonEmpty(played ? missed : [...missed, ...textsOf(last)]),
  };
}

/** Notes what a reply tells. When it ends the session itself, no request will ever acknowledge it: Alexa plays it. */
export function awaitAcknowledgement(after: Conversation, reply: Reply, session: Session, now: number): Conversation {
  // A replay is told once, whatever becomes of it: it must not follow the user for ever.
  const texts = reply.parts.flatMap((part) => ('text' in part && !part.replay ? [part.text] : []));
  if (texts.length === 0 || reply.question === undefined) return after;
  const entry: Unacknowledged = { session: session.id, device: session.device, at: now, turn: reply.turn, texts };
  return { ...after, unacknowledged: [...(after.unacknowledged ?? []), entry] };
}

/** Until when one of the user's sessions may be open, in epoch milliseconds; 0 where none is. */
export function openUntil({ unacknowledged = [] }: Conversation, now: number): number {
  // A clock may have been set back.
  return Math.max(0, ...unacknowledged.map(({ at, texts }) => Math.min(at, now) + SESSION_MS + speakingMs(texts)));
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

function textsOf(replies: readonly Unacknowledged[]): string[] {
  return replies.flatMap(({ texts }) => texts);
}

/** Keeps empty lists out of the document. */
export function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
