import { existsSync } from 'node:fs';
import { AloudError } from '../lambda/errors';
import { type Call, EXIT, type Exit, isOn, type Run } from './command';
import { type OwnBot, readOwnBot } from './contract/own';
import { type Checked, checkBot } from './contract/run';
import { OperatorProblem, told } from './problem';
import type { Screen } from './screen';

/** `aloud contract` */
export const run: Run = (call) => told(call.screen, () => check(call));

async function check({ words, env, options, screen }: Call): Promise<Exit> {
  const given = words[0] ?? env.ALOUD_PLATFORM?.trim();
  if (!given) {
    screen.note('Which bot? Name its file: aloud contract ./my-bot.js');
    return EXIT.usage;
  }
  const file = /^[./]/.test(given) ? given : `./${given}`;
  if (!existsSync(file)) {
    screen.note(`${file}: there is no such file`);
    return EXIT.nothing;
  }
  const bot = read(file);
  const isJson = isOn(options, 'json');
  if (!isJson) screen.print(`${bot.title} (${file}), ${WITH[bot.fake ?? 'none']}`);
  const all = await checkBot(bot, (checked) => (isJson ? undefined : screen.print(lineOf(checked, screen))));
  const broken = all.filter(({ outcome }) => outcome === 'broken').length;
  if (isJson)
    screen.print(
      JSON.stringify({ file, title: bot.title, fake: bot.fake ?? null, holds: broken === 0, checks: all }, null, 2),
    );
  else screen.print(summary(all, bot));
  return broken === 0 ? EXIT.good : EXIT.bad;
}

const WITH = {
  generated: 'before a fake of its bot that is made of the description',
  module: 'before the fake that stands beside it',
  none: 'without a fake of its vendor',
} as const;

function read(file: string): OwnBot {
  try {
    return readOwnBot(file);
  } catch (error) {
    if (error instanceof AloudError) throw new OperatorProblem(error.message.split('\n'));
    throw error;
  }
}

function lineOf(checked: Checked, screen: Screen): string {
  switch (checked.outcome) {
    case 'holds':
      return `${screen.style('green', 'holds')}        ${checked.name}`;
    case 'not-checked':
      return `${screen.style('yellow', 'not checked')}  ${checked.name}: ${checked.why}`;
    case 'broken':
      return `${screen.style('red', 'broken')}       ${checked.name}: ${checked.why}`;
  }
}

function summary(all: readonly Checked[], { fake, file }: OwnBot): string {
  const count = (outcome: Checked['outcome']) => all.filter((checked) => checked.outcome === outcome).length;
  const counts = `${count('holds')} hold, ${count('broken')} broken, ${count('not-checked')} not checked`;
  return [counts, ...rest(fake, file)].join('\n');
}

/** What nobody can tell from here. */
function rest(fake: OwnBot['fake'], file: string): readonly string[] {
  const always = 'Not checked here: the real bot. Talk with it by  npx aloud chat';
  if (fake) return [always];
  return [
    `Most was not checked: write a fake of its vendor, ${file.replace(/\.\w+$/, '.fake.js')} (docs/own-bot.md)`,
    always,
  ];
}
