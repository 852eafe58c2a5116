import type { Setting, Settings } from '../../config/setting';
import { SETTINGS } from '../../config/settings';
import type { Platform } from '../../conversation/ports/platform';
import { AloudError } from '../../errors';
import type { PlatformDefinition } from '../definition';
import { describe, guard } from './guard';
import type { Named } from './name';

const VARIABLE = /^[A-Z][A-Z0-9_]*$/;
const OURS: ReadonlySet<string> = new Set(['ALOUD_PLATFORM', ...Object.values(SETTINGS).map(({ name }) => name)]);

/**
 * What a module exports, as a definition whose platforms are bounded.
 *
 * @throws AloudError ALOUD_BOT_UNREADABLE
 */
export function ownDefinition(exported: unknown, { name, file }: Named): PlatformDefinition {
  const definition = defaultOf(exported);
  const fault = faultOf(definition);
  if (fault !== undefined) throw new AloudError('ALOUD_BOT_UNREADABLE', `ALOUD_PLATFORM ${file}: it ${fault}`);
  const { title, settings, create } = definition as unknown as PlatformDefinition;
  return {
    title,
    settings,
    create(values, deps) {
      const { telemetry } = deps;
      return guard(
        made(() => create(values, { ...deps, name }), file),
        { name, file, telemetry },
      );
    },
  };
}

function made(create: () => Platform<AbortSignal>, file: string): Platform<AbortSignal> {
  try {
    return create();
  } catch (thrown) {
    const { name, code, message } = thrown as { name?: unknown; code?: unknown; message?: unknown };
    // What only the adapter can say of its settings: "MY_BOT_URL is missing: …".
    if (name === 'AloudError' && code === 'ALOUD_CONFIG_INVALID') throw new AloudError(code, String(message));
    throw new AloudError('ALOUD_BOT_UNREADABLE', `ALOUD_PLATFORM ${file}: create() threw ${describe(thrown, file)}`);
  }
}

type Members = Readonly<Record<string, unknown>>;

/** ES modules that became CommonJS have their default in a default. */
function defaultOf(exported: unknown): Members {
  const isModule = isObject(exported) && 'default' in exported;
  const inner = isModule ? exported.default : exported;
  if (isObject(inner) && isObject(inner.default) && !('create' in inner)) return inner.default;
  return isObject(inner) ? inner : {};
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null;
}

/** What it lacks, as the end of a sentence that begins with the file. */
function faultOf({ title, settings, create }: Members): string | undefined {
  if (typeof create !== 'function') return 'exports no definition: it needs  export default definePlatform(…)';
  if (typeof title !== 'string' || title.trim() === '') return 'has a definition without a title';
  if (!isObject(settings)) return 'has a definition without settings: where there are none, they are {}';
  const faults = Object.entries(settings as Settings).map(([key, setting]) => settingFault(key, setting));
  return faults.find((fault) => fault !== undefined);
}

function settingFault(key: string, setting: Partial<Setting>): string | undefined {
  const { name, schema, doc } = isObject(setting) ? setting : {};
  if (typeof name !== 'string' || !VARIABLE.test(name)) return `has a setting ${key} without a name like MY_BOT_URL`;
  if (OURS.has(name)) return `has a setting ${name}, which is one of Aloud's own: name it otherwise`;
  if (typeof schema?.safeParse !== 'function') return `has a setting ${name} without a schema: anyText, url, …`;
  return typeof doc === 'string' ? undefined : `has a setting ${name} without a doc`;
}
