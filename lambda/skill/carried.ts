import type { Session as AlexaSession } from 'ask-sdk-model';
import type { Carried } from '../conversation/reply';

/** The session attribute that holds what of the session's replies may not be on disk. */
const CARRIED = 'carried';
const MOST = 50;
const RECORD = /^[ie][\w-]{16}[0-9a-z]{1,12}$/;

/** The session attributes of a reply that may not be on disk. */
export function carriedAttributes(carried: Carried | undefined): Record<string, unknown> {
  return carried ? { [CARRIED]: carried } : {};
}

/** What a session brings back. Nothing of another form gets into the document. */
export function carriedIn(session: AlexaSession | undefined): Carried | undefined {
  const given: unknown = session?.attributes?.[CARRIED];
  if (typeof given !== 'object' || given === null) return undefined;
  const { unsaid, delivered } = given as Readonly<Record<string, unknown>>;
  return { unsaid: listOf(unsaid).filter(isMoment), delivered: listOf(delivered).filter(isRecord) };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(-MOST) : [];
}

function isMoment(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isRecord(value: unknown): value is string {
  return typeof value === 'string' && RECORD.test(value);
}
