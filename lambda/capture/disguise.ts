import { createHmac } from 'node:crypto';

/** What an id is of, as far as the name of its member says. */
export type IdKind = 'user' | 'conversation' | 'message' | 'agent' | 'token' | 'id';

/** Ids in place of the real ones: the same for the same, of the same shape, and of no use to anybody. */
export interface Disguise {
  id(real: string, kind: IdKind): string;
  /** Those that were given out, by what stands in the place of the real one. */
  readonly given: ReadonlyMap<string, IdKind>;
  /** Puts ids that were met already in their place in a text. */
  inText(text: string): string;
}

const SHORTEST = 6;
/** Shorter ones would be found in words and numbers that have nothing to do with them. */
const SHORTEST_IN_TEXT = 6;

/** @param salt known to nobody who sees what comes of it */
export function createDisguise(salt: string): Disguise {
  const given = new Map<string, IdKind>();
  const met = new Map<string, string>();

  /** An id may hold another: its parts are disguised one by one, so that it still does. */
  function disguise(real: string): string {
    const parts = real.split(/([^\p{L}\p{N}]+)/u);
    return parts.map((part, at) => (at % 2 === 1 ? part : disguisePart(part, parts.length === 1))).join('');
  }

  function disguisePart(part: string, isWhole: boolean): string {
    if (part === '') return '';
    const digest = createHmac('sha256', salt).update(part).digest();
    const letters = /^[0-9a-f]+$/i.test(part) && /\d/.test(part) ? 6 : 26;
    const shape = isWhole ? part + lastOf(part).repeat(Math.max(0, SHORTEST - [...part].length)) : part;
    return [...shape].map((sign, at) => signLike(sign, digest[at % digest.length] ?? 0, letters, at === 0)).join('');
  }

  return {
    given,
    id(real, kind) {
      const known = met.get(real);
      if (known !== undefined) return known;
      const made = disguise(real);
      met.set(real, made);
      given.set(made, kind);
      return made;
    },
    inText(text) {
      let disguised = text;
      for (const [real, made] of met) {
        if (real.length >= SHORTEST_IN_TEXT) disguised = disguised.replaceAll(real, made);
      }
      return disguised;
    },
  };
}

function lastOf(part: string): string {
  return [...part].at(-1) ?? '';
}

function signLike(sign: string, byte: number, letters: number, isFirst: boolean): string {
  // A number that begins with a nought is none.
  if (/\p{N}/u.test(sign)) return isFirst ? String(1 + (byte % 9)) : String(byte % 10);
  const letter = String.fromCharCode(97 + (byte % letters));
  return /\p{Lu}/u.test(sign) ? letter.toUpperCase() : letter;
}
