import { isObject, member, memberTexts, parseJson } from '../shared/json';

/** What is kept of a registered user. */
export type BotDistriktThread = {
  /** The user's credential on the platform. */
  readonly webchatId: string;
  /** The `bot_user` object as JSON text, exactly as the platform wrote it: numbers of any length survive. */
  readonly user: string;
};

/** Where an answer may hold the `bot_user` instead of being it. The vendor's page does not show an answer. */
const WRAPPERS = ['bot_user', 'user', 'data', 'result'];
const MAX_WRAPPERS = 3;
/** The object is stored with every user and sent with every message. */
const MAX_CHARS = 64 * 1024;
/** An id goes into a header. */
export const WEBCHAT_ID = /^[\x21-\x7e]{1,512}$/;

/**
 * The thread that an answer to a registration makes: the object with a `webchat_id`, in whatever it is wrapped. The
 * platform's id wins over ours; an answer that names none confirms ours.
 *
 * @param answer valid JSON
 * @returns `undefined` for an answer that cannot be used
 */
export function readRegistration(answer: string, ourId: string): BotDistriktThread | undefined {
  const text = answer.trim();
  if (text.length > MAX_CHARS) return undefined;
  const user = findUser(text, MAX_WRAPPERS) ?? unwrap(text, ['bot_user', 'user']) ?? text;
  const value = parseJson(user);
  if (!isObject(value)) return undefined;
  const webchatId = String(member(value, 'webchat_id') || ourId);
  return WEBCHAT_ID.test(webchatId) ? { webchatId, user } : undefined;
}

/** A stored thread, if it is one of ours. */
export function readThread({ webchatId, user }: Readonly<Record<string, unknown>>): BotDistriktThread | undefined {
  if (typeof webchatId !== 'string' || !WEBCHAT_ID.test(webchatId) || typeof user !== 'string') return undefined;
  try {
    return isObject(JSON.parse(user)) ? { webchatId, user } : undefined;
  } catch {
    return undefined;
  }
}

function findUser(text: string, wrappers: number): string | undefined {
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  if (member(value, 'webchat_id')) return text;
  if (wrappers === 0) return undefined;
  for (const wrapper of WRAPPERS) {
    const inner = unwrap(text, [wrapper]);
    const user = inner && findUser(inner, wrappers - 1);
    if (user) return user;
  }
  return undefined;
}

/** The text of the first of these members that is an object. */
function unwrap(text: string, names: readonly string[]): string | undefined {
  const members = text.startsWith('{') ? memberTexts(text) : new Map<string, string>();
  return names.map((name) => members.get(name)).find((inner) => inner?.startsWith('{'));
}
