import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const certify: CommandDefinition = {
  name: 'certify',
  summary: 'find what Amazon would reject, before it is submitted',
  about: `Looks at the package of your business, its models and what the skill says: with your bot where ALOUD_PLATFORM is set and
--bot own is given, else with the simulated one. What only a person can answer is asked at the end of the report.
docs/certify.md has every rule. Exit code 1: something would be rejected.`,
  options: [
    SKILL_OPTION,
    { flags: '--package <folder>', what: 'a skill package to look at, in place of that of business.yaml' },
    { flags: '--bot <which>', what: 'whom the skill talks to', choices: ['simulated', 'own'] },
    { flags: '--format <format>', what: 'how the report is written', choices: ['text', 'json', 'html'] },
    { flags: '--out <file>', what: 'where it is written (default: standard output)' },
    { flags: '--json', what: 'the same as --format json' },
  ],
  examples: [
    ['certify', 'your package, with the simulated bot'],
    ['certify --bot own', 'with your own bot, which is sent up to twenty messages in each language'],
    ['certify --package dist/skill-package', 'a package in a folder, whoever made it'],
    ['certify --format html --out report.html', 'a page to print'],
    ['certify --json', 'for CI: exit code 1 where something would be rejected'],
  ],
};
