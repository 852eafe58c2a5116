import type { Counts, UsageStore } from '../conversation/ports/store';
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
  /** The skill whose telemetry has no name. */
  readonly skill: string;
  readonly now?: () => number;
}

/** Only numbers under names of our own are counted: no words, no id of anybody. */
export function createUsage({ store, skill, now = Date.now }: UsageOptions): Usage {
  /** By skill. */
  let counted = new Map<string, Map<string, number>>();
  const countsOf = (name: string) => {
    const known = counted.get(name) ?? new Map<string, number>();
    counted.set(name, known);
    return (count: string, by = 1) => void known.set(count, (known.get(count) ?? 0) + by);
  };

  function telemetryOf(name: string): Telemetry {
    const add = (count: string, by?: number) => countsOf(name)(count, by);
    return {
      ...NO_TELEMETRY,
      turn: (record) => {
        for (const count of countsIn(record)) add(count);
        if (record.messagesHeard) add('messages-heard', record.messagesHeard);
      },
      sessionEnded: ({ question, how }) => add(`ended:${how}:${question ?? 'none'}`),
      notification({ outcome }) {
        if (outcome === 'accepted' || outcome === 'duplicate') add('notifications-sent');
      },
      error: (error) => add(`error:${toAloudError(error).code}`),
      forSkill: telemetryOf,
    };
  }

  async function write(name: string, counts: ReadonlyMap<string, number>): Promise<void> {
    await store.count({ month: monthOf(now()), skill: name }, Object.fromEntries(counts) as Counts).catch(() => {
      for (const [count, by] of counts) countsOf(name)(count, by);
    });
  }

  return {
    telemetry: telemetryOf(skill),
    async flush() {
      const all = counted;
      counted = new Map();
      await Promise.all([...all].map(([name, counts]) => (counts.size === 0 ? undefined : write(name, counts))));
    },
  };
}

/** What a turn counts as, once each. */
function countsIn({ name, outcome, understood, visit }: TurnRecord): readonly string[] {
  return [
    'turns',
    ...(visit ? visitCounts(visit) : []),
    ...(name === 'AMAZON.FallbackIntent' ? ['no-match'] : []),
    ...(outcome === 'late' ? ['late'] : []),
    ...(understood ? [answerCount(understood)] : []),
  ];
}

function visitCounts(visit: NonNullable<TurnRecord['visit']>): readonly string[] {
  return [
    ...(visit.isNewSession ? ['sessions'] : []),
    ...(visit.isNewSession && !visit.isNewUser ? ['came-back'] : []),
    ...(visit.isNewUser ? ['new-people'] : []),
    ...(visit.isFirstOfMonth ? ['people'] : []),
    ...(visit.isFollowing ? ['notifications-followed'] : []),
  ];
}

function answerCount({ rule, answer }: NonNullable<TurnRecord['understood']>): string {
  return answer.startsWith('asked') ? 'asked-back' : `${answer}:${rule}`;
}
