import { first } from './fields';
import type { JsonObject } from './json';

const URLS = ['url', 'link', 'href', 'src'];
const LONGEST = 2048;

/** The first address of an object. */
export function readUrl(item: JsonObject, names: readonly string[] = URLS): string | undefined {
  return first(item, names, toUrl);
}

/** Only addresses that a person can be shown; relative ones and embedded data are of no use on a card. */
export function toUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  return /^(https?|tel|mailto|geo):\S+$/i.test(value) ? value : undefined;
}

/** The same, of pages and files only. */
export function toWebUrl(value: unknown): string | undefined {
  const url = toUrl(value);
  return url !== undefined && /^http/i.test(url) ? url : undefined;
}

/** The address that dials a number, written in whatever way. */
export function toPhoneUrl(number: string | undefined): string | undefined {
  const digits = number?.replace(/^tel:/, '').replace(/[^\d+]/g, '');
  return digits && /^\+?\d{3,20}$/.test(digits) ? `tel:${digits}` : undefined;
}
