import { createInbox } from '../../lambda/conversation/inbox';
import type { PlatformEvent } from '../../lambda/conversation/ports/platform';
import type { Store } from '../../lambda/conversation/ports/store';
import { unreadMessages } from '../../lambda/conversation/unread-messages';
import { botMessage } from '../support/talk';
import type { StoreHarness } from './store.contract';

const ANNE = { userId: 'amzn1.ask.account.ANNE', locale: 'en-US' };
const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Repetitions and what is said again, by vendors that give neither ids nor times, on any store, shared by processes. */
export function describeSaidAgain(name: string, start: (now: () => number) => Promise<StoreHarness>): void {
  describe(`said again: ${name}`, () => {
    let harness: StoreHarness;
    let other: Store;
    let clock: number;
    beforeEach(async () => {
      clock = Date.now();
      harness = await start(() => clock);
      other = await harness.another();
      await harness.store.open('anne', ANNE);
    });
    afterEach(async () => {
      await other.close();
      await harness.dispose();
    });

    const inboxOf = (store: Store) =>
      createInbox({
        store,
        platform: 'wotnot',
        now: () => clock,
        onError: (error) => {
          throw error;
        },
      });

    function event(text: string, to: PlatformEvent['to'] = { key: 'anne' }): PlatformEvent {
      return { kind: 'message', to, message: { ...botMessage(text), sentAt: clock }, byContent: true };
    }

    /** A webhook comes to a process, and is answered well, or not: by an error, too late, or as the process was killed. */
    async function deliver(store: Store, answer: 'well' | 'not', text = 'Okay.') {
      const inbox = inboxOf(store);
      const events = [event(text)];
      await inbox.receive(events);
      if (answer === 'well') await inbox.answered(events);
    }

    async function send() {
      const { conversation, version } = await harness.store.open('anne', ANNE);
      await harness.store.save('anne', { ...conversation, sends: [...(conversation.sends ?? []), clock] }, version);
    }

    /** What the user hears of what came so far. */
    async function heard(): Promise<(string | undefined)[]> {
      const { conversation, unread } = await harness.store.open('anne', ANNE, 50);
      return unreadMessages(conversation, unread).messages.map(({ text }) => text);
    }

    test('a call that is doubled is heard once, whichever process it comes to', async () => {
      await deliver(harness.store, 'well');
      clock += 1900;
      await deliver(other, 'well');
      expect(await heard()).toEqual(['Okay.']);
    });

    test('the same words two seconds after a good answer were said again, however often', async () => {
      for (const store of [harness.store, other, harness.store]) {
        await deliver(store, 'well');
        clock += 2000;
      }
      expect(await heard()).toEqual(['Okay.', 'Okay.', 'Okay.']);
    });

    test.each([0, 3, 12, 45, 600])('what was not answered well is a repetition %i seconds later', async (seconds) => {
      await deliver(harness.store, 'not');
      clock += seconds * SECOND;
      await deliver(other, 'not');
      await harness.reopen();
      clock += seconds * SECOND;
      await deliver(harness.store, 'well');
      expect(await heard()).toEqual(['Okay.']);
      clock += 3 * SECOND;
      await deliver(other, 'well');
      expect(await heard()).toEqual(['Okay.', 'Okay.']);
    });

    test('no vendor tries for longer than an hour: then it was said again', async () => {
      await deliver(harness.store, 'not');
      clock += HOUR;
      await deliver(other, 'well');
      expect(await heard()).toEqual(['Okay.', 'Okay.']);
    });

    test('what follows a new word of the user is heard again, and a copy of that is not', async () => {
      for (const answer of ['well', 'not'] as const) {
        await deliver(harness.store, answer, answer);
        clock += 400;
        await deliver(other, answer, answer);
        clock += 400;
        await send();
        clock += 100;
        await deliver(other, answer, answer);
        clock += 100;
        await deliver(harness.store, 'well', answer);
        expect((await heard()).filter((text) => text === answer)).toEqual([answer, answer]);
      }
    });

    test('an older word of the user changes nothing, nor one that comes after the repetition', async () => {
      await send();
      clock += 100;
      await deliver(harness.store, 'not');
      clock += 20 * SECOND;
      await deliver(other, 'well');
      clock += 100;
      await send();
      expect(await heard()).toEqual(['Okay.']);
    });

    test('of what was said again, a repetition is one', async () => {
      await deliver(harness.store, 'well');
      clock += 5 * SECOND;
      await deliver(harness.store, 'not');
      clock += 20 * SECOND;
      await harness.reopen();
      await deliver(harness.store, 'well');
      expect(await heard()).toEqual(['Okay.', 'Okay.']);
    });

    test('copies that come to both processes at once are heard once', async () => {
      await Promise.all([harness.store, other, harness.store, other].map((store) => deliver(store, 'not')));
      expect(await heard()).toEqual(['Okay.']);
    });

    test('a late note of an answer does not make a repetition of what came since new', async () => {
      const first = [event('Okay.')];
      await inboxOf(harness.store).receive(first);
      clock += 10;
      await deliver(other, 'not');
      await inboxOf(harness.store).answered(first);
      clock += 20 * SECOND;
      await deliver(harness.store, 'well');
      expect(await heard()).toEqual(['Okay.']);
    });

    test('a clock that was a week ahead for once keeps nothing back', async () => {
      clock += 168 * HOUR;
      await deliver(harness.store, 'not');
      clock -= 168 * HOUR;
      await deliver(other, 'well');
      expect(await heard()).toEqual(['Okay.', 'Okay.']);
    });

    test('what waits for the owner of its thread is told apart as well', async () => {
      const inbox = inboxOf(harness.store);
      const early = () => [event('Okay.', { thread: 't1' })];
      await inbox.receive(early());
      clock += 20 * SECOND;
      const second = early();
      await inbox.receive(second);
      await inbox.answered(second);
      clock += 5 * SECOND;
      await inbox.receive(early());
      await inbox.link('t1', 'anne');
      expect(await heard()).toEqual(['Okay.', 'Okay.']);
    });

    test('the rest of a call that is partly known is kept', async () => {
      await deliver(harness.store, 'not');
      clock += 20 * SECOND;
      const inbox = inboxOf(other);
      await inbox.receive([event('Okay.'), event('Anything else?'), event('Okay.', { key: 'nobody' })]);
      expect(await heard()).toEqual(['Okay.', 'Anything else?']);
    });

    test('what has an id of its own is taken once, whatever was answered', async () => {
      const inbox = inboxOf(harness.store);
      const { byContent: _, ...named } = event('Okay.');
      await inbox.receive([named]);
      await inbox.answered([named]);
      clock += 60 * SECOND;
      await send();
      expect(await inboxOf(other).receive([named])).toEqual(['repeated']);
    });
  });
}
