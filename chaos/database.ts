import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Libsql from 'libsql';
import { createClient } from '../lambda/store/dynamodb/client';
import { makeTable } from '../lambda/store/dynamodb/table';
import { beginDynamoDbLocal, localAnswers, PORT_VARIABLE } from '../test/support/dynamodb-local';
import type { StoreKind } from './plan';
import type { Random } from './random';
import { startTableProxy, type TableProxy } from './table-proxy';

/** The store of all servers, and how it is broken from outside. */
export interface Database {
  readonly settings: Readonly<Record<string, string>>;
  /** Holds the database's lock for so long, as a backup or another program does. */
  lock(ms: number): Promise<void>;
  /** Absent with SQLite. */
  readonly proxy?: TableProxy;
  close(): Promise<void>;
}

export function openDatabase(kind: StoreKind, folder: string, random: Random): Promise<Database> {
  return kind === 'sqlite' ? Promise.resolve(openFile(folder)) : openTable(random);
}

function openFile(folder: string): Database {
  const path = join(folder, 'aloud.db');
  return {
    settings: { ALOUD_STORE: `sqlite:${path}` },
    async lock(ms) {
      const until = performance.now() + ms;
      const connection = new Libsql(path);
      connection.exec('PRAGMA busy_timeout = 0');
      while (performance.now() < until) {
        try {
          connection.exec('BEGIN IMMEDIATE');
          break;
        } catch {
          await delay(1);
        }
      }
      await delay(Math.max(0, until - performance.now()));
      if (connection.inTransaction) connection.exec('ROLLBACK');
      connection.close();
    },
    close: async () => {},
  };
}

const CREDENTIALS = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' };

async function openTable(random: Random): Promise<Database> {
  const running = process.env[PORT_VARIABLE];
  const local = running ? undefined : await beginDynamoDbLocal();
  const port = running ?? local?.port;
  if (port === undefined) throw new Error('DynamoDB Local needs a Java development kit');
  await localAnswers(port);
  const endpoint = `http://127.0.0.1:${port}`;
  const name = `chaos-${randomUUID()}`;
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = CREDENTIALS;
  const client = createClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  await makeTable(client, name);
  client.destroy();
  const proxy = await startTableProxy(endpoint, random);
  return {
    settings: { ...CREDENTIALS, ALOUD_STORE: `dynamodb:${name}`, AWS_ENDPOINT_URL_DYNAMODB: proxy.url },
    proxy,
    lock: async () => {},
    async close() {
      await proxy.close();
      await local?.stop();
    },
  };
}
