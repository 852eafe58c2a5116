import { hash } from 'node:crypto';
import type { DeliveryLog, DeliveryRecord } from './conversation';
import { appended, holds, parted, together, withoutFirst } from './joined';
import type { Message } from './message';
import type { Unread } from './ports/store';

/** How far apart the two channels bring the same message. */
const WINDOW_MS = 120_000;
/** Characters: of 50 records. */
const MAX_LOG = 50 * 26;

/** What is new, and the records that nothing was a duplicate of yet. */
interface Deduplicated<T> {
  readonly fresh: readonly T[];
  readonly delivered: DeliveryLog;
}

/**
 * Leaves out the items that repeat what the other channel has delivered already, or what another of them brings. Each
 * record accounts for one duplicate: a bot that says the same sentence twice is heard twice.
 */
export function deduplicateItems(items: readonly Unread[], delivered: DeliveryLog): Deduplicated<Unread> {
  return deduplicate(items, ({ item }) => (item.kind === 'message' ? recordOf(item.message) : undefined), delivered);
}

/** The same for messages that are in no inbox. */
export function deduplicateMessages(messages: readonly Message[], delivered: DeliveryLog): Deduplicated<Message> {
  return deduplicate(messages, recordOf, delivered);
}

function deduplicate<T>(
  all: readonly T[],
  read: (one: T) => DeliveryRecord | undefined,
  delivered: DeliveryLog,
): Deduplicated<T> {
  let left = delivered;
  let own: DeliveryLog = '';
  const isFresh = (one: T) => {
    const record = read(one);
    if (record === undefined) return true;
    const [leftAfter, ownAfter] = [withoutOriginal(record, left), withoutOriginal(record, own)];
    if (leftAfter !== undefined) left = leftAfter;
    else if (ownAfter !== undefined) own = ownAfter;
    else own = together(own, record);
    return leftAfter === undefined && ownAfter === undefined;
  };
  return { fresh: all.length === 0 ? all : all.filter(isFresh), delivered: left };
}

/** The log without the record of what this one repeats; `undefined`: it repeats nothing. */
function withoutOriginal(record: DeliveryRecord, log: DeliveryLog): DeliveryLog | undefined {
  const name =
    (record.startsWith(CHANNELS.event) ? CHANNELS.inline : CHANNELS.event) + record.slice(1, FINGERPRINT_END);
  // As a rule the other channel has brought nothing like it.
  if (!log.includes(name)) return undefined;
  const records = parted(log);
  const at = records.findIndex((other) => other.startsWith(name) && areNear(record, other));
  return at < 0 ? undefined : records.toSpliced(at, 1).join(' ');
}

/** The records of messages that came by one of two channels, behind those that are recent enough to matter. */
export function recordDelivered(delivered: DeliveryLog, messages: readonly Message[], now: number): DeliveryLog {
  let log = withoutOld(delivered, now);
  for (const message of messages) {
    const record = recordOf(message);
    if (record !== undefined && isRecent(record, now)) log = appended(log, record, MAX_LOG);
  }
  return log;
}

/** Without the first that are old: what is old behind them is taken for no message of now either. */
function withoutOld(log: DeliveryLog, now: number): DeliveryLog {
  let left = log;
  while (left !== '' && !isRecent(left, now)) left = withoutFirst(left);
  return left;
}

/** The log without what it had before, and that alone; of the same user, some turns later. */
export function splitLog(log: DeliveryLog, before: DeliveryLog = ''): readonly [old: DeliveryLog, added: DeliveryLog] {
  if (log === before) return [log, ''];
  const isOld = (record: DeliveryRecord) => holds(before, record);
  const records = parted(log);
  return [records.filter(isOld).join(' '), records.filter((record) => !isOld(record)).join(' ')];
}

function isRecent(record: DeliveryRecord, now: number): boolean {
  return now - timeOf(record) < WINDOW_MS;
}

function areNear(one: DeliveryRecord, other: DeliveryRecord): boolean {
  return Math.abs(timeOf(one) - timeOf(other)) < WINDOW_MS;
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

/** Of a log, that of its first record. */
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
