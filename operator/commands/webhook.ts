import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const webhook: CommandDefinition = {
  name: 'webhook',
  summary: 'print the address to enter in the dashboard of the bot platform',
  about: 'The last part of the address is a secret: who knows it can write to your users. No log ever holds it.',
  options: [SKILL_OPTION, { flags: '--json', what: 'one JSON document' }],
  examples: [['webhook', 'the address, under ALOUD_PUBLIC_URL']],
};
