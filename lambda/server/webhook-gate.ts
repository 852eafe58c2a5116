import type { IncomingHttpHeaders } from 'node:http';
import { WEBHOOK_LIMIT_BYTES } from '../webhooks/webhooks';

/** More are not taken in at once: with the largest bodies they take so much memory, and no more. */
const MOST_AT_ONCE = 256;
const MOST_BYTES = 16 * 1024 * 1024;
/** So many may wait for however long, as for another process that has the file locked: that is no flood. */
const FEW = 64;
/** Of more than a few none may wait longer, in milliseconds: a vendor whose answer comes later may have given up, and repeats it. */
const LONGEST_WAIT_MS = 1000;
/** So long webhooks are worked on in one turn of the event loop, in milliseconds; then everything else has its turn. */
const SLICE_MS = 8;

/** A webhook that was let in. */
export interface Entry {
  /** Works when it is its turn: in the order of the calls, and never long in one go. Once. */
  work<T>(job: () => Promise<T>): Promise<T>;
  /** It will not come to that: its body was refused, or its vendor has hung up. Without effect once it works. */
  leave(): void;
}

/**
 * Lets in as many webhooks as can be stored in time, so that turns are not late for them, and none waits without end: one
 * that is not let in costs its vendor a repetition, one that is taken in too late costs the users their answers.
 */
export interface WebhookGate {
  /** @param bytes of the body, at most. `undefined`: not now */
  enter(bytes: number): Entry | undefined;
}

/** @param now milliseconds of any clock that goes on */
export function createWebhookGate(now: () => number = () => performance.now()): WebhookGate {
  let entered = 0;
  let enteredBytes = 0;
  /** When those came that are not stored yet, the oldest first. */
  const since = new Set<{ readonly at: number }>();
  let line: (() => void)[] = [];

  function isFull(bytes: number): boolean {
    if (entered >= MOST_AT_ONCE || enteredBytes + bytes > MOST_BYTES) return true;
    const [oldest] = since;
    return entered >= FEW && oldest !== undefined && now() - oldest.at > LONGEST_WAIT_MS;
  }

  function workOff(): void {
    const until = now() + SLICE_MS;
    let next = 0;
    while (next < line.length && (next === 0 || now() < until)) line[next++]?.();
    line = line.slice(next);
    if (line.length > 0) setImmediate(workOff);
  }

  return {
    enter(bytes) {
      if (isFull(bytes)) return undefined;
      entered++;
      enteredBytes += bytes;
      let isHere = true;
      let isWorking = false;
      const exit = () => {
        if (!isHere) return;
        isHere = false;
        entered--;
        enteredBytes -= bytes;
      };
      return {
        work<T>(job: () => Promise<T>) {
          isWorking = true;
          const arrival = { at: now() };
          since.add(arrival);
          const worked = new Promise<T>((resolve, reject) => {
            // Begun by the line itself, which measures how long it takes until it waits for the disk.
            const begin = () => void job().then(resolve, reject);
            if (line.push(begin) === 1) setImmediate(workOff);
          });
          return worked.finally(() => {
            since.delete(arrival);
            exit();
          });
        },
        leave() {
          if (!isWorking) exit();
        },
      };
    },
  };
}

/** How long a body is, or may be where nobody says. */
export function lengthOf({ 'content-length': length }: IncomingHttpHeaders): number {
  return Math.min(Number(length ?? WEBHOOK_LIMIT_BYTES), WEBHOOK_LIMIT_BYTES);
}

/** After a second what came before is stored, or the database may be back. */
const RETRY = { 'Retry-After': '1' };

/** What goes with an answer that asks to come again. */
export function retryHeaders(status: number): Readonly<Record<string, string>> {
  return status === 503 ? RETRY : {};
}
