import type { CommandDefinition } from '../command';

export const contract: CommandDefinition = {
  name: 'contract',
  summary: 'check a bot of your own against what every platform must do',
  about: `Puts the module or description of a bot (docs/own-bot.md) before a fake of its vendor, on this machine, and runs the checks that our own
platforms run: what is said is heard once, users are never mixed, every failure has its code, nothing goes on after the deadline. The fake
of a description is made of it; that of \`my-bot.js\` is \`my-bot.fake.js\` beside it, and without one only little can be checked. Nothing leaves
this machine. Exit code 1: something is broken.`,
  words: '[file]',
  options: [{ flags: '--json', what: 'one JSON document' }],
  examples: [
    ['contract ./my-bot.js', 'a module'],
    ['contract ./my-bot.yaml', 'a description of one HTTP call'],
    ['contract', 'the one that ALOUD_PLATFORM names'],
  ],
};
