import type { CommandDefinition } from '../command';

export const start: CommandDefinition = {
  name: 'start',
  summary: 'serve the skill; without ALOUD_PLATFORM, the built-in demo',
  about: 'Listens on PORT (3000) of ALOUD_HOST until SIGTERM or SIGINT.',
  options: [],
  examples: [['start', 'the server of your skill, or the demo']],
};
