import { createUsage } from '../lambda/app/usage';
import { RULES } from '../lambda/conversation/answers/decision';
import type { Counts, UsageScope } from '../lambda/conversation/ports/usage-store';
import { AloudError } from '../lambda/errors';
import type { TurnRecord } from '../lambda/telemetry/telemetry';
import { usageOf } from '../operator/report/figures';

const TURN: TurnRecord = {
  requestId: '1',
  name: 'ChatIntent',
  outcome: 'ok',
  startedAt: 0,
  ms: 1,
  laps: [],
  timings: {},
  trips: 2,
};

function stage() {
  const written: [UsageScope, Counts][] = [];
  let isBroken = false;
  let time = Date.UTC(2026, 10, 30, 23, 59, 55);
  const store = {
    async count(scope: UsageScope, counts: Counts) {
      if (isBroken) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'locked');
      written.push([scope, counts]);
    },
    counts: async () => ({}),
  };
  const usage = createUsage({ store, skill: 'default', now: () => time });
  return {
    usage,
    written,
    wait: (ms: number) => {
      time += ms;
    },
    break: (is: boolean) => {
      isBroken = is;
    },
  };
}

test('what happens is counted under names of ours, and written once', async () => {
  const { usage, written } = stage();
  const { telemetry } = usage;
  const visit = { isNewUser: true, isNewSession: true, isFirstOfMonth: true, isFollowing: false };
  telemetry.turn({ ...TURN, name: 'LaunchRequest', visit });
  telemetry.turn({ ...TURN, visit: { ...visit, isNewUser: false, isNewSession: false, isFirstOfMonth: false } });
  telemetry.turn({
    ...TURN,
    visit: { ...visit, isNewUser: false, isFirstOfMonth: false, isFollowing: true },
    messagesHeard: 3,
  });
  telemetry.turn({ ...TURN, name: 'AMAZON.FallbackIntent' });
  telemetry.turn({ ...TURN, outcome: 'late' });
  telemetry.turn({ ...TURN, understood: { rule: 'position', answer: 'picked' } });
  telemetry.turn({ ...TURN, understood: { rule: 'sound', answer: 'asked-which' } });
  telemetry.sessionEnded({ how: 'silent', question: 'anything-else' });
  telemetry.sessionEnded({ how: 'answered' });
  telemetry.notification({ outcome: 'accepted', ms: 1 });
  telemetry.notification({ outcome: 'throttled', ms: 1 });
  telemetry.error(new AloudError('ALOUD_PLATFORM_UNREACHABLE', 'anne@example.com'), 'turn');
  await usage.flush();
  await usage.flush();
  expect(written).toEqual([
    [
      { month: '2026-11', skill: 'default' },
      {
        turns: 7,
        sessions: 2,
        people: 1,
        'new-people': 1,
        'came-back': 1,
        'notifications-followed': 1,
        'messages-heard': 3,
        'no-match': 1,
        late: 1,
        'picked:position': 1,
        'asked-back': 1,
        'ended:silent:anything-else': 1,
        'ended:answered:none': 1,
        'notifications-sent': 1,
        'error:ALOUD_PLATFORM_UNREACHABLE': 1,
      },
    ],
  ]);
});

test('skills are counted apart', async () => {
  const { usage, written } = stage();
  usage.telemetry.turn(TURN);
  usage.telemetry.forSkill?.('other').turn(TURN);
  await usage.flush();
  expect(written.map(([{ skill }, counts]) => [skill, counts])).toEqual([
    ['default', { turns: 1 }],
    ['other', { turns: 1 }],
  ]);
});

test('what cannot be written is written later', async () => {
  const { usage, written, ...store } = stage();
  store.break(true);
  usage.telemetry.turn(TURN);
  await usage.flush();
  store.break(false);
  usage.telemetry.turn(TURN);
  await usage.flush();
  expect(written.map(([, counts]) => counts)).toEqual([{ turns: 2 }]);
});

test('what is counted at the end of a month is of that month, whenever it is written', async () => {
  const { usage, written, wait, ...store } = stage();
  usage.telemetry.turn(TURN);
  store.break(true);
  wait(10_000);
  await usage.flush();
  usage.telemetry.turn(TURN);
  store.break(false);
  await usage.flush();
  expect(written.map(([{ month }, counts]) => [month, counts]).sort()).toEqual([
    ['2026-11', { turns: 1 }],
    ['2026-12', { turns: 1 }],
  ]);
});

test('the report knows every name under which something is counted', async () => {
  const { usage, written } = stage();
  const { telemetry } = usage;
  const visit = { isNewUser: true, isNewSession: true, isFirstOfMonth: true, isFollowing: true };
  telemetry.turn({ ...TURN, name: 'AMAZON.FallbackIntent', outcome: 'late', visit, messagesHeard: 1 });
  telemetry.turn({ ...TURN, visit: { ...visit, isNewUser: false } });
  const answers = ['picked', 'confirmed', 'listed', 'asked-which', 'asked-whether'];
  for (const rule of RULES) for (const answer of answers) telemetry.turn({ ...TURN, understood: { rule, answer } });
  telemetry.sessionEnded({ how: 'left' });
  telemetry.notification({ outcome: 'accepted', ms: 1 });
  telemetry.error(new AloudError('ALOUD_INTERNAL', ''), 'turn');
  await usage.flush();
  const { others, figures, picked } = usageOf({ skill: 'default', name: 'B' }, written[0]?.[1] ?? {}, {});
  expect(others).toEqual([]);
  for (const [name, { count }] of Object.entries(figures)) expect([name, count > 0]).toEqual([name, true]);
  expect(picked.map(({ rule }) => rule).sort()).toEqual([...RULES].sort());
});
