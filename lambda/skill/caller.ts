import type { Request, RequestEnvelope, User } from 'ask-sdk-model';
import type { ChannelIdentity } from '../conversation/ports/store';
import { AloudError } from '../errors';
import { userKey } from './user';

/** Who a request is from: our key of them, and what Amazon needs to reach them. */
export interface Caller {
  readonly key: string;
  readonly identity: ChannelIdentity;
}

export interface CallerOptions {
  /** ALOUD_SECRET. */
  readonly secret: string;
  /** Who is one user: the Alexa account, or each person whose voice Alexa recognises. */
  readonly speakers: 'account' | 'person';
}

/** The session attribute that holds the key of the user who spoke last. */
const SPEAKER = 'speaker';

/** The Alexa account itself, which notifications and skill events are for. */
export function accountOf({ context, request }: RequestEnvelope, secret: string): Caller {
  const { application, user, apiEndpoint } = context.System;
  // The SDK's types promise one.
  if ((user as User | undefined) === undefined) {
    throw new AloudError('ALOUD_REQUEST_UNREADABLE', 'context.System.user is missing');
  }
  return {
    key: userKey(secret, application.applicationId, user.userId),
    identity: { userId: user.userId, apiEndpoint, locale: localeOf(request) },
  };
}

/**
 * The user who speaks. Alexa does not recognise every voice every time, and none in a silence: then it is the user who
 * spoke before in the session, and at its beginning the account.
 */
export function callerOf(envelope: RequestEnvelope, { secret, speakers }: CallerOptions): Caller {
  const account = accountOf(envelope, secret);
  if (speakers === 'account') return account;
  const { application, user, person } = envelope.context.System;
  const key = person?.personId
    ? userKey(secret, application.applicationId, user.userId, person.personId)
    : (lastSpeaker(envelope) ?? account.key);
  return speakerOf(account, key);
}

/** The user whom the session's last reply was for, where another speaks now. */
export function callerBefore(envelope: RequestEnvelope, { key }: Caller, secret: string): Caller | undefined {
  const before = lastSpeaker(envelope);
  return before === undefined || before === key ? undefined : speakerOf(accountOf(envelope, secret), before);
}

/** The session attributes of a reply to a speaker. */
export function speakerAttributes({ key }: Caller): Record<string, string> {
  return { [SPEAKER]: key };
}

/** As Alexa sends it, or as the skill has put in where it sent none: `createSkill`. */
export function localeOf(request: Request): string {
  return ('locale' in request && request.locale) || 'en-US';
}

function lastSpeaker({ session }: RequestEnvelope): string | undefined {
  const speaker: unknown = session?.attributes?.[SPEAKER];
  return typeof speaker === 'string' && /^[0-9a-f]{32}$/.test(speaker) ? speaker : undefined;
}

function speakerOf(account: Caller, key: string): Caller {
  return key === account.key ? account : { key, identity: { ...account.identity, account: account.key } };
}
