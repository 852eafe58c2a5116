import { openDynamo } from '../lambda/store/dynamodb';
import { createClient } from '../lambda/store/dynamodb/client';
import { makeTable } from '../lambda/store/dynamodb/table';
import { keyOf, SECRET } from './servers';
import { userIdOf } from './traffic';

export const TABLE = 'aloud-cold';
/** The user that the table knows. */
export const USER = 'U1';

/** Makes the table, with one user who has spoken with the bot before. */
export async function prepareTable(port: number): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = createClient({ endpoint: `http://127.0.0.1:${port}`, region: 'eu-west-1', credentials });
  await makeTable(client, TABLE);
  const store = openDynamo(TABLE, { secret: SECRET, client });
  const { version, conversation } = await store.open(keyOf(USER), {
    userId: userIdOf(USER),
    locale: 'en-US',
    apiEndpoint: 'https://api.amazonalexa.com',
  });
  const thread = { webchatId: 'w1', user: '{"id":1}' };
  await store.save(keyOf(USER), { ...conversation, thread }, version);
  await store.close();
}
