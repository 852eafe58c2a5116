import { createHash } from 'node:crypto';
import type { Sender } from '../../conversation/message';
import { readText } from './fields';
import type { JsonObject } from './json';

const MAX_CHARS = 100;
const NAMES = ['name', 'full_name', 'fullName', 'display_name', 'displayName'];

/**
 * Who a live agent sees: one of several guests, told apart by a number. Bots greet by the first name, and it must not
 * be the word that wakes the Echo.
 *
 * @param key ours of the user
 */
export function guestOf(key: string): { readonly first: string; readonly last: string } {
  const number = createHash('sha256').update(key).digest().readUInt32BE() % 10_000;
  return { first: 'Guest', last: `Alexa ${String(number).padStart(4, '0')}` };
}

/** Somebody who is not the bot, with what is known of them. */
export function senderOf(kind: Exclude<Sender['kind'], 'bot'>, id?: string, name?: string): Sender {
  const [shortId, shortName] = [id, name].map((text) => text?.trim().slice(0, MAX_CHARS));
  return { kind, ...(shortId && { id: shortId }), ...(shortName && { name: shortName }) };
}

/** A person's name: as a whole, or in its parts. */
export function readName(person: JsonObject): string | undefined {
  const parts = [readText(person, ['first_name', 'firstName']), readText(person, ['last_name', 'lastName'])];
  return readText(person, NAMES) ?? (parts.filter((part) => part !== undefined).join(' ') || undefined);
}
