import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const notifications: CommandDefinition = {
  name: 'notifications',
  summary: 'how many notifications wait, and which were given up and why',
  about: 'Users are named by the ids that the bot platform shows, and that `aloud erase` takes.',
  options: [SKILL_OPTION, { flags: '--json', what: 'one JSON document' }],
  examples: [['notifications', 'those of the database that ALOUD_STORE names']],
};
