import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const capture: CommandDefinition = {
  name: 'capture',
  summary: 'what the platform really sends, with names and secrets replaced',
  about: `Keeps the calls and webhooks of the next minutes, or of one user, says of each what was read and what was not, and writes a
fixture for the platform's contract suite. It ends by itself; erasing any user deletes what it kept. docs/capture.md says what is replaced.`,
  options: [
    SKILL_OPTION,
    { flags: '--minutes <n>', what: 'for how long, at most 60 (default: 10)' },
    { flags: '--user <id>', what: 'only those of this user' },
    { flags: '--words', what: 'keep what is said as it is, instead of words of the same shape' },
    { flags: '--off', what: 'stop, and delete what was kept' },
    { flags: '--show', what: 'what was kept, call by call' },
    { flags: '--fixture <file>', what: 'write what was kept as a fixture' },
    { flags: '--json', what: 'one JSON document' },
  ],
  examples: [
    ['capture --minutes 5', 'from now on, for five minutes'],
    ['capture --show', 'what came, and what was read of it'],
    ['capture --fixture captured.json', 'the same in a file, for the tests'],
    ['capture --off', 'stop, and delete it'],
  ],
};
