import type { CommandDefinition } from '../command';

export const init: CommandDefinition = {
  name: 'init',
  summary: 'ask what is needed, and write .env and business.yaml',
  about: `Writes .env (readable by you alone) and business.yaml into the project's folder, and nothing else. Nothing leaves this
machine. What an option or --set answers is not asked; without a terminal nothing is asked, and what has no answer is left to be filled
in. A .env that is there is changed only after asking, or with --force, and keeps its secret always. Without a platform a simulated bot
answers.`,
  options: [
    {
      flags: '--skill <name>',
      what: 'a further skill of the same server, in a folder of its own: docs/several-skills.md',
    },
    {
      flags: '--platform <name>',
      what: 'the platform of the bot; or the file of a bot of your own, ./my-bot.yaml: docs/own-bot.md',
    },
    { flags: '--set <NAME=value>', what: 'a setting, for instance of the platform', repeats: true },
    { flags: '--name <name>', what: 'what the business is called' },
    { flags: '--invocation <words>', what: 'how the skill is opened: "alexa, open …"' },
    { flags: '--locale <locale>', what: "an Alexa locale to speak; the first is the business's own", repeats: true },
    { flags: '--summary <sentence>', what: 'what it does, for the list of skills' },
    { flags: '--topic <words>', what: 'what people ask about', repeats: true },
    { flags: '--where <place>', what: 'where it runs', choices: ['aws', 'server'] },
    { flags: '--public-url <address>', what: 'the https address of a server of your own' },
    { flags: '--force', what: 'write over files that are there' },
    { flags: '--no-doctor', what: 'do not offer to run doctor' },
  ],
  examples: [
    ['init', 'asks for everything'],
    ['init --skill hotel --platform klaunch', 'one more skill beside those that are there, which are not touched'],
    [
      'init --platform wotnot --set WOTNOT_BOT_KEY=8Kd2 --name "Hotel Adler" --locale de-DE --where server',
      'asks for what is missing',
    ],
  ],
};
