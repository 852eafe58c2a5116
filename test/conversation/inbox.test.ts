import { createInbox, type InboxOptions, type Waiter } from '../../lambda/conversation/inbox';
import type { Message } from '../../lambda/conversation/message';
import type { PlatformEvent } from '../../lambda/conversation/ports/platform';
import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage } from '../support/talk';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const ANNE = { userId: 'amzn1.ask.account.anne', locale: 'en-US' };
const from = (kind: Message['from']['kind'], text: string): Message => ({ ...botMessage(text), from: { kind } });
const toAnne = (message: Message) => ({ kind: 'message', to: { key: 'anne' }, message }) as const;

/** Anne's inbox, by a clock that a test sets. */
async function start(options: Partial<InboxOptions> = {}) {
  const clock = { at: Date.UTC(2026, 10, 20, 12) };
  const store = openSqlite(':memory:', { secret: 'a secret of at least 32 characters', now: () => clock.at });
  await store.open('anne', ANNE);
  const errors: unknown[] = [];
  const onError = (error: unknown, where: string) => void errors.push([where, error]);
  const inboxOf = (platform: string) => createInbox({ store, platform, onError, now: () => clock.at, ...options });
  const texts = async () =>
    (await store.unread('anne', 10)).map(({ item }) => item.kind === 'message' && item.message.text);
  return { clock, store, errors, inboxOf, inbox: inboxOf('klaunch'), texts };
}

describe('the user is to be told', () => {
  test.each([
    ['agent', 5],
    ['broadcast', 5],
    ['bot', 6],
  ] as const)('of what comes of the %s, %i seconds after it came, once', async (kind, seconds) => {
    const told: number[] = [];
    const { clock, store, inbox } = await start({ notifications: true, onNotification: (at) => void told.push(at) });
    const due = clock.at + seconds * SECOND;
    for (let times = 0; times < 2; times++) await inbox.receive([toAnne(from(kind, 'Hello.'))]);
    expect(told).toEqual([due]);
    expect(await store.nextNotification()).toBe(due);
  });

  test('of nothing where the conversation ended, nor where there are no notifications', async () => {
    const ended: PlatformEvent = { kind: 'closed', to: { key: 'anne' }, id: 'c1', at: 1 };
    const told: unknown[] = [];
    const on = await start({ notifications: true, onNotification: (at) => void told.push(at) });
    const off = await start();
    expect(await on.inbox.receive([ended])).toEqual(['stored']);
    expect(told).toEqual([]);
    expect(await off.inbox.receive([toAnne(from('agent', 'Hello.'))])).toEqual(['stored']);
    for (const { store } of [on, off]) expect(await store.nextNotification()).toBeUndefined();
  });
});

test('a notification is due although nobody wants to know when', async () => {
  const { clock, store, inbox } = await start({ notifications: true });
  expect(await inbox.receive([toAnne(from('agent', 'Hello.'))])).toEqual(['stored']);
  expect(await store.nextNotification()).toBe(clock.at + 5 * SECOND);
});

test('a user is found by any name that the platform has for the thread, and by none of another platform', async () => {
  const { inbox, inboxOf, texts } = await start();
  await inbox.link('visitor 7', 'anne');
  const to = { thread: 'conversation 3', also: ['visitor 6', 'visitor 7'] };
  const message = (text: string) => ({ kind: 'message', to, message: botMessage(text) }) as const;
  expect(await inboxOf('wotnot').receive([message('Somebody else.')])).toEqual(['parked']);
  expect(await inbox.receive([message('Hello.')])).toEqual(['stored']);
  expect(await texts()).toEqual(['Hello.']);
});

test('two platforms may give their messages the same ids', async () => {
  const { inbox, inboxOf, texts } = await start();
  const same = toAnne({ ...botMessage('One.'), id: '1' });
  await inbox.receive([same]);
  await inboxOf('wotnot').receive([toAnne({ ...botMessage('Two.'), id: '1' })]);
  expect(await inbox.receive([same])).toEqual(['repeated']);
  expect(await texts()).toEqual(['One.', 'Two.']);
});

test('what is too old is deleted by a webhook, every ten minutes; a failure is reported, and the webhook is not failed by it', async () => {
  const { clock, store, errors, inboxOf } = await start();
  const sweptAt: number[] = [];
  const inbox = inboxOf('klaunch');
  const begun = clock.at;
  const gone = new Error('gone');
  store.sweep = async () => {
    sweptAt.push((clock.at - begun) / MINUTE);
    if (sweptAt.length > 1) throw gone;
  };
  for (let minute = 0; minute <= 20; minute++) {
    clock.at = begun + minute * MINUTE;
    expect(await inbox.receive([toAnne(botMessage(`Minute ${minute}.`))])).toEqual(['stored']);
  }
  expect(sweptAt).toEqual([0, 10, 20]);
  expect(errors).toEqual([
    ['sweep', gone],
    ['sweep', gone],
  ]);
});

test('of the webhooks that were answered well, those are noted whose messages have nothing but their content', async () => {
  const { clock, store, errors, inbox } = await start();
  const event = (text: string): PlatformEvent => ({
    ...toAnne({ ...botMessage(text), sentAt: clock.at }),
    byContent: true,
  });
  await inbox.receive([event('Okay.')]);
  await inbox.answered([event('Okay.'), toAnne(botMessage('With an id.'))]);
  clock.at += 5 * SECOND;
  await inbox.receive([event('Okay.')]);
  const repeats = (await store.unread('anne', 10)).map(({ item }) => item.repeats);
  expect(repeats).toEqual([undefined, undefined]);
  const gone = new Error('gone');
  store.answered = () => Promise.reject(gone);
  await inbox.answered([event('Okay.')]);
  expect(errors).toEqual([['webhook', gone]]);
});

