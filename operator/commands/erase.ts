import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const erase: CommandDefinition = {
  name: 'erase',
  summary: 'delete everything that is kept of a user',
  about: `<user> is the id that the bot platform shows (32 characters, 0-9 and a-f), or an Alexa user id
(amzn1.ask.account...), with everything of its recognised speakers. A running server need not be stopped.
What the platform keeps is deleted there. Exit code 3: nothing was kept of this user.`,
  words: '<user>',
  options: [SKILL_OPTION, { flags: '--json', what: 'one JSON document' }],
  examples: [['erase 0123456789abcdef0123456789abcdef', 'the user whom the platform shows by this id']],
};
