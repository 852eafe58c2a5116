import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const report: CommandDefinition = {
  name: 'report',
  summary: 'how the skill was used in a month',
  about: `Counts people, sessions, turns, answers, notifications and errors, beside the month before; no words of anybody. From the store
of the settings, beside the running server or without it; with SQLite nothing leaves this machine. docs/report.md says what each number means.`,
  options: [
    SKILL_OPTION,
    { flags: '--month <month>', what: 'for instance 2026-11, of UTC (default: this one)' },
    {
      flags: '--unmatched',
      what: 'instead: what was said that matched no option, where ALOUD_UNMATCHED_DAYS has it kept',
    },
    { flags: '--format <format>', what: 'how it is written', choices: ['text', 'json', 'html'] },
    { flags: '--locale <locale>', what: "the language of the report (default: the business's own)" },
    { flags: '--out <file>', what: 'where it is written, readable by its owner (default: standard output)' },
    { flags: '--json', what: 'the same as --format json' },
  ],
  examples: [
    ['report', 'this month'],
    ['report --month 2026-10 --format html --out october.html', 'a page to print'],
    ['report --unmatched', 'what was said that matched no option'],
  ],
};
