import type { Conversation } from './conversation';
import { holds, together } from './joined';
import { nonEmpty, type Session } from './playback';
import type { Carried } from './reply';

/** More than a session has while nothing can be saved. */
const MOST_CARRIED = 50;

/**
 * The conversation with what the session brings back: a reply that is on disk and was not said counts as missed; what was
 * said and is not on disk is recognised when it comes again. Idempotent.
 */
export function withCarried(
  conversation: Conversation,
  { id, carried }: Pick<Session, 'id' | 'carried'>,
): Conversation {
  if (!carried) return conversation;
  const { unacknowledged = [], missed = [], delivered = '' } = conversation;
  const unsaid = unacknowledged.filter(
    ({ session, requestedAt }) => session === id && requestedAt !== undefined && carried.unsaid.includes(requestedAt),
  );
  const added = carried.delivered.filter((record) => !holds(delivered, record));
  return {
    ...conversation,
    unacknowledged: nonEmpty(unacknowledged.filter((reply) => !unsaid.includes(reply))),
    missed: nonEmpty([...missed, ...unsaid.flatMap(({ replays = [], texts }) => [...replays, ...texts])]),
    delivered: together(delivered, added.join(' ')) || undefined,
  };
}

/** What goes with the session from now on. */
export function carryOn({ unsaid, delivered }: Carried = { unsaid: [], delivered: [] }, more: Carried): Carried {
  return {
    unsaid: [...unsaid, ...more.unsaid].slice(-MOST_CARRIED),
    delivered: [...new Set([...delivered, ...more.delivered])].slice(-MOST_CARRIED),
  };
}
