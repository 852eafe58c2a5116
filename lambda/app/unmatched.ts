import type { Unmatched, UnmatchedStore } from '../conversation/ports/usage-store';

/** Gathers what matched no option, for the skills whose operator wants it kept. */
export interface UnmatchedNotes {
  /** Takes note for one skill. `undefined` where nothing is to be kept. */
  of(skill: string, days: number | undefined): ((unmatched: Unmatched) => void) | undefined;
  /** Writes what was noted since. What cannot be written now is kept for the next time. Never rejects. */
  flush(): Promise<void>;
}

/** While the store cannot be written, the oldest of a skill go first. */
const MOST_HELD = 200;

interface Noted {
  readonly days: number;
  readonly held: readonly Unmatched[];
}

export function createUnmatchedNotes(store: UnmatchedStore): UnmatchedNotes {
  let noted = new Map<string, Noted>();

  function add(skill: string, days: number, some: readonly Unmatched[]): void {
    const held = [...some, ...(noted.get(skill)?.held ?? [])].slice(0, MOST_HELD);
    noted.set(skill, { days, held });
  }

  return {
    of: (skill, days) => (days === undefined ? undefined : (unmatched) => add(skill, days, [unmatched])),
    async flush() {
      const all = noted;
      noted = new Map();
      await Promise.all(
        [...all].map(async ([skill, { days, held }]) => {
          await store.keepUnmatched(skill, held, days).catch(() => {
            const newer = noted.get(skill)?.held ?? [];
            noted.set(skill, { days, held: [...newer, ...held].slice(0, MOST_HELD) });
          });
        }),
      );
    },
  };
}
