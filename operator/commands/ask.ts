import type { CommandDefinition } from '../command';

export const ask: CommandDefinition = {
  name: 'ask',
  summary: 'the ASK CLI of this project, installed where it is missing',
  about: 'Everything behind it is for the ASK CLI.',
  words: '[arguments...]',
  options: [],
  examples: [['ask configure', 'connect your Amazon developer account']],
  passesOn: true,
};
