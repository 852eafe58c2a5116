import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { SkillEnvironment } from '../config/environment';

/** What AWS Secrets Manager keeps in one secret: https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
export const MOST_BYTES = 65_536;

/** One of several skills, as it stands in its secret. */
export interface StoredSkill extends SkillEnvironment {
  /** What is heard of its business (`business.json`), unchecked. Absent: the words of Aloud serve. */
  readonly business?: unknown;
}

/** The name of a skill's secret. */
export function secretNameOf(prefix: string, skill: string): string {
  return `${prefix}/${skill}`;
}

/** The text of a skill's secret: its settings, and the words of its business, packed, as those may be many. */
export function packSkill({ environment, business }: Pick<StoredSkill, 'environment' | 'business'>): string {
  const words = business === undefined ? undefined : brotliCompressSync(JSON.stringify(business)).toString('base64');
  return JSON.stringify({ settings: environment, ...(words !== undefined && { business: words }) });
}

/** Reads a secret. One that a deployment has not written is told as a fault of its skill. */
export function unpackSkill(prefix: string, name: string, text: string): StoredSkill {
  const from = `the secret ${secretNameOf(prefix, name)}`;
  try {
    const { settings, business } = JSON.parse(text);
    if (!isTexts(settings)) throw new TypeError('no settings');
    const words = business === undefined ? undefined : JSON.parse(unpacked(business));
    return { name, from, environment: settings, ...(words !== undefined && { business: words }) };
  } catch {
    return { name, from, environment: {}, fault: 'npm run deploy has not written it' };
  }
}

function unpacked(words: string): string {
  return brotliDecompressSync(Buffer.from(words, 'base64')).toString();
}

function isTexts(values: unknown): values is Record<string, string> {
  return (
    typeof values === 'object' && values !== null && Object.values(values).every((value) => typeof value === 'string')
  );
}
