import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from 'jest';
import { beginDynamoDbLocal, PORT_VARIABLE } from './dynamodb-local';
import { provideTestPki } from './pki';

declare global {
  /** Ends what was started for this run. */
  var stopDynamoDbLocal: (() => Promise<void>) | undefined;
}

/** Once per run: what many files sign with, and DynamoDB Local, for which they wait themselves; not where only files are run that need neither. */
export default async function setUp({ nonFlagArgs = [] }: { readonly nonFlagArgs?: readonly string[] } & Config) {
  if (nonFlagArgs.length === 0) provideTestPki();
  const files = readdirSync(join(__dirname, '..'), { recursive: true, encoding: 'utf8' });
  const wanted = files.filter((file) => /dynamodb[^/]*\.test\.ts$/.test(file)).map((file) => join('test', file));
  const matches = (pattern: string) => wanted.some((file) => file.includes(pattern) || new RegExp(pattern).test(file));
  if (nonFlagArgs.length > 0 && !nonFlagArgs.some(matches)) return;
  const local = await beginDynamoDbLocal();
  if (!local) {
    process.stderr.write(
      'LEFT OUT: the tests of the DynamoDB store, as they need a Java development kit, 17 or newer\n',
    );
    return;
  }
  process.env[PORT_VARIABLE] = String(local.port);
  globalThis.stopDynamoDbLocal = local.stop;
}
