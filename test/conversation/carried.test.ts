import fc from 'fast-check';
import { carryOn, withCarried } from '../../lambda/conversation/carried';
import { NEW_CONVERSATION } from '../../lambda/conversation/conversation';
import type { Message } from '../../lambda/conversation/message';
import type { Store } from '../../lambda/conversation/ports/store';
import { AloudError } from '../../lambda/errors';
import { openSqlite } from '../../lambda/store/sqlite';
import { botMessage, scriptedPlatform, startTalk, textsOf, webhookPlatform } from '../support/talk';
import { until } from '../support/until';

const MISSED = ['In case you missed it.', 'Here is the answer to your earlier question.', 'Your tea is ready.'];
const SHORT = { budgetMs: 350 };

/** A clock of which each reading is another: no two requests of a session come within a millisecond, but two turns of a test may. */
function tickingClock(): () => number {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return last;
  };
}

/** A database whose saves fail while `trouble` says how: nothing was written, or the answer was lost. */
function troubled() {
  const disk = openSqlite(':memory:', { secret: 'a secret of at least 32 characters' });
  const state: { trouble: 'none' | 'full' | 'answers lost' } = { trouble: 'none' };
  const save: Store['save'] = async (...args) => {
    if (state.trouble === 'full') throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'the disk is full');
    const isSaved = await disk.save(...args);
    if (isSaved && state.trouble === 'answers lost') throw new AloudError('ALOUD_STORE_UNREACHABLE', 'no answer');
    return isSaved;
  };
  return { store: { ...disk, save }, disk, state };
}

describe('a reply that was saved, but an apology was said as nobody knew,', () => {
  async function apologised() {
    const { store, state } = troubled();
    const { platform } = webhookPlatform();
    const talk = startTalk(platform, { store, now: tickingClock() });
    await talk.say('tea', { ...SHORT, newSession: true });
    await talk.bring('Your tea is ready.');
    state.trouble = 'answers lost';
    expect(textsOf(await talk.say('check', SHORT))).toEqual([]);
    state.trouble = 'none';
    return { talk, state };
  }

  test('is said with the next request of the session', async () => {
    const { talk } = await apologised();
    expect(textsOf(await talk.say('check', SHORT))).toEqual(MISSED);
    expect(textsOf(await talk.say('check', SHORT))).toEqual([]);
  });

  test('is said in the next session, where the user leaves', async () => {
    const { talk } = await apologised();
    await talk.end(true);
    expect(textsOf(await talk.say({ kind: 'launch' }, { ...SHORT, newSession: true }))).toEqual(MISSED);
  });

  test('is said when a second save is as unsure as the first', async () => {
    const { talk, state } = await apologised();
    state.trouble = 'answers lost';
    for (let turns = 0; turns < 3; turns++) expect(textsOf(await talk.say('check', SHORT))).toEqual([]);
    state.trouble = 'none';
    expect(textsOf(await talk.say('check', SHORT))).toEqual(MISSED);
    expect(textsOf(await talk.say('check', SHORT))).toEqual([]);
  });

  test('is said as soon as anything can be saved again', async () => {
    const { talk, state } = await apologised();
    state.trouble = 'full';
    await talk.say('check', SHORT);
    await talk.say('check', SHORT);
    state.trouble = 'none';
    expect(textsOf(await talk.say('check', SHORT))).toEqual(MISSED);
  });
});

describe('an answer that was said although the disk is full', () => {
  const event = (text: string): Message => ({ ...botMessage(text), channel: 'event' });

  async function toldOnFullDisk() {
    const { store, state } = troubled();
    const { platform } = scriptedPlatform((input) =>
      input.kind === 'text' ? [{ ...botMessage(`About ${input.text}.`), channel: 'inline' }] : [],
    );
    const talk = startTalk(platform, { store, now: tickingClock() });
    await talk.say('tea', { newSession: true });
    state.trouble = 'full';
    expect(textsOf(await talk.say('cake'))).toEqual(['About cake.']);
    return { talk, state };
  }

  test('is not said again when the event brings it', async () => {
    const { talk, state } = await toldOnFullDisk();
    state.trouble = 'none';
    await talk.bring(event('About cake.'));
    expect(textsOf(await talk.say('check'))).toEqual(['About check.']);
  });

  test('neither where the session breaks off, once the disk has room', async () => {
    const { talk, state } = await toldOnFullDisk();
    state.trouble = 'none';
    const delivered = async () => (await talk.store.find('anne'))?.conversation.delivered?.split(' ') ?? [];
    await until(async () => (await delivered()).length > 1, 'a note of what was said');
    await talk.bring(event('About cake.'));
    const texts = textsOf(await talk.say({ kind: 'launch' }, { newSession: true }));
    expect(texts).not.toContain('About cake.');
  });

  test('neither after a turn that could not be saved either, nor after the end of the session', async () => {
    const { talk, state } = await toldOnFullDisk();
    await talk.say('pie');
    state.trouble = 'none';
    await talk.end(true);
    await talk.bring(event('About cake.'), event('About pie.'));
    expect(textsOf(await talk.say({ kind: 'launch' }, { newSession: true }))).toEqual([]);
  });
});

