import type { Turn } from './history';

/** Alexa waits no longer, in milliseconds. */
export const LONGEST_ANSWER_MS = 8000;
/** A turn may take 6.5 s. What the machine withheld beyond this may be why an answer was late. */
export const STARVED_MS = 1000;

/** Whether an answer came too late, or may have done so because the machine had no time. */
export function isLate({ ms, status }: Turn): boolean {
  return ms >= LONGEST_ANSWER_MS || (status === 0 && ms >= LONGEST_ANSWER_MS - 50);
}

export function isStarved({ starvedMs }: Turn): boolean {
  return starvedMs >= STARVED_MS;
}

/** Whether the user heard the answer. */
export function isPlayed(turn: Turn): boolean {
  return turn.status === 200 && turn.verdict === undefined && !isLate(turn);
}
