import { createHash, timingSafeEqual } from 'node:crypto';
import type { Received, WebhookRequest } from '../../conversation/ports/platform';
import { isEmpty } from '../shared/content';
import { member, readObject } from '../shared/json';
import { MALFORMED, taken } from '../shared/received';
import { readContent, readSender, readUrls } from './reply';
import { readUserID } from './user-id';

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
  if (method === 'GET') return taken();
  const json = readObject(body);
  if (!json) return MALFORMED;
  if (!isSame(member(json, 'channelID'), channelID)) return taken();

  const userID = readUserID(member(json, 'userID'));
  const text = member(json, 'message');
  const timestamp = member(json, 'timestamp');
  const time = readTime(timestamp);
  if (userID === undefined || typeof text !== 'string' || time === undefined) return MALFORMED;

  const from = readSender(json);
  const content = readContent(json);
  if (isEmpty(content)) return taken();
  const labels = content.choices.map(({ label }) => label);
  const message = {
    id: digest([channelID, userID, timestamp, text, from, readUrls(json), labels]).toString('hex', 0, 16),
    from,
    ...content,
    sentAt: Math.abs(time - now) > FARTHEST_MS ? now : Math.round(time),
  };
  return taken([{ kind: 'message', to: { thread: userID }, message }]);
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
