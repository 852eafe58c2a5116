import { NOT_CHECKED, NOT_CHECKED_WITH_OWN_BOT } from '../operator/certify/report/not-checked';
import { GROUPS, type Group, groupOf, type Rule } from '../operator/certify/rule';
import { RULES } from '../operator/certify/rules';
import { PAGES } from '../operator/certify/sources';

/** `docs/certify.md`: every rule of `aloud certify`, with where it is from. */
export function certifyPage(): string {
  const pages = Object.values(PAGES).map(([name, address]) => `- [${name}](${address})`);
  return [
    HEAD,
    '',
    ...(Object.keys(GROUPS) as Group[]).flatMap(chapter),
    '## What is not looked at',
    '',
    ...NOT_CHECKED.map((line) => `- ${line}`),
    '',
    'With `--bot own` besides:',
    '',
    ...NOT_CHECKED_WITH_OWN_BOT.map((line) => `- ${line}`),
    '',
    '## Sources',
    '',
    ...pages,
    '',
    TAIL,
    '',
  ].join('\n');
}

function chapter(group: Group): readonly string[] {
  const rules = RULES.filter((rule) => groupOf(rule) === group);
  return [
    `### ${group}: ${GROUPS[group].charAt(0).toLowerCase()}${GROUPS[group].slice(1)}`,
    '',
    '| rule | | what it finds | what to do | source |',
    '|---|---|---|---|---|',
    ...rules.map(row),
    '',
  ];
}

function row({ id, severity, finds, remedy, source, asksAlways }: Rule): string {
  const cells = [`\`${id}\``, asksAlways ? 'asked always' : severity, finds, remedy, source];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('{{', '{ {')).join(' | ')} |`;
}

const errors = RULES.filter(({ severity }) => severity === 'error').length;

const HEAD = `# What Amazon would say

\`aloud certify\` looks at your skill package and at what your skill says, and finds what Amazon would reject. Nothing has to be set,
and nothing leaves this machine but what your own bot is told with \`--bot own\`.

\`\`\`sh
npx aloud certify                                   # the package of business.yaml, with the simulated bot
npx aloud certify --bot own                         # with your own bot: ALOUD_PLATFORM and its credentials are set
npx aloud certify --package dist/skill-package      # a package in a folder, whoever made it
npx aloud certify --format html --out report.html   # a page to print
npx aloud certify --json                            # one JSON document
\`\`\`

It talks with the skill as a tester at Amazon does: it opens it, asks for help, says what it suggests, answers what the bot offers,
mumbles, says nothing, and says "stop", "cancel" and "go home" in every state; with and without a screen, in each of your locales.
The bot is the one of the demo, which stands in for yours. \`--bot own\` talks with yours, as one visitor, and sends it up to twenty
messages in each language, which the vendor may count.

What comes of it, with the id of its rule, the place, what to do, and where Amazon says so:

| severity | what it means | exit code |
|---|---|---|
| error | Amazon rejects it | 1 |
| warning | Amazon may reject it, or it works badly | 0 |
| question | a person has to look: a list of words sees what is said, not what is meant | 0 |
| asked always | what only you can answer: it stands at the end of each report | 0 |

The package of the template, without a \`business.yaml\`, fails: Amazon has seen it before. \`npm run deploy\` refuses it for the same
reason.

## The report as JSON

\`version\` is 1; it changes with the form of the document. \`findings\` is a list, the worst first: \`id\` (stable: it never changes its
meaning), \`severity\`, \`what\`, \`remedy\`, \`source\`, and where it is known \`file\` (of the package), \`locale\` and \`at\` (a path in the file,
an intent, or what was said). \`counts\` has the number of each severity, \`rules\` and \`conversations\` how much was looked at,
\`notChecked\` what was not.

\`\`\`sh
npx aloud certify --json --out report.json    # ends with 1 where something would be rejected
\`\`\`

## Rules

${RULES.length} rules, of which ${errors} find errors.`;

const TAIL = `The old Skill Validator (2017) and the numbers of the test pages are read, not copied. Today's pages have no numbers; those here are of
their older and translated forms. Words of each language by which rules look at texts are in \`operator/certify/words/\`: few and plain.`;
