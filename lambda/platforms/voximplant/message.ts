import { randomUUID } from 'node:crypto';
import type { PlatformInput } from '../../conversation/ports/platform';
import { guestOf } from '../shared/people';

/** What is kept of a user: there is nothing that the platform would have to tell us first. */
export type VoximplantThread = {
  /** Our key of the user: the `client_id`. */
  readonly clientId: string;
  /** BCP 47: the `client_language`. */
  readonly locale?: string;
};

/** What a user said, as the event that the channel takes; its ids are new each time. JSON text. */
export function toEvent({ clientId, locale }: VoximplantThread, text: string): string {
  const { first, last } = guestOf(clientId);
  return JSON.stringify({
    client_data: {
      client_id: clientId,
      client_display_name: `${first} ${last}`,
      ...(locale && { client_language: locale }),
    },
    event_id: randomUUID(),
    event_type: 'send_message',
    event_data: { message: { message_id: randomUUID(), text, payload: [] } },
  });
}

/** A channel of this kind knows no buttons: picking one is saying what stands on it. */
export function wordsOf(input: Exclude<PlatformInput, { kind: 'start' }>): string {
  return input.kind === 'choice' ? input.choice.label : input.text;
}
