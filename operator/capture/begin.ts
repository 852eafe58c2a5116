import { randomBytes, randomUUID } from 'node:crypto';
import type { CaptureState } from '../../lambda/capture/entry';
import type { Store } from '../../lambda/conversation/ports/store';
import { OperatorProblem } from '../problem';

export const LONGEST_MINUTES = 60;
const DEFAULT_MINUTES = 10;
const MINUTE_MS = 60_000;
/** What was kept can be looked at for a day. */
const KEPT_MS = 24 * 60 * MINUTE_MS;
/** Shorter values of a thread stand in what is everybody's. */
const SHORTEST_MARK = 4;

export interface Wanted {
  readonly minutes: number;
  readonly words: boolean;
  /** Keys of the one user. Absent: everybody. */
  readonly keys?: readonly string[];
  /** One of several. Absent: all. */
  readonly skill?: string;
}

/** @throws OperatorProblem for what is no number of minutes */
export function minutesOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_MINUTES;
  const minutes = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (minutes >= 1 && minutes <= LONGEST_MINUTES) return minutes;
  throw new OperatorProblem([`--minutes takes a whole number from 1 to ${LONGEST_MINUTES}.`]);
}

/** Begins a capture, in place of any that was. All processes that use the database see it within seconds. */
export async function begin(store: Store, { minutes, words, keys, skill }: Wanted, now: number): Promise<CaptureState> {
  const marks = keys && (await marksOf(store, keys));
  const state: CaptureState = {
    id: randomUUID(),
    salt: randomBytes(32).toString('hex'),
    since: now,
    until: now + minutes * MINUTE_MS,
    words,
    ...(marks && { marks }),
    ...(skill !== undefined && { skill }),
  };
  await store.beginCapture(JSON.stringify(state), state.until + KEPT_MS);
  return state;
}

/** What stands in the calls and webhooks of a user: our key, and the ids that the vendor gave them. */
async function marksOf(store: Store, keys: readonly string[]): Promise<readonly string[]> {
  const users = (await Promise.all(keys.map((key) => store.find(key)))).filter((user) => user !== undefined);
  if (users.length === 0)
    throw new OperatorProblem(['This user has not talked to the bot yet: nothing is known of them.']);
  return users.flatMap(({ key, conversation }) => [key, ...idsIn(conversation.thread)]);
}

function idsIn(value: unknown): string[] {
  if (typeof value === 'string')
    return value.length >= SHORTEST_MARK && /\d/.test(value) && !/\s|[{"]/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
