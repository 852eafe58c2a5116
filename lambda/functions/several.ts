import { loadConfig } from '../app/config';
import { businessIn } from '../business/read';
import { AloudError } from '../errors';
import type { StoredSkill } from '../secrets/stored-skill';
import { createLogger, logTelemetry } from '../telemetry/log';
import { failedStart, makeRuntime, type Runtime, type Wanted } from './runtime';

/** Strangers ask for paths that there are not, too. */
const LOOK_EVERY_MS = 30_000;
/** After a look that failed, which whoever asks meanwhile is told. */
const LOOK_AGAIN_MS = 5000;

/** Several skills of one process, each with its settings in a secret. */
export interface Several {
  /** @throws AloudError ALOUD_SECRETS_…; Error whose message is another code */
  start(wanted?: Wanted): Promise<Runtime>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is served. */
interface Serving extends Runtime {
  readonly skills: readonly StoredSkill[];
}

/**
 * Reads the secrets once, and keeps what stood in them for as long as the process lives. What was added since is found when
 * somebody asks for it; those that are served stay as they are.
 *
 * @param prefix what the names of the secrets begin with
 * @param env what all skills share
 */
export function createSeveral(prefix: string, env: Environment): Several {
  let serving: Serving | undefined;
  let starting: Promise<Serving> | undefined;
  let looked = { at: 0, everyMs: 0, error: undefined as unknown };

  async function read(): Promise<readonly StoredSkill[]> {
    const { readSkills } = require('../secrets/read') as typeof import('../secrets/read');
    const found = await readSkills(prefix, env);
    if ('code' in found) throw new AloudError(found.code, found.message);
    return found.skills;
  }

  async function begin(): Promise<Serving> {
    try {
      const made = serve(await read(), env);
      looked = { at: performance.now(), everyMs: 0, error: undefined };
      return made;
    } catch (thrown) {
      starting = undefined;
      throw toldOf(thrown);
    }
  }

  /** Takes skills that are not served yet. */
  async function look(before: Serving, everyMs: number): Promise<Serving> {
    const { at, error } = looked;
    if (performance.now() - at < (looked.everyMs || everyMs)) {
      if (error !== undefined) throw error;
      return before;
    }
    looked = { at: performance.now(), everyMs: 0, error: undefined };
    try {
      const names = new Set(before.skills.map(({ name }) => name));
      const fresh = (await read()).filter(({ name }) => !names.has(name));
      const skills =
        fresh.length > 0 ? sound([...before.skills, ...fresh], env, before.telemetry.error) : before.skills;
      if (skills.length === before.skills.length) return before;
      const made = serve(skills, env);
      void before.app.close().catch(() => {});
      return made;
    } catch (thrown) {
      const told = toldOf(thrown);
      looked = { at: performance.now(), everyMs: LOOK_AGAIN_MS, error: told };
      throw told;
    }
  }

  return {
    async start({ knows, lookEveryMs = LOOK_EVERY_MS } = { knows: () => true }) {
      starting ??= begin();
      serving ??= await starting;
      if (!knows(serving.app)) serving = await look(serving, lookEveryMs);
      return serving;
    },
  };
}

/** What is thrown of what went wrong, which is logged. */
function toldOf(thrown: unknown): unknown {
  const failed = failedStart(thrown);
  return thrown instanceof AloudError && thrown.code.startsWith('ALOUD_SECRETS_') ? thrown : failed;
}

/** One skill whose settings are wrong keeps no other from being served. */
function serve(read: readonly StoredSkill[], env: Environment): Serving {
  const quiet = logTelemetry(createLogger('error'));
  const skills = sound(read, env, quiet.error);
  const words = new Map(skills.map(({ name, business, from }) => [name, businessIn(business, from ?? name)]));
  const businessOf = (skill: string) => words.get(skill) ?? businessIn(undefined, skill);
  return { ...makeRuntime(env, businessOf, skills), skills };
}

/**
 * Those whose settings are in order, and whose ids and secrets no skill before them has.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID when none is
 */
function sound(
  skills: readonly StoredSkill[],
  env: Environment,
  tell: (error: unknown, where: string) => void,
): readonly StoredSkill[] {
  try {
    loadConfig(env, skills);
    return skills;
  } catch (all) {
    const good: StoredSkill[] = [];
    for (const skill of skills) {
      try {
        loadConfig(env, [...good, skill]);
        good.push(skill);
      } catch (error) {
        tell(error, 'start');
      }
    }
    if (good.length === 0) throw all;
    return good;
  }
}
