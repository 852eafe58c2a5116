import type { Conversation } from '../../lambda/conversation/conversation';
import type { AlexaIdentity, Store } from '../../lambda/store/store';

/** How the contract gets at an engine. `reopen` closes the store and opens the same data again. */
export interface StoreHarness {
  store: Store;
  reopen(): Promise<void>;
  dispose(): Promise<void>;
}

const ANNE: AlexaIdentity = {
  userId: `amzn1.ask.account.${'A'.repeat(200)}`,
  apiEndpoint: 'https://api.amazonalexa.com',
  locale: 'en-US',
};
const BEN: AlexaIdentity = { userId: 'amzn1.ask.account.BEN', locale: 'en-GB' };

function conversation(turns: number): Conversation {
  return {
    thread: { webchatId: 'w1', user: { id: 7, name: 'Zoë "Q" \u{1F600}' } },
    turns,
    said: [{ text: 'Which day?' }, { phrase: 'help' }],
    rest: ['More.'],
    offer: { choices: [{ label: 'Monday', option: { payload: [1, null, 'x'] } }], labels: ['Monday'], from: 0, to: 1 },
    asked: 'choices',
  };
}

/** What every store must do. */
export function describeStore(name: string, start: () => Promise<StoreHarness>): void {
  describe(`store: ${name}`, () => {
    let harness: StoreHarness;
    beforeEach(async () => {
      harness = await start();
    });
    afterEach(() => harness.dispose());

    test('a new user begins with an empty conversation', async () => {
      const user = await harness.store.user('anne', ANNE);
      expect(user).toMatchObject({ key: 'anne', conversation: { turns: 0, said: [], rest: [] } });
    });

    test('a saved conversation comes back whole, also after a restart', async () => {
      const { version } = await harness.store.user('anne', ANNE);
      expect(await harness.store.save('anne', conversation(1), version)).toBe(true);
      await harness.reopen();
      expect((await harness.store.user('anne', ANNE)).conversation).toEqual(conversation(1));
    });

    test('requests that race for a new user create it once, and nothing saved is overwritten', async () => {
      const users = await Promise.all(Array.from({ length: 20 }, () => harness.store.user('anne', ANNE)));
      expect(new Set(users.map((user) => user.version)).size).toBe(1);
      await harness.store.save('anne', conversation(1), users[0]?.version ?? -1);
      expect((await harness.store.user('anne', ANNE)).conversation.turns).toBe(1);
    });

    test('of two saves of the same version one is refused', async () => {
      const { version } = await harness.store.user('anne', ANNE);
      const saved = await Promise.all([1, 2].map((turns) => harness.store.save('anne', conversation(turns), version)));
      expect(saved.sort()).toEqual([false, true]);
      const after = await harness.store.user('anne', ANNE);
      expect(await harness.store.save('anne', conversation(3), after.version)).toBe(true);
    });

    test('saving for an unknown user is refused', async () => {
      expect(await harness.store.save('nobody', conversation(1), 0)).toBe(false);
    });

    test('users do not see each other', async () => {
      const anne = await harness.store.user('anne', ANNE);
      await harness.store.user('ben', BEN);
      await harness.store.save('anne', conversation(1), anne.version);
      expect((await harness.store.user('ben', BEN)).conversation.turns).toBe(0);
      expect(await harness.store.identity('ben')).toEqual(BEN);
    });

    test('the Alexa identity is the one last seen, and keeps the conversation', async () => {
      const { version } = await harness.store.user('anne', ANNE);
      await harness.store.save('anne', conversation(1), version);
      const moved = { ...ANNE, apiEndpoint: 'https://api.eu.amazonalexa.com', locale: 'en-GB' };
      expect((await harness.store.user('anne', moved)).conversation.turns).toBe(1);
      await harness.reopen();
      expect(await harness.store.identity('anne')).toEqual(moved);
      expect(await harness.store.identity('nobody')).toBeUndefined();
    });

    test('an erased user is a new user', async () => {
      const { version } = await harness.store.user('anne', ANNE);
      await harness.store.save('anne', conversation(1), version);
      await harness.store.erase('anne');
      await harness.store.erase('anne');
      expect(await harness.store.identity('anne')).toBeUndefined();
      expect((await harness.store.user('anne', ANNE)).conversation.turns).toBe(0);
    });

    test('closing waits for what is being written', async () => {
      const { version } = await harness.store.user('anne', ANNE);
      const saving = harness.store.save('anne', conversation(1), version);
      await harness.reopen();
      expect(await saving).toBe(true);
      expect((await harness.store.user('anne', ANNE)).conversation.turns).toBe(1);
    });

    test('is ready, and not once it is closed', async () => {
      await expect(harness.store.ready()).resolves.toBeUndefined();
      await harness.store.close();
      await harness.store.close();
      await expect(harness.store.ready()).rejects.toMatchObject({ code: 'ALOUD_STORE_UNAVAILABLE' });
    });
  });
}
