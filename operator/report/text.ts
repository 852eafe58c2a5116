import type { Report, UsageReport } from './document';
import type { SkillUsage } from './figures';
import { type Numbers, numbersOf } from './numbers';
import { changeOf, type Row, sectionsOf } from './sections';
import type { KeptAnswers } from './unmatched';
import { fill, type ReportWords } from './words';

/** A report as lines, for a terminal or a letter. */
export function asText(report: Report, words: ReportWords): string {
  const numbers = numbersOf(report.locale);
  const skills =
    report.kind === 'usage'
      ? report.skills.map((usage) => usageText(usage, report, words, numbers))
      : report.skills.map((kept) => keptText(kept, words, numbers));
  return skills.join('\n\n\n');
}

function usageText(usage: SkillUsage, report: UsageReport, words: ReportWords, numbers: Numbers): string {
  const { sentences } = words;
  const month = numbers.month(report.month);
  const head = [`${fill(sentences.title, { name: usage.name })} · ${month}`, ...notesOf(usage, report, words, numbers)];
  const sections = sectionsOf(usage, words).map(({ title, rows }) =>
    [title, ...rows.flatMap((row) => rowText(row, numbers.month(report.monthBefore), words, numbers))].join('\n'),
  );
  return [head.join('\n'), ...(usage.counted ? sections : [])].join('\n\n');
}

/** What is to be known of the numbers of a skill. */
export function notesOf(
  { counted, countedBefore, figures }: SkillUsage,
  { month, monthBefore, isRunning }: UsageReport,
  { sentences }: ReportWords,
  numbers: Numbers,
): readonly string[] {
  return [
    ...(figures.turns.count === 0 ? [fill(sentences.nothing, { month: numbers.month(month) })] : []),
    ...(counted && isRunning ? [sentences.running] : []),
    ...(counted && !countedBefore ? [fill(sentences.nothingBefore, { month: numbers.month(monthBefore) })] : []),
    ...(counted ? [sentences.about] : []),
  ];
}

function rowText(row: Row, monthBefore: string, words: ReportWords, numbers: Numbers): readonly string[] {
  const { label, value, before, isRatio, share, remedy } = row;
  const number = isRatio ? numbers.decimal : numbers.count;
  const change = changeOf(row);
  const then = before === null ? [] : [`${monthBefore}: ${number(before)}`];
  const more = [
    ...(share === undefined ? [] : [numbers.share(share)]),
    ...(change === undefined ? then : [`${then.join('')}, ${numbers.change(change)}`]),
  ];
  return [
    `  ${label}: ${number(value)}${more.length > 0 ? ` (${more.join('; ')})` : ''}`,
    ...(remedy ? [`    ${words.columns.remedy}: ${remedy}`] : []),
  ];
}

function keptText(kept: KeptAnswers, words: ReportWords, numbers: Numbers): string {
  const head = [fill(words.unmatched.title, { name: kept.name }), ...keptNotes(kept, words, numbers)];
  // What was said, and what a bot offers, may move no cursor.
  const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ');
  const offers = kept.offers.map(({ labels, answers }) =>
    [
      labels.map(plain).join(' · '),
      ...answers.map(
        ({ said, outcome, count }) => `  ${numbers.count(count)}  ${plain(said)} (${words.unmatched[outcome]})`,
      ),
    ].join('\n'),
  );
  return [head.join('\n'), ...offers].join('\n\n');
}

/** What is to be known of the answers that were kept for a skill. */
export function keptNotes(
  { days, sealed, offers }: KeptAnswers,
  { unmatched }: ReportWords,
  numbers: Numbers,
): readonly string[] {
  return [
    ...(days === null ? [unmatched.off] : []),
    ...(days !== null && offers.length === 0 && sealed === 0 ? [unmatched.nothing] : []),
    ...(offers.length > 0 ? [unmatched.about] : []),
    ...(sealed > 0 ? [fill(unmatched.sealed, { count: numbers.count(sealed) })] : []),
  ];
}
