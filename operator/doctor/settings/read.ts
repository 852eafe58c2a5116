import { nearest } from '../../../business/nearest';
import { ALL_SETTINGS } from '../../../lambda/app/config';
import { AloudError } from '../../../lambda/errors';
import { PLATFORM_NAMES } from '../../../lambda/platforms';
import { isPath } from '../../../lambda/platforms/own/name';
import { NO_TELEMETRY } from '../../../lambda/telemetry/telemetry';
import { bad, type Finding, good, warning } from '../finding';
import type { Setup } from '../setup';
import { NEW_SECRET, whereItStands } from './where';

/** What is shown of a wrong value, which may be a secret in the wrong place. */
const FILE = /^[\w./-]+\.(?:db|sqlite3?)$/;
const HOST = /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?=$|[/:])/;

const PLACES = { aws: 'AWS', server: 'a server of your own', simulator: 'the simulator', demo: 'the demo' } as const;

/** What the server says of the settings at its start, or a deployment before it begins. */
export function checkSettings(setup: Setup): readonly Finding[] {
  const { place, problems } = setup;
  if (place === 'demo') return demo(setup);
  const found = problems.map((line) => explain(line, setup));
  if (found.length > 0) return found;
  const adapter = adapterFault(setup);
  return [adapter ?? good('settings', `the settings are complete, for ${placeOf(setup)}`)];
}

function placeOf({ place }: Setup): string {
  return place === 'aws' ? `${PLACES.aws} (a server of your own has ALOUD_PUBLIC_URL)` : PLACES[place];
}

/** Without a platform the demo starts, which does not, beside the settings of a real skill. */
function demo({ value }: Setup): readonly Finding[] {
  const isReal = ['ALOUD_SECRET', 'ALOUD_SKILL_ID'].some((name) => value(name));
  if (!isReal) {
    const what = 'ALOUD_PLATFORM is not set: this is the demo, whose bot is simulated';
    return [warning('settings.demo', what, 'npx aloud init  sets up a bot of your own')];
  }
  const guess = ALL_SETTINGS.find(({ name, platform }) => platform && value(name))?.platform;
  const what = 'ALOUD_PLATFORM is not set beside the settings of a real skill: neither the demo nor the skill starts';
  return [bad('settings.demo', what, `ALOUD_PLATFORM=${guess ?? '…'}  in .env`)];
}

function explain(line: string, setup: Setup): Finding {
  const [name = ''] = line.split(' ', 1);
  const several = severalFault(line);
  if (several) return several;
  const isMissing = / is missing: /.test(line);
  return bad(isMissing ? 'settings.missing' : 'settings.value', line, remedyFor(name, isMissing, setup));
}

/** What is wrong only where there are several skills. */
function severalFault(line: string): Finding | undefined {
  const id = 'settings.several';
  if (/ is of the whole process: /.test(line)) return bad(id, line, 'move the line there');
  if (/^(?:the skills|two skills) /.test(line)) return bad(id, line, 'give each its own: docs/several-skills.md');
  return /^the name of its folder /.test(line) ? bad(id, line, 'mv skills/<name> skills/<another name>') : undefined;
}

function remedyFor(name: string, isMissing: boolean, { value }: Setup): string {
  const given = value(name) ?? '';
  switch (name) {
    case 'The':
      return 'shorten the longest of them: docs/settings.md';
    case 'ALOUD_PLATFORM':
      if (isPath(given)) return `npx aloud contract ${given}  tells it again when it is mended: docs/own-bot.md`;
      return `ALOUD_PLATFORM=${nearest(given, PLATFORM_NAMES) ?? PLATFORM_NAMES.join(' or ')}`;
    case 'ALOUD_SECRET':
      return `${NEW_SECRET}  makes one; then  ALOUD_SECRET=…  in .env`;
    case 'ALOUD_SKILL_ID':
      return isMissing
        ? 'npx aloud deploy --profile self-hosted  makes the skill and tells its id; then  ALOUD_SKILL_ID=…  in .env'
        : 'ALOUD_SKILL_ID=amzn1.ask.skill.…: developer console, Copy Skill ID';
    case 'ALOUD_STORE':
      return `ALOUD_STORE=${FILE.test(given) ? `sqlite:${given}` : 'sqlite:<file>  or  ALOUD_STORE=dynamodb:<table>'}`;
    case 'ALOUD_PUBLIC_URL':
      return `ALOUD_PUBLIC_URL=https://${HOST.exec(given)?.[0] ?? '…'}  in .env`;
    default:
      return whereItStands(name, ALL_SETTINGS.find((setting) => setting.name === name)?.platform);
  }
}

/** What only the adapter of the platform can tell of them. */
function adapterFault({ config }: Setup): Finding | undefined {
  const [skill] = config?.skills ?? [];
  if (!skill) return undefined;
  const { name, values, definition } = skill.platform;
  try {
    // It makes its connections when it is first used.
    void definition.create(values, { name, telemetry: NO_TELEMETRY }).close();
    return undefined;
  } catch (error) {
    if (!(error instanceof AloudError)) throw error;
    const [variable = ''] = error.message.split(' ', 1);
    return bad('settings.missing', error.message, whereItStands(variable, name));
  }
}
