import type { Database } from 'libsql';
import { ADOPTED_MS, type InboxStore } from '../../conversation/ports/store';
import { guardAsync } from './errors';
import type { Tables } from './tables';

/** What comes for users. */
export function createInbox({ inbox, notifications, commits: { writeAll }, now }: Tables, db: Database): InboxStore {
  // Changes with the commits of other connections only.
  const selectDataVersion = db.prepare('PRAGMA data_version');
  return {
    append: (arrivals, at) =>
      guardAsync('write to an inbox', () =>
        writeAll(() =>
          arrivals.map((arrival) => {
            const delivery = inbox.append(arrival, at);
            const { notificationAt } = arrival;
            if (delivery.outcome === 'stored' && notificationAt !== undefined)
              notifications.ask(delivery.key, notificationAt);
            return delivery;
          }),
        ),
      ),
    unread: (key, limit, since) => guardAsync('read an inbox', () => inbox.unread(key, limit, since)),
    changes: (keys) =>
      guardAsync('read', () => {
        const { data_version: version } = selectDataVersion.get() as { readonly data_version: number };
        return keys.map(() => String(version));
      }),
    link: (thread, key) =>
      guardAsync('link a thread', () =>
        writeAll(() => {
          // When it came the owner was not known. A turn that is still waiting hears it before this is due.
          if (inbox.link(thread, key) > 0) notifications.ask(key, now() + ADOPTED_MS);
        }),
      ),
  };
}