describe('who waits', () => {
  const message = toAnne(botMessage('Hello.'));
  /** Whether it has ended before nobody has any patience left. */
  async function woken(waiter: Waiter, patience = new AbortController()): Promise<boolean> {
    const timer = setTimeout(() => patience.abort(), 40);
    await waiter.wait(MINUTE, patience.signal);
    clearTimeout(timer);
    return !patience.signal.aborted;
  }

  test('is woken by what is handed over to them, and by nothing of somebody else', async () => {
    const { inbox, store } = await start({ pollMs: MINUTE });
    await store.open('ben', { ...ANNE, userId: 'amzn1.ask.account.ben' });
    const waiter = inbox.listen('anne');
    await inbox.receive([{ ...message, to: { key: 'ben' } }]);
    await inbox.receive([{ ...message, to: { thread: 't1' }, message: botMessage('Early.') }]);
    expect(await woken(waiter)).toBe(false);
    await inbox.link('t1', 'anne');
    expect(await woken(waiter)).toBe(true);
    waiter.close();
  });

  test('is woken once for what came before, and again for what comes then', async () => {
    const { inbox } = await start({ pollMs: MINUTE });
    const waiter = inbox.listen('anne');
    await inbox.receive([message]);
    expect(await woken(waiter)).toBe(true);
    expect(await woken(waiter)).toBe(false);
    waiter.close();
  });

  test('is woken where the store tells of what another process has received, each time, and not without', async () => {
    const { inbox, store } = await start({ pollMs: 5 });
    let word = 'nothing yet';
    store.changes = async (keys) => keys.map(() => word);
    const waiter = inbox.listen('anne');
    // The first look finds out how it stands.
    await woken(waiter);
    for (const news of ['one', 'two']) {
      expect(await woken(waiter)).toBe(false);
      word = news;
      expect(await woken(waiter)).toBe(true);
    }
    waiter.close();
  });

  describe('where a look is dear', () => {
    afterEach(() => jest.useRealTimers());

    /** From here on time passes as the test says. */
    async function startDear() {
      const { inbox, store } = await start({ pollMs: 300 });
      const looks = jest.fn(async () => ['as before']);
      Object.assign(store, {
        changes: looks,
        append: async () => [{ outcome: 'stored', key: 'anne' }],
        sweep: async () => {},
      });
      jest.useFakeTimers();
      const looksIn = async (ms: number) => {
        looks.mockClear();
        await jest.advanceTimersByTimeAsync(ms);
        return looks.mock.calls.length;
      };
      return { inbox, looks, looksIn };
    }

    test('is looked for ever more seldom, and often again when something has come', async () => {
      const { inbox, looksIn } = await startDear();
      const waiter = inbox.listen('anne', 'as before');
      expect(await looksIn(1250)).toBe(4);
      expect(await looksIn(5250)).toBeLessThanOrEqual(9);
      await inbox.receive([message]);
      expect(await looksIn(1250)).toBe(4);
      waiter.close();
    });

    test('is not looked for while nothing is expected', async () => {
      const { inbox, looksIn } = await startDear();
      const waiter = inbox.listen('anne', 'as before', 2000);
      expect(await looksIn(1950)).toBe(0);
      waiter.expect();
      expect(await looksIn(650)).toBe(2);
      waiter.close();
    });

    test('sleeps on where all is as it was when they were opened', async () => {
      const { inbox, looks } = await startDear();
      const waiter = inbox.listen('anne', 'as before');
      let isAwake = false;
      void waiter.wait(MINUTE, new AbortController().signal).then(() => {
        isAwake = true;
      });
      await jest.advanceTimersByTimeAsync(1000);
      expect(isAwake).toBe(false);
      looks.mockResolvedValue(['more']);
      await jest.advanceTimersByTimeAsync(700);
      expect(isAwake).toBe(true);
      waiter.close();
    });
  });

  test('looks for themselves where the database cannot tell', async () => {
    const { inbox, store } = await start({ pollMs: 5 });
    const waiter = inbox.listen('anne');
    await woken(waiter);
    store.changes = () => Promise.reject(new Error('gone'));
    expect([await woken(waiter), await woken(waiter)]).toEqual([true, true]);
    waiter.close();
  });

  test('is let go by a signal that has been given already', async () => {
    const { inbox } = await start({ pollMs: MINUTE });
    const waiter = inbox.listen('anne');
    const given = new AbortController();
    given.abort();
    expect(await woken(waiter, given)).toBe(false);
    waiter.close();
  });

  test('goes on to wait where another of the same user has left', async () => {
    const { inbox } = await start({ pollMs: MINUTE });
    const [one, other] = [inbox.listen('anne'), inbox.listen('anne')];
    one.close();
    one.close();
    await inbox.receive([message]);
    expect(await woken(other)).toBe(true);
    other.close();
    const next = inbox.listen('anne');
    other.close();
    await inbox.receive([toAnne(botMessage('More.'))]);
    expect(await woken(next)).toBe(true);
    next.close();
  });
});
