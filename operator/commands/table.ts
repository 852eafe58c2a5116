import type { CommandDefinition } from '../command';

export const table: CommandDefinition = {
  name: 'table',
  summary: 'make the DynamoDB table that the settings name, for servers of your own',
  about: 'Safe to repeat. On AWS Lambda the stack makes the table.',
  options: [],
  examples: [['table', 'the table of ALOUD_STORE, with expiry and point-in-time recovery switched on']],
};
