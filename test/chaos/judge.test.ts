import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seen, Turn } from '../../chaos/history';
import { judge } from '../../chaos/judge';
import { createRandom } from '../../chaos/random';
import { PLANTED } from './planted';

/** What was seen in fourteen seconds under three kills and failing vendors: `npm run chaos -- --seed 22 --history`. */
const HISTORY: readonly Seen[] = readFileSync(join(__dirname, 'history.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Seen);
const SEEDS = [1, 2, 3, 4, 5];

test('finds nothing where nothing went wrong, though servers were killed', () => {
  expect(HISTORY.filter(({ kind }) => kind === 'down')).toHaveLength(3);
  expect(judge(HISTORY)).toEqual([]);
});

describe('finds what is planted, wherever the seed puts it, and nothing else:', () => {
  test.each(Object.keys(PLANTED))('%s', (name) => {
    const { rule, also = [], plant } = PLANTED[name] as (typeof PLANTED)[string];
    for (const seed of SEEDS) {
      const found = judge(plant(HISTORY, createRandom(seed, name)));
      const others = [...new Set(found.map((fault) => fault.rule))].filter((one) => !also.includes(one));
      expect({ seed, rules: others }).toEqual({ seed, rules: [rule] });
      expect(found.every(({ what, evidence }) => what !== '' && evidence.length > 0)).toBe(true);
    }
  });
});

const TURN: Turn = {
  kind: 'turn',
  at: 1000,
  ms: 500,
  starvedMs: 0,
  user: 'U1',
  server: 0,
  said: 'launch',
  status: 200,
  speech: 'Hello.',
};
const WRITTEN: readonly Seen[] = [
  { ...TURN, marker: 'zabababa', said: 'note' },
  { kind: 'reached', at: 1100, marker: 'zabababa', visitor: 'v1' },
  { kind: 'written', at: 1100, marker: 'vekalamisu', visitor: 'v1' },
  { kind: 'delivered', at: 1200, markers: ['vekalamisu'], status: 200 },
];
const heard = (at: number, speech: string): Turn => ({ ...TURN, at, speech });
const rules = (...history: readonly Seen[]) => judge(history).map(({ rule }) => rule);

describe('excuses', () => {
  test('a late answer only where the machine gave the server no time', () => {
    expect(rules({ ...TURN, ms: 8000, status: 0, starvedMs: 999 })).toEqual(['late']);
    expect(rules({ ...TURN, ms: 8000, status: 0, starvedMs: 1000 })).toEqual([]);
    expect(rules({ ...TURN, status: 408, starvedMs: 999 })).toEqual(['refused']);
    expect(rules({ ...TURN, status: 408, starvedMs: 1000 })).toEqual([]);
  });

  test('no answer only while that server was killed', () => {
    const down = { kind: 'down', at: 1200, until: 3000, server: 0 } as const;
    expect(rules({ ...TURN, status: 0 }, down)).toEqual([]);
    expect(rules({ ...TURN, status: 0 }, { ...down, server: 1 })).toEqual(['unanswered']);
    expect(rules({ ...TURN, status: 0, at: 4000 }, down)).toEqual(['unanswered']);
    expect(rules({ ...TURN, status: 0 }, { ...down, kind: 'cramped' })).toEqual([]);
    expect(rules({ ...TURN, status: 500 }, { ...down, kind: 'cramped' })).toEqual(['server-error']);
  });

  test('a refusal only by a server whose clock is wrong', () => {
    const misdated = { kind: 'misdated', at: 900, until: 3000, server: 0 } as const;
    expect(rules({ ...TURN, status: 400 }, misdated)).toEqual([]);
    expect(rules({ ...TURN, status: 500 }, misdated)).toEqual(['server-error']);
  });

  test('words that never reached the bot, where the user is told that they could not be passed on', () => {
    const promised: Turn = { ...heard(2000, 'The answer is still on its way.'), marker: 'zabababa', said: 'note' };
    const told = 'What you said earlier could not be passed on. If you still want it, please say it again. Hello.';
    expect(rules(promised, heard(3000, 'Hello.'))).toEqual(['utterance-lost']);
    expect(rules(promised, heard(3000, told))).toEqual([]);
    expect(rules(heard(1000, told), promised)).toEqual(['utterance-lost']);
    expect(rules(promised, { ...heard(3000, told), user: 'U2' })).toEqual(['utterance-lost']);
    expect(rules(promised, { ...heard(3000, told), status: 0 })).toEqual(['utterance-lost', 'unanswered']);
  });

  test('a message that is heard again, where it is said that it may have been missed', () => {
    const first = heard(2000, 'Noted, vekalamisu.');
    expect(rules(...WRITTEN, first, heard(3000, 'Welcome back! In case you missed it. Noted, vekalamisu.'))).toEqual(
      [],
    );
    expect(rules(...WRITTEN, first, heard(3000, 'Noted, vekalamisu. In case you missed it. Something else.'))).toEqual([
      'message-doubled',
    ]);
  });

  test('what is written in the same words twice is heard twice, and no more often', () => {
    const again = [
      { kind: 'written', at: 5000, marker: 'vekalamisu', visitor: 'v1' },
      { kind: 'delivered', at: 5100, markers: ['vekalamisu'], status: 200 },
    ] as const;
    const [first, second] = [heard(2000, 'Noted, vekalamisu.'), heard(6000, 'Noted, vekalamisu.')];
    const missed = heard(3000, 'In case you missed it. Noted, vekalamisu.');
    expect(rules(...WRITTEN, ...again, first, missed, second)).toEqual([]);
    expect(rules(...WRITTEN, ...again, first)).toEqual(['message-lost']);
    expect(rules(...WRITTEN, ...again, first, missed, second, heard(7000, 'Noted, vekalamisu.'))).toEqual([
      'message-doubled',
    ]);
    expect(rules(...WRITTEN, missed, second)).toEqual(['message-doubled']);
  });

  test('a message that was never taken', () => {
    const refused = WRITTEN.map((seen) => (seen.kind === 'delivered' ? { ...seen, status: 503 } : seen));
    expect(rules(...WRITTEN)).toEqual(['message-lost']);
    expect(rules(...refused)).toEqual([]);
  });

  test('an answer that came too late to be heard is no hearing', () => {
    expect(rules(...WRITTEN, { ...heard(2000, 'Noted, vekalamisu.'), ms: 8500, starvedMs: 2000 })).toEqual([
      'message-lost',
    ]);
  });
});
