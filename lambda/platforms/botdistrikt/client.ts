import type { Signal } from '../../conversation/ports/signal';
import { AloudError, type ErrorCode } from '../../errors';
import { codeOfStatus, createHttp } from '../shared/http';
import type { JsonObject } from '../shared/json';
import { type BotDistriktThread, readRegistration } from './registration';
import { isRefusal } from './reply';
import type { BotDistriktOptions } from './settings';

/** The two calls of the webchat API; https://docs.botdistrikt.com/messaging-channels/webchat-api */
export function createClient(options: BotDistriktOptions) {
  const { name, baseUrl, webchatAppId, domain, authorization, telemetry, recorder } = options;
  const http = createHttp({ platform: name, baseUrl, telemetry, recorder });
  const path = `/webchat_apps/${encodeURIComponent(webchatAppId)}`;
  const domainJson = JSON.stringify(domain);

  return {
    /** `POST …/user`. An id that is registered already stays registered, whether the platform answers it or objects. */
    async register(webchatId: string, user: JsonObject, signal: Signal): Promise<BotDistriktThread> {
      const body = JSON.stringify({ domain, webchat_id: webchatId, user });
      const answer = await http.request(
        { operation: 'open', method: 'POST', path: `${path}/user`, body, interpret: errorOfRegistration },
        signal,
      );
      if (isDuplicate(answer.status, answer.body)) {
        return { webchatId, user: JSON.stringify({ webchat_id: webchatId, ...user }) };
      }
      const thread = answer.body === undefined ? undefined : readRegistration(answer.text, webchatId);
      if (!thread) throw new AloudError('ALOUD_PLATFORM_BAD_ANSWER', `${name} open: the answer holds no bot_user`);
      return thread;
    },

    /** `POST …/message`. Resolves to the bot's responses as they were answered. */
    async message({ webchatId, user }: BotDistriktThread, message: JsonObject, signal: Signal): Promise<unknown> {
      const body = `{"domain":${domainJson},"user":${user},"message":${JSON.stringify(message)}}`;
      const headers = { authorization: authorization.replaceAll('{{webchat_id}}', () => webchatId) };
      const answer = await http.request(
        { operation: 'send', method: 'POST', path: `${path}/message`, headers, body, interpret: errorOfMessage },
        signal,
      );
      return answer.body;
    },

    close: http.close,
  };
}

function errorOfRegistration(status: number, body: unknown): ErrorCode | undefined {
  return isDuplicate(status, body) ? undefined : errorOf(status, body);
}

/** The credential of a message is the user's own, so a refusal says that the platform no longer knows the user. */
function errorOfMessage(status: number, body: unknown): ErrorCode | undefined {
  return [401, 403, 404].includes(status) ? 'ALOUD_PLATFORM_THREAD_GONE' : errorOf(status, body);
}

function errorOf(status: number, body: unknown): ErrorCode | undefined {
  return codeOfStatus(status) ?? (isRefusal(body) ? 'ALOUD_PLATFORM_REJECTED' : undefined);
}

/** 409, or LoopBack's 422 with `error.details.codes: { webchat_id: ['uniqueness'] }`. */
function isDuplicate(status: number, body: unknown): boolean {
  return status === 409 || (status === 422 && /uniqueness|already|exists/i.test(JSON.stringify(body) ?? ''));
}
