import type { UserStore } from '../../conversation/ports/store';
import { whenFree } from './busy';
import { guardAsync, guardRead } from './errors';
import type { Tables } from './tables';
import { toDocument, toUser } from './user-table';

/** The users and their conversations. */
export function createUsers(tables: Tables): UserStore {
  const { users, inbox, notifications, words: queued, capture, tombstones, log, now } = tables;
  const { write, writeAll } = tables.commits;

  /** Who takes notifications from now on is told of what waits already, and so are the speakers of an account. */
  function askForWaiting(account: string): void {
    for (const key of users.withSpeakers(account)) {
      if (inbox.unread(key, 1).length > 0) notifications.ask(key, now());
    }
  }

  return {
    open: (key, identity, limit = 0) =>
      guardAsync('read a user', async () => {
        const { locale, apiEndpoint = '' } = identity;
        let row = await whenFree(() => users.readOpened(key));
        if (row?.locale !== locale || row.api_endpoint !== apiEndpoint) {
          const isKnown = row !== undefined;
          await writeAll(() => {
            users.put(key, identity);
            if (!isKnown) tombstones.clear(key);
          });
          row = await whenFree(() => users.readOpened(key));
        }
        if (!row) throw new Error('the user was erased while it was being read');
        // Behind the mark: what another process writes in between is found by that, or makes the save fail.
        const unread = row.waits === 1 && limit > 0 ? await whenFree(() => inbox.unread(key, limit)) : [];
        const { conversation, version, subscription } = toUser(key, row);
        return { key, conversation, version, subscription, unread, mark: String(row.mark) };
      }),
    find: (key) =>
      guardRead('read a user', () => {
        const row = users.read(key);
        return row && toUser(key, row);
      }),
    save: (key, conversation, version, { taken = [], activeUntil, words, patienceMs } = {}) =>
      guardAsync('save a conversation', () => {
        const document = toDocument(conversation);
        const update = () => users.save(key, document, version, activeUntil);
        if (taken.length === 0 && activeUntil !== 0 && !words) return write(update, patienceMs);
        return writeAll(() => {
          const before = activeUntil === 0 ? users.activeUntil(key) : undefined;
          if (!update()) return false;
          inbox.take(key, taken);
          if (words) queued.put(key, words);
          if (taken.length > 0) notifications.heard(key);
          if (before !== undefined) notifications.left(key, before, now());
          return true;
        }, patienceMs);
      }),
    subscribe: (key, identity, subscription) =>
      guardAsync('write a subscription', () =>
        writeAll(() => {
          const before = users.read(key);
          if (!before && tombstones.has(key)) return;
          users.put(key, identity);
          const isNewest = users.subscribe(key, subscription);
          if (isNewest && subscription.subscribed && before?.subscribed !== 1) askForWaiting(key);
        }),
      ),
    erase: (key) =>
      guardAsync('erase a user', async () => {
        await writeAll(() => {
          for (const erased of users.withSpeakers(key)) {
            users.remove(erased);
            tombstones.leave(erased);
            inbox.erase(erased);
            notifications.erase(erased);
          }
          capture.end();
        });
        await log.empty();
      }),
  };
}
