import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import type { Arrival, Store } from '../../lambda/conversation/ports/store';
import { openDynamo } from '../../lambda/store/dynamodb';
import { createClient } from '../../lambda/store/dynamodb/client';
import { makeTable } from '../../lambda/store/dynamodb/table';
import { describeDynamo, localClient, makeTestTable, type TestTable } from '../support/dynamodb';
import { type Fault, named, type WatchedClient, watchedClient } from '../support/dynamodb-faults';
import { botMessage } from '../support/talk';

const IDENTITY = { userId: 'amzn1.ask.account.ANNE', locale: 'en-US' };
const CLAIM = { limit: 10, leaseMs: 30_000, paceMs: 100 };
const LOST: Fault = { kind: 'lose answer' };
const ROLE = 'arn:aws:sts::123456789012:assumed-role/secret-role';

const document = (turns: number) => ({ turns, said: [], rest: [], outbox: [] });
const message = (id: string, to: Arrival['to'] = { key: 'anne' }, notificationAt = 1000): Arrival => ({
  id,
  to,
  item: { kind: 'message', message: botMessage(id) },
  notificationAt,
});
const fail = (error: Error): Fault => ({ kind: 'fail', error });

/** A transaction that others were in the way of. */
function cancelled(...codes: readonly string[]): Error {
  const CancellationReasons = codes.map((Code) => ({ Code }));
  return new TransactionCanceledException({ message: '', $metadata: {}, CancellationReasons });
}

