import { join } from 'node:path';
import { contentOf } from '../business/content';
import { loadBusiness } from '../business/load';
import { modelFiles } from '../business/package';
import { businessOf, NO_BUSINESS } from '../lambda/business/words';
import type { Environment } from '../lambda/config/environment';
import { AloudError } from '../lambda/errors';
import type { PlatformName } from '../lambda/platforms';
import { failStart } from '../lambda/server/process';
import { type ChatOptions, chatOptions } from './chat-options';
import { DEMO_CUSTOMER, startDemo } from './demo';
import { demoModels } from './demo/business';
import { chatCommands } from './demo/chat-commands';
import { type Models, modelsFrom } from './echo/models';
import { type TerminalOptions, talk } from './echo/terminal';
import type { Echo } from './echo/types';
import { startOwnSkill } from './own';
import { recordChoices } from './recorded-choices';
import { projectRoot } from './root';

/** Where the labels of a recorded conversation are kept for the owner. */
const RECORDED = 'business.choices.yaml';

/** Whom one talks with in the terminal. */
interface Partner extends Pick<TerminalOptions, 'models' | 'locale' | 'commands' | 'watch' | 'createEcho'> {
  /** What is said before the conversation. */
  readonly hint?: string;
  /** What the bot offers now. */
  offered(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * `npm run chat`: a conversation in the terminal; with the demo's bot (`-- --platform klaunch` on another platform), or with the
 * operator's own where ALOUD_PLATFORM is set. `--record` keeps what the bot offers, for the business file.
 */
export async function main(): Promise<void> {
  const { stdin: input, stdout: output, env, argv } = process;
  try {
    // The first argument after the script names this entry.
    const options = chatOptions(argv.slice(3));
    await converse(await start(env, options), options, { input, output, colour: !env.NO_COLOR });
  } catch (error) {
    failStart(error);
  }
}

interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly colour: boolean;
}

async function converse(partner: Partner, { record }: ChatOptions, { input, output, colour }: Terminal): Promise<void> {
  const recorded = record ? recordChoices(join(projectRoot(), RECORDED)) : undefined;
  if (partner.hint) output.write(`${partner.hint}\n`);
  try {
    await talk({
      ...partner,
      ...(recorded && { afterTurn: async () => recorded.add(await partner.offered()) }),
      input,
      output,
      interactive: Boolean(input.isTTY && output.isTTY),
      colour: output.isTTY && colour,
    });
    if (recorded)
      output.write(`${recorded.save()} new labels are in ${RECORDED}: copy what is right into business.yaml\n`);
  } finally {
    await partner.close();
  }
}

async function start(env: Environment, { platform }: ChatOptions): Promise<Partner> {
  if (env.ALOUD_PLATFORM?.trim()) return startWithOwnBot(env);
  return startWithDemo(platform);
}

async function startWithDemo(platform: PlatformName | undefined): Promise<Partner> {
  const demo = await startDemo({ port: 0, quiet: true, platform });
  const { desk, alexaApp } = demo;
  let echo: Echo = demo.echo();
  return {
    models: demoModels(),
    locale: 'en-US',
    createEcho(locale) {
      echo = demo.echo({ locale });
      return echo;
    },
    commands: chatCommands({ desk, alexaApp, userId: DEMO_CUSTOMER, echo: () => echo }),
    watch: (note) =>
      demo.onNotification(({ userId }) => {
        if (userId === DEMO_CUSTOMER) note('the Echo\'s light turns yellow: say "Alexa, read my notifications"');
      }),
    offered: demo.offered,
    close: demo.close,
  };
}

async function startWithOwnBot(env: Environment): Promise<Partner> {
  const loaded = loadBusiness(projectRoot(), env);
  if ('problems' in loaded) throw new AloudError('ALOUD_CONFIG_INVALID', loaded.problems.join('\n'));
  const models: Models = modelsFrom(modelFiles(loaded.business));
  const content = contentOf(loaded);
  const own = await startOwnSkill({ env, models, business: content ? businessOf(content) : NO_BUSINESS });
  return {
    models,
    locale: models.has('en-US') ? 'en-US' : ([...models.keys()][0] ?? 'en-US'),
    createEcho: own.echo,
    hint: `What the platform brings by webhook is heard here where a tunnel leads to ${own.webhookUrl}`,
    offered: own.offered,
    close: own.close,
  };
}
