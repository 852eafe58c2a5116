import type { Database } from 'libsql';
import { ADOPTED_MS, type InboxStore } from '../../conversation/ports/store';
import { dueWhenFreed } from '../../conversation/queued-words';
import { createChanges } from './changes';
import { guardAsync, guardRead } from './errors';
import type { Tables } from './tables';

/** What comes for users. */
export function createInbox(
  { inbox, notifications, words, commits: { writeAll }, now }: Tables,
  db: Database,
): InboxStore {
  const changes = createChanges(db);
  return {
    append: (arrivals, at) =>
      guardAsync('write to an inbox', () =>
        writeAll(() =>
          arrivals.map((arrival) => {
            const delivery = inbox.append(arrival, at, now());
            if (delivery.outcome !== 'stored') return delivery;
            const { notificationAt } = arrival;
            if (notificationAt !== undefined) notifications.ask(delivery.key, notificationAt);
            words.free(delivery.key, dueWhenFreed(at));
            return delivery;
          }),
        ),
      ),
    answered: (arrivals, at) =>
      guardAsync('write to an inbox', () =>
        writeAll(() => {
          for (const arrival of arrivals) inbox.answered(arrival, at);
        }),
      ),
    unread: (key, limit, since) => guardRead('read an inbox', () => inbox.unread(key, limit, since)),
    changes: (keys) => guardRead('read', () => changes(keys)),
    link: (thread, key) =>
      guardAsync('link a thread', () =>
        writeAll(() => {
          // When it came the owner was not known. A turn that is still waiting hears it before this is due.
          if (inbox.link(thread, key, now()) > 0) notifications.ask(key, now() + ADOPTED_MS);
        }),
      ),
  };
}
