import fc from 'fast-check';
import {
  addLost,
  answered,
  claim,
  expectedFor,
  expire,
  failed,
  lose,
  lost,
  merge,
  next,
  type Outbox,
  type OutboxChange,
  queue,
  queued,
  queueFirst,
  sent,
  withdraw,
  withoutLost,
  withoutStart,
} from '../../lambda/conversation/outbox';

const NOW = Date.UTC(2026, 10, 20, 12);
const SECOND = 1000;
const text = (id: string, saidAt = NOW) => ({ id, input: { kind: 'text', text: `words of ${id}` } as const, saidAt });
const start = (id: string) => ({ id, input: { kind: 'start' } as const, saidAt: NOW });
const ids = (box: Outbox) => box.map(({ id }) => id);
const boxOf = (...names: readonly string[]) => names.reduce<Outbox>((box, id) => queue(box, text(id)), []);

test('the bot is told in the order in which things were said', () => {
  const box = boxOf('a', 'b');
  expect(next(box, true)?.id).toBe('a');
  expect(next(claim(box, 'a', NOW), false)?.id).toBe('b');
});

test('a bot that takes one thing at a time is told nothing while its answer is outstanding', () => {
  const box = claim(boxOf('a', 'b'), 'a', NOW);
  expect(next(box, true)).toBeUndefined();
  expect(next(answered(box, 'a'), true)?.id).toBe('b');
});

test('the same words of two Echos are two utterances; a request that comes twice is one', () => {
  const same = { kind: 'text', text: 'yes' } as const;
  const box = queue(queue([], { id: 'kitchen', input: same, saidAt: NOW }), {
    id: 'bedroom',
    input: same,
    saidAt: NOW,
  });
  expect(ids(box)).toEqual(['kitchen', 'bedroom']);
  expect(queue(box, { id: 'kitchen', input: same, saidAt: NOW })).toEqual(box);
});

test('two questions that are sent in the same millisecond are two', () => {
  const box = claim(claim(boxOf('a', 'b'), 'a', NOW), 'b', NOW);
  expect(ids(sent(answered(box, 'a')))).toEqual(['b']);
});

test('a conversation begins before what waits for it, and once', () => {
  const box = queueFirst(queueFirst(claim(boxOf('a', 'b'), 'a', NOW), start('s')), start('t'));
  expect(ids(box)).toEqual(['a', 't', 'b']);
});

test('what the platform has not taken is queued in its place; anything else is over', () => {
  const box = claim(boxOf('a', 'b'), 'a', NOW);
  expect(next(failed(box, 'a', true), true)?.id).toBe('a');
  expect(ids(failed(box, 'a', false))).toEqual(['b']);
});

test('an answer is expected for a minute, and queued words are meant for ten, also when the clock was set back', () => {
  const box = claim(boxOf('asked', 'waits'), 'asked', NOW);
  expect(ids(expire(box, NOW + 59 * SECOND))).toEqual(['asked', 'waits']);
  expect(ids(expire(box, NOW + 61 * SECOND))).toEqual(['waits']);
  for (const when of [NOW + 601 * SECOND, NOW - 601 * SECOND]) {
    const late = expire(box, when);
    expect([queued(late), ids(lost(late))]).toEqual([[], ['waits']]);
    expect(withoutLost(late)).toEqual([]);
  }
});

test('what cannot be passed on is lost with what was to follow it; a beginning that nobody said is just left out', () => {
  const box = queue(queueFirst(boxOf('a'), start('s')), { ...text('addition'), follows: 'a' });
  const left = lose(lose(box, 'a'), 's');
  expect(ids(lost(left))).toEqual(['a', 'addition']);
  expect(left).toHaveLength(2);
  expect(next(left, true)).toBeUndefined();
});

test('what an answer adds is told once that is answered which it follows', () => {
  const box = claim(queue(boxOf('a'), { ...text('addition'), follows: 'a' }), 'a', NOW);
  expect(next(box, false)).toBeUndefined();
  expect(next(answered(box, 'a'), false)?.id).toBe('addition');
});

test('what was not taken is queued, and what is lost is kept, as it was said', () => {
  const box = claim(boxOf('a', 'b'), 'a', NOW, ['seen']);
  expect(box[0]).toMatchObject({ state: 'sent', sentAt: NOW, heard: ['seen'] });
  const [a, b] = boxOf('a', 'b');
  expect(failed(box, 'a', true)).toEqual([{ ...a, tries: 1 }, b]);
  expect(failed(claim(failed(box, 'a', true), 'a', NOW), 'a', true)[0]).toEqual({ ...a, tries: 2 });
  expect(lose(box, 'a')[0]).toEqual({ ...text('a'), state: 'lost' });
  expect(lose(failed(box, 'a', true), 'a')[0]).toEqual({ ...text('a'), state: 'lost' });
  expect(claim(boxOf('a'), 'a', NOW)).toEqual([{ ...text('a'), state: 'sent', sentAt: NOW }]);
});

test('what is lost stands before what was sent, and that before a beginning', () => {
  const box = lose(claim(boxOf('waits', 'asked', 'old'), 'asked', NOW), 'old');
  expect(ids(queueFirst(box, start('s')))).toEqual(['old', 'asked', 's', 'waits']);
  expect(ids(queueFirst(queueFirst(box, start('s')), text('script')))).toEqual([
    'old',
    'asked',
    'script',
    's',
    'waits',
  ]);
  expect(queueFirst(box, start('asked'))).toBe(box);
});

