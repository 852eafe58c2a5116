import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Conversation } from '../../lambda/conversation/conversation';
import type { PlatformInput } from '../../lambda/conversation/ports/platform';
import type { InboxItem, Store } from '../../lambda/conversation/ports/store';
import { command, startTalk, type Talk, textsOf, webhookPlatform } from '../support/talk';

export const FIXTURES = join(__dirname, '../fixtures/stored-0.1.0');

interface Expected {
  readonly secret: string;
  readonly baseTimeMs: number;
  readonly users: Readonly<Record<string, ExpectedUser>>;
}

interface ExpectedUser {
  readonly key: string;
  readonly conversation: Readonly<Record<string, unknown>>;
  readonly inbox: readonly { readonly message?: { readonly text?: string } }[];
}

/** What version 0.1.0 said of its databases: keys, documents and inboxes by the names of their README. */
export const EXPECTED: Expected = JSON.parse(readFileSync(join(FIXTURES, 'expected.json'), 'utf8'));
const SHORT = { budgetMs: 3000 };
/** Where an answer is waited for in vain, and a database in another process may take long. */
const TWICE = { budgetMs: 6000 };
/** Where nothing is. */
const LONG = { budgetMs: 25_000 };

/**
 * A database that 0.1.0 has written is opened, and goes on as if nothing had happened.
 *
 * @param open makes a copy of it, and opens that
 */
export function describeStored(open: () => Promise<Store>): void {
  let store: Store;
  beforeEach(async () => {
    // Only the time of day: what waits must still wait.
    jest.useFakeTimers({ now: EXPECTED.baseTimeMs + 10_000, doNotFake: [...ALL_BUT_DATE] });
    store = await open();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await store.close();
  });

  const userOf = (name: string) => EXPECTED.users[name] as ExpectedUser;
  const documentOf = async (name: string) => (await store.find(userOf(name).key))?.conversation as Conversation;

  /** A user of the database, and a bot that answers by webhook what it is told. */
  function talkAs(name: string, traits = {}) {
    const bot = webhookPlatform({ threadId: (thread) => String(thread.user), ...traits }, async (input) => {
      await talk.bring(`You said ${textOf(input)}.`);
    });
    const talk: Talk = startTalk(bot.platform, { key: userOf(name).key, store, quietMs: 1 });
    return { talk, sent: bot.sent };
  }

  test('what was held is sent in its order, once the question before it is answered', async () => {
    const { talk, sent } = talkAs('A', { oneAtATime: true, greetsFirst: true });
    await talk.bring('We are open until six.');
    const heard = textsOf(await talk.say('check', LONG));
    expect(sent.map(textOf)).toEqual(['it is about a broken tooth', 'and it hurts']);
    expect(heard).toContain('We are open until six.');
    expect(heard).toContain('You said and it hurts.');
    expect((await documentOf('A')).outbox).toEqual([]);
  });

  test('what was held behind the beginning waits for the greeting', async () => {
    const { talk, sent } = talkAs('A2', { oneAtATime: true, greetsFirst: true });
    await talk.say('check', SHORT);
    expect(sent).toEqual([]);
    await talk.bring('Welcome!');
    await talk.say('check', LONG);
    expect(sent.map(textOf)).toEqual(['can you move my appointment']);
  });

  test('two open questions are two: "check" looks for the answer of each', async () => {
    const { talk, sent } = talkAs('B');
    expect((await documentOf('B')).outbox).toHaveLength(2);
    await talk.bring('The first answer.');
    expect(textsOf(await talk.say('check', TWICE))).toContain('The first answer.');
    await talk.bring('The second answer.');
    expect(textsOf(await talk.say('check', LONG))).toContain('The second answer.');
    expect(sent).toEqual([]);
  });

  test('a long text is read on, and then its choices are offered', async () => {
    const { talk } = talkAs('C');
    const { rest } = await documentOf('C');
    const heard = textsOf(await talk.say(command('yes'), SHORT)).join(' ');
    expect(rest.length).toBeGreaterThan(0);
    expect(heard).toContain(rest[0]?.slice(0, 60));
    expect((await documentOf('C')).offer).toEqual(userOf('C').conversation.offer);
  });

  test("a choice is picked with the vendor's own data", async () => {
    const { talk, sent } = talkAs('C2');
    const offer = userOf('C2').conversation.offer as NonNullable<Conversation['offer']>;
    await talk.say(String(offer.labels.at(-1)), LONG);
    expect(sent).toEqual([{ kind: 'choice', choice: offer.choices.at(-1) }]);
  });

  test('a number that was asked for goes back with what asked for it', async () => {
    const { talk, sent } = talkAs('D');
    await talk.say('five', LONG);
    expect(sent).toEqual([{ kind: 'answer', inputRequest: userOf('D').conversation.prompt, text: 'five', number: 5 }]);
  });

  test('what was spoken and perhaps not heard, and every message that waits, is heard', async () => {
    const { talk } = talkAs('F', { inline: true });
    const { missed, unproven } = userOf('F').conversation as {
      missed: readonly string[];
      unproven: readonly { readonly texts: readonly string[] }[];
    };
    expect((await documentOf('F')).unacknowledged).toEqual(unproven);
    const heard: string[] = [];
    heard.push(...textsOf(await talk.say({ kind: 'launch' }, { newSession: true, ...SHORT })));
    for (let turn = 0; turn < 8; turn++) {
      heard.push(...textsOf(await talk.say({ kind: 'command', command: 'next' }, SHORT)));
    }
    for (const text of missed) expect(heard).toContain(text);
    const texts = (await store.unread(userOf('F').key, 100)).map(({ item }) => textIn(item));
    const waiting = userOf('F')
      .inbox.map(({ message }) => message?.text)
      .filter((text) => text !== undefined);
    for (const text of waiting) expect([...heard, ...texts].join(' ')).toContain(plain(text));
  });

  test('every user is there, and is written back as the version of today', async () => {
    for (const [name, { key }] of Object.entries(EXPECTED.users)) {
      const user = await store.find(key);
      expect({ name, turns: user?.conversation.turns }).toEqual({ name, turns: userOf(name).conversation.turns });
      const { conversation, version } = user as NonNullable<typeof user>;
      expect(await store.save(key, conversation, version)).toBe(true);
      expect((await store.find(key))?.conversation).toEqual(conversation);
    }
  });
}

function textOf(input: PlatformInput): string {
  return 'text' in input ? input.text : input.kind;
}

function textIn(item: InboxItem): string {
  return item.kind === 'message' ? plain(item.message.text ?? '') : '';
}

/** Enough of a text to find it again in what was heard. */
function plain(text: string): string {
  return text.replace(/<[^>]*>|\*\*/g, '').slice(0, 30);
}

const ALL_BUT_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
