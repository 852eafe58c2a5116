import { toAloudError } from '../errors';
import { perform } from './actions';
import type { TurnContext, TurnDeps, TurnRequest, TurnResult } from './actions/context';
import { answerAgain } from './answered';
import { withCarried } from './carried';
import type { Conversation } from './conversation';
import { type Document, openDocument } from './document';
import { answerApology } from './failures';
import { createHandedOver, type HandedOver } from './handed-over';
import { READ_AT_ONCE } from './inbox';
import { interpret } from './interpret';
import { acknowledge, type RequestedSession } from './playback';
import type { Unmatched } from './ports/usage-store';
import type { Reply } from './reply';
import { unmatchedIn } from './unmatched';
import { monthOf, visitOf } from './visit';

export type { TurnDeps, TurnRequest, TurnResult } from './actions/context';

/**
 * Makes the function that turns what a user said into what they hear: the document is loaded, what is meant is decided, and
 * the action's handler makes and saves the answer. Rejects only when the user cannot be loaded.
 */
export function createTurn(deps: TurnDeps) {
  const { voiceFor, platform, store, inbox, background, quietMs, notifications, noteAfterMs, onError, onUnmatched } =
    deps;
  const handedOver = createHandedOver();
  return async function turn(given: TurnRequest): Promise<TurnResult> {
    const { key, identity, stopwatch, input } = given;
    const session = sessionAt(given, handedOver);
    const request = { ...given, session };
    const voice = voiceFor(identity.locale);
    const month = monthOf(session.requestedAt);
    /** As it was read first. */
    let read: Conversation | undefined;
    let document: Document;
    try {
      document = await openDocument(store, key, identity, {
        unread: READ_AT_ONCE,
        onTrip: stopwatch.trip,
        amend(conversation) {
          read ??= conversation;
          return { ...withCarried(conversation, session), visited: month };
        },
      });
    } finally {
      stopwatch.lap('open');
    }
    const again = given.fingerprint && answerAgain(document.conversation, given.fingerprint);
    const { carried } = session;
    if (again) return { reply: { ...again, ...(carried && { carried }) } };
    const visit = visitOf(read ?? document.conversation, {
      isNewSession: session.isNew,
      month,
      unread: document.unread,
      isSubscribed: document.subscription?.subscribed ?? false,
    });
    const found = document.conversation;
    const before = acknowledge(found, session, request.now());
    const action = interpret(input, before, voice);
    stopwatch.lap('interpret');
    // Named one by one, as each turn makes one: to V8 a spread and more members are of a form of their own (Node 20).
    const context: TurnContext = {
      platform,
      store,
      inbox,
      background,
      quietMs,
      notifications,
      noteAfterMs,
      onError,
      onUnmatched,
      request,
      voice,
      document,
      found,
      before,
    };
    try {
      const { reply, error, late } = await perform(action, context);
      if (saysAgain(reply) && !given.isGivenUp?.()) {
        handedOver.note({ session: session.id, requestedAt: session.requestedAt });
      }
      if (onUnmatched) noteUnmatched(onUnmatched, unmatchedIn(input, before, action));
      return { reply, understood: action.understood, error, late, visit, wasAsked: before.asked };
    } catch (thrown) {
      const error = toAloudError(thrown);
      onError(error, 'turn');
      const { reply } = answerApology(document.conversation, error.phrase, voice);
      return { reply: { ...reply, ...(carried && { carried }) }, visit };
    }
  };
}

/** The session, as this request finds it. */
function sessionAt({ session, input, now }: TurnRequest, handedOver: HandedOver): RequestedSession {
  const { id, device, isNew, endsAreTold, carried } = session;
  return { id, device, isNew, isLaunch: input.kind === 'launch', endsAreTold, carried, requestedAt: now(), handedOver };
}

function saysAgain({ parts }: Reply): boolean {
  return parts.some((part) => 'text' in part && part.replay === true);
}

function noteUnmatched(note: (unmatched: Unmatched) => void, unmatched: Unmatched | undefined): void {
  if (unmatched) note(unmatched);
}
