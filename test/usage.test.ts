import { createUsage } from '../lambda/app/usage';
import type { Counts, UsageScope } from '../lambda/conversation/ports/store';
import { AloudError } from '../lambda/errors';
import type { TurnRecord } from '../lambda/telemetry/telemetry';

const TURN: TurnRecord = { requestId: '1', name: 'ChatIntent', outcome: 'ok', ms: 1, timings: {}, trips: 2 };

function stage() {
  const written: [UsageScope, Counts][] = [];
  let isBroken = false;
  const store = {
    async count(scope: UsageScope, counts: Counts) {
      if (isBroken) throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'locked');
      written.push([scope, counts]);
    },
    counts: async () => ({}),
  };
  const usage = createUsage({ store, skill: 'default', now: () => Date.UTC(2026, 10, 30) });
  return {
    usage,
    written,
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
