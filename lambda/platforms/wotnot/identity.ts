import { createHash } from 'node:crypto';
import { createEventIds } from '../event-ids';
import { toText } from '../fields';
import { type JsonObject, member } from '../json';
import { parseTime } from '../time';

const IDS = ['message_id', 'id', 'key', '_id'];
const TIMES = ['created_at', 'timestamp', 'sent_at', 'time'];
/** A longer one is hashed: a store keeps an id of limited length. */
const MAX_ID_CHARS = 100;

/** Where something may be said of an event, the most telling place first. */
export type Places = readonly JsonObject[];

export interface Identity {
  /** Tells repetitions apart. */
  readonly id: string;
  /** Epoch milliseconds: the vendor's time where it gives one of the last day, else ours; never in the future. */
  readonly at: number;
}

/**
 * @param conversation what the ids of the vendor's are unique within, as far as anybody says
 * @param content tells one event from another where the vendor gives no id
 */
export type Identify = (places: Places, conversation: string, content: readonly unknown[]) => Identity;

/** Makes an `Identify` for each call of the webhook: within one, the same thing twice was said twice. */
export function createIdentities(now: () => number): () => Identify {
  const idOf = createEventIds();

  return () => {
    const at = now();
    const seen = new Map<string, number>();

    return (places, conversation, content) => {
      const time = readTime(places, at);
      const own = readId(places, conversation);
      const print = own === undefined ? JSON.stringify(content) : '';
      const before = seen.get(print) ?? 0;
      if (own === undefined) seen.set(print, before + 1);
      const id = own === undefined ? idOf([conversation, print, before], time, at) : scopedId(conversation, own);
      return { id, at: Math.min(time ?? at, at) };
    };
  };
}

/** An id of this event's own: what names the conversation is in every event of it. */
function readId(places: Places, conversation: string): string | undefined {
  return IDS.flatMap((name) => places.map((place) => toText(member(place, name)))).find(
    (id) => id !== undefined && id !== conversation,
  );
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
