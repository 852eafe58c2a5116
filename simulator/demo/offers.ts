import type { Conversation } from '../../lambda/conversation/conversation';
import type { Question } from '../../lambda/conversation/reply';

/** Questions that an option answers; with any other the offer waits until that is answered. */
const ANSWERED_BY_OPTIONS: ReadonlySet<Question | undefined> = new Set(['choices', 'bot', 'confirm-choice']);

/**
 * The options that a conversation's last reply offers, as one would say them. An Echo without a screen hears them only
 * as words, of which a few are read out at once, and the page shows them all.
 */
export function offeredIn({ asked, offer }: Conversation): readonly string[] {
  return offer && ANSWERED_BY_OPTIONS.has(asked) ? offer.labels : [];
}
