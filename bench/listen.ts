import { mkdtempSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Served } from './served';

export async function listen(listener: RequestListener, webhookPath = ''): Promise<Served> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, webhookUrl: url + webhookPath };
}

/** The path of a new database. */
export function databaseFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'aloud-bench-')), 'bench.db');
}
