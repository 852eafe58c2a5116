import type { CommandDefinition } from '../command';

export const report: CommandDefinition = {
  name: 'report',
  summary: 'how the skill was used in a month',
  about: `Counts people, sessions, turns, answers, notifications and errors; no words of anybody. From the store of the settings.`,
  options: [
    { flags: '--month <month>', what: 'for instance 2026-11 (default: this one)' },
    { flags: '--format <format>', what: 'how it is written', choices: ['text', 'json', 'html'] },
    { flags: '--locale <locale>', what: "the language of the report (default: the business's own)" },
    { flags: '--out <file>', what: 'where it is written (default: standard output)' },
    { flags: '--json', what: 'the same as --format json' },
  ],
  examples: [
    ['report', 'this month'],
    ['report --month 2026-10 --format html --out october.html', 'a page to print'],
  ],
};
