import { createHash, randomUUID } from 'node:crypto';
import type { VoximplantThread } from './types';

/** What a user said, as the event that the channel takes; its ids are new each time. JSON text. */
export function toEvent({ clientId, locale }: VoximplantThread, text: string): string {
  return JSON.stringify({
    client_data: {
      client_id: clientId,
      client_display_name: guestName(clientId),
      ...(locale && { client_language: locale }),
    },
    event_id: randomUUID(),
    event_type: 'send_message',
    event_data: { message: { message_id: randomUUID(), text, payload: [] } },
  });
}

/** Who a live agent sees: one of several guests, told apart by a number. */
function guestName(key: string): string {
  const number = createHash('sha256').update(key).digest().readUInt32BE() % 10_000;
  return `Guest Alexa ${String(number).padStart(4, '0')}`;
}
