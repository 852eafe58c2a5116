import { findDocument } from './document';
import { acknowledgeEnd, openUntil } from './playback';
import type { Store } from './ports/store';

/** The end of a session, as Alexa tells it. */
export interface SessionEnd {
  readonly key: string;
  readonly sessionId: string;
  /** The last reply was played; after an error it was not. */
  readonly played: boolean;
}

/**
 * Makes the function that takes note of whether the last reply of a session was heard: what was not is said again. The
 * end of a session never makes a user known.
 */
export function createSessionEnd(store: Store) {
  return async function sessionEnded({ key, sessionId, played }: SessionEnd): Promise<void> {
    const document = await findDocument(store, key);
    await document?.update((newest) => {
      const now = Date.now();
      const conversation = acknowledgeEnd(newest, sessionId, played, now);
      // From now on a notification may be sent, unless another Echo is still being spoken to.
      return { conversation, activeUntil: openUntil(conversation, now) };
    });
  };
}
