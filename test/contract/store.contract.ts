import type { Conversation } from '../../lambda/conversation/conversation';
import type { Address } from '../../lambda/conversation/ports/platform';
import type { Arrival, ChannelIdentity, SaveOptions, Store } from '../../lambda/conversation/ports/store';
import { dueWhenFreed } from '../../lambda/conversation/queued-words';
import { botMessage } from '../support/talk';

/** How the contract gets at an engine. `reopen` closes the store and opens the same data again. */
export interface StoreHarness {
  /** Keeps things for seven days, by the clock that it was started with. */
  store: Store;
  reopen(): Promise<void>;
  /** Opens the same data once more, beside the store. */
  another(): Promise<Store>;
  dispose(): Promise<void>;
}

const ANNE: ChannelIdentity = {
  userId: `amzn1.ask.account.${'A'.repeat(200)}`,
  apiEndpoint: 'https://api.amazonalexa.com',
  locale: 'en-US',
};
const DAY_MS = 24 * 60 * 60_000;
const BEN: ChannelIdentity = { userId: 'amzn1.ask.account.BEN', locale: 'en-GB' };

function conversation(turns: number): Conversation {
  return {
    thread: { webchatId: 'w1', user: { id: 7, name: 'Zoë "Q" \u{1F600}' } },
    turns,
    said: [{ text: 'Which day?' }, { phrase: 'help' }],
    rest: ['More.'],
    outbox: [{ id: 'q1', input: { kind: 'text', text: 'When?' }, saidAt: 1, state: 'sent', sentAt: 2 }],
    offer: { choices: [{ label: 'Monday', option: { payload: [1, null, 'x'] } }], labels: ['Monday'], from: 0, to: 1 },
    asked: 'choices',
  };
}

