import { resolve } from 'node:path';
import { loadTemplate } from '../business/load';
import { judge } from './certify/judge';
import { type Found, findPackage } from './certify/package/find';
import { htmlReport } from './certify/report/html';
import { NOT_CHECKED, NOT_CHECKED_WITH_OWN_BOT } from './certify/report/not-checked';
import { countsOf, type Report } from './certify/report/report';
import { textReport } from './certify/report/text';
import { RULES } from './certify/rules';
import { shippedTexts } from './certify/shipped';
import { type Subject, subjectOf, type Talk } from './certify/subject';
import { talkAbout } from './certify/talk/talk-about';
import { type Call, EXIT, isOn, type Run, textOf } from './command';
import { ofOneSkill } from './own-skill';
import { told } from './problem';
import { saveFile } from './save';
import type { Screen } from './screen';

/** `aloud certify` */
export const run: Run = ofOneSkill((call) =>
  told(call.screen, async () => {
    const report = await certify(call);
    const { screen, options, root } = call;
    const format = isOn(options, 'json') ? 'json' : (textOf(options, 'format') ?? 'text');
    const out = textOf(options, 'out');
    if (out === undefined) {
      screen.print(written(report, format, screen.style));
    } else {
      saveFile(resolve(root, out), `${written(report, format)}\n`);
      screen.note(`The report is in ${out}`);
    }
    return report.counts.error > 0 ? EXIT.bad : EXIT.good;
  }),
);

function written(report: Report, format: string, style?: Screen['style']): string {
  switch (format) {
    case 'json':
      return JSON.stringify(report, null, 2);
    case 'html':
      return htmlReport(report).trimEnd();
    default:
      return textReport(report, style);
  }
}

/**
 * Looks at a package and talks with its skill.
 *
 * @throws OperatorProblem where there is no package, or the settings of the own bot are not in order
 */
export async function certify(call: Pick<Call, 'root' | 'env' | 'options' | 'screen' | 'skill'>): Promise<Report> {
  const { screen } = call;
  screen.progress('Reading the package');
  const template = loadTemplate();
  const found = findPackage(call, template);
  const read = subjectOf({ files: found.files, problems: found.problems, shipped: shippedTexts(template) });
  const talk = await talkAbout(call, read, found);
  if (talk?.bot === 'own') screen.note(`Your bot was talked with, by one visitor: ${saidIn(talk)} things were said.`);
  screen.progress('Looking at the rules');
  const { findings } = judge({ ...read, talk });
  return reportOf(found, read, talk, findings);
}

function saidIn({ conversations }: Talk): number {
  return conversations.flatMap(({ exchanges }) => exchanges).length;
}

function reportOf(
  found: Found,
  { models, manifest }: Subject,
  talk: Talk | undefined,
  findings: Report['findings'],
): Report {
  const locales = [...new Set([...(manifest?.listings ?? []), ...models].map(({ locale }) => locale))].toSorted();
  return {
    version: 1,
    package: found.name,
    bot: talk?.bot ?? 'none',
    locales,
    rules: RULES.filter(({ needsTalk }) => !needsTalk || talk).length,
    conversations: talk?.conversations.length ?? 0,
    counts: countsOf(findings),
    findings,
    notChecked: [...NOT_CHECKED, ...(talk?.bot === 'own' ? NOT_CHECKED_WITH_OWN_BOT : [])],
  };
}
