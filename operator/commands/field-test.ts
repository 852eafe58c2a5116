import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const fieldTest: CommandDefinition = {
  name: 'field-test',
  summary: 'twenty minutes with a real Echo, to settle what no simulator can',
  about: `Says what to say to an Echo whose skill reaches this machine, and looks at what came. docs/field-test.md tells how to get there.
What it keeps has ids, names and words replaced.`,
  options: [
    SKILL_OPTION,
    { flags: '--steps <names>', what: 'only these steps, comma separated' },
    { flags: '--list', what: 'the steps, and what each settles' },
    { flags: '--simulate', what: 'a simulated Echo answers: to see what it is like' },
    { flags: '--out <folder>', what: 'where findings and fixtures are written (default: data/field-test)' },
    { flags: '--json', what: 'one JSON document at the end' },
  ],
  examples: [
    ['field-test --list', 'what is asked, and why'],
    ['field-test', 'with an Echo beside you'],
  ],
};
