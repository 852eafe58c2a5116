import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import Libsql from 'libsql';
import { openSqlite } from '../lambda/store/sqlite';
import { botMessage } from '../test/support/talk';
import type { Served } from './served';

export interface NeighbourOptions {
  readonly path: string;
  readonly secret: string;
}

/** Another process on the same SQLite file: it writes for users, keeps the file locked, or reads it for a while. */
export async function startNeighbour({ path, secret }: NeighbourOptions): Promise<Served> {
  const store = openSqlite(path, { secret });
  const other = new Libsql(path);
  other.exec('PRAGMA busy_timeout = 5000');
  let isWriting = false;

  /** As often as that in a second, for one user after the other. */
  async function write({ keys, perSecond }: { readonly keys: readonly string[]; readonly perSecond: number }) {
    isWriting = true;
    for (let index = 0; isWriting; index++) {
      const to = { key: keys[index % keys.length] };
      await store.append(
        [{ id: randomUUID(), to, item: { kind: 'message', message: botMessage('Hello.') } }],
        Date.now(),
      );
      await delay(1000 / perSecond);
    }
  }

  /** Begins in a transaction, and ends it after so many milliseconds. */
  function hold(begin: string, ms: number): void {
    other.exec(begin);
    other.prepare('SELECT count(*) FROM users').get();
    setTimeout(() => other.exec('COMMIT'), ms);
  }

  return {
    url: '',
    answers: {
      write: (what) => void write(what as Parameters<typeof write>[0]),
      rest: () => {
        isWriting = false;
      },
      lock: (ms) => hold('BEGIN IMMEDIATE', Number(ms)),
      read: (ms) => hold('BEGIN', Number(ms)),
    },
  };
}