describe('an answer that could not be written, and that Alexa did not say, is heard when the event brings it:', () => {
  async function answeredOnFullDisk(how: { readonly isGivenUp?: true } = {}) {
    const { store, disk, state } = troubled();
    const { platform } = scriptedPlatform((input) =>
      input.kind === 'text' ? [{ ...botMessage(`About ${input.text}.`), channel: 'inline' }] : [],
    );
    const sessions = new Map<string, string>();
    const now = tickingClock();
    const talk = startTalk(platform, { store, sessions, now });
    await talk.say('tea', { newSession: true });
    state.trouble = 'full';
    await talk.say('cake', how);
    return { talk, another: startTalk(platform, { store: disk, sessions, now }), disk, state };
  }
  const event = { ...botMessage('About cake.'), channel: 'event' } as const;

  test('she had given up by then', async () => {
    const { talk, state } = await answeredOnFullDisk({ isGivenUp: true });
    state.trouble = 'none';
    await talk.bring(event);
    expect(textsOf(await talk.say('check'))).toContain('About cake.');
  });

  test('she tells that she could not use it when it was noted that it was said: then it is said again', async () => {
    const { another, disk, state } = await answeredOnFullDisk();
    state.trouble = 'none';
    const noted = async () => ((await disk.find('anne'))?.conversation.delivered?.split(' ') ?? []).length > 1;
    await until(noted, 'a note of the server that has answered');
    await another.end(false);
    await another.bring(event);
    const heard = textsOf(await another.say({ kind: 'launch' }, { newSession: true }));
    expect(heard).toEqual(['In case you missed it.', 'About tea.', 'About cake.']);
    await another.end(true);
    expect(textsOf(await another.say({ kind: 'launch' }, { newSession: true }))).toEqual([]);
  });

  test('she tells a server that she could not use it', async () => {
    const { another, disk, state } = await answeredOnFullDisk();
    await another.end(false);
    const version = async () => (await disk.find('anne'))?.version;
    const ended = await version();
    state.trouble = 'none';
    await until(async () => (await version()) !== ended, 'a note of the server that has answered');
    await another.bring(event);
    expect(textsOf(await another.say({ kind: 'launch' }, { newSession: true }))).toContain('About cake.');
  });
});

test('an answer that was said by a server which could not write it and is gone may have been heard when the event brings it', async () => {
  const { store, disk, state } = troubled();
  const { platform } = scriptedPlatform((input) =>
    input.kind === 'text' ? [{ ...botMessage(`About ${input.text}.`), channel: 'inline' }] : [],
  );
  const sessions = new Map<string, string>();
  const now = tickingClock();
  const gone = startTalk(platform, { store, sessions, now });
  await gone.say('tea', { newSession: true });
  state.trouble = 'full';
  expect(textsOf(await gone.say('cake'))).toEqual(['About cake.']);
  const another = startTalk(platform, { store: disk, sessions, now });
  await another.bring({ ...botMessage('About cake.'), channel: 'event' });
  const heard = textsOf(await another.say({ kind: 'launch' }, { newSession: true }));
  expect(heard).toEqual(['In case you missed it.', 'About cake.', 'About tea.']);
  state.trouble = 'none';
});

test('what a session brings back is put to the document once, however often', () => {
  const session = fc.constantFrom('a', 'b');
  const moment = fc.integer({ min: 1, max: 4 });
  const reply = fc.record({ session, requestedAt: moment, texts: fc.array(fc.constantFrom('x', 'y')) });
  const carried = fc.record({
    unsaid: fc.array(moment),
    delivered: fc.array(fc.constantFrom('i1', 'i2', 'e1')),
  });
  fc.assert(
    fc.property(fc.array(reply), carried, carried, (replies, one, two) => {
      const unacknowledged = replies.map((given) => ({ device: 'kitchen', at: 9, turn: 1, ...given }));
      const before = { ...NEW_CONVERSATION, unacknowledged, delivered: 'i1' };
      const both = { id: 'a', carried: carryOn(one, two) };
      const after = withCarried(before, both);
      expect(withCarried(after, both)).toEqual(after);
      const kept = [...(after.missed ?? []), ...(after.unacknowledged ?? []).flatMap(({ texts }) => texts)];
      expect(kept.sort()).toEqual(replies.flatMap(({ texts }) => texts).sort());
      expect(new Set(after.delivered?.split(' '))).toEqual(new Set(['i1', ...one.delivered, ...two.delivered]));
      expect(after.unacknowledged?.some((left) => left.session === 'b') ?? false).toBe(
        replies.some((given) => given.session === 'b'),
      );
    }),
  );
});
