import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from '../../lambda/config/environment';
import type { PlatformName } from '../../lambda/platforms';
import { type BusinessRead, readBusiness } from '../../operator/doctor/business-file';
import { examine } from '../../operator/doctor/examine';
import type { Finding } from '../../operator/doctor/finding';
import type { Surroundings } from '../../operator/doctor/setup';

const PROJECT = join(__dirname, '../..');
const DAY_SECONDS = 24 * 60 * 60;

/** Lines of a .env file by name, as they are typed behind the "="; `undefined` where the line is not there. */
export type Typed = Readonly<Record<string, string | undefined>>;

/** What an account's API token looks like. */
export function tokenUntil(days: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1000) + days * DAY_SECONDS;
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ account: 12_041, exp })}.q1Zk7vX0m3Wc5tB9nL2pRs8dYfGhJaKe`;
}

export const SECRET = 'c41f09b7e2d85a3690fb1c7d4e28a6530d9b7f12e84c5a6fb3907d1e2c86f4a5';
const SKILL_ID = 'amzn1.ask.skill.1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809';

const CREDENTIALS: Readonly<Record<PlatformName, Typed>> = {
  botdistrikt: {
    BOTDISTRIKT_WEBCHAT_APP_ID: '8841',
    BOTDISTRIKT_DOMAIN: 'https://0f8e9c55ab1d4e77.app.link',
  },
  voximplant: {
    VOXIMPLANT_ACCOUNT: 'hoteladler',
    VOXIMPLANT_REGION: 'eu',
    VOXIMPLANT_API_TOKEN: 'b7d1e90c4a2f4c6d8e1357900aabbccd',
    VOXIMPLANT_CHANNEL_UUID: '7f1d3c2a-6b1e-4b0a-9a55-3b1f0c8d2e11',
    VOXIMPLANT_SALT: 'u8Qm2xT5',
  },
  klaunch: {
    KLAUNCH_URL: 'https://api.klaunch.io/v2/api-medium/messages',
    KLAUNCH_CHANNEL_ID: 'Q2xTmuW0kbrpzzM9',
    KLAUNCH_TOKEN: '5f3a9e0c77d14b0fa2c6',
    KLAUNCH_HASHTAG: '"#adler"',
  },
  wotnot: {
    WOTNOT_TOKEN: tokenUntil(300),
    WOTNOT_BOT_KEY: '8Kd2mPq7',
    WOTNOT_WEBHOOK_TOKEN: '91c7f0b2e5d84a36a1f0c9d2b7e45836',
  },
  chataibot: {
    CHATAIBOT_TOKEN: tokenUntil(300),
    CHATAIBOT_BOT_KEY: '8Kd2mPq7',
    CHATAIBOT_WEBHOOK_TOKEN: '91c7f0b2e5d84a36a1f0c9d2b7e45836',
  },
};

/** A server of one's own behind a proxy, with nothing wrong. */
export function serverWith(platform: PlatformName, change: Typed = {}): Typed {
  return {
    ALOUD_PLATFORM: platform,
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_PUBLIC_URL: 'https://alexa.hotel-adler.test',
    ALOUD_HOST: '127.0.0.1',
    ...CREDENTIALS[platform],
    ...change,
  };
}

/** What is on the machine that deploys to AWS, with nothing wrong. */
export function awsWith(platform: PlatformName, change: Typed = {}): Typed {
  return { ALOUD_PLATFORM: platform, ALOUD_SECRET: SECRET, ...CREDENTIALS[platform], ...change };
}

export const BUSINESS = `name: Hotel Adler
invocationName: hotel adler
category: HOTEL_FINDERS
privacyUrl: https://www.hotel-adler.test/privacy
icons: { small: small.png, large: large.png }
locales:
  en-US:
    summary: Ask Hotel Adler about rooms, breakfast and parking.
    description: Hotel Adler answers your questions about rooms, breakfast and parking. Say "Alexa, open hotel adler".
    topics:
      breakfast: [breakfast times]
      parking: [the car park]
      rooms: [a room, free rooms]
`;

export interface Machine extends Partial<Surroundings> {
  /** The content of .env, or its lines; `undefined`: there is none. */
  readonly file?: Typed | string;
  readonly mode?: number;
  /** What the shell has set beside it. */
  readonly shell?: Environment;
  /** Other files, by path. Those of a folder end with a slash. */
  readonly files?: Readonly<Record<string, string>>;
}

const folders: string[] = [];

/** A folder with an owner's files in it. */
export function makeFolder({ file, mode = 0o600, files = {} }: Machine): string {
  const root = mkdtempSync(join(tmpdir(), 'aloud-doctor-'));
  folders.push(root);
  const icons = 'test/business/businesses/icons';
  copyFileSync(join(PROJECT, icons, 'clinic-108.png'), join(root, 'small.png'));
  copyFileSync(join(PROJECT, icons, 'clinic-512.png'), join(root, 'large.png'));
  for (const path of [
    'business/template.yaml',
    'skill-package/assets/icon-108.png',
    'skill-package/assets/icon-512.png',
  ]) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    copyFileSync(join(PROJECT, path), join(root, path));
  }
  for (const [path, content] of Object.entries({ 'business.yaml': BUSINESS, ...files })) {
    if (path.endsWith('/')) mkdirSync(join(root, path), { recursive: true });
    else {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      if (content !== '') writeFileSync(join(root, path), content, { mode: path.endsWith('.env') ? 0o600 : 0o644 });
    }
  }
  if (file !== undefined) writeFileSync(join(root, '.env'), textOf(file), { mode });
  return root;
}

function textOf(file: Typed | string): string {
  if (typeof file === 'string') return file;
  const lines = Object.entries(file).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  return `${lines.join('\n')}\n`;
}

const read = new Map<string, BusinessRead>();

/** Making all models takes a second: once for each content. */
function readOnce(machine: Machine): typeof readBusiness {
  return (root, env) => {
    const key = JSON.stringify([machine.files?.['business.yaml'], env.ALOUD_BUSINESS]);
    const known = read.get(key) ?? readBusiness(root, env);
    read.set(key, known);
    return known;
  };
}

/** What the doctor finds on a machine. Unless told otherwise, no host is called. */
export async function findingsOf(machine: Machine): Promise<readonly Finding[]> {
  const root = makeFolder(machine);
  const { file, mode: _, shell = {}, files: __, ...others } = machine;
  const env = { ...(file !== undefined && parseEnv(textOf(file))), ...shell };
  return examine({ root, env, offline: true, nodeVersion: '24.4.0', readBusiness: readOnce(machine), ...others });
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The lines that are no praise. */
export function complaints(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter(({ outcome }) => outcome === 'bad' || outcome === 'warning')
    .map(({ id, outcome, what }) => `${outcome} ${id}: ${what}`);
}
