import { hash } from 'node:crypto';
import type { DeliveryRecord } from './conversation';
import type { Message } from './message';
import type { Unread } from './ports/store';

/** How far apart the two channels bring the same message. */
const WINDOW_MS = 120_000;
const MAX_RECORDS = 50;

/** What is new, and the records that nothing was a duplicate of yet. */
interface Deduplicated<T> {
  readonly fresh: readonly T[];
  readonly delivered: readonly DeliveryRecord[];
}

/**
 * Leaves out the items that repeat what the other channel has delivered already, or what another of them brings. Each
 * record accounts for one duplicate: a bot that says the same sentence twice is heard twice.
 */
export function deduplicateItems(items: readonly Unread[], delivered: readonly DeliveryRecord[]): Deduplicated<Unread> {
  return deduplicate(items, ({ item }) => (item.kind === 'message' ? recordOf(item.message) : undefined), delivered);
}

/** The same for messages that are in no inbox. */
export function deduplicateMessages(
  messages: readonly Message[],
  delivered: readonly DeliveryRecord[],
): Deduplicated<Message> {
  return deduplicate(messages, recordOf, delivered);
}

function deduplicate<T>(
  all: readonly T[],
  read: (one: T) => DeliveryRecord | undefined,
  delivered: readonly DeliveryRecord[],
): Deduplicated<T> {
  if (all.length === 0) return { fresh: all, delivered };
  const left = [...delivered];
  const own: DeliveryRecord[] = [];
  const fresh = all.filter((one) => {
    const record = read(one);
    if (record === undefined) return true;
    const isDuplicate = takeOriginal(record, left) || takeOriginal(record, own);
    if (!isDuplicate) own.push(record);
    return !isDuplicate;
  });
  return { fresh, delivered: left };
}

/** Takes out the record of what this one repeats; whether there was one. */
function takeOriginal(record: DeliveryRecord, from: DeliveryRecord[]): boolean {
  const at = from.findIndex((other) => isDuplicate(record, other));
  if (at >= 0) from.splice(at, 1);
  return at >= 0;
}

/** The records of messages that came by one of two channels, beside those that are recent enough to matter. */
export function recordDelivered(
  delivered: readonly DeliveryRecord[],
  messages: readonly Message[],
  now: number,
): readonly DeliveryRecord[] {
  const own = messages.flatMap((message) => recordOf(message) ?? []);
  return [...delivered, ...own].filter((record) => now - timeOf(record) < WINDOW_MS).slice(-MAX_RECORDS);
}

function isDuplicate(one: DeliveryRecord, other: DeliveryRecord): boolean {
  return (
    one[0] !== other[0] &&
    one.startsWith(other.slice(1, FINGERPRINT_END), 1) &&
    Math.abs(timeOf(one) - timeOf(other)) < WINDOW_MS
  );
}

const CHANNELS: Readonly<Record<NonNullable<Message['channel']>, string>> = { inline: 'i', event: 'e' };
const FINGERPRINT_LENGTH = 16;
const FINGERPRINT_END = 1 + FINGERPRINT_LENGTH;
const RADIX = 36;

/** A letter for the channel, the fingerprint, and the message's own time. */
export function writeRecord(
  channel: NonNullable<Message['channel']>,
  fingerprint: string,
  /** Epoch milliseconds. */
  at: number,
): DeliveryRecord {
  return CHANNELS[channel] + fingerprint + Math.round(at).toString(RADIX);
}

function timeOf(record: DeliveryRecord): number {
  return Number.parseInt(record.slice(FINGERPRINT_END), RADIX);
}

/** A turn asks several times for the record of what came in it. */
const records = new WeakMap<Message, DeliveryRecord>();

function recordOf(message: Message): DeliveryRecord | undefined {
  const { channel } = message;
  if (!channel) return undefined;
  const record = records.get(message) ?? writeRecord(channel, fingerprintOf(message), message.sentAt);
  records.set(message, record);
  return record;
}

function fingerprintOf({ text, choices, media, cards }: Message): string {
  // Without addresses: each channel may sign them anew.
  const content = [
    text,
    choices.map(({ label }) => label),
    media.map(({ kind, title }) => [kind, title]),
    cards.map((card) => [card.title, card.text]),
  ];
  return hash('sha256', JSON.stringify(content), 'base64url').slice(0, FINGERPRINT_LENGTH);
}
