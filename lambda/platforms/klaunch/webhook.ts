import { createHash, timingSafeEqual } from 'node:crypto';
import type { Choice, Message, Sender } from '../../conversation/message';
import type { Received, WebhookRequest } from '../../conversation/ports/platform';
import { isObject, type JsonObject, member, parseJson } from '../json';
import { readAttachments, readUrls } from './attachments';
import { readUserID } from './user-id';

const TAKEN: Received = { response: { status: 200, body: 'OK' }, events: [] };
const MALFORMED: Received = { refused: 'malformed' };
const MAX_QUICK_REPLIES = 100;
/** A clock that is off by its time zone still keeps the order; what is further off is no time at all. */
const FARTHEST_MS = 24 * 60 * 60_000;

/**
 * Reads what the channel's webhook brings: messages of the bot and of live agents. The vendor signs nothing, so nothing
 * here proves more than that the sender knows our webhook's address and the channel's id.
 *
 * What is not of our channel is accepted and ignored: the dashboard tests the address with a sample whose content is
 * not documented. So is a GET.
 */
export function receiveWebhook({ method, body }: WebhookRequest, channelID: string, now: number): Received {
  if (method === 'GET') return TAKEN;
  const json = parse(body);
  if (!json) return MALFORMED;
  if (!isSame(member(json, 'channelID'), channelID)) return TAKEN;

  const userID = readUserID(member(json, 'userID'));
  const text = member(json, 'message');
  const timestamp = member(json, 'timestamp');
  const time = readTime(timestamp);
  if (userID === undefined || typeof text !== 'string' || time === undefined) return MALFORMED;

  const from = readSender(member(json, 'adminID'));
  const choices = readQuickReplies(member(json, 'quickReplies'));
  const media = readAttachments(member(json, 'attachments'));
  const hasText = text.trim() !== '';
  if (!hasText && choices.length + media.length === 0) return TAKEN;

  const urls = readUrls(member(json, 'attachments'));
  const labels = choices.map(({ label }) => label);
  const message: Message = {
    id: digest([channelID, userID, timestamp, text, from, urls, labels]).toString('hex', 0, 16),
    from,
    ...(hasText && { text }),
    choices,
    media,
    cards: [],
    sentAt: Math.abs(time - now) > FARTHEST_MS ? now : Math.round(time),
  };
  return { ...TAKEN, events: [{ kind: 'message', to: { thread: userID }, message }] };
}

function parse(body: string): JsonObject | undefined {
  try {
    const value = parseJson(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isSame(given: unknown, wanted: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(wanted));
}

function digest(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest();
}

/** Milliseconds. `parseJson` gives an integer that no double holds as its digits. */
function readTime(timestamp: unknown): number | undefined {
  const isLong =
    typeof timestamp === 'string' && /^-?\d{16,}$/.test(timestamp) && !Number.isSafeInteger(Number(timestamp));
  const time = isLong ? Number(timestamp) : timestamp;
  return typeof time === 'number' && Number.isFinite(time) ? time : undefined;
}

/** "This field is only included for messages coming directly from an dashboard user." */
function readSender(adminID: unknown): Sender {
  const isGiven = typeof adminID === 'number' || (typeof adminID === 'string' && adminID.trim() !== '');
  return isGiven ? { kind: 'agent', id: String(adminID).slice(0, 100) } : { kind: 'bot' };
}

function readQuickReplies(value: unknown): Choice[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((label): label is string => typeof label === 'string' && label.trim() !== '')
    .slice(0, MAX_QUICK_REPLIES)
    .map((label) => ({ label }));
}
