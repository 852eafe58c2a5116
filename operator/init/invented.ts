import { randomBytes } from 'node:crypto';

const BYTES = 24;

/** A new ALOUD_SECRET: 64 digits, which no file and no shell reads otherwise. */
export function newSecret(): string {
  return randomBytes(32).toString('hex');
}

/** A value that the operator makes up, where a setting wants one; it is entered at the vendor as well. */
export function invented(name: string): string | undefined {
  if (name.endsWith('_WEBHOOK_TOKEN')) return randomBytes(BYTES).toString('hex');
  // As docs/platforms/botdistrikt.md has it: it need not be reachable.
  if (name === 'BOTDISTRIKT_DOMAIN') return `https://${randomBytes(16).toString('hex')}.app.link`;
  // Voximplant Kit tells it when the channel is there, which it makes only while a server with the other settings answers.
  if (name === 'VOXIMPLANT_CHANNEL_UUID') return '00000000-0000-0000-0000-000000000000';
  return undefined;
}
