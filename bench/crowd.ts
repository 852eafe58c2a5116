import { randomBytes, randomUUID } from 'node:crypto';
import Libsql from 'libsql';
import { openSqlite } from '../lambda/store/sqlite';
import { keyOf, SECRET } from './servers';

const AT_A_TIME = 50_000;
/** As a turn leaves it behind. */
const CONVERSATION = JSON.stringify({
  v: 2,
  turns: 7,
  said: [
    { text: 'We open at half past eight and close at six.' },
    { text: 'Which day would suit you best this week?' },
  ],
  rest: [],
  outbox: [],
  thread: { user: 'somebody', id: 4711 },
  asked: 'choices',
  asking: 'Which day would suit you best this week?',
  offer: {
    choices: ['Monday', 'Tuesday', 'Friday'].map((label) => ({ label, option: { payload: label } })),
    labels: ['Monday', 'Tuesday', 'Friday'],
    from: 0,
    to: 3,
  },
  visited: '2026-10',
});

export interface Crowd {
  readonly users: number;
  /** In their inboxes together, all of a moment. */
  readonly messages: number;
  /** Whom each is for. */
  readonly recipient: (message: number) => number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
}

export function nameOf(user: number): string {
  return `U${user}`;
}

/** Fills a new database, past the store, as it would be after years. */
export async function makeCrowd(path: string, { users, messages, recipient, receivedAt }: Crowd): Promise<void> {
  await openSqlite(path, { secret: SECRET }).close();
  const db = new Libsql(path);
  db.exec('PRAGMA synchronous = OFF');
  const insertUser = db.prepare(
    'INSERT INTO users (key, user_id, locale, api_endpoint, conversation, version) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertMessage = db.prepare(
    'INSERT INTO inbox (id, user_key, sent_at, received_at, item) VALUES (?, ?, ?, ?, ?)',
  );
  // Nobody opens the seal.
  const sealed = randomBytes(230);
  const item = JSON.stringify({ kind: 'message', message: { id: '1', text: 'We open at half past eight.' } });
  inGoes(db, users, (user) => {
    insertUser.run(keyOf(nameOf(user)), sealed, 'en-US', 'https://api.amazonalexa.com', CONVERSATION, 1);
  });
  inGoes(db, messages, (message) => {
    insertMessage.run(randomUUID(), keyOf(nameOf(recipient(message))), receivedAt, receivedAt, item);
  });
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
}

function inGoes(db: Libsql.Database, times: number, insert: (index: number) => void): void {
  for (let from = 0; from < times; from += AT_A_TIME) {
    db.exec('BEGIN');
    for (let index = from; index < Math.min(from + AT_A_TIME, times); index++) insert(index);
    db.exec('COMMIT');
  }
}
