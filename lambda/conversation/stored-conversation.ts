import { type Conversation, NEW_CONVERSATION } from './conversation';
import { writeRecord } from './deduplicate';
import { together } from './joined';
import type { InboxItem } from './ports/store';

/**
 * The version of what is written now. It goes up with every change that an older document has to be carried over for;
 * `MIGRATIONS` then gets one more step.
 */
const VERSION = 3;

/** A JSON object as it was read: of any version, and so of any shape. */
type Stored = Readonly<Record<string, unknown>>;

/** From each version to the next. */
const MIGRATIONS: readonly ((stored: Stored) => Stored)[] = [
  (stored) => fromUnversioned(stored),
  withShortRecords,
  withJoinedTexts,
];

/** The conversation as it is written: JSON that says which version it is of. */
export function toStored(conversation: Conversation): object {
  return { ...conversation, v: VERSION };
}

/** The conversation of a document that this or any older version has written. */
export function fromStored(stored: unknown): Conversation {
  const { v } = stored as Stored;
  const from = typeof v === 'number' ? v : 0;
  const migrated = MIGRATIONS.slice(from).reduce((document, migrate) => migrate(document), stored as Stored);
  const members = from > 0 ? withWhatIsFormer(migrated) : migrated;
  const conversation: Record<string, unknown> = { ...NEW_CONVERSATION };
  // One by one, as each turn does it, and a rest of the others and a spread of that take V8 three times as long.
  for (const name in members) if (name !== 'v') conversation[name] = members[name];
  return conversation as unknown as Conversation;
}

/** The members of 0.1.0 that have other names now. */
const FORMER = ['unanswered', 'held', 'heldAt', 'unproven', 'told', 'prompt', 'offeredNotices'] as const;

/**
 * While functions or servers are replaced, 0.1.0 goes on with documents of now: it keeps what it does not know, and writes what it
 * does beside it, by the names of then. Neither is lost.
 */
function withWhatIsFormer(stored: Stored): Stored {
  if (!FORMER.some((name) => name in stored)) return stored;
  const [former, rest] = split(stored);
  const { heldAt, unanswered } = former;
  const since = heldAt ?? list(unanswered)[0]?.at;
  // The ids of what was carried over before begin with 0 as well.
  const carried = withJoinedTexts(withShortRecords(fromUnversioned({ ...former, said: stored.said }, ` at ${since}`)));
  const both = (name: string) => [...list(rest[name]), ...list(carried[name])];
  return withoutUndefined({
    ...rest,
    ...carried,
    outbox: both('outbox'),
    unacknowledged: filled(both('unacknowledged')),
    delivered: together(text(rest.delivered), text(carried.delivered)) || undefined,
    // Who has answered meanwhile was 0.1.0, which knows this one alone.
    inputRequest: former.prompt,
  });
}

function split(stored: Stored): readonly [former: Stored, rest: Stored] {
  const isFormer = (name: string) => FORMER.some((other) => other === name);
  const pick = (wanted: boolean) =>
    Object.fromEntries(Object.entries(stored).filter(([name]) => isFormer(name) === wanted));
  return [pick(true), pick(false)];
}

function filled<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** The inbox item that this or any older version has written. */
export function itemFromStored(stored: unknown): InboxItem {
  const { message, ...item } = stored as Stored;
  return (message === undefined
    ? item
    : { ...item, message: migrateMessage(message as Stored) }) as unknown as InboxItem;
}

/** Version 0, written by 0.1.0: names of the time, and what was said to the bot in three lists without ids. */
function fromUnversioned(stored: Stored, mark = ''): Stored {
  const { unanswered, held, heldAt, unproven, told, prompt, offeredNotices, said, ...rest } = stored;
  const since = typeof heldAt === 'number' ? heldAt : Date.now();
  return withoutUndefined({
    ...rest,
    outbox: [
      ...list(unanswered).map(({ at, start }, index) => ({
        id: `sent ${index}${mark}`,
        input: start === true ? { kind: 'start' } : { kind: 'text', text: '' },
        saidAt: at,
        state: 'sent',
        sentAt: at,
      })),
      ...list(held).map((input, index) => ({
        id: `queued ${index}${mark}`,
        input: migrateInput(input),
        saidAt: since,
        state: 'queued',
      })),
    ],
    unacknowledged: unproven,
    delivered: told && list(told).map(({ print, road, at }) => ({ fingerprint: print, channel: road, at })),
    inputRequest: prompt,
    offeredNotifications: offeredNotices,
    said: list(said).map((part) => ({ ...part, ...(part.phrase !== undefined && { phrase: phraseOf(part.phrase) }) })),
  });
}

/** Version 1: records of what was delivered were objects. */
function withShortRecords(stored: Stored): Stored {
  const { delivered, ...rest } = stored;
  if (delivered === undefined) return rest;
  return {
    ...rest,
    delivered: list(delivered).map(({ channel, fingerprint, at }) =>
      writeRecord(channel === 'event' ? 'event' : 'inline', String(fingerprint), Number(at)),
    ),
  };
}

/**
 * Version 2: records and the requests that were answered were arrays, and these under another name: a server of then that goes on with
 * a document of now takes neither for its own.
 */
function withJoinedTexts(stored: Stored): Stored {
  const { answered, replied, delivered, ...rest } = stored;
  const [then, now] = [answered, replied] as readonly (Stored | undefined)[];
  const requests = together(text(now?.requests), texts(then?.requests).join(' '));
  return withoutUndefined({
    ...rest,
    delivered: text(delivered) || texts(delivered).join(' ') || undefined,
    replied: then ? { ...then, requests } : now,
  });
}

/** Phrases that were called otherwise. */
const PHRASES: Readonly<Record<string, string>> = {
  'not-heard': 'no-match',
  'no-news': 'no-unread',
  'offer-notices': 'offer-notifications',
};

function phraseOf(phrase: unknown): unknown {
  return typeof phrase === 'string' ? (PHRASES[phrase] ?? phrase) : phrase;
}

function migrateInput({ prompt, ...input }: Stored): Stored {
  return prompt === undefined ? input : { ...input, inputRequest: prompt };
}

function migrateMessage({ prompt, road, ...message }: Stored): Stored {
  return withoutUndefined({ inputRequest: prompt, channel: road, ...message });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function list(value: unknown): readonly Stored[] {
  return Array.isArray(value) ? (value as Stored[]) : [];
}

function withoutUndefined(object: Stored): Stored {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));
}
