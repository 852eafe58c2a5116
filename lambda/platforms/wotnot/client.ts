import { createHttp } from '../http';
import { isObject, type JsonObject, member } from '../json';
import { errorOfAnswer, errorOfSend, isCreationRefused } from './errors';
import { isConversation } from './thread';
import type { WotNotOptions, WotNotThread } from './types';

/** A message of the visitor, as it goes into both calls. */
export interface VisitorMessage {
  readonly type: string;
  readonly data: JsonObject;
}

export interface Started {
  readonly conversation: string;
  /** What the bot may have said in the answer already; it is not documented. */
  readonly messages: unknown;
}

/** The two calls of the API channel; https://help.wotnot.io/getting-started/publishing-your-bot/api */
export function createClient(options: WotNotOptions) {
  const { brand, baseUrl, token, botKey, botKeyField = 'bot_key', telemetry } = options;
  const http = createHttp({ platform: brand, baseUrl, telemetry });
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
    async start(thread: WotNotThread, message: VisitorMessage, signal: AbortSignal): Promise<Started | undefined> {
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
    async send(conversation: string, message: VisitorMessage, signal: AbortSignal): Promise<void> {
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
