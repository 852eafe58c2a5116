import { createHash } from 'node:crypto';
import type { Told } from './conversation';
import type { Message } from './message';
import type { Unread } from './ports/store';

/** How far apart the two roads bring the same message. */
const WINDOW_MS = 120_000;
const MAX_TOLD = 50;

/**
 * Tells which items repeat what the other road has told already, or what another of them tells. Each telling accounts
 * for one repetition: a bot that says the same sentence twice is heard twice.
 *
 * @returns the items that repeat nothing, and the tellings that nothing repeated yet
 */
export function withoutRepeats(items: readonly Unread[], told: readonly Told[]): Sifted<Unread> {
  return sift(items, ({ item }) => (item.kind === 'message' ? tellingOf(item.message) : undefined), told);
}

/** The same for messages that are in no inbox. */
export function withoutRepeated(messages: readonly Message[], told: readonly Told[]): Sifted<Message> {
  return sift(messages, tellingOf, told);
}

interface Sifted<T> {
  readonly fresh: readonly T[];
  readonly told: readonly Told[];
}

function sift<T>(all: readonly T[], read: (one: T) => Told | undefined, told: readonly Told[]): Sifted<T> {
  let left = told;
  let own: readonly Told[] = [];
  const fresh = all.filter((one) => {
    const telling = read(one);
    if (!telling) return true;
    const twin = [...left, ...own].find((other) => isTwin(telling, other));
    left = left.filter((other) => other !== twin);
    own = twin ? own.filter((other) => other !== twin) : [...own, telling];
    return !twin;
  });
  return { fresh, told: left };
}

/** The tellings of messages that came by one of two roads, beside those that are recent enough to matter. */
export function remember(told: readonly Told[], messages: readonly Message[], now: number): readonly Told[] {
  const own = messages.flatMap((message) => tellingOf(message) ?? []);
  return [...told, ...own].filter(({ at }) => now - at < WINDOW_MS).slice(-MAX_TOLD);
}

function isTwin(one: Told, other: Told): boolean {
  return one.road !== other.road && one.print === other.print && Math.abs(one.at - other.at) < WINDOW_MS;
}

function tellingOf({ road, text, choices, media, cards, sentAt }: Message): Told | undefined {
  if (!road) return undefined;
  // Without addresses: each road may sign them anew.
  const content = [
    text,
    choices.map(({ label }) => label),
    media.map(({ kind, title }) => [kind, title]),
    cards.map((card) => [card.title, card.text]),
  ];
  const print = createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 16);
  return { print, road, at: sentAt };
}
