import { type Environment, type SkillEnvironment, skillFile } from '../config/environment';
import { unpackSettings } from '../config/packed-settings';
import { AloudError } from '../errors';
import { PLATFORMS } from '../platforms';
import type { PlatformDefinition } from '../platforms/definition';
import { isPath, type Named, namedBy } from '../platforms/own/name';

export type Platforms = Readonly<Record<string, PlatformDefinition>>;

/** The platforms that may be chosen, and the environments that choose some of them by their names. */
export interface Choosable {
  readonly env: Environment;
  readonly skills: readonly SkillEnvironment[];
  readonly platforms: Platforms;
}

/**
 * What ALOUD_PLATFORM may name: our platforms, and where it is a path the one of the operator's own that the file there
 * describes. Several skills may be on one bot, and on bots of several files.
 *
 * @throws AloudError ALOUD_BOT_UNREADABLE with a line for each thing that is wrong, ALOUD_CONFIG_INVALID
 */
export function platformsFor(environment: Environment, skills: readonly SkillEnvironment[] = []): Choosable {
  const chosen = choose(environment);
  const others = skills.map((skill) => ({ skill, ...choose(skill.environment, skill.from ?? skillFile(skill.name)) }));
  const all = [chosen, ...others];
  const problems = [...all.flatMap(({ problem }) => problem ?? []), ...clashesOf(all.flatMap(({ bot }) => bot ?? []))];
  if (problems.length > 0) throw new AloudError('ALOUD_BOT_UNREADABLE', problems.join('\n'));
  return {
    env: chosen.env,
    skills: others.map(({ skill, env, bot }) => (bot ? { ...skill, environment: env } : skill)),
    platforms: {
      ...PLATFORMS,
      ...Object.fromEntries(all.flatMap(({ bot }) => (bot ? [[bot.name, bot.definition]] : []))),
    },
  };
}

interface OwnBot extends Named {
  readonly definition: PlatformDefinition;
}

interface Chosen {
  readonly env: Environment;
  readonly bot?: OwnBot;
  readonly problem?: string;
}

/** @param from the file that is told in errors, where there are several */
function choose(environment: Environment, from?: string): Chosen {
  const env = unpackSettings(environment);
  const file = env.ALOUD_PLATFORM?.trim() ?? '';
  if (!isPath(file)) return { env };
  const named = namedBy(file, Object.keys(PLATFORMS));
  try {
    return { env: { ...env, ALOUD_PLATFORM: named.name }, bot: { ...named, definition: load(named) } };
  } catch (error) {
    if (!(error instanceof AloudError)) throw error;
    const lines = error.message.split('\n');
    return { env, problem: lines.map((line) => (from ? `${from}: ${line}` : line)).join('\n') };
  }
}

/** A name is in addresses and in the store, so it is of one file. */
function clashesOf(bots: readonly OwnBot[]): readonly string[] {
  const files = new Map<string, string>();
  const clashes = bots.flatMap(({ name, file }) => {
    const other = files.get(name) ?? file;
    files.set(name, other);
    return other === file ? [] : [`ALOUD_PLATFORM ${file}: ${other} is named ${name}, too: rename one of the files`];
  });
  return [...new Set(clashes)];
}

/** The name that the platform of an environment goes by; not whether there is one. */
export function platformNameIn(env: Environment): string | undefined {
  const value = env.ALOUD_PLATFORM?.trim();
  return value && isPath(value) ? namedBy(value, Object.keys(PLATFORMS)).name : value;
}

/** On AWS the bot is in a file beside the bundle, which is there only where there is such a bot. */
function load(named: Named): PlatformDefinition {
  let own: Pick<typeof import('./own'), 'loadBot'>;
  try {
    own = require('./own') as typeof import('./own');
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'MODULE_NOT_FOUND') throw error;
    throw new AloudError('ALOUD_BOT_UNREADABLE', notBuilt(named.file));
  }
  return own.loadBot(named);
}

/** What is said of a bot that an artifact does not have. */
export function notBuilt(file: string): string {
  return `ALOUD_PLATFORM ${file}: it is not in what was built: set it where npm run build runs, too`;
}
