import type { Counts } from '../../lambda/conversation/ports/usage-store';
import { ERRORS } from '../../lambda/errors';

/** What a report counts, in its order, with the name of the count in the store; `undefined` for a sum of several. */
const FIGURES = {
  people: 'people',
  newPeople: 'new-people',
  sessions: 'sessions',
  cameBack: 'came-back',
  turns: 'turns',
  noMatch: 'no-match',
  late: 'late',
  picked: undefined,
  confirmed: undefined,
  askedBack: 'asked-back',
  listed: undefined,
  notificationsSent: 'notifications-sent',
  notificationsFollowed: 'notifications-followed',
  messagesHeard: 'messages-heard',
} as const;

export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];

/** A count of the month, and of the month before. `null`: nothing at all was counted then. */
export interface Figure {
  readonly count: number;
  readonly before: number | null;
}

/** How one skill was used in a month. What has no count in either month is not listed. */
export interface SkillUsage {
  /** Its name among those of the process. */
  readonly skill: string;
  /** What the business is called. */
  readonly name: string;
  /** Whether anything was counted in the month, and in the one before. */
  readonly counted: boolean;
  readonly countedBefore: boolean;
  readonly figures: Readonly<Record<FigureName, Figure>>;
  /** `null`: there was no session. */
  readonly turnsPerSession: { readonly value: number | null; readonly before: number | null };
  readonly picked: readonly ({ readonly rule: string } & Figure)[];
  /** `question` is `none` where nothing was open. */
  readonly ended: readonly ({ readonly question: string; readonly how: string } & Figure)[];
  /** `remedy` is that of docs/errors.md; `null` for a code that this version does not know. */
  readonly errors: readonly ({ readonly code: string; readonly remedy: string | null } & Figure)[];
  /** What this version does not know: a newer one has counted it. */
  readonly others: readonly ({ readonly name: string } & Figure)[];
}

/** Sums of counts, by what they begin with. */
const SUMS: Partial<Record<FigureName, string>> = { picked: 'picked:', confirmed: 'confirmed:', listed: 'listed:' };
const ENDED = /^ended:([^:]*):(.*)$/s;
const ERROR = /^error:(.*)$/s;
const PICKED = /^picked:(.*)$/s;

/** @param before the counts of the month before */
export function usageOf(names: Pick<SkillUsage, 'skill' | 'name'>, now: Counts, before: Counts): SkillUsage {
  const countedBefore = Object.keys(before).length > 0;
  const figure = (count: number, last: number): Figure => ({ count, before: countedBefore ? last : null });
  const entries = [...new Set([...Object.keys(now), ...Object.keys(before)])]
    .map((name) => ({ name, ...figure(countIn(now, name), countIn(before, name)) }))
    .sort((a, b) => b.count - a.count || (b.before ?? 0) - (a.before ?? 0) || (a.name < b.name ? -1 : 1));
  const known = new Set<string>(Object.values(FIGURES).filter((name) => name !== undefined));
  const isKnown = ({ name }: { readonly name: string }) =>
    known.has(name) ||
    [ENDED, ERROR].some((pattern) => pattern.test(name)) ||
    Object.values(SUMS).some((start) => name.startsWith(start));
  const sumOf = (counts: Counts, name: FigureName) => sum(counts, FIGURES[name], SUMS[name]);
  return {
    ...names,
    counted: Object.keys(now).length > 0,
    countedBefore,
    figures: Object.fromEntries(
      FIGURE_NAMES.map((name) => [name, figure(sumOf(now, name), sumOf(before, name))]),
    ) as SkillUsage['figures'],
    turnsPerSession: { value: perSession(now), before: perSession(before) },
    picked: entries.flatMap(({ name, ...counts }) => {
      const [, rule] = PICKED.exec(name) ?? [];
      return rule === undefined ? [] : [{ rule, ...counts }];
    }),
    ended: entries.flatMap(({ name, ...counts }) => {
      const [, how, question] = ENDED.exec(name) ?? [];
      return how === undefined || question === undefined ? [] : [{ question, how, ...counts }];
    }),
    errors: entries.flatMap(({ name, ...counts }) => {
      const [, code] = ERROR.exec(name) ?? [];
      return code === undefined ? [] : [{ code, remedy: remedyOf(code), ...counts }];
    }),
    others: entries.filter((entry) => !isKnown(entry)),
  };
}

function sum(counts: Counts, name: string | undefined, start: string | undefined): number {
  if (name !== undefined) return countIn(counts, name);
  return Object.entries(counts).reduce(
    (total, [each, count]) => (start && each.startsWith(start) ? total + count : total),
    0,
  );
}

function countIn(counts: Counts, name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
}

function perSession(counts: Counts): number | null {
  const sessions = countIn(counts, FIGURES.sessions);
  return sessions === 0 ? null : Math.round((countIn(counts, FIGURES.turns) / sessions) * 100) / 100;
}

function remedyOf(code: string): string | null {
  return Object.hasOwn(ERRORS, code) ? ERRORS[code as keyof typeof ERRORS].hint : null;
}
