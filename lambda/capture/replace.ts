import { createDisguise, type Disguise } from './disguise';
import { idKindOf, isKind, isPersonal, isSaid, isTimeName } from './names';
import { isAddress, isMoment, looksLikeId, sameAddress, sameShape, withoutContacts } from './texts';

/** A value of the settings, with the name that stands in its place. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

export interface Replacer {
  /** A body's value. */
  value(value: unknown): unknown;
  /** The path of a call, with its query. */
  path(path: string): string;
  /** The path of a leaf, in which a member's name may be an id. */
  place(path: string): string;
  header(name: string, value: string): string | undefined;
  text(text: string): string;
  readonly ids: Disguise['given'];
}

export interface ReplacerOptions {
  readonly salt: string;
  readonly secrets: readonly Secret[];
  /** Leaves what was said as it is. */
  readonly words: boolean;
}

/** Shorter values of settings stand in other words too: they are replaced only where nothing else stands beside them. */
const SHORTEST_INSIDE = 5;
/** Smaller numbers count or rank something; larger ones may be ids, or where somebody lives. */
const LARGEST_COUNT = 9999;

/** Takes out of what was sent all that is somebody's. What is not known to be harmless is not left. */
export function createReplacer({ salt, secrets, words }: ReplacerOptions): Replacer {
  const disguise = createDisguise(salt);
  const known = [...secrets].sort((one, other) => other.value.length - one.value.length);

  function value(given: unknown, name = '', parent = ''): unknown {
    if (Array.isArray(given)) return given.map((item) => value(item, name, parent));
    if (typeof given === 'object' && given !== null) {
      return Object.fromEntries(
        Object.entries(given).map(([key, inner]) => [keyOf(key), value(inner, key, name || parent)]),
      );
    }
    if (typeof given === 'number') return number(given, name, parent);
    return typeof given === 'string' ? leaf(given, name, parent) : given;
  }

  function number(given: number, name: string, parent: string): unknown {
    const exact = secrets.find((secret) => secret.value === String(given));
    if (exact) return placeholder(exact);
    const kind = idKindOf(name, parent);
    if (kind && Number.isSafeInteger(given)) return Number(disguise.id(String(given), kind));
    if (isTimeName(name) || (Number.isInteger(given) && Math.abs(given) <= LARGEST_COUNT && !isPersonal(name, parent)))
      return given;
    return Number(String(given).replace(/[1-9]/g, '1'));
  }

  function leaf(text: string, name: string, parent: string): string {
    const exact = secrets.find((secret) => secret.value === text);
    if (exact) return placeholder(exact);
    return aroundSecrets(text, (part) => plain(part, name, parent));
  }

  function plain(text: string, name: string, parent: string): string {
    if (text.trim() === '') return text;
    const kind = idKindOf(name, parent);
    if (kind && !isAddress(text) && !isKind(text)) return disguise.id(text, kind);
    if (isMoment(text) || (/^\d+$/.test(text) && isTimeName(name))) return text;
    if (isKind(text, name) && !isSaid(name) && !isPersonal(name, parent)) return text;
    if (isAddress(text)) return sameAddress(text);
    if (looksLikeId(text)) return disguise.id(text, 'id');
    return words && !isPersonal(name, parent) ? withoutContacts(disguise.inText(text)) : masked(text);
  }

  /** JSON within a text is read as such by some: it stays JSON. */
  function masked(text: string): string {
    if (/^\s*[[{]/.test(text)) {
      try {
        return JSON.stringify(value(JSON.parse(text)));
      } catch {}
    }
    return sameShape(text);
  }

  function keyOf(key: string): string {
    if (looksLikeId(key)) return disguise.id(key, 'id');
    const [replaced] = [aroundSecrets(key, (part) => part)];
    return /^[\p{L}\d_$@.:-]{1,60}$/u.test(key) ? replaced : sameShape(key);
  }

  function aroundSecrets(text: string, replaceOther: (part: string) => string): string {
    const at = known.find(({ value: secret }) => secret.length >= SHORTEST_INSIDE && text.includes(secret));
    if (!at) return text === '' ? '' : replaceOther(text);
    return text
      .split(at.value)
      .map((part) => aroundSecrets(part, replaceOther))
      .join(placeholder(at));
  }

  return {
    value: (given) => value(given),
    text: (text) => aroundSecrets(text, sameShape),
    place: (path) => path.replace(/[^.[\]]+/g, (name) => (/^\d+$/.test(name) ? name : keyOf(name))),
    path(path) {
      const [way = '', query] = path.split('?', 2);
      const steps = way.split('/').map((step) => {
        const text = decoded(step);
        const exact = secrets.find((secret) => secret.value === text);
        if (exact) return placeholder(exact);
        return aroundSecrets(text, (part) => {
          const made = disguise.inText(part);
          return made === part && (looksLikeId(part) || /\d{4,}/.test(part)) ? disguise.id(part, 'id') : made;
        });
      });
      if (query === undefined) return steps.join('/');
      const asked = [...new URLSearchParams(query)].map(([name, text]) => `${name}=${leaf(text, name, '')}`);
      return `${steps.join('/')}?${asked.join('&')}`;
    },
    header(name, text) {
      if (/^content-type$/i.test(name)) return text;
      const known = aroundSecrets(text, () => '…');
      if (known.includes('<')) return known.replace(/…/g, '');
      if (!/^x-/i.test(name) || INFRASTRUCTURE.test(name)) return undefined;
      return leaf(text, name.slice(2), '');
    },
    ids: disguise.given,
  };
}

/** What proxies add. */
const INFRASTRUCTURE = /^x-(forwarded|real|amz|amzn|request|trace|cloud|envoy|b3|correlation)/i;

function placeholder({ name }: Secret): string {
  return `<${name}>`;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