test('what was promised and cannot be passed on is lost, whether it is still there or not', () => {
  const gone = { ...text('a'), state: 'queued' } as const;
  expect(ids(lost(addLost(boxOf('b'), gone)))).toEqual(['a']);
  expect(addLost(boxOf('a', 'b'), gone)).toEqual(lose(boxOf('a', 'b'), 'a'));
});

test('once the user was told of what is lost, it alone is left out', () => {
  const box = lose(claim(boxOf('asked', 'gone', 'waits'), 'asked', NOW), 'gone');
  expect(ids(withoutLost(box))).toEqual(['asked', 'waits']);
});

test('a beginning that is not answered in its time holds nothing up any more; a question does', () => {
  const box = claim(claim(queueFirst(boxOf('a', 'b'), start('s')), 's', NOW), 'a', NOW);
  expect(ids(withoutStart(box, NOW + 9 * SECOND, 10 * SECOND))).toEqual(['s', 'a', 'b']);
  expect(ids(withoutStart(box, NOW + 10 * SECOND, 10 * SECOND))).toEqual(['a', 'b']);
  const waits = queueFirst([], start('s'));
  expect(withoutStart(waits, NOW + 11 * SECOND, 10 * SECOND)).toEqual(waits);
});

test('the user takes back what the bot was not told: all of it, or some', () => {
  const box = claim(boxOf('asked', 'a', 'b'), 'asked', NOW);
  expect(ids(withdraw(box))).toEqual(['asked']);
  expect(ids(withdraw(box, new Set(['asked', 'a'])))).toEqual(['asked', 'b']);
});

test('an answer is expected for a minute, a greeting for as long as is said, and neither for longer', () => {
  const question = claim(boxOf('a'), 'a', NOW);
  const greeting = claim(queueFirst(boxOf('a'), start('s')), 's', NOW);
  const left = (box: Outbox, now: number) => expectedFor(box, now, 10 * SECOND);
  expect([left(question, NOW + 15 * SECOND), left(question, NOW + 61 * SECOND)]).toEqual([45 * SECOND, 0]);
  expect([left(greeting, NOW + 4 * SECOND), left(greeting, NOW + 11 * SECOND)]).toEqual([6 * SECOND, 0]);
  expect([left(boxOf('a'), NOW), left(question, NOW - 3600 * SECOND)]).toEqual([60 * SECOND, 60 * SECOND]);
});

test('it counts from when it was said where it is not known when it was sent', () => {
  const box: Outbox = [
    { ...text('a'), state: 'sent' },
    { ...start('s'), state: 'sent' },
  ];
  expect(ids(expire(box, NOW + 59 * SECOND))).toEqual(['a', 's']);
  expect(expire(box, NOW + 60 * SECOND)).toEqual([]);
  expect(ids(withoutStart(box, NOW + 10 * SECOND, 10 * SECOND))).toEqual(['a']);
  expect(expectedFor(box, NOW + SECOND, 10 * SECOND)).toBe(9 * SECOND);
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const change: fc.Arbitrary<OutboxChange> = fc.oneof(
  id.map(
    (name): OutboxChange =>
      (box) =>
        queue(box, text(name)),
  ),
  id.map(
    (name): OutboxChange =>
      (box) =>
        queueFirst(box, start(name)),
  ),
  id.map(
    (name): OutboxChange =>
      (box) =>
        claim(box, name, NOW),
  ),
  id.map(
    (name): OutboxChange =>
      (box) =>
        answered(box, name),
  ),
  fc.tuple(id, fc.boolean()).map(
    ([name, again]): OutboxChange =>
      (box) =>
        failed(box, name, again),
  ),
  fc.nat(700).map(
    (seconds): OutboxChange =>
      (box) =>
        expire(box, NOW + seconds * SECOND),
  ),
  id.map(
    (name): OutboxChange =>
      (box) =>
        lose(box, name),
  ),
);
const changes = fc.array(change, { maxLength: 12 });

test('no id is ever in it twice, and what is sent stands before what is queued first', () => {
  fc.assert(
    fc.property(changes, (made) => {
      const box = merge([], made);
      expect(ids(box)).toEqual([...new Set(ids(box))]);
      expect([...sent(box), ...queued(box), ...lost(box)]).toHaveLength(box.length);
    }),
  );
});

test('of two turns that claim the same thing one sends it', () => {
  fc.assert(
    fc.property(changes, (made) => {
      const box = merge([], made);
      const first = next(box, true);
      if (!first) return;
      // The other turn applies its claim to what the first has saved.
      const saved = claim(box, first.id, NOW);
      expect(next(saved, true)?.id).not.toBe(first.id);
      expect(claim(saved, first.id, NOW + SECOND)).toEqual(saved);
    }),
  );
});

test('what one turn does to its own words loses none of what another has said', () => {
  fc.assert(
    fc.property(changes, fc.uniqueArray(fc.constantFrom('x', 'y', 'z')), (made, others) => {
      const theirs = others.map((name) => text(name));
      const newest = theirs.reduce<Outbox>((box, one) => queue(box, one), merge([], made));
      const after = merge(newest, [(box) => queue(box, text('own')), (box) => claim(box, 'own', NOW)]);
      expect(ids(after)).toEqual(expect.arrayContaining(others));
    }),
  );
});