/** What every store must do. */
export function describeStore(name: string, start: (now: () => number) => Promise<StoreHarness>): void {
  describe(`store: ${name}`, () => {
    let harness: StoreHarness;
    /** Moves the store's clock. */
    let later = 0;
    const now = () => Date.now() + later;
    beforeEach(async () => {
      later = 0;
      harness = await start(now);
    });
    afterEach(() => harness.dispose());

    test('gives each place of a line to one process only, and none that is too late', async () => {
      const other = await harness.another();
      const start = now();
      const take = (store: Store, waitMs = 30_000, line = 'klaunch') =>
        store.takePlace({ line, everyMs: 1000, latest: start + waitMs });
      const places = await Promise.all([harness.store, other, harness.store, other].map((store) => take(store)));
      const waits = places.map((place) => (place ?? Number.NaN) - start).sort((a, b) => a - b);
      const [first = Number.NaN] = waits;
      // On a busy machine somebody may come for a place when it is over, and gets a later one.
      for (const [at, wait] of waits.slice(1).entries()) expect(wait - (waits[at] ?? 0)).toBeGreaterThanOrEqual(1000);
      expect(await take(other, first + 2000)).toBeUndefined();
      expect(await take(other, 30_000, 'another')).toBeLessThan(now() + 1);
      await harness.reopen();
      expect(await take(harness.store)).toBe((places.map(Number).sort().at(-1) ?? 0) + 1000);
      later = 60_000;
      expect(await take(harness.store, 90_000)).toBeGreaterThanOrEqual(start + 60_000);
      // A clock that was ahead leaves no line behind.
      later = 0;
      expect(await take(harness.store)).toBeLessThan(now() + 1);
      await other.close();
    });

    test('what is counted adds up, by month and skill, in all processes and after a restart', async () => {
      const november = { month: '2026-11', skill: 'default' };
      const other = await harness.another();
      const name = 'ended:more/é "quoted"';
      expect(await harness.store.counts(november)).toEqual({});
      await harness.store.count(november, {});
      for (let times = 0; times < 5; times++) {
        await Promise.all([
          harness.store.count(november, { turns: 1, [name]: 2 }),
          other.count(november, { turns: 3 }),
        ]);
      }
      await harness.store.count({ ...november, month: '2026-12' }, { turns: 7 });
      await harness.store.count({ ...november, skill: 'other' }, { turns: 9 });
      await other.close();
      await harness.reopen();
      expect(await harness.store.counts(november)).toEqual({ turns: 20, [name]: 10 });
      expect(await harness.store.counts({ ...november, month: '2026-12' })).toEqual({ turns: 7 });
      expect(await harness.store.counts({ ...november, skill: 'other' })).toEqual({ turns: 9 });
    });

    test('what matched no option is kept for its days, by skill, and told in no order', async () => {
      const one = { said: 'the zebra one "é"', offered: ['Lion', 'Tiger'], outcome: 'sent' } as const;
      const two = { said: 'tie', offered: [], outcome: 'asked' } as const;
      const saidOf = async (skill = 'default') => {
        const { unmatched, sealed } = await harness.store.unmatched(skill);
        expect(sealed).toBe(0);
        return [...unmatched].sort((a, b) => a.said.localeCompare(b.said));
      };
      expect(await saidOf()).toEqual([]);
      await harness.store.keepUnmatched('default', [], 3);
      await harness.store.keepUnmatched('default', [one, two], 3);
      await harness.store.keepUnmatched('other', [one], 30);
      await harness.reopen();
      await harness.store.keepUnmatched('default', [two], 1);
      expect(await saidOf()).toEqual([one, two, two].sort((a, b) => a.said.localeCompare(b.said)));
      later = DAY_MS;
      expect(await saidOf()).toHaveLength(2);
      later = 3 * DAY_MS;
      expect(await saidOf()).toEqual([]);
      expect(await saidOf('other')).toEqual([one]);
    });

    test('erasing somebody takes away no count, nor what nobody is known to have said', async () => {
      const november = { month: '2026-11', skill: 'default' };
      await harness.store.open('anne', ANNE);
      await harness.store.count(november, { people: 1 });
      await harness.store.keepUnmatched('default', [{ said: 'zebra', offered: ['Lion'], outcome: 'sent' }], 3);
      await harness.store.erase('anne');
      expect(await harness.store.counts(november)).toEqual({ people: 1 });
      expect((await harness.store.unmatched('default')).unmatched).toHaveLength(1);
    });

    test('a capture is kept for all processes, until it is ended, expires, another begins or a user is erased', async () => {
      const other = await harness.another();
      const { store } = harness;
      expect(await store.capture()).toBeUndefined();
      await store.keepCaptured('first', 'before it began');
      await store.beginCapture('first', now() + 60_000);
      expect(await other.capture()).toBe('first');
      await other.keepCaptured('first', 'one');
      await store.keepCaptured('first', 'two "é"');
      await store.keepCaptured('another', 'three');
      expect([...(await other.captured())].sort()).toEqual(['one', 'two "é"']);

      await store.beginCapture('second', now() + 60_000);
      expect(await store.captured()).toEqual([]);
      await store.keepCaptured('second', 'x'.repeat(200_000));
      await store.open('anne', ANNE);
      await other.erase('anne');
      expect([await store.capture(), await store.captured()]).toEqual([undefined, []]);
      await store.keepCaptured('second', 'late');
      expect(await store.captured()).toEqual([]);

      await store.beginCapture('third', now() - 1);
      expect(await store.capture()).toBeUndefined();
      await store.endCapture();
      await other.close();
    });

    test('a new user begins with an empty conversation', async () => {
      const user = await harness.store.open('anne', ANNE);
      expect(user).toMatchObject({ key: 'anne', conversation: { turns: 0, said: [], rest: [] } });
    });

    test('a saved conversation comes back whole, also after a restart', async () => {
      const { version } = await harness.store.open('anne', ANNE);
      expect(await harness.store.save('anne', conversation(1), version)).toBe(true);
      await harness.reopen();
      expect((await harness.store.open('anne', ANNE)).conversation).toEqual(conversation(1));
    });

    test('requests that race for a new user create it once, and nothing saved is overwritten', async () => {
      const users = await Promise.all(Array.from({ length: 20 }, () => harness.store.open('anne', ANNE)));
      expect(new Set(users.map((user) => user.version)).size).toBe(1);
      await harness.store.save('anne', conversation(1), users[0]?.version ?? -1);
      expect((await harness.store.open('anne', ANNE)).conversation.turns).toBe(1);
    });

    test('of two saves of the same version one is refused', async () => {
      const { version } = await harness.store.open('anne', ANNE);
      const saved = await Promise.all([1, 2].map((turns) => harness.store.save('anne', conversation(turns), version)));
      expect(saved.sort()).toEqual([false, true]);
      const after = await harness.store.open('anne', ANNE);
      expect(await harness.store.save('anne', conversation(3), after.version)).toBe(true);
    });

    test('saving for an unknown user is refused', async () => {
      expect(await harness.store.save('nobody', conversation(1), 0)).toBe(false);
    });

    test('users do not see each other', async () => {
      const anne = await harness.store.open('anne', ANNE);
      await harness.store.open('ben', BEN);
      await harness.store.save('anne', conversation(1), anne.version);
      expect((await harness.store.open('ben', BEN)).conversation.turns).toBe(0);
      expect((await harness.store.standing('ben'))?.identity).toEqual(BEN);
    });

    test('the Alexa identity is the one last seen, and keeps the conversation', async () => {
      const { version } = await harness.store.open('anne', ANNE);
      await harness.store.save('anne', conversation(1), version);
      const moved = { ...ANNE, apiEndpoint: 'https://api.eu.amazonalexa.com', locale: 'en-GB' };
      expect((await harness.store.open('anne', moved)).conversation.turns).toBe(1);
      await harness.reopen();
      expect((await harness.store.standing('anne'))?.identity).toEqual(moved);
      expect(await harness.store.standing('nobody')).toBeUndefined();
    });

    test('an erased user is a new user', async () => {
      const { version } = await harness.store.open('anne', ANNE);
      await harness.store.save('anne', conversation(1), version);
      await harness.store.erase('anne');
      await harness.store.erase('anne');
      expect(await harness.store.standing('anne')).toBeUndefined();
      expect((await harness.store.open('anne', ANNE)).conversation.turns).toBe(0);
    });

    describe('the inbox', () => {
      beforeEach(async () => {
        await harness.store.open('anne', ANNE);
      });

      test('keeps what arrives, in order, also over a restart', async () => {
        const { store } = harness;
        expect(await store.append([arrival('one'), arrival('two')], 1)).toEqual([STORED, STORED]);
        expect(await store.append([arrival('three')], 2)).toEqual([STORED]);
        await harness.reopen();
        expect(await texts('anne')).toEqual(['one', 'two', 'three']);
      });

      test('puts what was sent earlier first', async () => {
        await harness.store.append([arrival('two', { key: 'anne' }, 20), arrival('one', { key: 'anne' }, 10)], 30);
        expect(await texts('anne')).toEqual(['one', 'two']);
      });

      test('takes the same id once, whoever it is for, and also when it was taken or its user erased', async () => {
        const { store } = harness;
        await store.open('ben', BEN);
        await store.append([arrival('one')], 1);
        const again = { ...arrival('other words', { key: 'ben' }), id: 'one' };
        expect(await store.append([arrival('one'), again], 2)).toEqual([
          { outcome: 'repeated' },
          { outcome: 'repeated' },
        ]);
        await takeAll('anne');
        expect(await store.append([arrival('one')], 3)).toEqual([{ outcome: 'repeated' }]);
        await store.erase('anne');
        expect(await store.append([again], 4)).toEqual([{ outcome: 'repeated' }]);
        expect(await texts('ben')).toEqual([]);
      });

      test('takes what comes twice in one call once, and keeps the order of a long call', async () => {
        const ids = Array.from({ length: 60 }, (_, index) => `m${index}`);
        const deliveries = await harness.store.append(
          [...ids, 'm7'].map((id) => arrival(id)),
          1,
        );
        expect(deliveries).toEqual([...ids.map(() => STORED), { outcome: 'repeated' }]);
        expect(await texts('anne')).toEqual(ids);
      });

      test('of many repetitions at once one is taken', async () => {
        const deliveries = await Promise.all(
          Array.from({ length: 20 }, () => harness.store.append([arrival('one')], 1)),
        );
        expect(deliveries.flat().filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
        expect(await texts('anne')).toEqual(['one']);
      });

      test('knows nobody it was not told of', async () => {
        expect(await harness.store.append([arrival('one', { key: 'nobody' })], 1)).toEqual([{ outcome: 'unknown' }]);
        expect(await texts('nobody')).toEqual([]);
      });

      test('keeps what comes for a thread until somebody has it', async () => {
        const { store } = harness;
        const to = { thread: 't1' };
        expect(await store.append([arrival('early', to)], 1)).toEqual([{ outcome: 'parked' }]);
        expect(await texts('anne')).toEqual([]);
        await store.link('t1', 'anne');
        await store.link('t1', 'anne');
        expect(await store.append([arrival('later', to)], 2)).toEqual([STORED]);
        await harness.reopen();
        expect(await texts('anne')).toEqual(['early', 'later']);
        expect(await harness.store.append([arrival('early', to)], 3)).toEqual([{ outcome: 'repeated' }]);
      });

      test('tries the key before the thread, and knows several threads of one user', async () => {
        const { store } = harness;
        await store.open('ben', BEN);
        await store.link('t1', 'ben');
        await store.link('t2', 'ben');
        await store.append(
          [arrival('one', { key: 'anne', thread: 't1' }), arrival('two', { key: 'no', thread: 't1' })],
          1,
        );
        await store.append([arrival('three', { thread: 't2' })], 2);
        expect([await texts('anne'), await texts('ben')]).toEqual([['one'], ['two', 'three']]);
      });

      test('finds a user by any name of the thread, and parks under the first', async () => {
        const { store } = harness;
        await store.link('t2', 'anne');
        const to = (thread: string, ...also: string[]) => ({ thread, also });
        expect(await store.append([arrival('one', to('t1', 't2')), arrival('two', to('t1', 't0', 't2'))], 1)).toEqual([
          STORED,
          STORED,
        ]);
        expect(await store.append([arrival('three', to('t3', 't4'))], 2)).toEqual([{ outcome: 'parked' }]);
        await store.link('t3', 'anne');
        expect(await texts('anne')).toEqual(['one', 'two', 'three']);
      });

      test('keeps nothing for a user who is named and unknown', async () => {
        const { store } = harness;
        const to = { key: 'nobody', thread: 't1' };
        expect(await store.append([arrival('one', to)], 1)).toEqual([{ outcome: 'unknown' }]);
        await store.link('t1', 'anne');
        expect(await texts('anne')).toEqual([]);
        expect(await store.append([arrival('two', to)], 2)).toEqual([STORED]);
      });

      test('what a save takes is gone with it, and stays when the save is refused', async () => {
        const { store } = harness;
        await store.append([arrival('one'), arrival('two')], 1);
        const [first] = await store.unread('anne', 10);
        const { version } = await store.open('anne', ANNE);
        expect(await store.save('anne', conversation(1), version, { taken: [first?.ref ?? ''] })).toBe(true);
        expect(await texts('anne')).toEqual(['two']);
        const [second] = await store.unread('anne', 10);
        expect(await store.save('anne', conversation(2), version, { taken: [second?.ref ?? ''] })).toBe(false);
        await harness.reopen();
        expect(await texts('anne')).toEqual(['two']);
      });

      test("nobody takes another user's items", async () => {
        const { store } = harness;
        const { version } = await store.open('ben', BEN);
        await store.append([arrival('one')], 1);
        const [item] = await store.unread('anne', 10);
        await store.save('ben', conversation(1), version, { taken: [item?.ref ?? ''] });
        expect(await texts('anne')).toEqual(['one']);
      });

      test('shows what came after a mark', async () => {
        const { store } = harness;
        await store.append([arrival('one')], now());
        const { mark, unread } = await store.open('anne', ANNE, 10);
        await store.append([arrival('two')], now());
        expect(unread).toMatchObject([{ item: { message: { text: 'one' } } }]);
        expect(await store.unread('anne', 10, mark)).toMatchObject([{ item: { message: { text: 'two' } } }]);
      });

      test('shows what came after a mark also where nothing waited any more', async () => {
        const { store } = harness;
        await store.append([arrival('one')], now());
        const { version, unread } = await store.open('anne', ANNE, 10);
        await store.save('anne', conversation(1), version, { taken: unread.map(({ ref }) => ref) });
        const opened = await store.open('anne', ANNE, 10);
        await store.append([arrival('two')], now());
        expect(opened.unread).toEqual([]);
        expect(await store.unread('anne', 10, opened.mark)).toMatchObject([{ item: { message: { text: 'two' } } }]);
      });

      test('shows as many as are asked for, the oldest first', async () => {
        await harness.store.append(
          ['one', 'two', 'three'].map((id) => arrival(id)),
          1,
        );
        expect(await harness.store.unread('anne', 2)).toHaveLength(2);
        expect((await texts('anne'))[0]).toBe('one');
      });

      test('marks its end also where more waits than is shown', async () => {
        const { store } = harness;
        await store.append(
          ['one', 'two', 'three'].map((id) => arrival(id)),
          now(),
        );
        const { mark, unread } = await store.open('anne', ANNE, 2);
        expect(unread).toHaveLength(2);
        await store.append([arrival('four')], now());
        expect(await store.unread('anne', 10, mark)).toMatchObject([{ item: { message: { text: 'four' } } }]);
      });

      test('keeps things for as long as it should, and not for long what nobody ever owned', async () => {
        const { store } = harness;
        await store.append([arrival('old')], now());
        await sweepUntil(6);
        await store.append([arrival('young'), arrival('parked', { thread: 't1' })], now());
        await sweepUntil(9);
        expect(await texts('anne')).toEqual(['young']);
        await store.link('t1', 'anne');
        expect(await texts('anne')).toEqual(['young']);
      });

      test('loses nothing to a clock that was wrong for one webhook', async () => {
        const { store } = harness;
        await sweepUntil(6);
        await store.append([arrival('before'), arrival('parked', { thread: 't1' })], now());
        later = 14 * DAY_MS;
        await store.append([arrival('meanwhile')], now());
        await store.sweep();
        later = 6 * DAY_MS;
        await store.sweep();
        await store.append([arrival('after')], now());
        await store.link('t1', 'anne');
        expect((await texts('anne')).sort()).toEqual(['after', 'before', 'meanwhile', 'parked']);
      });

      test('recognises what it has seen, also by a clock that is wrong for one webhook', async () => {
        const { store } = harness;
        await store.append([arrival('one')], now());
        await store.erase('anne');
        await store.append([arrival('two', { thread: 't1' })], now());
        for (later of [14 * DAY_MS, -14 * DAY_MS, 0]) {
          expect(await store.append([arrival('one'), arrival('two', { thread: 't1' })], now())).toEqual([
            { outcome: 'repeated' },
            { outcome: 'repeated' },
          ]);
        }
      });

      test('loses nothing to a clock that is wrong for one webhook, again and again', async () => {
        const { store } = harness;
        await store.append([arrival('before')], now());
        for (let day = 0; day < 6; day++) {
          for (let jumps = 0; jumps < 3; jumps++) {
            later = (day + 8) * DAY_MS;
            await store.sweep();
            later = day * DAY_MS;
            await store.sweep();
          }
        }
        expect(await texts('anne')).toEqual(['before']);
      });

      test('tells into whose inbox another process has put something', async () => {
        const { store } = harness;
        await store.open('ben', BEN);
        await store.changes(['anne', 'ben', 'nobody']);
        const other = await harness.another();
        const before = await store.changes(['anne', 'ben', 'nobody']);
        await other.append([arrival('one')], now());
        const after = await store.changes(['anne', 'ben', 'nobody']);
        expect(changed(before, after)).toEqual([true, false, false]);
        await other.append([arrival('two', { key: 'ben' }), arrival('three', { key: 'ben' })], now());
        const last = await store.changes(['nobody', 'ben', 'anne']);
        expect(changed([...after].reverse(), last)).toEqual([false, true, false]);
        await other.close();
      });

      test('tells of nobody what another process writes of conversations', async () => {
        const { store } = harness;
        const other = await harness.another();
        const before = await store.changes(['anne']);
        const { version } = await other.open('anne', ANNE);
        await other.save('anne', conversation(1), version);
        await other.append([arrival('early', { thread: 't1' })], now());
        expect(changed(before, await store.changes(['anne']))).toEqual([false]);
        await other.link('t1', 'anne');
        expect(changed(before, await store.changes(['anne']))).toEqual([true]);
        await other.close();
      });

      test('keeps the thread that a user had last, and others as long as they are used', async () => {
        const { store } = harness;
        for (const thread of ['left', 'written to', 'last']) await store.link(thread, 'anne');
        await sweepUntil(100);
        expect(await store.append([arrival('one', { thread: 'written to' })], now())).toEqual([STORED]);
        await sweepUntil(200);
        await harness.reopen();
        expect(
          await harness.store.append(
            [arrival('two', { thread: 'last' }), arrival('three', { thread: 'written to' })],
            now(),
          ),
        ).toEqual([STORED, STORED]);
      });

      test("an erased user's items and threads are gone", async () => {
        const { store } = harness;
        await store.link('t1', 'anne');
        await store.append([arrival('one')], 1);
        await store.erase('anne');
        await store.open('anne', ANNE);
        expect(await texts('anne')).toEqual([]);
        expect(await store.append([arrival('two', { thread: 't1' })], 2)).toEqual([{ outcome: 'parked' }]);
        expect(await texts('anne')).toEqual([]);
      });

      const STORED = { outcome: 'stored', key: 'anne' };

      function arrival(id: string, to: Address = { key: 'anne' }, sentAt = 0): Arrival {
        return { id, to, item: { kind: 'message', message: { ...botMessage(id), sentAt } } };
      }

      /** Day by day, as the clock goes. */
      async function sweepUntil(day: number): Promise<void> {
        while (later < day * DAY_MS) {
          later += DAY_MS;
          await harness.store.sweep();
        }
      }

      function changed(before: readonly string[], after: readonly string[]): boolean[] {
        return after.map((word, index) => word !== before[index]);
      }

      async function texts(key: string): Promise<unknown[]> {
        const items = await harness.store.unread(key, 100);
        return items.map(({ item }) => (item.kind === 'message' ? item.message.text : item.kind));
      }

      async function takeAll(key: string): Promise<void> {
        const { version } = await harness.store.open(key, ANNE);
        const refs = (await harness.store.unread(key, 100)).map(({ ref }) => ref);
        expect(await harness.store.save(key, conversation(1), version, { taken: refs })).toBe(true);
      }
    });

    describe('subscriptions', () => {
      test('are set by the newest word, whoever comes first', async () => {
        const { store } = harness;
        await store.subscribe('anne', ANNE, { subscribed: true, at: 20 });
        await store.subscribe('anne', ANNE, { subscribed: false, at: 10 });
        await harness.reopen();
        expect((await harness.store.standing('anne'))?.subscription).toEqual({ subscribed: true, at: 20 });
        await harness.store.subscribe('anne', ANNE, { subscribed: false, at: 30 });
        expect((await harness.store.open('anne', ANNE)).subscription).toEqual({ subscribed: false, at: 30 });
      });

      test('may come before the first launch, and leave a conversation alone', async () => {
        const { store } = harness;
        await store.subscribe('anne', ANNE, { subscribed: true, at: 1 });
        const { version } = await store.open('anne', ANNE);
        await store.save('anne', conversation(1), version, { activeUntil: 77 });
        await store.subscribe('anne', ANNE, { subscribed: false, at: 2 });
        const standing = await store.standing('anne');
        expect(standing).toMatchObject({ identity: ANNE, activeUntil: 77, conversation: { turns: 1 } });
      });

      test('that come late do not bring an erased user back', async () => {
        const { store } = harness;
        await store.open('anne', ANNE);
        await store.erase('anne');
        await store.subscribe('anne', ANNE, { subscribed: true, at: Date.now() + 1000 });
        await store.link('t1', 'anne');
        expect(await store.find('anne')).toBeUndefined();
        expect(await store.append([{ id: 'x', to: { thread: 't1' }, item: { kind: 'closed', at: 1 } }], 1)).toEqual([
          { outcome: 'parked' },
        ]);
        await store.open('anne', ANNE);
        await store.subscribe('anne', ANNE, { subscribed: true, at: 1 });
        expect((await store.standing('anne'))?.subscription).toEqual({ subscribed: true, at: 1 });
      });

      test('of nobody are unknown', async () => {
        const { store } = harness;
        expect(await store.standing('nobody')).toBeUndefined();
        await store.open('anne', ANNE);
        expect((await store.standing('anne'))?.subscription).toBeUndefined();
      });
    });

    describe('notifications', () => {
      const CLAIM = { limit: 10, leaseMs: 30_000, paceMs: 100 };
      let count = 0;

      beforeEach(async () => {
        await harness.store.open('anne', ANNE);
        await harness.store.open('ben', BEN);
      });

      const ask = (key: string, notificationAt: number) =>
        harness.store.append(
          [{ id: `n${count++}`, to: { key }, item: { kind: 'message', message: botMessage('Hi.') }, notificationAt }],
          1,
        );
      const claim = (now: number, limit = 10) => harness.store.claimNotifications({ ...CLAIM, now, limit });
      const keys = (notifications: readonly { readonly key: string }[]) => notifications.map(({ key }) => key);
      const one = async (now: number) => {
        const [notification] = await claim(now);
        if (!notification) throw new Error('no notification is due');
        return notification;
      };

      test('become due at their time, the oldest first, one per user', async () => {
        await ask('ben', 2000);
        await ask('anne', 1000);
        await ask('anne', 1500);
        expect(await claim(999)).toEqual([]);
        expect(keys(await claim(5000))).toEqual(['anne', 'ben']);
      });

      test('are leased to one notifier until the lease ends, and keep their number', async () => {
        await ask('anne', 1000);
        const first = await one(1000);
        expect(await claim(1001)).toEqual([]);
        await harness.reopen();
        expect(await claim(30_999)).toEqual([]);
        const second = await one(31_000);
        expect([second.number, second.lease === first.lease]).toEqual([first.number, false]);
      });

      test('who lost the lease settles nothing', async () => {
        await ask('anne', 1000);
        const first = await one(1000);
        const second = await one(40_000);
        await harness.store.settleNotification(first, { kind: 'sent', at: 40_001 });
        await harness.store.settleNotification(second, { kind: 'later', dueAt: 50_000, failed: true });
        expect(await one(50_000)).toMatchObject({ number: second.number, attempts: 1 });
      });

      test('that were sent are done, and the next has another number and leaves the user a while', async () => {
        await ask('anne', 1000);
        const first = await one(1000);
        await harness.store.settleNotification(first, { kind: 'sent', at: 1001 });
        expect(await claim(1_000_000)).toEqual([]);
        await ask('anne', 2000);
        expect(await claim(60_000)).toEqual([]);
        expect((await one(1001 + 10 * 60_000)).number).not.toBe(first.number);
      });

      test('that are tried later are brought forward by what comes meanwhile only where they yield', async () => {
        for (const [key, yields] of [
          ['anne', undefined],
          ['ben', true],
        ] as const) {
          await harness.store.open(key, { ...ANNE, userId: key });
          await ask(key, 1000);
          const put = { kind: 'later', dueAt: 90_000, failed: true, ...(yields && { yields }) } as const;
          await harness.store.settleNotification(await one(1000), put);
          await ask(key, 2000);
        }
        expect(keys(await claim(89_999))).toEqual(['ben']);
        expect(await one(90_000)).toMatchObject({ key: 'anne', attempts: 1 });
      });

      test('come at once again when the user has come to hear the last', async () => {
        await ask('anne', 1000);
        await harness.store.settleNotification(await one(1000), { kind: 'sent', at: 1001 });
        const { version } = await harness.store.open('anne', ANNE);
        const refs = (await harness.store.unread('anne', 10)).map(({ ref }) => ref);
        await harness.store.save('anne', conversation(1), version, { taken: refs });
        await ask('anne', 2000);
        expect(keys(await claim(2000))).toEqual(['anne']);
      });

      test('that were asked for while one was held become due after it', async () => {
        await ask('anne', 1000);
        const notification = await one(1000);
        await ask('anne', 1500);
        await harness.store.settleNotification(notification, { kind: 'needless' });
        expect(keys(await claim(2000))).toEqual(['anne']);
      });

      test('that are needless or given up are not tried again', async () => {
        await ask('anne', 1000);
        await ask('ben', 1000);
        const [anne, ben] = await claim(1000);
        if (!anne || !ben) throw new Error('two are due');
        await harness.store.settleNotification(anne, { kind: 'needless' });
        await harness.store.settleNotification(ben, { kind: 'dead', at: 1001, reason: 'HTTP 400' });
        expect(await claim(1_000_000)).toEqual([]);
        expect(await harness.store.pendingNotifications()).toBe(0);
        expect(await harness.store.deadLetters(10)).toEqual([{ key: ben.key, at: 1001, reason: 'HTTP 400' }]);
      });

      test('keep the pace over all who take them', async () => {
        for (const key of ['anne', 'ben']) await ask(key, 1000);
        const times = [...(await claim(1000, 1)), ...(await claim(1000, 1))].map(({ sendAt }) => sendAt);
        expect(times).toEqual([1000, 1100]);
      });

      test('that were put off are not brought forward by what comes meanwhile', async () => {
        await ask('anne', 1000);
        await harness.store.settleNotification(await one(1000), { kind: 'later', dueAt: 90_000, failed: false });
        await ask('anne', 2000);
        expect(await claim(89_999)).toEqual([]);
        expect(keys(await claim(90_000))).toEqual(['anne']);
      });

      test('that are asked for sooner become due sooner, also when the last was sent a while ago', async () => {
        await ask('anne', 20_000);
        await ask('anne', 5000);
        expect(await harness.store.nextNotification()).toBe(5000);
        await harness.store.settleNotification(await one(5000), { kind: 'sent', at: 5001 });
        await ask('anne', 5_000_000);
        await ask('anne', 4_000_000);
        await ask('anne', 4_500_000);
        expect(await claim(3_999_999)).toEqual([]);
        expect(keys(await claim(4_000_000))).toEqual(['anne']);
      });

      test('are not for those who take none', async () => {
        await harness.store.subscribe('anne', ANNE, { subscribed: false, at: 1 });
        await ask('anne', 1000);
        expect(await claim(5000)).toEqual([]);
        await harness.store.subscribe('anne', ANNE, { subscribed: true, at: 2 });
        await ask('anne', 6000);
        expect(keys(await claim(6000))).toEqual(['anne']);
      });

      test('ask for what waits when a user takes them from now on', async () => {
        await harness.store.subscribe('anne', ANNE, { subscribed: false, at: 1 });
        await ask('anne', now());
        await harness.store.open('anne-1', { ...ANNE, account: 'anne' });
        await ask('anne-1', now());
        expect(keys(await claim(now()))).toEqual(['anne-1']);
        await harness.store.subscribe('anne', ANNE, { subscribed: true, at: 2 });
        expect(keys(await claim(now()))).toEqual(['anne']);
        await harness.store.subscribe('ben', BEN, { subscribed: true, at: 2 });
        expect(await claim(now())).toEqual([]);
      });

      test('become due for what was parked, with its owner', async () => {
        const { store } = harness;
        const item = { kind: 'message', message: botMessage('Hi.') } as const;
        await store.append([{ id: 'early', to: { thread: 't1' }, item, notificationAt: 1000 }], now());
        expect(await store.nextNotification()).toBeUndefined();
        await store.link('t1', 'anne');
        expect(await claim(now())).toEqual([]);
        expect(keys(await claim(now() + 10_000))).toEqual(['anne']);
      });

      test('that were put off until a user might have left are due when they have', async () => {
        const until = now() + 60_000;
        const { version } = await harness.store.open('anne', ANNE);
        await harness.store.save('anne', conversation(1), version, { activeUntil: until });
        for (const key of ['anne', 'ben']) await ask(key, now());
        for (const notification of await claim(now())) {
          await harness.store.settleNotification(notification, { kind: 'later', dueAt: until, failed: false });
        }
        expect(await claim(now())).toEqual([]);
        await harness.store.save('anne', conversation(2), version + 1, { activeUntil: 0 });
        expect(keys(await claim(now()))).toEqual(['anne']);
      });

      test('that were sent before the clock was set back keep nobody waiting', async () => {
        await ask('anne', 1000);
        await harness.store.settleNotification(await one(1000), { kind: 'sent', at: 90_000_000 });
        await ask('anne', 2000);
        expect(keys(await claim(2000))).toEqual(['anne']);
      });

      test('are not told again by a process whose clock is a minute behind', async () => {
        await ask('anne', 1000);
        await harness.store.settleNotification(await one(1000), { kind: 'sent', at: 100_000 });
        await ask('anne', 40_000);
        expect(await claim(41_000)).toEqual([]);
        expect(keys(await claim(100_000 + 10 * 60_000))).toEqual(['anne']);
      });

      test('tell when the next is due', async () => {
        expect(await harness.store.nextNotification()).toBeUndefined();
        await ask('anne', 3000);
        await ask('ben', 2000);
        expect(await harness.store.nextNotification()).toBe(2000);
        expect(await harness.store.pendingNotifications()).toBe(2);
        await claim(2500);
        expect(await harness.store.nextNotification()).toBe(3000);
      });

      test('of a user who was erased and is back have other numbers than before', async () => {
        await ask('anne', 1000);
        const { number } = await one(1000);
        await harness.store.erase('anne');
        await harness.store.open('anne', ANNE);
        await ask('anne', 2000);
        expect((await one(2000)).number).not.toBe(number);
      });

      test("an erased user's are gone", async () => {
        await ask('anne', 1000);
        await harness.store.erase('anne');
        expect(await claim(5000)).toEqual([]);
        expect(await harness.store.pendingNotifications()).toBe(0);
      });
    });

    describe('queued words', () => {
      const CLAIM = { limit: 10, leaseMs: 10_000 };
      const AT = 100_000;
      let count = 0;
      beforeEach(async () => {
        await harness.store.open('anne', ANNE);
        await harness.store.open('ben', BEN);
      });

      const claim = (at: number, store = harness.store, limit = 10) => store.claimWords({ ...CLAIM, limit, now: at });

      async function save(key: string, words: SaveOptions['words'], more: SaveOptions = {}): Promise<void> {
        const { version } = await harness.store.open(key, key === 'anne' ? ANNE : BEN);
        expect(await harness.store.save(key, conversation(1), version, { ...more, words })).toBe(true);
      }

      const bring = (key: string, notificationAt?: number) => {
        const item = { kind: 'message', message: botMessage('At nine.') } as const;
        return harness.store.append([{ id: `w${count++}`, to: { key }, item, notificationAt }], now());
      };

      test('are due when the save says so, the longest due first, also after a restart', async () => {
        expect(await harness.store.nextWords()).toBeUndefined();
        await save('ben', { dueAt: AT + 2000 });
        await save('anne', { dueAt: AT });
        await harness.reopen();
        expect(await harness.store.nextWords()).toBe(AT);
        expect(await claim(AT - 1)).toEqual([]);
        expect(await claim(AT + 2000)).toEqual(['anne', 'ben']);
      });

      test('are claimed by one, as many as wanted, until the lease ends', async () => {
        await save('anne', { dueAt: AT });
        await save('ben', { dueAt: AT + 1 });
        const other = await harness.another();
        const both = await Promise.all([claim(AT + 1, harness.store, 1), claim(AT + 1, other, 1)]);
        const first = both.flat();
        expect([...first, ...(await claim(AT + 1))].sort()).toEqual(['anne', 'ben']);
        expect(await claim(AT + 9999, other)).toEqual([]);
        expect(await harness.store.nextWords()).toBe(AT + 1 + CLAIM.leaseMs);
        expect((await claim(AT + 1 + CLAIM.leaseMs, other)).toSorted()).toEqual(['anne', 'ben']);
        await other.close();
      });

      test.each<[string, SaveOptions]>([
        ['alone', {}],
        ['with what it takes', { taken: ['0'], activeUntil: 0 }],
      ])('are due anew, or not any more, by the save that follows, %s', async (_title, more) => {
        await save('anne', { dueAt: AT }, more);
        await claim(AT);
        await save('anne', { dueAt: AT + 1000 }, more);
        expect(await claim(AT + 999)).toEqual([]);
        expect(await claim(AT + 1000)).toEqual(['anne']);
        await save('anne', {}, more);
        expect(await harness.store.nextWords()).toBeUndefined();
        expect(await claim(AT + 1_000_000)).toEqual([]);
      });

      test('are due as before after a save that says nothing of them, and after one that is refused', async () => {
        await save('anne', { dueAt: AT });
        await save('anne', undefined);
        expect(await harness.store.save('anne', conversation(2), -1, { words: { dueAt: AT - 500 } })).toBe(false);
        expect(await harness.store.nextWords()).toBe(AT);
      });

      test.each<[string, number | undefined]>([
        ['', undefined],
        [' and is told', 1],
      ])('are due soon once something has come for the user%s', async (_title, notificationAt) => {
        await save('anne', { dueAt: now() + 60_000 });
        await save('ben', { dueAt: now() + 60_000 });
        const due = dueWhenFreed(now());
        await bring('anne', notificationAt);
        const next = await harness.store.nextWords();
        expect(next).toBeGreaterThanOrEqual(due);
        expect(next).toBeLessThan(due + 20_000);
        await bring('anne', notificationAt);
        expect(await harness.store.nextWords()).toBe(next);
        expect(await claim(next ?? 0)).toEqual(['anne']);
        expect((await harness.store.unread('anne', 10)).length).toBe(2);
      });

      test('are due soon where somebody holds them, as they may not have seen what has come', async () => {
        await save('anne', { dueAt: now() });
        await harness.store.claimWords({ now: now(), limit: 1, leaseMs: 60_000 });
        await bring('anne');
        expect(await harness.store.nextWords()).toBeLessThan(now() + 30_000);
      });

      test('that are none are not due by what comes', async () => {
        await bring('anne');
        await save('anne', { dueAt: AT });
        await save('anne', {});
        await bring('anne');
        await bring('anne', 1000);
        expect(await harness.store.nextWords()).toBeUndefined();
        expect((await harness.store.unread('anne', 10)).length).toBe(3);
      });

      test('are no notification, and due to who takes none', async () => {
        await harness.store.subscribe('anne', ANNE, { subscribed: false, at: 1 });
        await save('anne', { dueAt: AT });
        expect(await harness.store.nextNotification()).toBeUndefined();
        await harness.store.subscribe('anne', ANNE, { subscribed: true, at: 2 });
        await bring('anne', 1000);
        const [notification] = await harness.store.claimNotifications({ ...CLAIM, paceMs: 100, now: AT });
        expect(notification?.key).toBe('anne');
        expect(await claim(AT)).toEqual(['anne']);
      });

      test('are gone with their user', async () => {
        await save('anne', { dueAt: AT });
        await harness.store.erase('anne');
        expect(await claim(AT)).toEqual([]);
        await harness.store.open('anne', ANNE);
        await bring('anne');
        expect(await harness.store.nextWords()).toBeUndefined();
      });
    });

    test('erasing an account erases its recognised speakers', async () => {
      const { store } = harness;
      const speaker = { ...ANNE, account: 'anne' };
      await store.open('anne', ANNE);
      await store.open('anne-1', speaker);
      await store.open('ben', BEN);
      expect((await store.standing('anne-1'))?.identity).toEqual(speaker);
      await store.erase('anne');
      expect([await store.find('anne-1'), (await store.find('ben'))?.key]).toEqual([undefined, 'ben']);
    });

    test('closing waits for what is being written', async () => {
      const { version } = await harness.store.open('anne', ANNE);
      const saving = harness.store.save('anne', conversation(1), version);
      await harness.reopen();
      expect(await saving).toBe(true);
      expect((await harness.store.open('anne', ANNE)).conversation.turns).toBe(1);
    });

    test('is ready, and not once it is closed', async () => {
      await expect(harness.store.ready()).resolves.toBeUndefined();
      await harness.store.close();
      await harness.store.close();
      await expect(harness.store.ready()).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
    });
  });
}
