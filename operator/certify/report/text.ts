import type { Screen } from '../../screen';
import { byRule, type Chapter, chaptersOf, type Report } from './report';

type Paint = Screen['style'];

/** The report for a terminal or a pipe. */
export function textReport(report: Report, paint: Paint = (_, text) => text): string {
  return [
    paint('bold', `What Amazon would say to ${report.package}`),
    about(report),
    '',
    ...chaptersOf(report).flatMap((chapter) => chapterLines(chapter, paint)),
    paint('bold', 'Not looked at'),
    ...report.notChecked.map((line) => `  ${line}`),
    '',
    paint(report.counts.error > 0 ? 'red' : 'green', sum(report)),
  ].join('\n');
}

export function about({ locales, bot, rules, conversations }: Report): string {
  const who = { simulated: 'the simulated bot', own: 'your own bot', none: 'no bot' }[bot];
  return `${rules} rules, ${conversations} conversations with ${who}, in ${locales.join(', ') || 'no locale'}`;
}

export function sum({ counts: { error, warning, question } }: Report): string {
  return `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${counted(question, 'question')}`;
}

function counted(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}

function chapterLines({ title, none, findings }: Chapter, paint: Paint): readonly string[] {
  if (findings.length === 0) return [paint('green', none ?? ''), ''];
  return [
    paint('bold', title),
    ...byRule(findings).flatMap(({ id, severity, remedy, source, spots }) => [
      `  ${paint(COLOURS[severity], id)}`,
      ...spots.flatMap(({ what, where }) => [
        `    ${oneLine(what)}`,
        ...(where === '' ? [] : [paint('dim', `      ${oneLine(where)}`)]),
      ]),
      `    → ${remedy}`,
      paint('dim', `      ${source}`),
    ]),
    '',
  ];
}

const COLOURS = { error: 'red', warning: 'yellow', question: 'cyan' } as const;

/** What a package or a bot says may hold anything, also what moves a terminal's cursor. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\s]+/gu, ' ');
}
