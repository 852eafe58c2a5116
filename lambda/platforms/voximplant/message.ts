import { createHash, randomUUID } from 'node:crypto';
import type { PlatformInput } from '../../conversation/ports/platform';
import { guestOf } from '../shared/people';

/** What is kept of a user: there is nothing that the platform would have to tell us first. */
export type VoximplantThread = {
  /** Our key of the user: the `client_id`. */
  readonly clientId: string;
  /** BCP 47: the `client_language`. */
  readonly locale?: string;
};

/** What a user said, as the event that the channel takes; its ids are new each time, and known again. JSON text. */
export function toEvent({ clientId, locale }: VoximplantThread, text: string): string {
  const { first, last } = guestOf(clientId);
  return JSON.stringify({
    client_data: {
      client_id: clientId,
      client_display_name: `${first} ${last}`,
      ...(locale && { client_language: locale }),
    },
    event_id: ownId(clientId),
    event_type: 'send_message',
    event_data: { message: { message_id: ownId(clientId), text, payload: [] } },
  });
}

/** A channel of this kind knows no buttons: picking one is saying what stands on it. */
export function wordsOf(input: Exclude<PlatformInput, { kind: 'start' }>): string {
  return input.kind === 'choice' ? input.choice.label : input.text;
}

/** Where an id of ours ends: the rest of it proves that it is. */
const CHECKED_FROM = 24;
const CHECK_DIGITS = 12;

/** A new UUID whose last digits are made of the others. */
function ownId(clientId: string): string {
  const start = randomUUID().slice(0, CHECKED_FROM);
  return start + checkOf(start, clientId);
}

/** Whether an id was made here, by whatever process, for what this user said: the vendor has sent it back. */
export function isOwnId(id: string, clientId: string): boolean {
  const start = id.slice(0, CHECKED_FROM);
  return id.length === start.length + CHECK_DIGITS && id === start + checkOf(start, clientId);
}

function checkOf(start: string, clientId: string): string {
  return createHash('sha256').update(`${clientId}:${start}`).digest('hex').slice(0, CHECK_DIGITS);
}
