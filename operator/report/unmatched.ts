import type { KeptUnmatched, Unmatched } from '../../lambda/conversation/ports/usage-store';

/** What was kept for one skill, by what was offered. */
export interface KeptAnswers {
  readonly skill: string;
  readonly name: string;
  /** For how many days it is kept; `null`: nothing is kept any more. */
  readonly days: number | null;
  /** How many are sealed with another secret. */
  readonly sealed: number;
  /** Those with the most first. */
  readonly offers: readonly Offer[];
}

export interface Offer {
  readonly labels: readonly string[];
  readonly count: number;
  /** Those said most often first. */
  readonly answers: readonly Answer[];
}

export interface Answer extends Pick<Unmatched, 'said' | 'outcome'> {
  readonly count: number;
}

type Names = Pick<KeptAnswers, 'skill' | 'name' | 'days'>;

export function keptAnswers(names: Names, { unmatched, sealed }: KeptUnmatched): KeptAnswers {
  const offers = groupsOf(unmatched, ({ offered }) => JSON.stringify(offered)).map((group): Offer => {
    const answers = groupsOf(group, ({ said, outcome }) => JSON.stringify([said.toLowerCase(), outcome]));
    return {
      labels: group[0].offered,
      count: group.length,
      answers: answers
        .map((same) => ({ said: same[0].said, outcome: same[0].outcome, count: same.length }))
        .sort(byCount),
    };
  });
  return { ...names, sealed, offers: offers.sort(byCount) };
}

type Group<T> = readonly [T, ...T[]];

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** The same each time, as the store tells them in no order. */
function byCount(a: Offer | Answer, b: Offer | Answer): number {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  return b.count - a.count || (one < other ? -1 : Number(one > other));
}
