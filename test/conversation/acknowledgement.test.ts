import { type Conversation, NEW_CONVERSATION, type Unacknowledged } from '../../lambda/conversation/conversation';
import {
  acknowledge,
  acknowledgeEnd,
  addSaid,
  awaitAcknowledgement,
  endedUnheard,
  openUntil,
  type RequestedSession,
} from '../../lambda/conversation/playback';
import type { Reply } from '../../lambda/conversation/reply';

const NOW = 1_790_000_000_000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What ten characters take until the microphone has closed behind them: the way, the saying, and listening twice. */
const HEARD_MS = 3000 + 10 * 70 + 16_000;

const session = (more: Partial<RequestedSession> = {}): RequestedSession => ({
  ...{ id: 's1', device: 'kitchen', isNew: false, requestedAt: NOW },
  ...more,
});
const next = (more: Partial<RequestedSession> = {}) => session({ id: 's2', isNew: true, ...more });
const told = (text: string, at: number, more: Partial<Unacknowledged> = {}): Unacknowledged => ({
  ...{ session: 's1', device: 'kitchen', at, requestedAt: at - SECOND, turn: 1, texts: [text] },
  ...more,
});
const TEN = 'ten chars.';
const having = (...unacknowledged: readonly Unacknowledged[]): Conversation => ({
  ...NEW_CONVERSATION,
  unacknowledged,
});

describe('a request', () => {
  test('of a session in which nothing is outstanding changes nothing', () => {
    expect(acknowledge(NEW_CONVERSATION, session(), NOW)).toBe(NEW_CONVERSATION);
  });

  test('tells that the last reply of its session was played', () => {
    const after = acknowledge(having(told('Hello.', NOW - SECOND)), session(), NOW);
    expect(after).toEqual({ ...NEW_CONVERSATION, unacknowledged: undefined, missed: undefined });
  });

  test('that came before a reply of its session was given tells that it was not', () => {
    const late = told('Hello.', NOW + 1, { requestedAt: NOW - SECOND });
    expect(acknowledge(having(late), session(), NOW + SECOND)).toMatchObject({
      unacknowledged: undefined,
      missed: ['Hello.'],
    });
    const again = { ...late, replays: ['Again.'] };
    expect(acknowledge(having(again), session(), NOW + SECOND).missed).toEqual(['Again.', 'Hello.']);
    const just = told('Hello.', NOW, { requestedAt: NOW - SECOND });
    expect(acknowledge(having(just), session(), NOW + SECOND).missed).toBeUndefined();
  });

  test('tells nothing of a reply to a later request, nor of another Echo', () => {
    const later = told('Later.', NOW + SECOND, { requestedAt: NOW + 1 });
    const other = told('Other.', NOW - SECOND, { session: 's9', device: 'bedroom' });
    expect(acknowledge(having(later, other), session(), NOW).unacknowledged).toEqual([later, other]);
  });

  test.each<[string, number, Partial<RequestedSession>, readonly string[] | undefined]>([
    ['soon after a reply tells that it was not heard to its end', HEARD_MS - 1, {}, [TEN]],
    ['after it had the time to be said tells that it was', HEARD_MS, {}, undefined],
    ['much later tells nothing else, where ends are told', HEARD_MS, { endsAreTold: true }, [TEN]],
    ['ten minutes later neither', 10 * MINUTE, { endsAreTold: true }, undefined],
  ])('that begins a session %s', (_what, ms, more, missed) => {
    const after = acknowledge(having(told(TEN, NOW - ms)), next(more), NOW);
    expect(after).toMatchObject({ unacknowledged: undefined });
    expect(after.missed).toEqual(missed);
  });

  test.each<[string, number, boolean]>([
    ['is kept for ten minutes', 10 * MINUTE, true],
    ['was heard after that', 10 * MINUTE + 1, false],
  ])('at another Echo: the reply here %s', (_what, ms, isKept) => {
    const here = told(TEN, NOW - ms, { session: 's9', device: 'bedroom' });
    const after = acknowledge(having(here), next({ endsAreTold: true }), NOW);
    expect(after.unacknowledged).toEqual(isKept ? [here] : undefined);
    expect(after.missed).toBeUndefined();
  });

  test('where ends are told counts one that was not like a reply that Alexa could not use', () => {
    const at = (times: number) => {
      const reply = told(TEN, NOW - MINUTE, { replays: ['Again.'] });
      const before = { ...having(reply), turns: 4, refused: { turn: 3, times } };
      const { missed, refused } = acknowledge(before, next({ endsAreTold: true }), NOW);
      return [refused?.times, missed];
    };
    expect([2, 3].map(at)).toEqual([
      [3, ['Again.', TEN]],
      [4, [TEN]],
    ]);
    const over = having(told(TEN, NOW - SECOND, { texts: [] }));
    expect(acknowledge(over, next({ endsAreTold: true }), NOW).refused).toBeUndefined();
  });

  test('that begins a session where they are not told leaves out what was said again', () => {
    const reply = told(TEN, NOW - SECOND, { replays: ['Again.'] });
    expect(acknowledge(having(reply), next(), NOW).missed).toEqual([TEN]);
  });

  test('adds to what was missed before, the oldest first', () => {
    const before = { ...having(told('Two.', NOW - SECOND)), missed: ['One.'] };
    expect(acknowledge(before, next(), NOW).missed).toEqual(['One.', 'Two.']);
  });
});

