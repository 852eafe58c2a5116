import type { Message } from '../../conversation/message';
import { type Content, isEmpty, NOTHING } from '../shared/content';
import { MAX_EACH, readText, toText } from '../shared/fields';
import { isObject, type JsonObject, member } from '../shared/json';
import { readRawTime } from '../shared/time';
import { join, readExtras, readItem, readWords, toldApart } from './parts';

/** Members that hold the list of responses, and nothing but it. */
export const LISTS = ['responses', 'response', 'messages'];
/** Members that may hold it, and mean something else elsewhere. */
const WRAPPERS = ['message', 'data', 'result', 'content', 'body', 'text'];
/** Beside one of these a `message` is the API's word, not the bot's. */
const STATUS = ['success', 'ok', 'status', 'code', 'statusCode'];
export const IDS = ['message_id', 'messageId', 'mid', 'id', '_id'];
const MAX_DEPTH = 8;

/** One response of a bot, as far as it is understood. */
export interface BotResponse extends Content {
  /** The vendor's id, which it may well repeat. */
  readonly id?: string;
  /** When the vendor says that it was made, in whatever form. */
  readonly time?: unknown;
}

/**
 * The bot's responses in any JSON that the platform sends. The vendor's pages name the responses and do not show them,
 * so every shape that is in use for such lists is understood, and what is not understood is skipped: at worst the list
 * is empty, which is legal. Never throws.
 */
export function readResponses(body: unknown): readonly BotResponse[] {
  return typeof body === 'object' ? toldApart(read(body, 0).slice(0, MAX_EACH)) : [];
}

/**
 * The messages in the answer to a send. One without an id of the vendor's gets one of the time and its position, which
 * no other message of the user has.
 */
export function parseReply(body: unknown, sentAt: number): Message[] {
  const seen = new Set<string>();
  return readResponses(body).map((response, position) => {
    const { id } = response;
    const own = id !== undefined && !seen.has(id) ? id : `${sentAt}.${position}`;
    seen.add(own);
    return messageOf(response, { id: own, from: { kind: 'bot' }, sentAt, channel: 'inline' });
  });
}

export function messageOf(
  { text, choices, media, cards, inputRequest }: BotResponse,
  { id, from, sentAt, channel }: Pick<Message, 'id' | 'from' | 'sentAt' | 'channel'>,
): Message {
  return { id, from, text, choices, media, cards, inputRequest, sentAt, channel };
}

/** Whether a success holds an error instead of responses. */
export function isRefusal(body: unknown): boolean {
  if (!isObject(body) || LISTS.some((name) => Object.hasOwn(body, name))) return false;
  return member(body, 'success') === false || member(body, 'ok') === false || isObject(member(body, 'error'));
}

function read(value: unknown, depth: number): BotResponse[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') return toText(value) === undefined ? [] : [{ ...NOTHING, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => read(item, depth + 1));
  return isObject(value) ? readObject(value, depth) : [];
}

function readObject(value: JsonObject, depth: number): BotResponse[] {
  const responses = LISTS.map((name) => member(value, name)).find(isList);
  if (responses !== undefined) return addToLast(read(responses, depth + 1), readExtras(value));

  for (const name of WRAPPERS) {
    const wrapped = member(value, name);
    const inner = typeof wrapped === 'object' ? read(wrapped, depth + 1) : [];
    if (inner.length === 0 && !holdsList(wrapped)) continue;
    const isStatus = STATUS.some((word) => Object.hasOwn(value, word));
    const words = readWords(isStatus ? { ...value, message: undefined } : value);
    return words.text ? [join(words, readExtras(value)), ...inner] : addToLast(inner, readExtras(value));
  }

  const item = readItem(value);
  return isEmpty(item) ? [] : [{ id: readText(value, IDS), time: readRawTime(value), ...item }];
}

function isList(value: unknown): boolean {
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

/** A list that is empty was still given: what stands beside it is not the answer. */
function holdsList(value: unknown): boolean {
  return Array.isArray(value) || (isObject(value) && LISTS.some((name) => isList(member(value, name))));
}

/** What stands beside a list of responses belongs to the end of it: options to the question that was asked last. */
function addToLast(drafts: BotResponse[], extras: Content): BotResponse[] {
  if (isEmpty(extras)) return drafts;
  const last = drafts.at(-1);
  return last ? [...drafts.slice(0, -1), { ...join(last, extras), id: last.id, time: last.time }] : [extras];
}
