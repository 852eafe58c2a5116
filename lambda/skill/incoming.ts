import { randomUUID } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import { AloudError } from '../errors';
import { timeOf } from './timestamp';

/** Alexa's own ids are shorter: "a string of at most 255 characters". */
const LONGEST_ID = 255;
/** A language and a region, as all of Alexa's locales are: words are kept for each locale, and others may not be told apart. */
const LOCALE = /^([a-z]{2,3})-([a-z]{2})$/i;
/** Alexa's own for what nobody has understood. */
const FALLBACK_INTENT = 'AMAZON.FallbackIntent';
const EVENT = 'AlexaSkillEvent.';

type Json = Readonly<Record<string, unknown>>;

/**
 * The one reading of what came in as a request of Alexa's: behind it every field that Aloud uses is of the type that the SDK
 * gives it. A field of another type that does no harm becomes what stands for none (no locale, no device, an intent
 * that was not understood); a slot's number is its words. Other fields are left as they came.
 *
 * @throws AloudError ALOUD_REQUEST_UNREADABLE where it does not tell what is asked, or who asks, in a form that can be read
 */
export function readRequest(given: unknown): RequestEnvelope {
  const envelope = objectOf(given);
  const context = objectOf(envelope?.context);
  const system = objectOf(context?.System);
  const request = objectOf(envelope?.request);
  if (!envelope || !context || !system) throw unreadable('context.System', 'an object');
  if (!request) throw unreadable('request', 'an object');
  const type = textOf(request.type);
  if (type === undefined) throw unreadable('request.type', 'a text');
  if (textOf(objectOf(system.application)?.applicationId) === undefined) {
    throw unreadable('context.System.application.applicationId', 'a text');
  }
  return replaced(envelope, {
    context: replaced(context, { System: systemOf(system, type) }),
    request: requestOf(request, type),
    session: 'session' in envelope ? sessionOf(envelope.session) : undefined,
  }) as unknown as RequestEnvelope;
}

function systemOf(system: Json, type: string): Json {
  return replaced(system, {
    user: userOf(system.user, type),
    device: withTexts(system.device, ['deviceId']),
    person: withTexts(system.person, ['personId']),
    apiEndpoint: textOf(system.apiEndpoint),
    apiAccessToken: textOf(system.apiAccessToken, Number.POSITIVE_INFINITY),
  });
}

/**
 * Who asks. Nothing may be kept under a key that is made of something else than an id; without any, the request is answered
 * with an apology, and an event has no effect: it is reported where it is read, as Alexa would deliver it for an hour.
 */
function userOf(given: unknown, type: string): Json | undefined {
  if (isNothing(given)) return undefined;
  const user = objectOf(given);
  if (user && textOf(user.userId) !== undefined) return user;
  if (type.startsWith(EVENT)) return undefined;
  throw unreadable('context.System.user.userId', `a text of 1 to ${LONGEST_ID} characters`);
}

function sessionOf(given: unknown): Json | undefined {
  const session = objectOf(given);
  return (
    session &&
    replaced(session, {
      new: typeof session.new === 'boolean' ? session.new : undefined,
      sessionId: textOf(session.sessionId),
      attributes: objectOf(session.attributes),
    })
  );
}

function requestOf(request: Json, type: string): Json {
  return replaced(request, {
    // Keeps apart what the bot was told: one of ours does that as well.
    requestId: textOf(request.requestId) ?? randomUUID(),
    timestamp: timestampOf(request.timestamp),
    locale: localeOf(request.locale),
    intent: type === 'IntentRequest' ? intentOf(request.intent) : request.intent,
    reason: textOf(request.reason),
    error: errorIn(request, type),
  });
}

function errorIn({ error }: Json, type: string): unknown {
  if (type === 'System.ExceptionEncountered') return errorOf(error);
  if (type !== 'SessionEndedRequest') return error;
  return isNothing(error) ? undefined : errorOf(error);
}

/** As it came where it is a text that can be read: Alexa's own are. */
function timestampOf(given: unknown): string {
  const time = timeOf(given);
  const isText = typeof given === 'string' && given.includes('T') && time !== undefined;
  return isText ? given : new Date(time ?? Date.now()).toISOString();
}

/** One that says nothing is still an error. */
function errorOf(given: unknown): Json {
  return withTexts(given, ['type', 'message'], Number.POSITIVE_INFINITY) ?? {};
}

function localeOf(given: unknown): string | undefined {
  const [, language, region] = LOCALE.exec(textOf(given) ?? '') ?? [];
  return language && region ? `${language.toLowerCase()}-${region.toUpperCase()}` : undefined;
}

function intentOf(given: unknown): Json {
  const intent = objectOf(given) ?? {};
  const slots = objectOf(intent.slots);
  return replaced(intent, {
    name: textOf(intent.name) ?? FALLBACK_INTENT,
    slots: slots && withEach(slots, Object.keys(slots), slotOf),
  });
}

function slotOf(given: unknown): Json {
  const slot = objectOf(given) ?? {};
  return replaced(slot, { value: spokenOf(slot.value) });
}

/** The words of a slot. Alexa's own are texts; a value of another type says what it says, and anything else says nothing. */
function spokenOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The object with the fields named as texts; `undefined` where it is none. */
function withTexts(given: unknown, names: readonly string[], longest = LONGEST_ID): Json | undefined {
  const object = objectOf(given);
  return object && withEach(object, names, (value) => textOf(value, longest));
}

/** The object with what is made of the members named; itself where they are that already. */
function withEach(object: Json, names: readonly string[], make: (value: unknown) => unknown): Json {
  if (names.every((name) => make(object[name]) === object[name])) return object;
  return { ...object, ...Object.fromEntries(names.map((name) => [name, make(object[name])])) };
}

/** The object with these members in the place of its own; itself where they are what it has, as they mostly are. */
function replaced(object: Json, members: Json): Json {
  for (const name in members) if (object[name] !== members[name]) return { ...object, ...members };
  return object;
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function textOf(value: unknown, longest = LONGEST_ID): string | undefined {
  return typeof value === 'string' && value !== '' && value.length <= longest ? value : undefined;
}

function unreadable(field: string, expected: string): AloudError {
  return new AloudError('ALOUD_REQUEST_UNREADABLE', `${field} is not ${expected}`);
}