describe('a new session', () => {
  const open: Conversation = {
    ...NEW_CONVERSATION,
    ...{ asked: 'choices', asking: 'Which one?', inputRequest: { kind: 'number' }, askedAt: NOW - MINUTE },
    offer: { choices: [{ label: 'Tea' }], labels: ['Tea'], from: 0, to: 1 },
  };
  const stays = { asked: undefined, asking: 'Which one?', inputRequest: { kind: 'number' }, offer: open.offer };
  const goes = { asked: undefined, asking: undefined, inputRequest: undefined, offer: undefined };

  test.each<[string, Partial<Conversation>, Partial<RequestedSession>, object]>([
    ['with words closes what was asked', {}, {}, goes],
    ['with a launch comes back to it', {}, { isLaunch: true }, stays],
    ['half an hour later does not', { askedAt: NOW - 30 * MINUTE }, { isLaunch: true }, goes],
    ['just before that does', { askedAt: NOW - 30 * MINUTE + 1 }, { isLaunch: true }, stays],
    ['where nobody knows when it was asked does not', { askedAt: undefined }, { isLaunch: true }, goes],
    ['keeps it behind the rest of a text', { rest: ['More.'] }, {}, stays],
    ['keeps it behind what was missed', { missed: ['Missed.'] }, {}, stays],
  ])('%s', (_what, more, request, expected) => {
    expect(acknowledge({ ...open, ...more }, next(request), NOW)).toMatchObject(expected);
  });

  test('alone does so', () => {
    const before = { ...open, unacknowledged: [told('Hello.', NOW - SECOND)] };
    expect(acknowledge(before, session(), NOW)).toMatchObject({ asked: 'choices', asking: 'Which one?' });
  });
});

describe('the end of a session', () => {
  const END = { session: 's1', device: 'kitchen', at: NOW, requestedAt: NOW, turn: 4, texts: [] };
  const before: Conversation = {
    ...having(told('Hello.', NOW - SECOND, { replays: ['Again.'] }), told('Other.', NOW - SECOND, { session: 's9' })),
    turns: 4,
    missed: ['Old.'],
  };

  test('is known for who answers late, and what was played was heard', () => {
    const after = acknowledgeEnd(before, 's1', true, NOW);
    expect(after).toEqual({ ...before, unacknowledged: [before.unacknowledged?.[1], END], refused: undefined });
  });

  test.each([[false], ['too-late']] as const)(
    'that says %j makes its last reply missed, with what it said again',
    (played) => {
      expect(acknowledgeEnd(before, 's1', played, NOW).missed).toEqual(['Old.', 'Again.', 'Hello.']);
    },
  );

  test('of a session without a reply is an end without an Echo', () => {
    const after = acknowledgeEnd({ ...NEW_CONVERSATION, turns: 4 }, 's1', false, NOW);
    expect(after.unacknowledged).toEqual([{ ...END, device: '', unheard: true }]);
    expect(after.refused).toBeUndefined();
  });

  test('counts how often in a row Alexa could not use a reply, and then leaves out what was said again', () => {
    const times = (refused: Conversation['refused'], played: boolean | 'too-late' = false) =>
      acknowledgeEnd({ ...before, refused }, 's1', played, NOW);
    expect(times(undefined).refused).toEqual({ turn: 4, times: 1 });
    expect(times({ turn: 3, times: 2 }).refused).toEqual({ turn: 4, times: 3 });
    expect(times({ turn: 2, times: 2 }).refused).toEqual({ turn: 4, times: 1 });
    expect(times({ turn: 3, times: 2 }, 'too-late').refused).toEqual({ turn: 3, times: 2 });
    expect(times({ turn: 3, times: 2 }).missed).toEqual(['Old.', 'Again.', 'Hello.']);
    expect(times({ turn: 3, times: 3 }).missed).toEqual(['Old.', 'Hello.']);
    expect(times({ turn: 3, times: 9 }, 'too-late').missed).toEqual(['Old.', 'Again.', 'Hello.']);
  });
});

