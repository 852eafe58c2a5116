import { monthOf } from '../lambda/conversation/visit';
import { type Call, EXIT, isOn, type Run, textOf } from './command';
import { ofOneSkill, ownBusiness } from './own-skill';
import { told } from './problem';
import type { Report } from './report/document';
import { usageOf } from './report/figures';
import { asHtml } from './report/html';
import { isMonth, type Month, monthBefore } from './report/month';
import { closeSources, openSources, type Source } from './report/sources';
import { asText } from './report/text';
import { type KeptAnswers, keptAnswers } from './report/unmatched';
import { REPORT_LANGUAGES, type ReportWords, reportWords } from './report/words';
import { saveFile } from './save';

/** Reports may hold what people said. */
const FOR_OWNER = 0o600;

/** `aloud report` */
export const run: Run = ofOneSkill((call) => reportAt(call, Date.now()));

/** @param now in epoch milliseconds */
export async function reportAt(call: Call, now: number): ReturnType<Run> {
  const { screen } = call;
  const asked = askedOf(call, now);
  if ('fault' in asked) {
    screen.note(asked.fault);
    return EXIT.usage;
  }
  return told(screen, async () => {
    const business = businessOf(call);
    const locale = asked.locale ?? business.locale;
    const words = reportWords(locale) ?? (reportWords('en') as ReportWords);
    const report = await reportOf(call, { ...asked, locale, running: monthOf(now) }, business.nameIn(locale));
    const text = written(report, asked.format, words);
    if (asked.out === undefined) screen.print(text.trimEnd());
    else {
      saveFile(asked.out, text, { mode: FOR_OWNER });
      screen.note(`Written: ${asked.out}`);
    }
    return EXIT.good;
  });
}

type Format = 'text' | 'json' | 'html';

interface Asked {
  readonly month: Month;
  readonly format: Format;
  readonly isUnmatched: boolean;
  readonly locale?: string;
  readonly out?: string;
}

/** What is asked for, or what is wrong with how. */
function askedOf({ options }: Call, now: number): Asked | { readonly fault: string } {
  const [month, format, locale] = [textOf(options, 'month'), textOf(options, 'format'), textOf(options, 'locale')];
  const isUnmatched = isOn(options, 'unmatched');
  if (month !== undefined && !isMonth(month)) return { fault: '--month takes a month of a year, as 2026-11' };
  if (month !== undefined && isUnmatched) {
    return { fault: '--unmatched tells of the last days (ALOUD_UNMATCHED_DAYS), so it takes no --month' };
  }
  if (isOn(options, 'json') && format !== undefined && format !== 'json') {
    return { fault: `--json and --format ${format} ask for two different things` };
  }
  if (locale !== undefined && !isReportLocale(locale)) {
    return { fault: `--locale takes a locale of one of these languages: ${REPORT_LANGUAGES.join(', ')}; as de-DE` };
  }
  return {
    month: month ?? monthOf(now),
    format: isOn(options, 'json') ? 'json' : ((format ?? 'text') as Format),
    isUnmatched,
    locale,
    out: textOf(options, 'out'),
  };
}

function isReportLocale(locale: string): boolean {
  try {
    return reportWords(new Intl.Locale(locale).language) !== undefined;
  } catch {
    return false;
  }
}

interface OwnBusiness {
  readonly locale: string;
  nameIn(locale: string): string | undefined;
}

/** A broken file keeps nobody from their numbers. */
function businessOf(call: Call): OwnBusiness {
  const { screen } = call;
  const loaded = ownBusiness(call);
  if ('problems' in loaded) for (const problem of loaded.problems) screen.note(problem);
  const locales = 'problems' in loaded || loaded.isTemplate ? [] : loaded.business.locales;
  return {
    locale: locales[0]?.locale ?? 'en-US',
    nameIn: (locale) => (locales.find((each) => each.locale === locale) ?? locales[0])?.name,
  };
}

interface Wanted extends Asked {
  readonly locale: string;
  readonly running: Month;
}

async function reportOf(call: Call, wanted: Wanted, ownName: string | undefined): Promise<Report> {
  const { month, locale, isUnmatched, running } = wanted;
  const sources = openSources(call, ownName);
  const head = { format: 1, locale: new Intl.Locale(locale).toString() } as const;
  try {
    if (isUnmatched) return { ...head, kind: 'unmatched', skills: await Promise.all(sources.map(readUnmatched)) };
    const before = monthBefore(month);
    const skills = await Promise.all(
      sources.map(async ({ store, skill, name }) =>
        usageOf({ skill, name }, await store.counts({ month, skill }), await store.counts({ month: before, skill })),
      ),
    );
    return { ...head, kind: 'usage', month, monthBefore: before, isRunning: month === running, skills };
  } finally {
    await closeSources(sources);
  }
}

async function readUnmatched({ store, ...names }: Source): Promise<KeptAnswers> {
  return keptAnswers(names, await store.unmatched(names.skill));
}

function written(report: Report, format: Format, words: ReportWords): string {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return format === 'html' ? asHtml(report, words) : `${asText(report, words)}\n`;
}
