import { PLATFORM_NAMES } from '../../lambda/platforms';
import type { CommandDefinition } from '../command';

export const init: CommandDefinition = {
  name: 'init',
  summary: 'ask what is needed, and write .env and business.yaml',
  about: `Writes .env (readable by you alone) and business.yaml into the project's folder, and nothing else. Nothing leaves this
machine. What an option or --set answers is not asked; without a terminal, what has no answer is left to be filled in.`,
  options: [
    { flags: '--platform <name>', what: 'the platform of the bot', choices: PLATFORM_NAMES },
    { flags: '--set <NAME=value>', what: 'a setting, for instance of the platform', repeats: true },
    { flags: '--name <name>', what: 'what the business is called' },
    { flags: '--invocation <words>', what: 'how the skill is opened: "alexa, open …"' },
    { flags: '--locale <locale>', what: "an Alexa locale to speak; the first is the business's own", repeats: true },
    { flags: '--where <place>', what: 'where it runs', choices: ['aws', 'server'] },
    { flags: '--force', what: 'write over files that are there' },
    { flags: '--no-doctor', what: 'do not offer to run doctor' },
  ],
  examples: [
    ['init', 'asks for everything'],
    [
      'init --platform wotnot --set WOTNOT_BOT_KEY=8Kd2 --name "Hotel Adler" --locale de-DE --where server',
      'asks for what is missing',
    ],
  ],
};
