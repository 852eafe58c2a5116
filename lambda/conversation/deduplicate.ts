import { createHash } from 'node:crypto';
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
  let left = delivered;
  let own: readonly DeliveryRecord[] = [];
  const fresh = all.filter((one) => {
    const record = read(one);
    if (!record) return true;
    const original = [...left, ...own].find((other) => isDuplicate(record, other));
    left = left.filter((other) => other !== original);
    own = original ? own.filter((other) => other !== original) : [...own, record];
    return !original;
  });
  return { fresh, delivered: left };
}

/** The records of messages that came by one of two channels, beside those that are recent enough to matter. */
export function recordDelivered(
  delivered: readonly DeliveryRecord[],
  messages: readonly Message[],
  now: number,
): readonly DeliveryRecord[] {
  const own = messages.flatMap((message) => recordOf(message) ?? []);
  return [...delivered, ...own].filter(({ at }) => now - at < WINDOW_MS).slice(-MAX_RECORDS);
}

/** Two records are of one delivery: the same in the document, whatever object it was read into. */
export function isSameRecord(one: DeliveryRecord, other: DeliveryRecord): boolean {
  return one.channel === other.channel && one.fingerprint === other.fingerprint && one.at === other.at;
}

function isDuplicate(one: DeliveryRecord, other: DeliveryRecord): boolean {
  return (
    one.channel !== other.channel && one.fingerprint === other.fingerprint && Math.abs(one.at - other.at) < WINDOW_MS
  );
}

function recordOf({ channel, text, choices, media, cards, sentAt }: Message): DeliveryRecord | undefined {
  if (!channel) return undefined;
  // Without addresses: each channel may sign them anew.
  const content = [
    text,
    choices.map(({ label }) => label),
    media.map(({ kind, title }) => [kind, title]),
    cards.map((card) => [card.title, card.text]),
  ];
  const fingerprint = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);
  return { fingerprint, channel, at: sentAt };
}
