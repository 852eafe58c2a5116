import type { PlatformInput } from '../../lambda/conversation/ports/platform';
import { botMessage, scriptedPlatform, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

const MINUTE = 60_000;
const MISSED = 'In case you missed it.';

afterEach(() => jest.restoreAllMocks());

/** What a server does whose own clock is wrong. Alexa's is right. */
async function withClock<T>(shift: number, work: () => Promise<T>): Promise<T> {
  const right = Date.now;
  const wrong = jest.spyOn(Date, 'now').mockImplementation(() => right() + shift);
  try {
    return await work();
  } finally {
    wrong.mockRestore();
  }
}

const alexas = Date.now;
const serversOf = (start: (store?: Talk['store'], sessions?: Map<string, string>) => Talk): [Talk, Talk] => {
  const sessions = new Map<string, string>();
  const one = start(undefined, sessions);
  return [one, start(one.store, sessions)];
};

test.each([-MINUTE, MINUTE])(
  'a reply that had no time to be said is said again by a server %i ms off',
  async (shift) => {
    const { platform } = scriptedPlatform((input) => (input.kind === 'text' ? [botMessage('You said tea.')] : []));
    const [one, two] = serversOf((store, sessions) => startTalk(platform, { store, sessions, now: () => alexas() }));
    await one.say('tea', { newSession: true });
    // The server was killed as it answered: nobody tells of the end.
    const launch = () => two.say({ kind: 'launch' }, { newSession: true });
    expect(textsOf(await withClock(shift, launch))).toEqual([MISSED, 'You said tea.']);
  },
);

test.each([-MINUTE, MINUTE])('words are sent once by two servers whose clocks are %i ms apart', async (shift) => {
  const sent: PlatformInput[] = [];
  const { platform } = webhookPlatform({ oneAtATime: true }, (input) => void sent.push(input));
  const [one, two] = serversOf((store, sessions) =>
    startTalk(platform, { store, sessions, runsOn: false, now: () => alexas() }),
  );
  await withClock(shift, () => one.say('tea', { newSession: true, budgetMs: 350 }));
  // The bot is still busy with the tea, for whoever looks.
  await two.say('cake', { budgetMs: 350 });
  await withClock(shift, () => one.say('check', { budgetMs: 350 }));
  expect(sent).toEqual([{ kind: 'text', text: 'tea' }]);
  await two.bring('Which tea?');
  await two.say('check', { budgetMs: 350 });
  expect(sent).toEqual(['tea', 'cake'].map((text) => ({ kind: 'text', text })));
});

const WEEK = 7 * 24 * 60 * MINUTE;

test('what a bot says by two channels is heard once, although a server a week ahead has taken one of them', async () => {
  const inline = (text: string) => ({ ...botMessage(text), channel: 'inline' as const });
  const { platform } = scriptedPlatform((input) => (input.kind === 'text' ? [inline('You said tea.')] : []));
  const [one, two] = serversOf((store, sessions) => startTalk(platform, { store, sessions, now: () => alexas() }));
  await one.say('tea', { newSession: true });
  await withClock(WEEK, () =>
    two.bring({ ...botMessage('You said tea.'), id: 'event', channel: 'event', sentAt: Date.now() }),
  );
  expect(textsOf(await one.say('and now'))).toEqual(['You said tea.']);
  await one.bring({ ...botMessage('Your tea is ready.'), channel: 'event' });
  expect(textsOf(await one.say('is it ready'))).toContain('Your tea is ready.');
});
