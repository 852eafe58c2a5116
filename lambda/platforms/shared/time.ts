import { type JsonObject, member } from './json';

const TIMES = ['timestamp', 'sent_at', 'sentAt', 'time'];
/** In a user's record these say when the user was registered. */
const CREATED = ['created_at', 'createdAt'];
/** Anything below is taken for seconds: as milliseconds it would be before 1974. */
const MAX_SECONDS = 1e11;
/** So old is no message that comes; by a clock of ours that has jumped a week ahead, each one is a week old. */
const PAST_MS = 8 * 24 * 3_600_000;
/** How far the vendor's clock may be ahead of ours. */
const AHEAD_MS = 5 * 60_000;

/** When an object says that it was made or sent, as it is written there. */
export function readRawTime(object: JsonObject): unknown {
  const names = Object.hasOwn(object, 'webchat_id') ? TIMES : [...TIMES, ...CREATED];
  return names.map((name) => member(object, name)).find((value) => value != null && value !== '');
}

/**
 * The moment that a vendor's time stands for, in epoch milliseconds: seconds, milliseconds or ISO 8601, UTC where it
 * names no zone. `undefined` for anything else.
 */
export function toMoment(raw: unknown): number | undefined {
  const time = typeof raw === 'number' ? fromNumber(raw) : typeof raw === 'string' ? fromText(raw.trim()) : Number.NaN;
  return Number.isFinite(time) ? time : undefined;
}

/** The same, of the last days only: anything else would be the date of some content, not of a message. */
export function parseTime(raw: unknown, now: number): number | undefined {
  const time = toMoment(raw);
  return time !== undefined && time >= now - PAST_MS && time <= now + AHEAD_MS ? time : undefined;
}

function fromNumber(value: number): number {
  return Math.trunc(value < MAX_SECONDS ? value * 1000 : value);
}

function fromText(text: string): number {
  if (/^\d{9,16}(\.\d+)?$/.test(text)) return fromNumber(Number(text));
  const [, date, time, zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d:?\d\d)?$/i.exec(text) ?? [];
  return date ? Date.parse(`${date}T${time}${zone.replace(/^(...)(\d\d)$/, '$1:$2')}`) : Number.NaN;
}
