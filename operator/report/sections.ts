import type { Figure, FigureName, SkillUsage } from './figures';
import type { ReportWords, SectionName } from './words';

/** One line of a report. */
export interface Row {
  readonly label: string;
  /** The label is a name of ours, which no language changes. */
  readonly isCode?: true;
  readonly value: number;
  readonly before: number | null;
  /** Has decimals. */
  readonly isRatio?: true;
  /** Its part of a whole, from 0 to 1. */
  readonly share?: number;
  /** What to do about it, in English. */
  readonly remedy?: string;
}

export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** Which figures stand together, and of which other each is a part. */
const GROUPS: Partial<Record<SectionName, readonly (readonly [FigureName, whole?: FigureName])[]>> = {
  people: [['people'], ['newPeople', 'people'], ['sessions'], ['cameBack', 'sessions']],
  talk: [['turns'], ['noMatch', 'turns'], ['late', 'turns']],
  answers: [['picked'], ['confirmed'], ['askedBack'], ['listed']],
  messages: [['notificationsSent'], ['notificationsFollowed', 'notificationsSent'], ['messagesHeard']],
};

/** What there is to say of a skill: no section and no line where nothing was counted. */
export function sectionsOf(usage: SkillUsage, words: ReportWords): readonly Section[] {
  const rows: Readonly<Record<SectionName, readonly Row[]>> = {
    people: figureRows('people', usage, words),
    talk: [...figureRows('talk', usage, words), ...ratioRows(usage, words)],
    answers: figureRows('answers', usage, words),
    rules: shared(usage.picked, ({ rule }) => labelOf(rule, words.rules)),
    ended: shared(usage.ended, ({ question, how }) => {
      return { label: `${labelOf(question, words.questions).label} · ${labelOf(how, words.ends).label}` };
    }),
    messages: figureRows('messages', usage, words),
    errors: usage.errors.map(({ code, remedy, ...figure }) => ({
      ...{ label: code, isCode: true },
      ...rowOf(figure),
      ...(remedy && { remedy }),
    })),
    others: usage.others.map(({ name, ...figure }) => ({ label: name, isCode: true, ...rowOf(figure) })),
  };
  const names = Object.keys(rows) as SectionName[];
  return names
    .map((name) => ({ title: words.sections[name], rows: rows[name] }))
    .filter((section) => section.rows.length > 0);
}

function figureRows(section: SectionName, { figures }: SkillUsage, words: ReportWords): readonly Row[] {
  return (GROUPS[section] ?? []).flatMap(([name, whole]) => {
    const { count, before } = figures[name];
    if (count === 0 && !before) return [];
    const all = whole && figures[whole].count;
    // Whoever follows a notification may have been sent it in the month before.
    const share = all && count <= all ? { share: count / all } : {};
    return [{ label: words.figures[name], value: count, before, ...share }];
  });
}

function ratioRows({ turnsPerSession: { value, before } }: SkillUsage, words: ReportWords): readonly Row[] {
  return value === null ? [] : [{ label: words.figures.turnsPerSession, value, before, isRatio: true }];
}

/** Rows that are the parts of one whole. */
function shared<T extends Figure>(all: readonly T[], label: (one: T) => Pick<Row, 'label' | 'isCode'>): readonly Row[] {
  const whole = all.reduce((sum, { count }) => sum + count, 0);
  return all.map((one) => ({ ...label(one), ...rowOf(one), ...(whole > 0 && { share: one.count / whole }) }));
}

function rowOf({ count, before }: Figure): Pick<Row, 'value' | 'before'> {
  return { value: count, before };
}

/** What this version has no words for keeps its name. */
function labelOf(name: string, labels: Readonly<Record<string, string>>): Pick<Row, 'label' | 'isCode'> {
  const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
  return label === undefined ? { label: name, isCode: true } : { label };
}

/** By how much it is more than before; `undefined` where that cannot be said. */
export function changeOf({ value, before }: Pick<Row, 'value' | 'before'>): number | undefined {
  return before ? (value - before) / before : undefined;
}
