import type { Bot } from './bot-reply';
import type { Deliveries } from './deliveries';
import { Refusal, type VendorRequest, type VendorServerOptions } from './vendor-server';
import type { Operation, VoximplantBehaviour } from './voximplant-behaviour';
import type { TokenIssuer } from './voximplant-tokens';
import { readEvent, readFields, readForm } from './voximplant-wire';
import type { CallbackWriter } from './voximplant-writer';

export interface ApiOptions {
  readonly bot: Bot;
  readonly behaviour: VoximplantBehaviour;
  readonly tokens: TokenIssuer;
  readonly deliveries: Deliveries;
  readonly writer: CallbackWriter;
  readonly account: string;
  readonly apiToken: string;
  readonly channelUuid: string;
}

/** The calls of the API. */
export interface Api {
  /** How each is answered. */
  readonly route: VendorServerOptions<Operation>['route'];
  /** Forgets which events were accepted. */
  forget(): void;
}

export function createApi(options: ApiOptions): Api {
  const { behaviour, channelUuid } = options;
  const { login, refresh } = createLogin(options);
  const { take, forget } = createIntake(options);

  /** An error as an answer with status 200, where the behaviour wants that. */
  async function softened(answer: () => string | Promise<string>): Promise<string> {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof Refusal && behaviour.errorStatus === 'ok') return errorBody(error);
      throw error;
    }
  }

  return {
    route({ method, url, headers, body }) {
      // Only what follows the origin is looked at.
      const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
      if (method !== 'POST') throw new Refusal(404, 'Not found');
      switch (pathname) {
        case '/api/v3/botService/login':
          return { operation: 'open', answer: () => softened(() => login(searchParams, headers, body)) };
        case '/api/v3/botService/refreshToken':
          return { operation: 'open', answer: () => softened(() => refresh(searchParams, headers, body)) };
        case `/${channelUuid}`:
          return { operation: 'send', answer: () => softened(() => take(headers, body)) };
        default:
          throw new Refusal(404, 'Not found');
      }
    },
    forget,
  };
}

export function errorBody({ statusCode, message }: Refusal): string {
  return JSON.stringify({ success: false, result: { error: message, code: statusCode } });
}

/** Gives tokens for the account's own, and for those that it gave before. */
function createLogin({ behaviour, tokens, account, apiToken, channelUuid }: ApiOptions) {
  function answerTokens(): string {
    const pair = tokens.issue();
    return JSON.stringify({ success: true, ...(behaviour.tokensIn === 'result' ? { result: pair } : pair) });
  }

  return {
    login(query: URLSearchParams, headers: VendorRequest['headers'], body: string): string {
      const { domain, access_token } = readFields(query, ['domain', 'access_token']);
      const { channel_uuid } = readForm(headers, body, ['channel_uuid']);
      if (domain !== account || access_token !== apiToken) throw new Refusal(401, 'Unauthorized');
      if (channel_uuid !== channelUuid) throw new Refusal(404, 'Channel not found');
      return answerTokens();
    },
    refresh(query: URLSearchParams, headers: VendorRequest['headers'], body: string): string {
      readFields(query, []);
      const { refresh_token } = readForm(headers, body, ['refresh_token']);
      if (!tokens.takeRefresh(refresh_token)) throw new Refusal(401, 'Refresh token is not valid');
      return answerTokens();
    },
  };
}

/** Takes events in, and has the bot answer them. */
function createIntake({ bot, behaviour, tokens, deliveries, writer }: ApiOptions) {
  const acceptedIds = new Set<string>();

  return {
    async take(headers: VendorRequest['headers'], body: string): Promise<string> {
      const [, token = ''] = /^Bearer (\S+)$/.exec(headers.authorization ?? '') ?? [];
      if (!tokens.isAccess(token)) throw new Refusal(401, 'Token is not valid');
      const event = readEvent(headers, body);
      const { clientId, eventId, text } = event;
      const refusal = behaviour.refusals.shift();
      if (refusal) throw new Refusal(refusal, 'As you wished');
      const isRepeated = acceptedIds.has(eventId);
      if (isRepeated && behaviour.repeated === 'refused') throw new Refusal(400, 'This event was sent before');
      acceptedIds.add(eventId);
      if (text !== undefined && !(isRepeated && behaviour.repeated === 'dropped')) {
        const replies = bot.reply(clientId, text);
        const said = replies.map((reply) => writer.callback(clientId, writer.said(reply, 'bot')));
        await deliveries.answer([...writer.before(event), ...said]);
      }
      return JSON.stringify({ success: true, result: true });
    },
    forget: () => acceptedIds.clear(),
  };
}
