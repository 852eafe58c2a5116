import { createHash, randomBytes } from 'node:crypto';
import type { UsageScope } from '../../conversation/ports/usage-store';

/** The one index: what is due at a time. Only items with both of its keys are in it. */
export const DUE_INDEX = 'due';

/** The primary key of an item. */
export type Key = { readonly pk: string; readonly sk: string };

/*
 * One table. A user's partition (`U#<key>`) holds, in the order of its sort keys:
 *
 *   A                the user: sealed Alexa id, conversation document, subscription
 *   I#<arrival>      what waits in the inbox; next to A, so that one Query begins a turn
 *   N                the notification state and the count of arrivals: small, there for as long as A is, and read with both. What
 *                    is added to the inbox is conditioned on it, and waiting turns poll it
 *   R#<thread>       the user's threads, to erase them
 *   S#<speaker>      recognised speakers of the account, to erase them
 *   X#<arrival>      dead letters: why a notification was never sent
 *
 * Beside the users: `T#<thread>` with O, whose thread it is and how much is parked for it, and P#<arrival>, what is
 * parked; `D#<hash>`, arrivals seen before, and when contents without an id came last; `E#<hash>`, tombstones of who and what
 * was erased; `CAPTURE` with S, what an operator captures, and E#<ref>, what was kept of it; `PACE`; `L#<line>`, where a line of
 * all processes ends; `M#<month>#<skill>`, how a skill was used; `Q#<skill>`, what its users said that matched no option, sealed.
 */
export const userKey = (key: string): Key => ({ pk: userPartition(key), sk: 'A' });
export const notificationKey = (key: string): Key => ({ pk: userPartition(key), sk: 'N' });
export const inboxKey = (key: string, ref: string): Key => ({ pk: userPartition(key), sk: `I#${ref}` });
export const userThreadKey = (key: string, thread: string): Key => ({ pk: userPartition(key), sk: `R#${thread}` });
export const speakerKey = (account: string, key: string): Key => ({ pk: userPartition(account), sk: `S#${key}` });
export const deadLetterKey = (key: string, ref: string): Key => ({ pk: userPartition(key), sk: `X#${ref}` });
export const ownerKey = (thread: string): Key => ({ pk: threadPartition(thread), sk: 'O' });
export const parkedKey = (thread: string, ref: string): Key => ({ pk: threadPartition(thread), sk: `P#${ref}` });
/** Ids are kept as hashes, as a vendor may put anything into them. */
export const seenKey = (id: string): Key => ({ pk: `D#${hashOf(id)}`, sk: 'D' });
export const tombstoneKey = (hash: string): Key => ({ pk: `E#${hash}`, sk: 'E' });
export const CAPTURE_KEY: Key = { pk: 'CAPTURE', sk: 'S' };
export const capturedKey = (ref: string): Key => ({ pk: CAPTURE_KEY.pk, sk: `E#${ref}` });
export const PACE_KEY: Key = { pk: 'PACE', sk: 'PACE' };
/** One of the items that share the counts of a month. */
export const usageKey = (scope: UsageScope, shard: number): Key => ({ pk: usagePartition(scope), sk: String(shard) });
export const unmatchedKey = (skill: string, id: string): Key => ({ pk: unmatchedPartition(skill), sk: id });
export const lineKey = (name: string): Key => ({ pk: `L#${name}`, sk: 'L' });

export const usagePartition = ({ month, skill }: UsageScope) => `M#${month}#${skill}`;
export const unmatchedPartition = (skill: string) => `Q#${skill}`;
export const userPartition = (key: string) => `U#${key}`;
export const threadPartition = (thread: string) => `T#${thread}`;

/** The user of an item in a user's partition. */
export const userOf = ({ pk }: Key) => pk.slice(2);
/** What a sort key names after its kind: a ref, a thread, a speaker. */
export const nameOf = ({ sk }: Key) => sk.slice(2);

/** The range of sort keys of what arrived at a moment (epoch milliseconds) or later. */
export const arrivedFrom = (kind: 'I' | 'P', ms: number) => [`${kind}#${padded(ms)}`, `${kind}#~`] as const;
/** The user's threads, whatever a vendor calls them. */
export const USER_THREADS = ['R#', 'R$'] as const;
/** The user, their whole inbox, and the count of what arrived. */
export const USER_AND_INBOX = ['A', 'N'] as const;

/** When something arrived, by its ref. */
export const arrivalOf = (ref: string) => Number(ref.slice(0, 13));

/** Of a user or thread that was erased: enough to know it again, not enough to tell who it was. */
export function erasedHash(id: string): string {
  return hashOf(`erased ${id}`).slice(0, 16);
}

/** How far clocks may be set back before what arrives is no longer kept in order by holding on to the later time. */
const LONGEST_STEP_MS = 10_000;

/**
 * Makes refs that sort by the moment of arrival and, within a process, always by the order of the calls. Two processes
 * never make the same.
 */
export function createRefs(now: () => number): () => string {
  const maker = randomBytes(5).toString('hex');
  let last = 0;
  let count = 0;
  return () => {
    const at = Math.trunc(now());
    last = last - at > LONGEST_STEP_MS ? at : Math.max(at, last);
    return `${padded(last)}#${(count++).toString(36).padStart(7, '0')}${maker}`;
  };
}

function padded(ms: number): string {
  return String(Math.max(Math.trunc(ms), 0)).padStart(13, '0');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
