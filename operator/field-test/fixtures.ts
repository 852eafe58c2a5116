import { createDisguise, type Disguise } from '../../lambda/capture/disguise';
import { sameShape } from '../../lambda/capture/texts';
import { isObject } from '../../lambda/platforms/shared/json';
import type { Seen } from './seen';

/** What Alexa names herself: kinds, languages, moments. All other text is somebody's, or may be. */
const KEPT = new Set([
  ...['type', 'name', 'version', 'locale', 'reason', 'dialogState', 'confirmationStatus', 'timestamp', 'apiEndpoint'],
  ...['eventCreationTime', 'eventPublishingTime', 'scope', 'eventName', 'source', 'slotToElicit', 'maxVersion'],
  ...[
    'userInformationPersistenceStatus',
    'playerActivity',
    'shape',
    'mode',
    'touch',
    'keyboard',
    'message',
    'code',
    'status',
  ],
]);
/** The skill's own, and what Alexa makes of words. */
const LEFT_OUT = new Set(['attributes', 'resolutions']);
const AMAZON_ID = /^(amzn1\.(?:[a-z-]+\.)*)(\S+)$/;

/** Requests and answers for tests, without ids and without words. */
export function fixtureOf(requests: readonly Seen[], salt: string): readonly unknown[] {
  const disguise = createDisguise(salt);
  const [first] = requests;
  return requests.map(({ envelope, response, at, ms }) => ({
    afterMs: at - (first?.at ?? at),
    ms,
    request: replaced(envelope, '', disguise),
    response: replaced(response, '', disguise),
  }));
}

function replaced(value: unknown, name: string, disguise: Disguise): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, name, disguise));
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        LEFT_OUT.has(key) ? [] : [[key, replaced(inner, key, disguise)]],
      ),
    );
  }
  if (typeof value !== 'string') return value;
  const [, prefix, id] = AMAZON_ID.exec(value) ?? [];
  if (prefix !== undefined && id !== undefined) return prefix + disguise.id(id, 'id');
  if (/(id|token|key)$/i.test(name)) return disguise.id(value, 'id');
  if (name === 'ssml') return value.replace(MARKUP, (part, tag?: string) => (tag ? `${tag}>` : sameShape(part)));
  return KEPT.has(name) ? value : sameShape(value);
}

/** A tag, without what it says of itself, or what stands between two. */
const MARKUP = /(<\/?[a-z:-]+)[^>]*>|[^<]+/gi;
