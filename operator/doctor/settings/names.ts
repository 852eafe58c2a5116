import { nearest } from '../../../business/nearest';
import { ALL_SETTINGS, formerNames } from '../../../lambda/app/config';
import { PACKED_SETTINGS } from '../../../lambda/config/packed-settings';
import { bad, type Finding, good, warning } from '../finding';
import type { Setup } from '../setup';

const NAMES = ALL_SETTINGS.map(({ name }) => name);
const KNOWN: ReadonlySet<string> = new Set([
  ...NAMES,
  ...ALL_SETTINGS.flatMap(({ formerly }) => formerly ?? []),
  PACKED_SETTINGS,
]);
/** `ALOUD_`, and the others that no program but Aloud uses. OpenTelemetry has more names than Aloud reads itself. */
const PREFIXES: ReadonlySet<string> = new Set(
  NAMES.filter((name) => name.includes('_') && !/^(?:LOG|OTEL)_/.test(name)).map((name) => name.split('_', 1)[0] ?? ''),
);

/** Names that nobody reads. */
export function checkNames(setup: Setup): readonly Finding[] {
  const found = [...unknown(setup), ...former(setup), ...ofOthers(setup), ...ofNobody(setup)];
  return found.length > 0 ? found : [good('settings.name', 'every name is that of a setting')];
}

function unknown({ given, file, settings }: Setup): readonly Finding[] {
  const written = new Map((file?.lines ?? []).map(({ name, number }) => [name, number]));
  const names = [...new Set([...Object.keys(given), ...written.keys()])];
  return names.flatMap((name) => {
    const here = settings.map((setting) => setting.name);
    if (KNOWN.has(name) || here.includes(name)) return [];
    const line = written.get(name);
    const isOurs = PREFIXES.has(name.split('_', 1)[0]?.toUpperCase() ?? '');
    const meant = isOurs ? meantBy(name, here) : withoutPrefix(name, here);
    // The shell and other programs have names of their own.
    if (!isOurs && (meant === undefined || line === undefined)) return [];
    const where = line === undefined ? 'in the environment' : `line ${line} of .env`;
    const what = `${name} (${where}) is no setting, so nobody reads it`;
    if (meant === undefined) return [warning('settings.name', what, 'take it out, or see docs/settings.md')];
    return [bad('settings.name', what, `did you mean ${meant}? Then write  ${meant}=…`)];
  });
}

/** The setting of this set-up that was meant, or of another platform's. */
function meantBy(name: string, here: readonly string[]): string | undefined {
  const bare = name.toUpperCase().replace(/^ALOUD_/, '');
  if (NAMES.includes(bare)) return bare;
  return shortened(name, here) ?? nearest(name, here) ?? shortened(name, NAMES) ?? nearest(name, NAMES);
}

/** WOTNOT_KEY for WOTNOT_BOT_KEY: its words are all there, the first and the last in their places. */
function shortened(name: string, known: readonly string[]): string | undefined {
  const words = name.toUpperCase().split('_');
  const found = known.filter((other) => {
    const others = other.split('_');
    const hasAll = words.every((word) => others.includes(word));
    return words.length > 1 && hasAll && words[0] === others[0] && words.at(-1) === others.at(-1);
  });
  return found.length === 1 ? found[0] : undefined;
}

function withoutPrefix(name: string, known: readonly string[]): string | undefined {
  if (name.length < 5) return undefined;
  const ends = known.filter((other) => other.endsWith(`_${name.toUpperCase()}`));
  return ends.find((other) => other.startsWith('ALOUD_')) ?? ends[0];
}

function former({ given }: Setup): readonly Finding[] {
  return formerNames(given).map((line) => {
    const [what = line, remedy = ''] = line.split(': ');
    return warning('settings.former', what, remedy);
  });
}

/** Credentials of a platform that was not chosen: left over, or the choice is wrong. */
function ofOthers({ given, part, platform }: Setup): readonly Finding[] {
  const set = ALL_SETTINGS.filter(
    (setting) => setting.platform && setting.platform !== platform && given[setting.name]?.trim(),
  );
  // What several skills share may be for those that are on it.
  if (platform === undefined || part?.of === 'process') return [];
  return [...new Set(set.map((setting) => setting.platform))].map((other) => {
    const names = set.filter((setting) => setting.platform === other).map(({ name }) => name);
    const what = `${names.join(', ')}: of ${other}, but ALOUD_PLATFORM is ${platform}`;
    return warning('settings.other-platform', what, `take them out of .env, or set ALOUD_PLATFORM=${other}`);
  });
}

/** What each of several skills has to set itself, and stands where none of them takes it from. */
function ofNobody({ given, part }: Setup): readonly Finding[] {
  if (part?.of !== 'process') return [];
  const isTaken = (name: string) => name === 'ALOUD_SECRET' || !given[name]?.trim();
  return ALL_SETTINGS.filter(({ name, scope }) => scope === 'skill' && !isTaken(name)).map(({ name }) => {
    const what = `${name} is of one skill, and none of several takes it from here`;
    return warning('settings.unread', what, `move it to the .env of its skill, skills/<name>/.env`);
  });
}
