import { createHash, timingSafeEqual } from 'node:crypto';
import type { Received, WebhookRequest } from '../../conversation/ports/platform';
import { type Content, holdsWords, isEmpty } from '../shared/content';
import { eventId } from '../shared/event-ids';
import { member, readObject } from '../shared/json';
import { MALFORMED, taken } from '../shared/received';
import { toMoment } from '../shared/time';
import { readContent, readSender, readUrls } from './reply';
import type { KlaunchOptions } from './settings';
import { readUserID } from './user-id';

/** Numbers that are a time of our days in seconds, and would be none in milliseconds. */
const SECONDS = { first: 1e9, last: 1e11 };
/** A clock that is off by its time zone still keeps the order; what is further off is no time at all. */
const FARTHEST_MS = 24 * 60 * 60_000;

/**
 * Reads what the channel's webhook brings: messages of the bot and of live agents. The vendor signs nothing, so nothing
 * here proves more than that the sender knows our webhook's address and the channel's id.
 *
 * What is not of our channel is accepted and ignored: the dashboard tests the address with a sample whose content is
 * not documented. So is a GET.
 */
export function createReceiver({ channelID, now }: Pick<KlaunchOptions, 'channelID' | 'now'>) {
  return ({ method, body }: WebhookRequest): Received => {
    if (method === 'GET') return taken();
    const json = readObject(body);
    if (!json) return MALFORMED;
    if (!isSame(member(json, 'channelID'), channelID)) return taken();

    const userID = readUserID(member(json, 'userID'));
    const content = readContent(json);
    if (userID === undefined || !isReadable(member(json, 'message'), content)) return MALFORMED;
    if (isEmpty(content)) return taken([], holdsWords(member(json, 'message')) ? ['message'] : []);
    const at = now();
    const timestamp = member(json, 'timestamp');
    const time = readTime(timestamp);
    const from = readSender(json);
    const labels = content.choices.map(({ label }) => label);
    const what = [channelID, userID, content.text, from, readUrls(json), labels];
    const timeless = eventId([...what, timestamp], undefined);
    const isTimed = time !== undefined;
    const message = {
      id: digest(isTimed ? [...what, isLong(timestamp) ? timestamp : time] : timeless.id).toString('hex', 0, 16),
      from,
      ...content,
      sentAt: time === undefined || Math.abs(time - at) > FARTHEST_MS ? at : Math.round(time),
    };
    return taken([
      { kind: 'message', to: { thread: userID }, message, ...(!isTimed && { byContent: timeless.byContent }) },
    ]);
  };
}

/** Words may be missing beside something else. */
function isReadable(message: unknown, content: Content): boolean {
  return ['string', 'number'].includes(typeof message) || (message == null && !isEmpty(content));
}

function isSame(given: unknown, wanted: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(wanted));
}

function digest(value: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(value)).digest();
}

/** "The UTC time, in milliseconds, the message was sent": a number, and taken in the other forms that are in use too. */
function readTime(timestamp: unknown): number | undefined {
  if (isLong(timestamp)) return finite(Number(timestamp));
  const isMilliseconds = typeof timestamp === 'number' && (timestamp < SECONDS.first || timestamp > SECONDS.last);
  return isMilliseconds ? finite(timestamp) : toMoment(timestamp);
}

/** An integer that no double holds, which `parseJson` gives as its digits. */
function isLong(timestamp: unknown): boolean {
  return typeof timestamp === 'string' && /^-?\d{16,}$/.test(timestamp);
}

function finite(time: number): number | undefined {
  return Number.isFinite(time) ? time : undefined;
}
