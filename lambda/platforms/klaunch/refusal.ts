import type { ErrorCode } from '../../errors';
import { codeOfStatus } from '../shared/http';
import { isObject, member } from '../shared/json';

const RATE_LIMIT = /rate.?limit|too many|throttl/i;
const TOKEN = /token|authori[sz]|authenticat/i;
const CHANNEL = /channel/i;
const USER = /\buser/i;
const UNKNOWN =
  /unknown|not (be )?found|no such|not exist|n['’]t exist|invalid|expired|not? (longer )?(known|recogni[sz]ed)/i;

/** What was sent, as far as an answer may repeat it. */
export interface Sent {
  readonly channelID: string;
  readonly token: string;
  readonly message: string;
  /** Absent when a new user was asked for. */
  readonly userID: string | undefined;
}

/**
 * What an answer means: an error's code, or `undefined` for a success. The vendor says of errors only that it responds
 * with them, so status and words both count. Words that repeat what was sent say nothing.
 */
export function errorOfAnswer(status: number, answer: unknown, sent: Sent): ErrorCode | undefined {
  const byStatus = codeOfStatus(status);
  if (byStatus === 'ALOUD_PLATFORM_RATE_LIMITED') return byStatus;
  if (!byStatus && !isObject(answer)) return 'ALOUD_PLATFORM_BAD_ANSWER';
  if (!byStatus && isObject(answer) && member(answer, 'success') === true) return undefined;

  const texts = textsOf(answer).filter((text) => ![sent.channelID, sent.token, sent.message].includes(text));
  const byWords = texts.map((text) => codeOfWords(text, sent.userID !== undefined)).find((code) => code !== undefined);
  const isGone = byWords === 'ALOUD_PLATFORM_THREAD_GONE';
  if (byWords && (isGone || byStatus !== 'ALOUD_PLATFORM_FAILED')) return byWords;
  // One address serves all: it was right when the user was made.
  if (byStatus === 'ALOUD_PLATFORM_NOT_FOUND' && sent.userID !== undefined) return 'ALOUD_PLATFORM_THREAD_GONE';
  return byStatus ?? 'ALOUD_PLATFORM_REJECTED';
}

function codeOfWords(text: string, toKnownUser: boolean): ErrorCode | undefined {
  if (RATE_LIMIT.test(text)) return 'ALOUD_PLATFORM_RATE_LIMITED';
  if (TOKEN.test(text)) return 'ALOUD_PLATFORM_UNAUTHORIZED';
  if (toKnownUser && USER.test(text) && UNKNOWN.test(text)) return 'ALOUD_PLATFORM_THREAD_GONE';
  return CHANNEL.test(text) ? 'ALOUD_PLATFORM_UNAUTHORIZED' : undefined;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
