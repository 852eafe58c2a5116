import type { Counts, UsageScope, UsageStore } from '../conversation/ports/usage-store';
import { monthOf } from '../conversation/visit';
import { toAloudError } from '../errors';
import { NO_TELEMETRY, type Telemetry, type TurnRecord } from '../telemetry/telemetry';

/** Counts how the skills of a process are used, for `aloud report`. */
export interface Usage {
  readonly telemetry: Telemetry;
  /** Writes what was counted since. What cannot be written now is kept for the next time. Never rejects. */
  flush(): Promise<void>;
}

export interface UsageOptions {
  readonly store: UsageStore;
  /** The skill of which all is that has no name. Absent: there are several, and what is of none of them is not counted. */
  readonly skill?: string;
  readonly now?: () => number;
}

interface Counted {
  readonly scope: UsageScope;
  readonly counts: Map<string, number>;
}

/** Only numbers under names of our own are counted: no words, no id of anybody. */
export function createUsage({ store, skill, now = Date.now }: UsageOptions): Usage {
  /** By skill, and by the month in which it was counted, which may be over when it is written. */
  let counted = new Map<string, Counted>();
  const addTo = (scope: UsageScope, count: string, by = 1) => {
    const key = `${scope.month} ${scope.skill}`;
    const { counts } = counted.get(key) ?? { counts: new Map<string, number>() };
    counted.set(key, { scope, counts });
    counts.set(count, (counts.get(count) ?? 0) + by);
  };

  const scopeOf = (name: string): UsageScope => ({ month: monthOf(now()), skill: name });

  function telemetryOf(name: string): Telemetry {
    const add = (count: string, by?: number) => addTo(scopeOf(name), count, by);
    return {
      ...NO_TELEMETRY,
      turn: (record) => {
        const scope = scopeOf(name);
        countTurn(record, (count, by) => addTo(scope, count, by));
      },
      sessionEnded: ({ question, how }) => add(`ended:${how}:${question ?? 'none'}`),
      notification({ outcome }) {
        if (outcome === 'accepted' || outcome === 'duplicate') add('notifications-sent');
      },
      error: (error) => add(`error:${toAloudError(error).code}`),
      forSkill: telemetryOf,
    };
  }

  async function write({ scope, counts }: Counted): Promise<void> {
    await store.count(scope, Object.fromEntries(counts) as Counts).catch(() => {
      for (const [count, by] of counts) addTo(scope, count, by);
    });
  }

  return {
    telemetry: skill === undefined ? { ...NO_TELEMETRY, forSkill: telemetryOf } : telemetryOf(skill),
    async flush() {
      const all = counted;
      counted = new Map();
      await Promise.all([...all.values()].map(write));
    },
  };
}

/** Counts all that a turn is. */
function countTurn(
  { name, outcome, understood, visit, messagesHeard }: TurnRecord,
  add: (count: string, by?: number) => void,
): void {
  add('turns');
  if (visit) countVisit(visit, add);
  if (name === 'AMAZON.FallbackIntent') add('no-match');
  if (outcome === 'late') add('late');
  if (understood) add(answerCount(understood));
  if (messagesHeard) add('messages-heard', messagesHeard);
}

function countVisit(visit: NonNullable<TurnRecord['visit']>, add: (count: string) => void): void {
  const { isNewSession, isNewUser, isFirstOfMonth, isFollowing } = visit;
  if (isNewSession) add('sessions');
  if (isNewSession && !isNewUser) add('came-back');
  if (isNewUser) add('new-people');
  if (isFirstOfMonth) add('people');
  if (isFollowing) add('notifications-followed');
}

function answerCount({ rule, answer }: NonNullable<TurnRecord['understood']>): string {
  return answer.startsWith('asked') ? 'asked-back' : `${answer}:${rule}`;
}
