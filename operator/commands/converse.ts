import { PLATFORM_NAMES } from '../../lambda/platforms';
import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const converse: CommandDefinition = {
  name: 'converse',
  summary: 'run conversations as tests',
  about: `A conversation is a YAML file: what is said to the Echo, and what is to be heard. docs/converse.md describes it. Without files
those of the folder conversations/ are run. Exit code 1: one did not go as written.`,
  words: '[files...]',
  options: [
    SKILL_OPTION,
    { flags: '--bot <which>', what: 'whom the skill talks to', choices: ['simulated', 'own'] },
    {
      flags: '--platform <name>',
      what: 'a platform that the simulated bot is on, or all',
      choices: [...PLATFORM_NAMES, 'all'],
      repeats: true,
    },
    { flags: '--locale <locale>', what: 'the Echo speaks this locale, where a file does not say' },
    { flags: '--update', what: 'write what was heard into the files, in place of what was to be heard' },
    { flags: '--junit <file>', what: 'a report for CI' },
    { flags: '--json', what: 'one JSON document' },
  ],
  examples: [
    ['converse', 'all of conversations/'],
    ['converse conversations/booking.yaml --bot own', 'one of them, with your own bot'],
  ],
};
