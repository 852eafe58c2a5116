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
export function createTurn({ voiceFor, ...deps }: TurnDeps) {
  const handedOver = createHandedOver();
  return async function turn(given: TurnRequest): Promise<TurnResult> {
    const { key, identity, stopwatch, input } = given;
    const session = sessionAt(given, handedOver);
    const request = { ...given, session };
    const voice = voiceFor(identity.locale);
    const month = monthOf(session.requestedAt);
    /** As it was read first. */
    let found: Conversation | undefined;
    let document: Document;
    try {
      document = await openDocument(deps.store, key, identity, {
        unread: READ_AT_ONCE,
        onTrip: stopwatch.trip,
        amend(conversation) {
          found ??= conversation;
          return { ...withCarried(conversation, session), visited: month };
        },
      });
    } finally {
      stopwatch.lap('open');
    }
    const again = given.fingerprint && answerAgain(document.conversation, given.fingerprint);
    const { carried } = session;
    if (again) return { reply: { ...again, ...(carried && { carried }) } };
    const visit = visitOf(found ?? document.conversation, {
      isNewSession: session.isNew,
      month,
      unread: document.unread,
      isSubscribed: document.subscription?.subscribed ?? false,
    });
    const before = acknowledge(document.conversation, session, request.now());
    const action = interpret(input, before, voice);
    stopwatch.lap('interpret');
    const context: TurnContext = { request, voice, document, before, ...deps };
    try {
      const result = await perform(action, context);
      if (saysAgain(result.reply) && !given.isGivenUp?.()) {
        handedOver.note({ session: session.id, requestedAt: session.requestedAt });
      }
      if (deps.onUnmatched) noteUnmatched(deps.onUnmatched, unmatchedIn(input, before, action));
      return { visit, wasAsked: before.asked, ...result };
    } catch (thrown) {
      const error = toAloudError(thrown);
      deps.onError(error, 'turn');
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
