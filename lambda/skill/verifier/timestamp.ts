import { timeOf } from '../timestamp';
import type { UnverifiedEnvelope } from './envelope';

/** Amazon's limit: "no more than 150 seconds". Used in both directions, as clocks differ. */
export const TOLERANCE_MS = 150_000;
/** Alexa repeats the delivery of an event for up to an hour; ask-sdk-express-adapter allows the same for some of them. */
const EVENT_TOLERANCE_MS = 3_600_000;

/** Requests that report an event: no person waits for the answer. */
const EVENT_TYPE = /^(?:AlexaSkillEvent|AlexaHouseholdListEvent|Reminders|Messaging)\./;

/** Whether the request was made just now (`now` in epoch milliseconds), so that an old one cannot be played back. */
export function isTimely({ request }: UnverifiedEnvelope, now: number): boolean {
  const isEvent = typeof request?.type === 'string' && EVENT_TYPE.test(request.type);
  // No age is timely where the time cannot be read.
  const age = now - (timeOf(request?.timestamp) ?? Number.NaN);
  return age >= -TOLERANCE_MS && age <= (isEvent ? EVENT_TOLERANCE_MS : TOLERANCE_MS);
}
