import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createScriptTransformer } from '@jest/transform';
import type { Config } from '@jest/types';
import { beginDynamoDbLocal, PORT_VARIABLE } from './dynamodb-local';
import { provideTestPki } from './pki';

declare global {
  /** Ends what was started for this run. */
  var stopDynamoDbLocal: (() => Promise<void>) | undefined;
}

const ROOT = join(__dirname, '../..');
/** What tests load, besides themselves. */
const SOURCES = ['lambda', 'business', 'operator', 'simulator', 'chaos', 'fuzz', 'test/support'];

/**
 * Once per run: what many files sign with, DynamoDB Local, for which they wait themselves, and all sources as JavaScript; not where
 * only files are run that need neither.
 */
export default async function setUp(
  { nonFlagArgs = [] }: Config.GlobalConfig,
  project: Config.ProjectConfig,
): Promise<void> {
  await startDynamoDb(nonFlagArgs);
  if (nonFlagArgs.length > 0) return;
  provideTestPki();
  await transformSources(project);
}

/** In a fresh clone every worker would do it at the same time, for the same files: what is there is taken. */
async function transformSources(project: Config.ProjectConfig): Promise<void> {
  const transformer = await createScriptTransformer(project);
  for (const folder of SOURCES) {
    for (const name of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.ts') && !name.endsWith('.d.ts')) transformer.transform(join(ROOT, folder, name), AS_REQUIRED);
    }
  }
}

/** As Jest transforms what is required: another way would be of no use. */
const AS_REQUIRED = {
  ...{ isInternalModule: false, supportsDynamicImport: false, supportsExportNamespaceFrom: false },
  ...{ supportsStaticESM: false, supportsTopLevelAwait: false, collectCoverage: false, collectCoverageFrom: [] },
  coverageProvider: 'babel',
} as const;

async function startDynamoDb(nonFlagArgs: readonly string[]): Promise<void> {
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
