import { bad, type Finding, warning } from '../finding';
import { isLoopback, type Setup } from '../setup';
import { whereItStands } from './where';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const SKILL_ID = new RegExp(`^amzn1\\.ask\\.skill\\.${UUID}$`, 'i');
const WHOLE_UUID = new RegExp(`^${UUID}$`, 'i');
/** As docs/platforms/voximplant.md has them. */
const REGIONS = ['us', 'br', 'eu', 'kz', 'ru', 'ru2'];
const KIT_HOST = /^kit-im-([a-z0-9-]+)\.voximplant\.com$/;
const DAY_MS = 24 * 60 * 60_000;
/** Whoever issues the next one may be on holiday. */
const SOON_MS = 14 * DAY_MS;
const BASE_PATHS: Readonly<Record<string, string>> = {
  BOTDISTRIKT_BASE_URL: '/api',
  WOTNOT_BASE_URL: '/api/v1',
  CHATAIBOT_BASE_URL: '/api/v1',
};

/** What the settings let pass, as nobody but the vendor knows for certain, and cannot be right. */
export function checkForms(setup: Setup): readonly Finding[] {
  const refused = new Set(setup.problems.map((line) => line.split(' ', 1)[0]));
  return setup.settings
    .filter(({ name }) => !refused.has(name))
    .flatMap(({ name, platform }) => {
      const value = setup.value(name);
      return value === undefined ? [] : formOf(name, value, platform, setup);
    });
}

function formOf(name: string, value: string, platform: string | undefined, setup: Setup): readonly Finding[] {
  const wrong = (what: string, remedy = whereItStands(name, platform)) => [
    bad('settings.form', `${name} ${what}`, remedy),
  ];
  const odd = (what: string, remedy: string) => [warning('settings.form', `${name} ${what}`, remedy)];
  switch (name) {
    case 'ALOUD_SKILL_ID':
      if (setup.place !== 'server' || value.split(',').every((id) => SKILL_ID.test(id.trim()))) return [];
      return wrong('is no whole skill id', 'copy it whole: developer console, Copy Skill ID');
    case 'VOXIMPLANT_ACCOUNT':
      return /[/@:\s]/.test(value) ? wrong("is not the account's name alone") : [];
    case 'VOXIMPLANT_REGION':
      return region(value, setup);
    case 'VOXIMPLANT_CHANNEL_UUID':
      return WHOLE_UUID.test(value) ? [] : wrong('is no UUID');
    case 'WOTNOT_TOKEN':
    case 'CHATAIBOT_TOKEN':
      return setup.place === 'simulator' ? [] : token(name, value, setup);
    case 'KLAUNCH_URL':
      return plainHttp(value)
        ? wrong('begins with http:, which shows the token to all on the way', `${name}=https://…`)
        : [];
    case 'BOTDISTRIKT_BASE_URL':
    case 'WOTNOT_BASE_URL':
    case 'CHATAIBOT_BASE_URL':
    case 'VOXIMPLANT_BASE_URL': {
      if (plainHttp(value))
        return wrong('begins with http:, which shows the token to all on the way', `${name}=https://…`);
      const path = BASE_PATHS[name];
      const isBare = path !== undefined && new URL(value).pathname === '/' && !isLoopback(value);
      return isBare ? odd('ends without the path of the API', `${name}=${value.replace(/\/+$/, '')}${path}`) : [];
    }
    default:
      return [];
  }
}

function plainHttp(address: string): boolean {
  return address.startsWith('http:') && !isLoopback(address);
}

function region(value: string, setup: Setup): readonly Finding[] {
  const baseUrl = setup.value('VOXIMPLANT_BASE_URL');
  const [, other] = KIT_HOST.exec(baseUrl && URL.canParse(baseUrl) ? new URL(baseUrl).hostname : '') ?? [];
  if (baseUrl && other !== undefined && other !== value) {
    const what = `VOXIMPLANT_REGION is not the region of VOXIMPLANT_BASE_URL, ${other}: the address counts`;
    return [warning('settings.form', what, 'take one of the two out')];
  }
  if (baseUrl || REGIONS.includes(value)) return [];
  const what = 'VOXIMPLANT_REGION is none that Voximplant Kit has';
  return [bad('settings.form', what, `VOXIMPLANT_REGION must be one of ${REGIONS.join(', ')}`)];
}

/** A JWT, which says itself until when it holds. */
function token(name: string, value: string, { now, platform }: Setup): readonly Finding[] {
  const where = whereItStands(name, platform);
  const claims = claimsOf(value);
  if (!claims) return [warning('settings.form', `${name} is no JWT, as the vendor's tokens are`, where)];
  const { exp } = claims;
  if (typeof exp !== 'number') return [];
  const left = exp * 1000 - now();
  const day = new Date(exp * 1000).toISOString().slice(0, 10);
  const remedy = `make a new one: ${where}`;
  if (left <= 0) return [bad('settings.ended', `${name} ended on ${day}`, remedy)];
  return left < SOON_MS ? [warning('settings.ended', `${name} ends on ${day}`, remedy)] : [];
}

function claimsOf(jwt: string): Readonly<Record<string, unknown>> | undefined {
  const parts = jwt.split('.');
  if (parts.length !== 3) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString());
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined;
  }
}
