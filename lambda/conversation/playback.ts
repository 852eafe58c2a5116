import type { Conversation, Unacknowledged } from './conversation';
import type { Reply } from './reply';

/** A session with an Echo, as far as it matters which one it is. Both ids are opaque and not Alexa's own. */
export interface Session {
  readonly id: string;
  readonly device: string;
  readonly isNew: boolean;
}

/** A session whose microphone is open ends within this time if nothing is said, in milliseconds. */
export const SESSION_MS = 90_000;
/** What Alexa takes to say a character, in milliseconds: some fifteen a second. */
const CHARACTER_MS = 70;
/** No session stays silent for longer: what it was told last and never followed up was not heard. */
const SILENCE_MS = 10 * 60_000;

/**
 * What a request acknowledges of earlier replies. One of the same session was played. Another session on the same device, or a
 * long silence, says that a session broke off without a word: what it was told last counts as missed.
 */
export function acknowledge(before: Conversation, session: Session, now: number): Conversation {
  const open = (before.unacknowledged ?? []).filter((reply) => reply.session !== session.id);
  const lost = open.filter(({ device, at }) => device === session.device || now - at > SILENCE_MS);
  const acknowledged = {
    ...before,
    unacknowledged: nonEmpty(open.filter((reply) => !lost.includes(reply))),
    missed: nonEmpty([...(before.missed ?? []), ...textsOf(lost)]),
  };
  return session.isNew ? forgetQuestion(acknowledged) : acknowledged;
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
  const texts = reply.parts.flatMap((part) => ('text' in part ? [part.text] : []));
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

/** Choices that wait behind something unheard stay; any other question of an earlier session is no longer open. */
function forgetQuestion(conversation: Conversation): Conversation {
  const { rest, missed, offer, inputRequest } = conversation;
  const waits = rest.length > 0 || missed !== undefined;
  return {
    ...conversation,
    asked: undefined,
    offer: waits ? offer : undefined,
    inputRequest: waits ? inputRequest : undefined,
  };
}

function textsOf(replies: readonly Unacknowledged[]): string[] {
  return replies.flatMap(({ texts }) => texts);
}

/** Keeps empty lists out of the document. */
export function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
