import type { ProactiveEvents } from '../amazon/proactive-events';
import type { ChannelIdentity } from '../conversation/ports/store';
import type { Telemetry } from '../telemetry/telemetry';
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker';

/** A skill whose users are told. */
export interface NotifyingSkill {
  readonly client: ProactiveEvents;
  /** The name of the business: who is said to write when it is not one agent. */
  readonly name?: string;
  readonly telemetry: Telemetry;
  /** Whether a user is of this skill: the notifications of all skills are due in one store. */
  owns(key: string, identity: ChannelIdentity): boolean;
}

/** A skill, and whether Amazon takes its notifications at the moment. */
export interface GuardedSkill extends NotifyingSkill {
  readonly breaker: CircuitBreaker;
}

export interface NotifyingSkills {
  /** The skill of a user; `undefined` where it is none that notifies. */
  of(key: string, identity: ChannelIdentity): GuardedSkill | undefined;
  /** Until when none of them may send, in epoch milliseconds; `undefined` while one may. */
  openUntil(): number | undefined;
}

export interface NotifyingSkillsOptions {
  readonly now: () => number;
  readonly random: () => number;
}

export function guardSkills(skills: readonly NotifyingSkill[], options: NotifyingSkillsOptions): NotifyingSkills {
  const guarded: readonly GuardedSkill[] = skills.map((skill) => ({
    ...skill,
    breaker: createCircuitBreaker({ telemetry: skill.telemetry, ...options }),
  }));
  return {
    of: (key, identity) => guarded.find((skill) => skill.owns(key, identity)),
    openUntil() {
      const ends = guarded.map(({ breaker }) => breaker.openUntil());
      const open = ends.filter((end) => end !== undefined);
      return open.length > 0 && open.length === ends.length ? Math.min(...open) : undefined;
    },
  };
}
