import { createHash } from 'node:crypto';
import { type EventId, eventId } from '../event-ids';
import { toText } from '../fields';
import { type JsonObject, member } from '../json';
import { parseTime } from '../time';

/** What surely is the id of a message. */
const MESSAGE_ID = 'message_id';
/** What may be one. It may also be of a block of the flow, which the bot comes back to, or of the webhook. */
const IDS = ['id', '_id'];
/** Known to name a block: it goes back with a button. */
const BLOCK_KEY = 'key';
const TIMES = ['created_at', 'timestamp', 'sent_at', 'time'];
/** A longer one is hashed: a store keeps an id of limited length. */
const MAX_ID_CHARS = 100;

/** Where something may be said of an event, the most specific place first. */
export type Places = readonly JsonObject[];

export interface Identity extends EventId {
  /** Epoch milliseconds: the vendor's time where it gives one of the last day, else ours; never in the future. */
  readonly at: number;
}

/** What is said of an event, and where. */
export interface Traits {
  /** Of the event itself. */
  readonly own: Places;
  /** Around it: ids there may be the same in every event. */
  readonly around: Places;
  /** What the vendor's ids are unique within, as far as is documented. */
  readonly conversation: string;
  /** What it is, the same however often it comes. */
  readonly what: unknown;
}

export type Identify = (traits: Traits) => Identity;

/** Makes an `Identify` for each call of the webhook: within one, the same thing twice was said twice. */
export function createIdentities(now: () => number): () => Identify {
  return () => {
    const at = now();
    const seen = new Map<string, number>();

    return ({ own, around, conversation, what }) => {
      const places = [...own, ...around];
      const time = readTime(places, at);
      const sure = readId(places, [MESSAGE_ID], conversation);
      const likely = sure ?? (time === undefined ? readId(own, IDS, conversation) : undefined);
      const identity = { at: Math.min(time ?? at, at) };
      if (likely !== undefined) return { ...identity, id: scopedId(conversation, likely) };

      // An id that may be of several events tells them apart together with what they say, and when.
      const shared = readId(places, [...IDS, BLOCK_KEY], conversation);
      const rest = shared === undefined || time === undefined ? own : undefined;
      const fingerprint = JSON.stringify([shared, what, rest]);
      const before = seen.get(fingerprint) ?? 0;
      seen.set(fingerprint, before + 1);
      return { ...identity, ...eventId([conversation, fingerprint, before], time) };
    };
  };
}

/** An id of this event's own: what names the conversation is in every event of it. */
function readId(places: Places, names: readonly string[], conversation: string): string | undefined {
  return names
    .flatMap((name) => places.map((place) => toText(member(place, name))))
    .find((id) => id !== undefined && id !== conversation);
}

function scopedId(conversation: string, id: string): string {
  const scoped = `${conversation}:${id}`;
  return scoped.length <= MAX_ID_CHARS ? scoped : createHash('sha256').update(scoped).digest('base64url');
}

function readTime(places: Places, now: number): number | undefined {
  return places
    .flatMap((place) => TIMES.map((name) => parseTime(member(place, name), now)))
    .find((time) => time !== undefined);
}
