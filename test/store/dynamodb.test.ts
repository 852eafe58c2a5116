import { BatchWriteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Arrival, Store } from '../../lambda/conversation/ports/store';
import { describeDynamo, makeTestTable, type TestTable } from '../support/dynamodb';
import { watchedClient } from '../support/dynamodb-faults';
import { botMessage } from '../support/talk';

const IDENTITY = { userId: 'amzn1.ask.account.THE-ALEXA-ID', locale: 'en-US', apiEndpoint: 'https://api.example' };
const CLAIM = { limit: 10, leaseMs: 30_000, paceMs: 100 };

const document = (turns: number) => ({ turns, said: [], rest: [], outbox: [] });
const message = (id: string, to: Arrival['to'], notificationAt?: number): Arrival => ({
  id,
  to,
  item: { kind: 'message', message: { ...botMessage(id), sentAt: 0 } },
  notificationAt,
});
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

describeDynamo('the DynamoDB store', () => {
  let table: TestTable;
  let store: Store;
  beforeEach(async () => {
    table = await makeTestTable();
    store = table.open();
  });
  afterEach(() => table.dispose());

  /** All items there are, as they are. */
  async function scan(): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let start: Record<string, never> | undefined;
    do {
      const page = await table.client.send(
        new ScanCommand({ TableName: table.name, ...(start && { ExclusiveStartKey: start }) }),
      );
      items.push(...(page.Items ?? []).map((item) => unmarshall(item)));
      start = page.LastEvaluatedKey as Record<string, never> | undefined;
    } while (start);
    return items;
  }

  async function bytesContain(text: string): Promise<boolean> {
    const values = (await scan()).flatMap(Object.values);
    return values.some((value) => Buffer.from(value instanceof Uint8Array ? value : String(value)).includes(text));
  }

  async function texts(from: Store, key: string): Promise<unknown[]> {
    const items = await from.unread(key, 20_000);
    return items.map(({ item }) => item.kind === 'message' && item.message.text);
  }

  describe('secrets', () => {
    test('no Alexa id stands in an item, and another secret does not open it', async () => {
      await store.open('anne', IDENTITY);
      expect(await bytesContain('anne')).toBe(true);
      expect(await bytesContain('THE-ALEXA-ID')).toBe(false);
      const stranger = table.open({ secret: 'quite another secret of 32 characters' });
      await expect(stranger.standing('anne')).rejects.toMatchObject({ code: 'ALOUD_STORE_SEALED' });
    });

    test('a sealed identity cannot be moved to another user', async () => {
      await store.open('anne', IDENTITY);
      await table.client.send(
        new PutItemCommand({
          TableName: table.name,
          Item: { ...(await raw('U#anne', 'A')), pk: { S: 'U#ben' } },
        }),
      );
      await expect(store.standing('ben')).rejects.toMatchObject({ code: 'ALOUD_STORE_SEALED' });
    });

    async function raw(pk: string, sk: string) {
      const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
      return Items.find((item) => item.pk?.S === pk && item.sk?.S === sk);
    }
  });

  describe('erasing', () => {
    /** Leaves something of every kind of item. */
    async function fill(key: string): Promise<void> {
      const speaker = `${key}-speaker`;
      await store.open(key, IDENTITY);
      await store.open(speaker, { ...IDENTITY, account: key });
      await store.append([message(`${key} early`, { thread: `${key}-thread` })], 1);
      await store.link(`${key}-thread`, key);
      await store.append(
        range(45).map((index) => message(`${key} says ${index}`, { key }, 1)),
        1,
      );
      await store.append([message(`${key} speaks`, { key: speaker }, 1)], 1);
      for (const notification of await store.claimNotifications({ ...CLAIM, now: Date.now() })) {
        await store.settleNotification(notification, { kind: 'dead', at: 1, reason: `never told ${key}` });
      }
      await store.append([message(`${key} again`, { key }, 1)], 1);
      const { version } = await store.open(key, IDENTITY);
      await store.save(key, { ...document(1), said: [{ text: `secret of ${key}` }] }, version);
    }

    test('leaves no byte of the user, their speakers and threads in any item', async () => {
      await fill('anne');
      await fill('ben');
      const before = (await scan()).length;
      await store.erase('anne');
      expect(await bytesContain('anne')).toBe(false);
      expect(await bytesContain('secret of ben')).toBe(true);
      expect(before - (await scan()).length).toBeGreaterThan(45);
      expect(await store.deadLetters(10)).toHaveLength(2);
      expect(await store.append([message('late', { key: 'anne', thread: 'anne-thread' })], 1)).toEqual([
        { outcome: 'unknown' },
      ]);
    });

    test('a half-done erase is finished before the user is back, and shows them nothing', async () => {
      await fill('anne');
      await eraseHalf('anne');
      expect(await store.find('anne')).toBeUndefined();
      expect(await bytesContain('anne says')).toBe(true);
      expect(await store.append([message('late', { key: 'anne', thread: 'anne-thread' })], 1)).toEqual([
        { outcome: 'unknown' },
      ]);
      const back = await Promise.all(range(5).map(() => store.open('anne', IDENTITY, 100)));
      expect(back.map(({ unread, conversation }) => [unread.length, conversation.turns])).toEqual(
        range(5).map(() => [0, 0]),
      );
      expect(await bytesContain('anne says')).toBe(false);
      expect(await store.find('anne-speaker')).toBeUndefined();
      expect(await store.append([message('later', { thread: 'anne-thread' })], 1)).toEqual([{ outcome: 'parked' }]);
    });

    test('what comes for a user who is back stays, though others still carry out the old erase', async () => {
      await fill('anne');
      await eraseHalf('anne');
      const others = range(3).map(() =>
        table
          .open()
          .erase('anne')
          .catch(() => {}),
      );
      const coming = (async () => {
        await store.open('anne', IDENTITY);
        return store.find('anne');
      })();
      await Promise.all([...others, coming]);
      await store.open('anne', IDENTITY);
      await store.append([message('hello again', { key: 'anne' })], 1);
      expect(await texts(store, 'anne')).toEqual(['hello again']);
    });

    test.each(['erase', 'sweep'] as const)('a half-done erase is finished by %s', async (how) => {
      await fill('anne');
      await eraseHalf('anne');
      if (how === 'erase') await store.erase('anne');
      else await table.open({ now: () => Date.now() + 10 * 60_000 }).sweep();
      expect(await bytesContain('anne')).toBe(false);
    });

    /** The process dies after the first transaction. */
    async function eraseHalf(key: string): Promise<void> {
      const dying = watchedClient();
      const doomed = table.open({ client: dying.client });
      dying.failAll(/Query/, () => new Error('died'));
      await expect(doomed.erase(key)).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
    }
  });

  describe('threads that their user has left', () => {
    const DAY_S = 24 * 60 * 60;
    let later = 0;
    beforeEach(async () => {
      later = 0;
      store = table.open({ now: () => Date.now() + later * DAY_S * 1000 });
      await store.open('anne', IDENTITY);
    });

    /** In how many days from the beginning something is deleted; `undefined`: never. */
    async function goesAfter(pk: string, sk: string): Promise<number | undefined> {
      const item = (await scan()).find((one) => one.pk === pk && one.sk === sk);
      if (!item) throw new Error(`there is no ${pk} ${sk}`);
      return item.expires === undefined ? undefined : Math.round((Number(item.expires) - Date.now() / 1000) / DAY_S);
    }

    test('expire when nobody has used them for half a year, and the last one stays', async () => {
      for (const thread of ['t1', 't2', 't3']) await store.link(thread, 'anne');
      expect([await goesAfter('T#t1', 'O'), await goesAfter('T#t2', 'O')]).toEqual([180, 180]);
      expect([await goesAfter('T#t3', 'O'), await goesAfter('U#anne', 'R#t3')]).toEqual([undefined, undefined]);
      expect(await goesAfter('U#anne', 'R#t1')).toBeGreaterThan(180);
      later = 100;
      await store.append([message('one', { thread: 't1' }), message('two', { thread: 't3' })], 1);
      expect([await goesAfter('T#t1', 'O'), await goesAfter('T#t2', 'O')]).toEqual([280, 180]);
      expect(await goesAfter('T#t3', 'O')).toBeUndefined();
      expect(await texts(store, 'anne')).toEqual(['one', 'two']);
    });

    test('and come back to, are the last one again', async () => {
      for (const thread of ['t1', 't2', 't1']) {
        later++;
        await store.link(thread, 'anne');
      }
      expect([await goesAfter('T#t1', 'O'), await goesAfter('U#anne', 'R#t1')]).toEqual([undefined, undefined]);
      expect(await goesAfter('T#t2', 'O')).toBe(183);
    });

    test('are known as long as they are there, and erased with their user', async () => {
      for (const thread of ['t1', 't2']) await store.link(thread, 'anne');
      later = 1000;
      await store.append([message('one', { thread: 't1' })], 1);
      expect(await texts(store, 'anne')).toEqual(['one']);
      await store.erase('anne');
      expect((await scan()).filter(({ pk }) => String(pk).startsWith('T#'))).toEqual([]);
    });

    test.each([
      ['the older is written first', ['t1', 't2']],
      ['the newer is written first', ['t2', 't1']],
    ])('of two that are linked at once one stays: %s', async (_order, order) => {
      const begun = Date.now();
      const at: Readonly<Record<string, number>> = { t1: begun, t2: begun + 1 };
      for (const thread of order) await table.open({ now: () => at[thread] ?? begun }).link(thread, 'anne');
      expect(await Promise.all(['t1', 't2'].map((thread) => goesAfter(`T#${thread}`, 'O')))).toEqual([180, undefined]);
    });

    test('of two that are linked at the same time one stays', async () => {
      await Promise.all(['t1', 't2'].map((thread) => store.link(thread, 'anne')));
      const left = await Promise.all(['t1', 't2'].map((thread) => goesAfter(`T#${thread}`, 'O')));
      expect(left.filter((days) => days === undefined)).toHaveLength(1);
    });
  });

  describe('many things at once', () => {
    test('many writers at once are all kept', async () => {
      const keys = range(60).map((index) => `user-${index}`);
      const made = await Promise.all(keys.map((key) => store.open(key, IDENTITY)));
      const saved = await Promise.all(made.map(({ key, version }, turns) => store.save(key, document(turns), version)));
      expect(saved.every(Boolean)).toBe(true);
      const users = await Promise.all(keys.map((key) => table.open().open(key, IDENTITY)));
      expect(users.map((user) => user.conversation.turns)).toEqual(keys.map((_, index) => index));
    });

    test('arrivals for one user from several servers are all there, each in the order of its server', async () => {
      await store.open('anne', IDENTITY);
      const servers = range(3).map(() => table.open());
      await Promise.all(
        servers.map((server, name) =>
          server.append(
            range(45).map((index) => message(`${name}-${index}`, { key: 'anne' }, 1000)),
            1,
          ),
        ),
      );
      const all = (await texts(store, 'anne')).map(String);
      expect(all).toHaveLength(135);
      for (const name of range(3)) {
        const own = all.filter((text) => text.startsWith(`${name}-`));
        expect(own).toEqual(range(45).map((index) => `${name}-${index}`));
      }
      expect(await store.pendingNotifications()).toBe(1);
    });

    test('whatever is parked while the thread gets its owner is handed over', async () => {
      await store.open('anne', IDENTITY);
      const other = table.open();
      for (const round of range(10)) {
        const thread = `t${round}`;
        const [parked] = await Promise.all([
          Promise.all(range(3).map((index) => other.append([message(`${thread} ${index}`, { thread })], 1))),
          store.link(thread, 'anne'),
        ]);
        expect(parked.flat().every(({ outcome }) => outcome === 'parked' || outcome === 'stored')).toBe(true);
      }
      expect(await texts(store, 'anne')).toHaveLength(30);
    });

    test('more parked items than a transaction holds are handed over in order', async () => {
      await store.open('anne', IDENTITY);
      await store.append(
        range(55).map((index) => message(`m${index}`, { thread: 't1' })),
        1,
      );
      await store.link('t1', 'anne');
      expect(await texts(store, 'anne')).toEqual(range(55).map((index) => `m${index}`));
    });

    test('more of one user than DynamoDB reads at once: read, taken, erased', async () => {
      await store.open('anne', IDENTITY);
      await seed(600);
      const opened = await store.open('anne', IDENTITY, 30);
      expect(opened.unread).toHaveLength(30);
      const all = await store.unread('anne', 20_000);
      expect(all).toHaveLength(601);
      const refs = all.slice(0, 250).map(({ ref }) => ref);
      expect(await store.save('anne', document(1), opened.version, { taken: refs })).toBe(true);
      expect(String((await texts(store, 'anne'))[0])).toMatch(/^m249 /);
      await store.erase('anne');
      expect(await bytesContain('U#anne')).toBe(false);
    });

    /** More than 1.5 MB of items; a page has 1 MB. */
    async function seed(count: number): Promise<void> {
      await store.append([message('pattern', { key: 'anne' })], 1);
      const pattern = (await scan()).find(({ sk }) => String(sk).startsWith('I#'));
      const at = Date.now();
      const toPut = (index: number) => {
        const body = JSON.stringify(message(`m${index} ${'x'.repeat(2600)}`, {}).item);
        const sk = `I#${at}#${String(index).padStart(6, '0')}`;
        return { PutRequest: { Item: marshall({ ...pattern, sk, body }) } };
      };
      const batches = range(count / 25).map((batch) => range(25).map((index) => toPut(25 * batch + index)));
      const workers = range(4).map(async () => {
        for (let batch = batches.pop(); batch; batch = batches.pop()) {
          await table.client.send(new BatchWriteItemCommand({ RequestItems: { [table.name]: batch } }));
        }
      });
      await Promise.all(workers);
    }
  });

  describe('several servers', () => {
    test('what a server with a slow clock writes after a mark is found', async () => {
      await store.open('anne', IDENTITY);
      await store.append([message('one', { key: 'anne' })], 1);
      const { mark } = await store.open('anne', IDENTITY, 10);
      const slow = table.open({ now: () => Date.now() - 5000 });
      await slow.append([message('two', { key: 'anne' })], 1);
      const unread = await store.unread('anne', 10, mark);
      expect(unread.map(({ item }) => item.kind === 'message' && item.message.text)).toEqual(['two']);
    });

    test('a notification goes to exactly one of many who claim at once', async () => {
      const keys = range(20).map((index) => `user-${index}`);
      await Promise.all(keys.map((key) => store.open(key, IDENTITY)));
      await store.append(
        keys.map((key) => message(key, { key }, 1000)),
        1,
      );
      const claims = await Promise.all(
        range(4).map(() => table.open().claimNotifications({ ...CLAIM, limit: 20, now: 2000 })),
      );
      const claimed = claims.flat();
      expect(claimed.map(({ key }) => key).sort()).toEqual([...keys].sort());
      expect(new Set(claimed.map(({ sendAt }) => sendAt)).size).toBe(20);
    });

    test('what a notifier held that was killed is sent by another, under the same number', async () => {
      await store.open('anne', IDENTITY);
      await store.append([message('one', { key: 'anne' }, 1000)], 1);
      const [leased] = await table.open().claimNotifications({ ...CLAIM, now: 1000 });
      expect(await store.claimNotifications({ ...CLAIM, now: 30_999 })).toEqual([]);
      const [claimed] = await store.claimNotifications({ ...CLAIM, now: 31_000 });
      expect(claimed).toMatchObject({ key: 'anne', number: leased?.number });
      await store.settleNotification(leased as NonNullable<typeof leased>, { kind: 'dead', at: 1, reason: 'late' });
      expect(await store.deadLetters(10)).toEqual([]);
    });

    test('an index that is behind gives a notification to nobody twice', async () => {
      await store.open('anne', IDENTITY);
      await store.append([message('one', { key: 'anne' }, 1000)], 1);
      const behind = watchedClient();
      const late = table.open({ client: behind.client });
      const seen: unknown[] = [];
      behind.next('Query', ...range(8).map(() => ({ kind: 'change answer', change: record }) as const));
      const [notification] = await late.claimNotifications({ ...CLAIM, now: 1000 });
      await late.settleNotification(notification as NonNullable<typeof notification>, { kind: 'sent', at: 1001 });
      behind.next('Query', ...range(8).map(() => ({ kind: 'change answer', change: replay }) as const));
      expect(await late.claimNotifications({ ...CLAIM, now: 2_000_000 })).toEqual([]);

      function record(output: { Items: unknown }) {
        seen.push(output.Items);
      }
      function replay(output: { Items: unknown }) {
        output.Items = seen.shift();
      }
    });
  });

  describe('requests', () => {
    test('a turn opens with one, and saves with one', async () => {
      const watched = watchedClient();
      const counted = table.open({ client: watched.client });
      await counted.open('anne', IDENTITY);
      await counted.append(
        range(3).map((index) => message(`m${index}`, { key: 'anne' }, 1)),
        1,
      );
      watched.sent();
      const { version, unread } = await counted.open('anne', IDENTITY, 30);
      expect(watched.sent()).toEqual(['Query']);
      await counted.save('anne', document(1), version);
      expect(watched.sent()).toEqual(['UpdateItem']);
      await counted.save('anne', document(2), version + 1, { taken: unread.map(({ ref }) => ref) });
      expect(watched.sent()).toEqual(['TransactWriteItems']);
    });

    test('what comes for a user costs one, and waiting costs one for everybody', async () => {
      const watched = watchedClient();
      const counted = table.open({ client: watched.client });
      await counted.open('anne', IDENTITY);
      const { mark } = await counted.open('anne', IDENTITY, 30);
      watched.sent();
      await counted.append([message('one', { key: 'anne' }, 1)], 1);
      expect(watched.sent()).toEqual(['TransactWriteItems']);
      await counted.unread('anne', 30, mark);
      expect(watched.sent()).toEqual(['Query']);
      await counted.changes([...range(99).map(String), 'anne', 'anne']);
      expect(watched.sent()).toEqual(['BatchGetItem']);
    });

    test('nothing is ever scanned', async () => {
      const watched = watchedClient();
      const counted = table.open({ client: watched.client });
      await counted.open('anne', IDENTITY);
      await counted.append([message('one', { key: 'anne' }, 1), message('two', { thread: 't1' })], 1);
      await counted.link('t1', 'anne');
      await counted.claimNotifications({ ...CLAIM, now: 1000 });
      await counted.deadLetters(10);
      await counted.pendingNotifications();
      await counted.sweep();
      await counted.erase('anne');
      expect(watched.sent()).not.toContain('Scan');
    });
  });

  describe('sizes', () => {
    /** As good as incompressible. */
    const noise = (bytes: number) => Buffer.from(range(bytes).map(() => Math.random() * 256)).toString('base64');

    test('a long document is kept whole, in less room', async () => {
      const { version } = await store.open('anne', IDENTITY);
      const long = { ...document(1), rest: range(5000).map((index) => `Sentence number ${index}, said at length. `) };
      expect(await store.save('anne', long, version)).toBe(true);
      expect((await store.open('anne', IDENTITY)).conversation).toEqual(long);
      const [item] = (await scan()).filter(({ sk }) => sk === 'A');
      expect((item as unknown as { doc: Uint8Array }).doc.length).toBeLessThan(JSON.stringify(long).length / 5);
    });

    test('one that no item holds is refused, and what was there stays', async () => {
      const { version } = await store.open('anne', IDENTITY);
      await store.save('anne', document(1), version);
      const huge = { ...document(2), rest: [noise(600_000)], outbox: [] };
      await expect(store.save('anne', huge, version + 1)).rejects.toMatchObject({ code: 'ALOUD_STORE_TOO_LARGE' });
      expect(await store.open('anne', IDENTITY)).toMatchObject({ conversation: { turns: 1 }, version: version + 1 });
    });

    test('a message that no item holds is refused, and takes none of its call with it', async () => {
      await store.open('anne', IDENTITY);
      const huge: Arrival = {
        ...message('huge', { key: 'anne' }),
        item: { kind: 'closed', at: 1, thread: noise(600_000) },
      };
      const call = [message('one', { key: 'anne' }), huge, message('two', { key: 'anne' })];
      await expect(store.append(call, 1)).rejects.toMatchObject({ code: 'ALOUD_STORE_TOO_LARGE' });
      expect(await texts(store, 'anne')).toEqual(['one', 'two']);
    });

    test('large messages that come together are all kept', async () => {
      await store.open('anne', IDENTITY);
      const large = range(12).map(
        (index): Arrival => ({
          ...message(`large ${index}`, { key: 'anne' }),
          item: { kind: 'message', message: { ...botMessage('large'), text: noise(250_000), sentAt: index } },
        }),
      );
      const deliveries = await store.append(large, 1);
      expect(deliveries.every(({ outcome }) => outcome === 'stored')).toBe(true);
      expect(await store.unread('anne', 100)).toHaveLength(12);
      expect((await store.open('anne', IDENTITY, 30)).unread).toHaveLength(12);
    });
  });
});
