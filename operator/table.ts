import { loadConfig } from '../lambda/app/config';
import type { Environment } from '../lambda/config/environment';
import { AloudError } from '../lambda/errors';
import { createClient } from '../lambda/store/dynamodb/client';
import { storeError } from '../lambda/store/dynamodb/errors';
import { makeTable } from '../lambda/store/dynamodb/table';
import { tableName } from '../lambda/store/open';
import { EXIT, type Run } from './command';

/**
 * Makes the DynamoDB table that the settings name, and switches on the expiry of items and point-in-time recovery. Safe to
 * repeat. On AWS Lambda the template makes the table; this is for servers.
 *
 * @returns what the operator reads
 * @throws AloudError ALOUD_CONFIG_INVALID, or an ALOUD_STORE error that says what AWS does not like
 */
export async function table(env: Environment): Promise<string> {
  const name = tableName(loadConfig(env).store);
  if (name === undefined) throw new AloudError('ALOUD_CONFIG_INVALID', 'ALOUD_STORE must be dynamodb:<table>');
  const client = createClient();
  try {
    const { created, recovery } = await makeTable(client, name);
    const what = created ? `Made the table ${name}.` : `The table ${name} was there already.`;
    return `${what} Items expire by themselves. ${recovery ? 'Point-in-time recovery is on: backups keep erased users for up to 35 days.' : 'There is no point-in-time recovery here.'}`;
  } catch (error) {
    const region = await client.config.region().catch(() => undefined);
    throw storeError('make the table', error, { table: name, region });
  } finally {
    client.destroy();
  }
}

/** `aloud table` */
export const run: Run = async ({ env, screen }) => {
  screen.print(await table(env));
  return EXIT.good;
};
