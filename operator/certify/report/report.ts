import type { Finding, Severity } from '../rule';
import { SEVERITIES } from '../rule';
import { RULES } from '../rules';

/** What `aloud certify` has found, as it is written in each format. */
export interface Report {
  /** Of the form of the JSON document; a new number for a change that readers would notice. */
  readonly version: 1;
  /** Where the package is from: "business.yaml", or its folder. */
  readonly package: string;
  readonly bot: 'simulated' | 'own' | 'none';
  readonly locales: readonly string[];
  /** How many rules were looked at, and how many conversations they were looked at with. */
  readonly rules: number;
  readonly conversations: number;
  readonly counts: Readonly<Record<Severity, number>>;
  /** What is wrong or may be, and what only a person can answer; the worst first. */
  readonly findings: readonly Finding[];
  /** What nobody looks at here, and why. */
  readonly notChecked: readonly string[];
}

export function countsOf(findings: readonly Finding[]): Report['counts'] {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(SEVERITIES.map((severity) => [severity, count(severity)])) as Report['counts'];
}

const ALWAYS: ReadonlySet<string> = new Set(RULES.filter(({ asksAlways }) => asksAlways).map(({ id }) => id));

/** What is asked of every skill comes last. */
export interface Chapter {
  readonly title: string;
  /** What is said where there is nothing in it. */
  readonly none?: string;
  readonly findings: readonly Finding[];
}

export function chaptersOf({ findings }: Pick<Report, 'findings'>): readonly Chapter[] {
  const of = (severity: Severity, isAlways: boolean) =>
    findings.filter((finding) => finding.severity === severity && ALWAYS.has(finding.id) === isAlways);
  const chapters: readonly Chapter[] = [
    {
      title: 'Amazon would reject this',
      none: 'Nothing was found that Amazon would reject.',
      findings: of('error', false),
    },
    { title: 'Amazon may reject this, or it works badly', findings: of('warning', false) },
    { title: 'Somebody has to look at this', findings: of('question', false) },
    { title: 'What only you can answer', findings: of('question', true) },
  ];
  return chapters.filter(({ findings: own, none }) => own.length > 0 || none !== undefined);
}

/** Findings of one rule, which say the same to do. */
export interface RuleFindings {
  readonly id: string;
  readonly severity: Severity;
  readonly remedy: string;
  readonly source: string;
  readonly spots: readonly Place[];
}

/** What was found, and everywhere that it was. */
export interface Place {
  readonly what: string;
  /** `skill.json, en-US, publishingInformation.category`; empty where it is nowhere in particular. */
  readonly where: string;
}

export function byRule(findings: readonly Finding[]): readonly RuleFindings[] {
  return grouped(findings, ({ id }) => id).flatMap((spots) => {
    const [first] = spots;
    if (!first) return [];
    const { id, severity, remedy, source } = first;
    return [{ id, severity, remedy, source, spots: grouped(spots, ({ what }) => what).flatMap(placeOf) }];
  });
}

/** The same in seventeen locales is one thing to read. */
function placeOf(spots: readonly Finding[]): readonly Place[] {
  const [first] = spots;
  if (!first) return [];
  const locales = [...new Set(spots.flatMap(({ locale }) => locale ?? []))];
  const { what, file, at } = first;
  const parts = locales.length > 1 ? [locales.join(', ')] : [file, first.locale, at];
  return [{ what, where: parts.filter((part) => part !== undefined).join(', ') }];
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one)) ?? [];
    group.push(one);
    groups.set(keyOf(one), group);
  }
  return [...groups.values()];
}
