import { join } from 'node:path';
import type { LoadedBusiness } from '../business/load';
import type { Environment } from '../lambda/config/environment';
import { AloudError } from '../lambda/errors';
import { PLATFORM_NAMES, type PlatformName } from '../lambda/platforms';
import { DEMO_CUSTOMER, startDemo } from '../simulator/demo';
import { spokenOf } from '../simulator/demo/business';
import { chatCommands } from '../simulator/demo/chat-commands';
import { openingOf } from '../simulator/echo/invocation';
import type { Models } from '../simulator/echo/models';
import { createRecorder, type Recorder } from '../simulator/echo/recorder';
import { type TerminalOptions, talk } from '../simulator/echo/terminal';
import type { Echo } from '../simulator/echo/types';
import { startOwnSkill } from '../simulator/own';
import { recordChoices } from './chat/recorded-choices';
import { EXIT, isOn, type Run, textOf } from './command';
import { folderOf, ofOneSkill, ownBusiness, type Whose } from './own-skill';
import { told } from './problem';
import { saveFile } from './save';

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

interface ChatOptions {
  /** The project's folder. */
  readonly root: string;
  /** The file for labels, from there. */
  readonly recorded: string;
  /** The demo's platform. */
  readonly platform?: PlatformName;
  /** The file that the conversation is written to. */
  readonly record?: string;
  /** Whether what the bot offers is kept. */
  readonly labels: boolean;
}

/**
 * `aloud chat`: a conversation in the terminal; with the demo's bot (`--platform klaunch` on another platform), or with the
 * operator's own where ALOUD_PLATFORM is set. `--record <file>` writes it down as a test, `--labels` keeps what the bot offers, for the
 * business file.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID
 */
export const run: Run = ofOneSkill((call) => {
  const { options, env, screen } = call;
  const { stdin: input, stdout: output } = process;
  const chosen = {
    recorded: join(folderOf(call), RECORDED),
    root: call.root,
    platform: PLATFORM_NAMES.find((name) => name === textOf(options, 'platform')),
    record: textOf(options, 'record'),
    labels: isOn(options, 'labels'),
  };
  return told(screen, async () => {
    await converse(await start(call, chosen), chosen, { input, output, colour: !env.NO_COLOR });
    return EXIT.good;
  });
});

interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly colour: boolean;
}

async function converse(
  partner: Partner,
  { root, recorded, record, labels }: ChatOptions,
  terminal: Terminal,
): Promise<void> {
  const { input, output, colour } = terminal;
  const kept = labels ? recordChoices(join(root, recorded)) : undefined;
  let { locale } = partner;
  let recorder = createRecorder();
  if (partner.hint) output.write(`${partner.hint}\n`);
  try {
    await talk({
      ...partner,
      ...(partner.commands && { commands: recording(partner.commands, () => recorder) }),
      // A conversation is in one language: another Echo begins another one.
      createEcho(chosen) {
        locale = chosen;
        recorder = createRecorder();
        return partner.createEcho(chosen);
      },
      async afterTurn(said, result) {
        if (said === undefined && result) recorder.silence(result);
        else if (said !== undefined && result && 'said' in result)
          recorder.heard(said, result, openingOf(partner.models, locale));
        kept?.add(await partner.offered());
      },
      input,
      output,
      interactive: Boolean(input.isTTY && output.isTTY),
      colour: output.isTTY && colour,
    });
    if (kept) output.write(`${toldOf(kept.save(), recorded)}\n`);
    const file = record ? recorder.file({ title: 'A recorded conversation', locale }) : undefined;
    if (record && file) {
      saveFile(record, file, { intoNew: true });
      output.write(`The conversation is in ${record}: aloud converse ${record} holds it again\n`);
    }
  } finally {
    await partner.close();
  }
}

/** The commands by which the business writes are steps of the conversation, too. */
function recording(commands: NonNullable<Partner['commands']>, recorder: () => Recorder): typeof commands {
  return new Map(
    [...commands].map(([name, command]) => [
      name,
      {
        ...command,
        async run(argument: string) {
          if (name === '/agent' && argument) recorder().agent(argument);
          if (name === '/broadcast' && argument) recorder().broadcast(argument);
          return command.run(argument);
        },
      },
    ]),
  );
}

async function start(call: Whose, { platform }: ChatOptions): Promise<Partner> {
  const loaded = ownBusiness(call);
  if ('problems' in loaded) throw new AloudError('ALOUD_CONFIG_INVALID', loaded.problems.join('\n'));
  return call.env.ALOUD_PLATFORM?.trim() ? startWithOwnBot(call.env, loaded) : startWithDemo(platform, loaded);
}

function toldOf(count: number, recorded: string): string {
  if (count === 0) return 'The bot offered nothing new';
  return `${count} new labels are in ${recorded}: look them over, and copy what is right into business.yaml`;
}

/** The demo's bot, behind the words of the owner's business where there is one. */
async function startWithDemo(platform: PlatformName | undefined, loaded: LoadedBusiness): Promise<Partner> {
  const business = loaded.isTemplate ? undefined : loaded;
  const demo = await startDemo({ port: 0, quiet: true, platform, ...(business && { business }) });
  const { desk, alexaApp } = demo;
  const begun = begin(demo.models);
  let echo: Echo = demo.echo({ locale: begun.locale });
  return {
    ...begun,
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

async function startWithOwnBot(env: Environment, loaded: LoadedBusiness): Promise<Partner> {
  const { models, business } = spokenOf(loaded);
  const own = await startOwnSkill({ env, models, business });
  return {
    ...begin(models),
    createEcho: own.echo,
    hint: `What the platform brings by webhook is heard here where a tunnel leads to ${own.webhookUrl}`,
    offered: own.offered,
    close: own.close,
  };
}

/** With the locale that one begins with. */
function begin(models: Models): Pick<Partner, 'models' | 'locale'> {
  return { models, locale: models.has('en-US') ? 'en-US' : ([...models.keys()][0] ?? 'en-US') };
}