describe('a reply', () => {
  const reply: Reply = {
    parts: [{ phrase: 'all-right' }, { text: 'Hello.' }, { text: 'Again.', replay: true }],
    ...{ question: 'bot', turn: 3, messages: [] },
  };
  const entry = {
    session: 's1',
    device: 'kitchen',
    at: NOW + SECOND,
    requestedAt: NOW,
    turn: 3,
    texts: ['Hello.'],
    replays: ['Again.'],
  };
  const waiting = (before: Conversation, given = reply, request = session()) =>
    awaitAcknowledgement(before, given, request, NOW + SECOND);

  test('is to be acknowledged, what it says again apart', () => {
    const other = told('Other.', NOW - SECOND, { session: 's9' });
    expect(waiting(having(other)).unacknowledged).toEqual([other, entry]);
    const { unacknowledged } = waiting(NEW_CONVERSATION, { ...reply, parts: [{ text: 'Hello.' }] });
    expect(unacknowledged?.[0]?.replays).toBeUndefined();
  });

  test('that ends the session is played', () => {
    const { question: _, ...last } = reply;
    const [only] = waiting(NEW_CONVERSATION, last).unacknowledged ?? [];
    expect(only).toEqual({ session: 's1', device: 'kitchen', at: NOW + SECOND, requestedAt: NOW, turn: 3, texts: [] });
  });

  test.each<[string, Partial<Unacknowledged>, boolean]>([
    ['a later request of the session', { device: 'bedroom', requestedAt: NOW + 1 }, true],
    ['a later request at the Echo', { session: 's9', requestedAt: NOW + 1 }, true],
    ['a later request elsewhere', { session: 's9', device: 'bedroom', requestedAt: NOW + 1 }, false],
    ['a request before', { requestedAt: NOW }, false],
    ['one whose time is not known, by when it was answered', { requestedAt: undefined }, true],
  ])('is missed or not, where %s was answered', (_what, more, isMissed) => {
    const before = { ...having(told('Other.', NOW + 500, more)), missed: ['Old.'] };
    const after = waiting(before);
    expect(after.missed).toEqual(isMissed ? ['Old.', 'Again.', 'Hello.'] : ['Old.']);
    expect(after.unacknowledged).toHaveLength(isMissed ? 1 : 2);
  });
});

describe('a reply that could not be saved', () => {
  const reply: Reply = { parts: [{ phrase: 'all-right' }, { text: 'Hello.' }], turn: 3, messages: [] };
  const noted = (before: Conversation) => addSaid(before, reply, session(), NOW + SECOND);

  test('is missed where Alexa tells that she could not use it, and only then', () => {
    const after = noted(NEW_CONVERSATION);
    expect(acknowledgeEnd(after, 's1', false, NOW + MINUTE).missed).toEqual(['Hello.']);
    expect(acknowledgeEnd(after, 's1', true, NOW + MINUTE).missed).toBeUndefined();
    expect(acknowledge(after, session({ requestedAt: NOW + MINUTE }), NOW + MINUTE).missed).toBeUndefined();
    expect(acknowledge(after, next({ requestedAt: NOW + MINUTE }), NOW + MINUTE).missed).toBeUndefined();
  });

  test('is noted once, and not where the session has gone on or has ended', () => {
    const after = noted(NEW_CONVERSATION);
    expect(noted(after)).toBe(after);
    const gone = having(told('Later.', NOW + SECOND, { requestedAt: NOW + 1 }));
    expect(noted(gone)).toBe(gone);
    const ended = acknowledgeEnd(NEW_CONVERSATION, 's1', true, NOW + SECOND);
    expect(addSaid(ended, reply, session(), NOW + MINUTE)).toBe(ended);
    const wordless: Reply = { ...reply, parts: [{ phrase: 'all-right' }] };
    expect(addSaid(NEW_CONVERSATION, wordless, session(), NOW)).toBe(NEW_CONVERSATION);
  });

  test.each<[string, string, boolean | 'too-late', number, boolean]>([
    ['its session ended with an error since', 's1', false, NOW, true],
    ['it came too late', 's1', 'too-late', NOW, true],
    ['it was played', 's1', true, NOW, false],
    ['that was before', 's1', false, NOW - 1, false],
    ['it was another session', 's9', false, NOW, false],
  ])('was surely not heard or may have been, where %s', (_what, id, played, at, isUnheard) => {
    expect(endedUnheard(acknowledgeEnd(NEW_CONVERSATION, id, played, at), session())).toBe(isUnheard);
  });
});

test('a session may be open for a minute and a half behind the last words, and none that has ended', () => {
  expect(openUntil(NEW_CONVERSATION, NOW)).toBe(0);
  expect(openUntil(having(told(TEN, NOW, { texts: [] })), NOW)).toBe(0);
  expect(openUntil(having(told(TEN, NOW - SECOND)), NOW)).toBe(NOW - SECOND + 90_000 + 700);
  expect(openUntil(having(told(TEN, NOW - SECOND, { texts: [TEN, TEN] })), NOW)).toBe(NOW - SECOND + 90_000 + 1400);
  expect(openUntil(having(told(TEN, NOW + MINUTE)), NOW)).toBe(NOW + 90_000 + 700);
  expect(openUntil(having(told(TEN, NOW), told(TEN, NOW - MINUTE)), NOW)).toBe(NOW + 90_000 + 700);
});
