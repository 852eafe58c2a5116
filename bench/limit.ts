import { createHmac, verify, X509Certificate } from 'node:crypto';
import { text } from 'node:stream/consumers';
import Libsql from 'libsql';
import { type Asking, botAt, type Trusting } from './baselines';
import { databaseFile, listen } from './listen';
import type { Served } from './served';

const SECRET = 'a secret for the benchmark, 32 characters';
/** How old a request may be, in milliseconds. */
const TOLERANCE_MS = 150_000;

/** What is read of a request. */
interface Envelope {
  readonly session: { readonly user: { readonly userId: string } };
  readonly request: {
    readonly timestamp: string;
    readonly intent: { readonly slots: { readonly query: { readonly value: string } } };
  };
}

/**
 * What Aloud's promises cost at the least, whoever keeps them, with nothing between them and Node: a signature checked
 * with a key that is kept, a pseudonym of the user, one read, one call to the bot, and one write that is on disk before
 * the answer. No framework, no SDK, no speech work, no log.
 */
export function startLimit({ vendorUrl, chainPem }: Asking & Trusting): Promise<Served> {
  // Of a chain the first, which signs.
  const key = new X509Certificate(chainPem).publicKey;
  const ask = botAt(vendorUrl);
  const store = openTurns();
  return listen(async (request, response) => {
    const body = await text(request);
    const signature = Buffer.from(String(request.headers['signature-256']), 'base64');
    const isGenuine = verify('RSA-SHA256', Buffer.from(body), key, signature);
    const { session, request: turn } = JSON.parse(body) as Envelope;
    if (!isGenuine || Math.abs(Date.now() - Date.parse(turn.timestamp)) > TOLERANCE_MS) {
      response.writeHead(400).end();
      return;
    }
    const user = createHmac('sha256', SECRET).update(session.user.userId).digest('base64url');
    const turns = store.read(user);
    const reply = await ask(turn.intent.slots.query.value);
    await store.write(user, turns + 1, reply);
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({
        version: '1.0',
        response: {
          outputSpeech: { type: 'SSML', ssml: `<speak>${reply}</speak>` },
          reprompt: { outputSpeech: { type: 'SSML', ssml: '<speak>Which day?</speak>' } },
          directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'query' }],
          shouldEndSession: false,
        },
      }),
    );
  });
}

interface Turns {
  /** How many turns the user had. */
  read(user: string): number;
  /** Resolves when it is on disk. */
  write(user: string, turns: number, reply: string): Promise<void>;
}

/** Writes of the same moment share a commit. */
function openTurns(): Turns {
  const db = new Libsql(databaseFile());
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  db.exec(
    'CREATE TABLE turns (user TEXT PRIMARY KEY, turns INTEGER NOT NULL, reply TEXT NOT NULL) STRICT, WITHOUT ROWID',
  );
  const select = db.prepare('SELECT turns FROM turns WHERE user = ?');
  const replace = db.prepare('INSERT OR REPLACE INTO turns (user, turns, reply) VALUES (?, ?, ?)');
  let waiting: { readonly row: readonly unknown[]; readonly written: () => void }[] = [];

  function commit(): void {
    const writes = waiting;
    waiting = [];
    db.exec('BEGIN IMMEDIATE');
    for (const { row } of writes) replace.run(...row);
    db.exec('COMMIT');
    for (const { written } of writes) written();
  }

  return {
    read: (user) => (select.get(user) as { readonly turns: number } | undefined)?.turns ?? 0,
    write: (...row) =>
      new Promise((written) => {
        if (waiting.length === 0) setImmediate(commit);
        waiting.push({ row, written });
      }),
  };
}