describeDynamo('the DynamoDB store in trouble', () => {
  let table: TestTable;
  let watched: WatchedClient;
  let store: Store;
  beforeEach(async () => {
    table = await makeTestTable();
    watched = watchedClient();
    store = table.open({ client: watched.client });
    await store.open('anne', IDENTITY);
  });
  afterEach(() => table.dispose());

  describe('when an answer is lost', () => {
    test('a save has saved, once', async () => {
      const { version } = await store.open('anne', IDENTITY);
      watched.next('UpdateItem', LOST);
      expect(await store.save('anne', document(1), version)).toBe(true);
      expect(await store.find('anne')).toMatchObject({ version: version + 1, conversation: { turns: 1 } });
    });

    test('a save has saved, though the answers to all tries of the SDK were lost', async () => {
      const { version } = await store.open('anne', IDENTITY);
      watched.next('UpdateItem', LOST, LOST, LOST, LOST);
      expect(await store.save('anne', document(1), version)).toBe(true);
      expect(await store.find('anne')).toMatchObject({ version: version + 1, conversation: { turns: 1 } });
    });

    test('a save that takes items has taken them, though all answers were lost', async () => {
      await store.append([message('one')], 1);
      const { version, unread } = await store.open('anne', IDENTITY, 10);
      watched.next('TransactWriteItems', LOST, LOST, LOST, LOST);
      expect(await store.save('anne', document(1), version, { taken: unread.map(({ ref }) => ref) })).toBe(true);
      expect(await store.unread('anne', 10)).toEqual([]);
    });

    test('a save that never arrived is made', async () => {
      const { version } = await store.open('anne', IDENTITY);
      const gone = fail(named('TimeoutError'));
      watched.next('UpdateItem', gone, gone, gone, gone);
      expect(await store.save('anne', document(1), version)).toBe(true);
    });

    test('a save is refused where somebody else has saved since it was lost', async () => {
      const { version } = await store.open('anne', IDENTITY);
      const gone = fail(named('TimeoutError'));
      watched.next('UpdateItem', gone, gone, gone, gone);
      const saving = store.save('anne', document(1), version);
      expect(await table.open().save('anne', document(2), version)).toBe(true);
      expect(await saving).toBe(false);
    });

    test('a table that never answers is not waited for without end', async () => {
      const { version } = await store.open('anne', IDENTITY);
      watched.failAll(/UpdateItem/, () => named('TimeoutError'));
      const begun = performance.now();
      await expect(store.save('anne', document(1), version)).rejects.toMatchObject({ code: 'ALOUD_STORE_UNREACHABLE' });
      expect(performance.now() - begun).toBeLessThan(8000);
    });

    test.each([[[]], [['1']]])('who has less patience is told so before others are: taking %j', async (taken) => {
      const { version } = await store.open('anne', IDENTITY);
      watched.failAll(/UpdateItem|TransactWriteItems/, () => named('TimeoutError'));
      const ended: string[] = [];
      const save = (who: string, patienceMs?: number) =>
        store
          .save('anne', document(1), version, { taken, patienceMs })
          .catch(({ code }) => ended.push(`${who}: ${code}`));
      await Promise.all([save('others'), save('who', 100)]);
      expect(ended).toEqual(['who: ALOUD_STORE_UNREACHABLE', 'others: ALOUD_STORE_UNREACHABLE']);
    });

    test('a save that takes items has taken them', async () => {
      await store.append([message('one')], 1);
      const { version, unread } = await store.open('anne', IDENTITY, 10);
      watched.next('TransactWriteItems', LOST);
      expect(await store.save('anne', document(1), version, { taken: unread.map(({ ref }) => ref) })).toBe(true);
      expect(await store.unread('anne', 10)).toEqual([]);
    });

    test('queued words are saved as due, claimed, and made due by what comes, once each', async () => {
      const { version } = await store.open('anne', IDENTITY);
      watched.next('TransactWriteItems', LOST);
      expect(await store.save('anne', document(1), version, { words: { dueAt: 1000 } })).toBe(true);
      watched.next('UpdateItem', LOST);
      expect(await store.claimWords({ ...CLAIM, now: 1000, leaseMs: 10 ** 13 })).toEqual(['anne']);
      // The first is refused, as something is queued.
      watched.next('TransactWriteItems', { kind: 'change answer', change() {} });
      watched.next('TransactWriteItems', LOST);
      expect(await store.append([message('one')], 1)).toEqual([{ outcome: 'stored', key: 'anne' }]);
      expect(await store.nextWords()).toBeLessThan(Date.now() + 60_000);
      expect(await store.unread('anne', 10)).toHaveLength(1);
    });

    test('somebody else who saved in between is still noticed', async () => {
      const { version } = await store.open('anne', IDENTITY);
      await table.open().save('anne', document(2), version);
      watched.next('UpdateItem', LOST);
      expect(await store.save('anne', document(1), version)).toBe(false);
    });

    test('an arrival is stored, once, with its notification', async () => {
      watched.next('TransactWriteItems', LOST);
      expect(await store.append([message('one')], 1)).toEqual([{ outcome: 'stored', key: 'anne' }]);
      expect(await store.unread('anne', 10)).toHaveLength(1);
      expect(await store.claimNotifications({ ...CLAIM, now: 1000 })).toHaveLength(1);
    });

    test('a user is created, once', async () => {
      watched.next('TransactWriteItems', LOST);
      expect((await store.open('ben', IDENTITY)).conversation.turns).toBe(0);
    });

    test('a notification is leased to the notifier that claimed it, and settled by it', async () => {
      await store.append([message('one')], 1);
      watched.next('UpdateItem', LOST);
      const [notification] = await store.claimNotifications({ ...CLAIM, now: 1000 });
      expect(notification).toMatchObject({ key: 'anne', sendAt: 1000 });
      watched.next('UpdateItem', LOST);
      await store.settleNotification(notification as NonNullable<typeof notification>, { kind: 'sent', at: 1001 });
      expect(await store.claimNotifications({ ...CLAIM, now: 2_000_000 })).toEqual([]);
    });

    test('a thread is linked, and what was parked handed over, once', async () => {
      await store.append([message('early', { thread: 't1' })], 1);
      watched.next('TransactWriteItems', LOST);
      await store.link('t1', 'anne');
      expect(await store.unread('anne', 10)).toHaveLength(1);
    });

    test('an erase has erased', async () => {
      watched.next('TransactWriteItems', LOST);
      await store.erase('anne');
      expect(await store.find('anne')).toBeUndefined();
      expect(await store.open('anne', IDENTITY)).toMatchObject({ conversation: { turns: 0 } });
    });
  });

  describe('when others are in the way, or too much is asked', () => {
    test.each([
      ['a conflict', cancelled('None', 'TransactionConflict')],
      ['throttling', cancelled('ThrottlingError')],
      ['used-up throughput', cancelled('ProvisionedThroughputExceeded', 'None')],
    ])('a transaction that was cancelled for %s is tried again', async (_name, error) => {
      watched.next('TransactWriteItems', fail(error), fail(error), fail(error));
      expect(await store.append([message('one')], 1)).toEqual([{ outcome: 'stored', key: 'anne' }]);
      expect(watched.sent().filter((name) => name === 'TransactWriteItems').length).toBeGreaterThan(3);
    });

    test('what was refused is not tried again, though others were in the way too', async () => {
      await store.append([message('one')], 1);
      expect(await store.append([message('one'), message('two')], 1)).toEqual([
        { outcome: 'repeated' },
        { outcome: 'stored', key: 'anne' },
      ]);
    });

    test('a single write that meets a transaction is tried again', async () => {
      const { version } = await store.open('anne', IDENTITY);
      watched.next('UpdateItem', fail(new TransactionConflictException({ message: '', $metadata: {} })));
      expect(await store.save('anne', document(1), version)).toBe(true);
    });

    test('a throttled request is tried again', async () => {
      watched.next('Query', fail(named('ProvisionedThroughputExceededException')));
      expect((await store.open('anne', IDENTITY)).key).toBe('anne');
    });

    test('throttling that does not end is told as such', async () => {
      const impatient = table.open({ client: watched.client, timeoutMs: 300 });
      watched.failAll(/TransactWriteItems/, () => cancelled('ThrottlingError'));
      await expect(impatient.append([message('one')], 1)).rejects.toMatchObject({ code: 'ALOUD_STORE_THROTTLED' });
      watched.failAll(/Query/, () => named('ThrottlingException'));
      await expect(store.unread('anne', 1)).rejects.toMatchObject({ code: 'ALOUD_STORE_THROTTLED' });
    });

    test('keys that were left unread are read, and words stay with their users', async () => {
      await store.open('ben', IDENTITY);
      await store.append([message('one', { key: 'ben' })], 1);
      const whole = await store.changes(['anne', 'ben', 'nobody']);
      let left: unknown[] = [];
      watched.next('BatchGetItem', {
        kind: 'change both',
        before(input) {
          left = input.RequestItems[table.name].Keys.splice(1);
        },
        after(output) {
          output.UnprocessedKeys = { [table.name]: { Keys: left } };
        },
      });
      expect(await store.changes(['anne', 'ben', 'nobody'])).toEqual(whole);
      expect(watched.sent().filter((name) => name === 'BatchGetItem')).toHaveLength(3);
    });

    test('items that were left undeleted are deleted', async () => {
      await store.append([message('one'), message('two'), message('three')], 1);
      let left: unknown[] = [];
      watched.next('BatchWriteItem', {
        kind: 'change both',
        before(input) {
          left = input.RequestItems[table.name].splice(1);
        },
        after(output) {
          output.UnprocessedItems = { [table.name]: left };
        },
      });
      await store.erase('anne');
      await store.open('anne', IDENTITY);
      expect(await store.unread('anne', 10)).toEqual([]);
      expect(watched.sent().filter((name) => name === 'BatchWriteItem')).toHaveLength(2);
    });
  });

  describe('what the operator reads', () => {
    test('a table that is not there', async () => {
      const lost = openDynamo('no-such-table', { secret: 'x'.repeat(32), client: localClient() });
      await expect(lost.ready()).rejects.toMatchObject({
        code: 'ALOUD_STORE_NO_TABLE',
        message: 'cannot read: no table no-such-table in region eu-west-1',
      });
      await lost.close();
    });

    test('an endpoint where nobody listens', async () => {
      const client = createClient({
        endpoint: 'http://127.0.0.1:1',
        region: 'eu-west-1',
        credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
        maxAttempts: 1,
      });
      const lost = table.open({ client });
      await expect(lost.ready()).rejects.toMatchObject({
        code: 'ALOUD_STORE_UNREACHABLE',
        message: 'cannot read: no answer from DynamoDB in region eu-west-1 (ECONNREFUSED)',
      });
    });

    test.each([
      [
        named('AccessDeniedException', `User: ${ROLE} is not authorized to perform: dynamodb:GetItem on resource: x`),
        'ALOUD_STORE_FORBIDDEN',
        /AWS does not allow dynamodb:GetItem on table/,
      ],
      [named('AccessDeniedException', 'no'), 'ALOUD_STORE_FORBIDDEN', /AWS does not allow it on table/],
      [named('ExpiredTokenException', ROLE), 'ALOUD_STORE_CREDENTIALS', /\(ExpiredTokenException\)/],
      [named('UnrecognizedClientException', ROLE), 'ALOUD_STORE_CREDENTIALS', /no AWS credentials/],
      [named('CredentialsProviderError', ROLE), 'ALOUD_STORE_CREDENTIALS', /no AWS credentials/],
      [new Error('Region is missing'), 'ALOUD_STORE_UNREACHABLE', /AWS_REGION is not set/],
      [named('Error', 'getaddrinfo', { code: 'ENOTFOUND' }), 'ALOUD_STORE_UNREACHABLE', /\(ENOTFOUND\)/],
      [
        named('ValidationException', 'The provided key element does not match the schema'),
        'ALOUD_STORE_NO_TABLE',
        /other keys or indexes/,
      ],
      [named('SomethingNew', ROLE), 'ALOUD_STORE_UNAVAILABLE', /cannot read: SomethingNew$/],
    ])('what AWS says: case %#', async (error, code, text) => {
      watched.failAll(/GetItem/, () => error);
      const thrown = await store.ready().catch((caught: unknown) => caught);
      expect(thrown).toMatchObject({ code, message: expect.stringMatching(text) });
      expect(String(thrown)).not.toContain('arn:');
    });

    test('a damaged item', async () => {
      watched.next('GetItem', {
        kind: 'change answer',
        change(output) {
          output.Item.doc = { S: '{"secret words' };
        },
      });
      await expect(store.find('anne')).rejects.toMatchObject({ message: 'cannot read a user: an item is damaged' });
    });
  });

  test('the table can be made again and again', async () => {
    const client = localClient();
    expect(await makeTable(client, table.name)).toEqual({ created: false, recovery: false });
    expect(await makeTable(client, table.name)).toEqual({ created: false, recovery: false });
    client.destroy();
  });
});
