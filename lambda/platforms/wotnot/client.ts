import type { Thread } from '../../conversation/ports/platform';
import type { Signal } from '../../conversation/ports/signal';
import type { ErrorCode } from '../../errors';
import { codeOfStatus, createHttp, type ExplainedError } from '../shared/http';
import { isObject, type JsonObject, member } from '../shared/json';
import type { VisitorMessage } from './message';
import type { WotNotOptions } from './settings';

/** The error by which a start may say that the visitor is known already. */
const CREATION_REFUSED = 'CONVERSATION_CREATION_EXCEPTION';

/** The errors that the vendor's pages name; only these are shown to the operator. */
const KNOWN: readonly ExplainedError[] = [
  { reason: CREATION_REFUSED, code: 'ALOUD_PLATFORM_REJECTED' },
  { reason: 'CHANNEL_NOT_ENABLED', code: 'ALOUD_PLATFORM_UNAUTHORIZED' },
  { reason: 'JWT_SIGNATURE_EXCEPTION', code: 'ALOUD_PLATFORM_UNAUTHORIZED' },
  { reason: 'UNAUTHORIZED_FEATURE', code: 'ALOUD_PLATFORM_UNAUTHORIZED' },
];

/** What is kept of a user's conversation. */
export type WotNotThread = {
  /** Our key of the user: the `user_external_id`. */
  readonly user: string;
  /** BCP 47: the visitor's `browserLanguage`. */
  readonly locale?: string;
  /** The platform's id; absent until the first message has started the conversation. */
  readonly conversation?: string;
};

/** Our key of a user. */
const USER = /^[a-z0-9]{32}$/;
/** An id that goes into a path; the vendor's is 42 letters and digits in one sample. */
const CONVERSATION = /^[\x21-\x7e]{1,200}$/;

/** A stored thread, if it is one of ours. */
export function readThread({ user, locale, conversation }: Thread): WotNotThread | undefined {
  if (typeof user !== 'string' || !USER.test(user)) return undefined;
  if (conversation !== undefined && !isConversation(conversation)) return undefined;
  return {
    user,
    ...(typeof locale === 'string' && { locale }),
    ...(conversation !== undefined && { conversation }),
  };
}

export function isConversation(id: unknown): id is string {
  return typeof id === 'string' && CONVERSATION.test(id);
}

export interface Started {
  readonly conversation: string;
  /** What the bot may have said in the answer already; it is not documented. */
  readonly messages: unknown;
}

/** The two calls of the API channel; https://help.wotnot.io/getting-started/publishing-your-bot/api */
export function createClient(options: WotNotOptions) {
  const { name, baseUrl, token, botKey, botKeyField, telemetry, recorder } = options;
  const http = createHttp({ platform: name, baseUrl, telemetry, recorder });
  const headers = { authorization: `Bearer ${token}` };
  const bot = {
    ...(botKeyField !== 'publish_key' && { bot_key: botKey }),
    ...(botKeyField !== 'bot_key' && { publish_key: botKey }),
  };

  return {
    /**
     * `POST /conversations`. Resolves to `undefined` where the platform refuses to create one for a visitor who has
     * one: it is not documented whether it does, and by what error.
     */
    async start(thread: WotNotThread, message: VisitorMessage, signal: Signal): Promise<Started | undefined> {
      const { user, locale, conversation: known } = thread;
      const body = JSON.stringify({
        channel: 'API',
        message,
        ...(locale && { variables: { system: { browserLanguage: locale } } }),
        ...bot,
        from: { user_external_id: user, type: 'VISITOR' },
      });
      const isRefused = (answer: unknown) => known !== undefined && isCreationRefused(answer);
      const answer = await http.request(
        {
          operation: 'open',
          method: 'POST',
          path: '/conversations',
          headers,
          body,
          interpret: (status, json) => (isRefused(json) ? undefined : errorOfStart(status, json)),
        },
        signal,
      );
      const conversation = readConversation(answer.body);
      if (conversation === undefined) return undefined;
      return { conversation, messages: isObject(answer.body) ? member(answer.body, 'messages') : undefined };
    },

    /** `POST /conversation/<id>/messages`, in the singular. */
    async send(conversation: string, message: VisitorMessage, signal: Signal): Promise<void> {
      const path = `/conversation/${encodeURIComponent(conversation)}/messages`;
      const body = JSON.stringify({ message, user: { type: 'VISITOR' } });
      await http.request({ operation: 'send', method: 'POST', path, headers, body, interpret: errorOfSend }, signal);
    },

    close: http.close,
  };
}

function errorOfStart(status: number, body: unknown) {
  const error = errorOfAnswer(status, body);
  if (error || readConversation(body) !== undefined) return error;
  return { code: 'ALOUD_PLATFORM_BAD_ANSWER', reason: 'no conversation id' } as const;
}

/** `conversation.id`: a string in the vendor's words, and taken as one where it is a number. */
function readConversation(body: unknown): string | undefined {
  const conversation = isObject(body) ? member(body, 'conversation') : undefined;
  const id = isObject(conversation) ? member(conversation, 'id') : undefined;
  const text = typeof id === 'number' ? String(id) : id;
  return isConversation(text) ? text : undefined;
}

/** What an answer of the API says went wrong, if anything did. */
export function errorOfAnswer(status: number, body: unknown): ErrorCode | ExplainedError | undefined {
  const error = isObject(body) && isError(body) ? body : undefined;
  const named = error && KNOWN.find(({ reason }) => codesOf(error).includes(reason));
  if (named) return named;
  const code = codeOfStatus(status);
  if (!error || status === 429 || status >= 500) return code;
  if (codesOf(error).some((name) => typeof name === 'string' && /_NOT_FOUND$/.test(name))) {
    return 'ALOUD_PLATFORM_NOT_FOUND';
  }
  return code ?? 'ALOUD_PLATFORM_REJECTED';
}

/** The same for a message to a conversation, which may be one that is no longer there, or closed. */
export function errorOfSend(status: number, body: unknown): ErrorCode | ExplainedError | undefined {
  const error = errorOfAnswer(status, body);
  if (error === 'ALOUD_PLATFORM_NOT_FOUND') return 'ALOUD_PLATFORM_THREAD_GONE';
  if (error === 'ALOUD_PLATFORM_REJECTED' && saysClosed(body)) {
    return { code: 'ALOUD_PLATFORM_THREAD_GONE', reason: 'closed' };
  }
  return error;
}

/** Whether an answer refuses to create a conversation. */
function isCreationRefused(body: unknown): boolean {
  return isObject(body) && isError(body) && codesOf(body).includes(CREATION_REFUSED);
}

/** A failed start has `ok: false`, a failed message nothing but an `error`. */
function isError(body: JsonObject): boolean {
  return member(body, 'ok') === false || (member(body, 'ok') !== true && member(body, 'error') != null);
}

function codesOf(error: JsonObject): unknown[] {
  return [member(error, 'code'), member(error, 'error')];
}

function saysClosed(body: unknown): boolean {
  if (!isObject(body)) return false;
  const words = [...codesOf(body), member(body, 'message')].filter((value) => typeof value === 'string').join(' ');
  return /conversation.{0,20}(closed|resolved|ended)/is.test(words);
}
