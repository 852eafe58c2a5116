import { withCarried } from './carried';
import { findDocument } from './document';
import { acknowledgeEnd, openUntil, type Session } from './playback';
import type { Store } from './ports/store';
import type { Question } from './reply';

/** The end of a session, as Alexa tells it. */
export interface SessionEnd extends Pick<Session, 'carried'> {
  readonly key: string;
  readonly sessionId: string;
  /** When Alexa told it, in epoch milliseconds. */
  readonly at: number;
  /**
   * The last reply was played. `false`: Alexa could not use it; `too-late`: it was answered when she had given up. Neither was said, so that
   * what it said again is not over.
   */
  readonly played: boolean | 'too-late';
}

/**
 * Makes the function that takes note of whether the last reply of a session was heard: what was not is said again. The
 * end of a session never makes a user known. It tells what was asked last.
 */
export function createSessionEnd(store: Store) {
  return async function sessionEnded({
    key,
    sessionId,
    at,
    played,
    carried,
  }: SessionEnd): Promise<Question | undefined> {
    const session = { id: sessionId, carried };
    const document = await findDocument(store, key, { amend: (conversation) => withCarried(conversation, session) });
    const asked = document?.conversation.asked;
    await document?.update((newest) => {
      const conversation = acknowledgeEnd(newest, sessionId, played, at);
      // From now on a notification may be sent, unless another Echo is still being spoken to.
      return { conversation, activeUntil: openUntil(conversation, at) };
    });
    return asked;
  };
}
