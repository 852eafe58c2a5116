import express from 'express';
import Libsql from 'libsql';
import { loadConfig } from '../lambda/app/config';
import { startServer } from '../lambda/server';
import { userKey } from '../lambda/skill/user';
import { openSqlite } from '../lambda/store/sqlite';
import { startVoximplant } from '../simulator/platforms/voximplant';
import { type Asking, startFloor, startJovo, startStockVerified, type Trusting } from './baselines';
import { startFlooder } from './flooder';
import { startLimit } from './limit';
import { databaseFile, listen } from './listen';
import { type NeighbourOptions, startNeighbour } from './neighbour';
import type { Served } from './served';
import { SKILL_ID, userIdOf } from './traffic';

export const SECRET = 'a secret for the benchmark, 32 characters';

const REPLY = JSON.stringify([
  {
    text: 'We open at half past eight and close at six. Which day would suit you?',
    quick_replies: [{ title: 'Monday' }, { title: 'Tuesday' }, { title: 'Friday' }],
  },
]);

export interface OursOptions extends Trusting {
  /** The platform, and whatever differs from the defaults. */
  readonly environment: Readonly<Record<string, string>>;
  /** Users that it knows already. */
  readonly users?: readonly string[];
  /** A database that is there. Default: a new one. */
  readonly database?: string;
}

export interface RoleOptions {
  readonly vendor: object;
  readonly floor: Asking;
  readonly stockVerified: Asking & Trusting;
  readonly jovo: Asking;
  readonly limit: Asking & Trusting;
  readonly ours: OursOptions;
  readonly thinker: { readonly answerMs: number };
  readonly directives: object;
  readonly bare: object;
  readonly neighbour: NeighbourOptions;
  readonly flooder: object;
}

export type Role = keyof RoleOptions;

export const ROLES: { readonly [R in Role]: (options: RoleOptions[R]) => Promise<Served> } = {
  vendor: startVendor,
  floor: startFloor,
  stockVerified: startStockVerified,
  jovo: startJovo,
  limit: startLimit,
  ours: startOurs,
  thinker: startThinker,
  directives: startDirectives,
  bare: startBare,
  neighbour: startNeighbour,
  flooder: startFlooder,
};

/** The id by which a vendor knows a user. */
export function keyOf(user: string): string {
  return userKey(SECRET, SKILL_ID, userIdOf(user));
}

/** A bot, as fast as Node answers. */
function startVendor(): Promise<Served> {
  return listen((request, response) => {
    request.resume().once('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(request.url?.endsWith('/user') ? '{"id":1}' : REPLY);
    });
  });
}

/** The whole server: signatures verified, the conversation kept in SQLite, logs and metrics on. */
async function startOurs({ rootPem, chainPem, environment, users = [], ...options }: OursOptions): Promise<Served> {
  const { database = databaseFile() } = options;
  const store = openSqlite(database, { secret: SECRET });
  await Promise.all(users.map((user) => store.open(keyOf(user), { userId: userIdOf(user), locale: 'en-US' })));
  await store.close();
  const config = loadConfig({
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_STORE: `sqlite:${database}`,
    ALOUD_HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'info',
    ...environment,
  });
  return startServer({ config, trust: { roots: [rootPem], fetchPem: async () => chainPem } });
}

/** A simulated vendor that answers by webhook: at once, but for what begins with "think" only after a while. */
async function startThinker({ answerMs }: RoleOptions['thinker']): Promise<Served> {
  let thoughts = 0;
  const vendor = await startVoximplant({
    bot: {
      reply(_user, said) {
        const isHard = said.startsWith('think');
        if (isHard) thoughts++;
        // Read for this answer before anything else is heard.
        vendor.deliveries.replyMs = isHard ? answerMs : 0;
        return [{ text: isHard ? `I was asked to ${said}.` : 'We open at half past eight.' }];
      },
    },
  });
  return {
    url: vendor.baseUrl,
    environment: vendor.environment,
    answers: {
      sendWebhooksTo: (url) => vendor.sendWebhooksTo(String(url)),
      thoughts: () => thoughts,
      idle: () => vendor.idle(),
    },
  };
}

/** Amazon's Directive service, which takes whatever is said before the answer. */
function startDirectives(): Promise<Served> {
  return listen((request, response) => {
    request.resume().once('end', () => response.writeHead(204).end());
  });
}

/** What taking in a webhook costs at the least: a row on disk for each, nothing read of it. */
function startBare(): Promise<Served> {
  const db = new Libsql(databaseFile());
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  db.exec('CREATE TABLE inbox (id INTEGER PRIMARY KEY, received_at INTEGER NOT NULL, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO inbox (received_at, body) VALUES (?, ?)');
  const app = express();
  app.post('/webhook', express.text({ type: () => true }), (request, response) => {
    insert.run(Date.now(), request.body);
    response.type('text').send('OK');
  });
  return listen(app, '/webhook');
}
