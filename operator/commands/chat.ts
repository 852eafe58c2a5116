import { PLATFORM_NAMES } from '../../lambda/platforms';
import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const chat: CommandDefinition = {
  name: 'chat',
  summary: 'talk with the bot in the terminal',
  about: `With your own bot where ALOUD_PLATFORM is set: it is called, and hears what you say. Else with the demo's, which needs
no internet. A simulated Echo listens with the models of your business.`,
  options: [
    SKILL_OPTION,
    { flags: '--platform <name>', what: "the platform that the demo's bot is on", choices: PLATFORM_NAMES },
    { flags: '--record <file>', what: 'write the conversation down, for aloud converse' },
    { flags: '--labels', what: 'keep the labels that the bot offers, for the business file' },
  ],
  examples: [
    ['chat', 'your own bot, or the demo'],
    ['chat --platform klaunch', "the demo's bot on a platform that answers by webhook"],
    ['chat --record conversations/booking.yaml', 'a conversation that is a test from now on'],
  ],
};
