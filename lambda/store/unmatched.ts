import { randomBytes } from 'node:crypto';
import type { KeptUnmatched, Unmatched } from '../conversation/ports/usage-store';
import { AloudError } from '../errors';
import type { Seal } from './seal';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** To the hour, so that its end does not tell which turn it was. */
export function expiryOf(now: number, days: number): number {
  return Math.floor((now + days * DAY_MS) / HOUR_MS) * HOUR_MS;
}

/** Says nothing of who it was or in which order they came. */
export function unmatchedId(): string {
  return randomBytes(12).toString('base64url');
}

export function sealUnmatched(seal: Seal, skill: string, unmatched: Unmatched): Buffer {
  return seal.seal(JSON.stringify(unmatched), contextOf(skill));
}

/** Those that this secret has sealed, and how many others there are. */
export function unsealAll(seal: Seal, skill: string, all: readonly Uint8Array[]): KeptUnmatched {
  const opened = all.map((sealed) => open(seal, skill, sealed));
  const unmatched = opened.filter((one) => one !== undefined);
  return { unmatched, sealed: opened.length - unmatched.length };
}

function open(seal: Seal, skill: string, sealed: Uint8Array): Unmatched | undefined {
  try {
    return JSON.parse(seal.open(sealed, contextOf(skill))) as Unmatched;
  } catch (error) {
    if (error instanceof AloudError && error.code === 'ALOUD_STORE_SEALED') return undefined;
    throw error;
  }
}

function contextOf(skill: string): string {
  return `unmatched ${skill}`;
}
