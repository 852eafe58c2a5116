import type { Signal } from '../../conversation/ports/signal';
import { type AloudError, toAloudError } from '../../errors';
import { createHttp } from '../shared/http';
import { errorOfAnswer, errorOfTokens, isNotTaken, readTokens, type Tokens } from './answers';
import { baseUrlOf, type VoximplantOptions } from './settings';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** The three calls of the custom channel API; https://voximplant.com/kit/docs/setup/conversations/channels/custom */
export function createClient(options: VoximplantOptions) {
  const { name, account, apiToken, channelUuid, telemetry, recorder } = options;
  const http = createHttp({ platform: name, baseUrl: baseUrlOf(options), telemetry, recorder });
  const credentials = new URLSearchParams({ domain: account, access_token: apiToken });

  async function ask(operation: string, path: string, form: Record<string, string>, signal: Signal) {
    const body = new URLSearchParams(form).toString();
    const answer = await http.request(
      { operation, method: 'POST', path, headers: FORM, body, interpret: errorOfTokens },
      signal,
    );
    // `errorOfTokens` lets no answer through that has none.
    return readTokens(answer.body) as Tokens;
  }

  return {
    /** `POST /api/v3/botService/login`, with the API token in the query. */
    login(signal: Signal): Promise<Tokens> {
      return ask('login', `/api/v3/botService/login?${credentials}`, { channel_uuid: channelUuid }, signal);
    },

    /** `POST /api/v3/botService/refreshToken` */
    refresh(refreshToken: string, signal: Signal): Promise<Tokens> {
      return ask('refresh', '/api/v3/botService/refreshToken', { refresh_token: refreshToken }, signal);
    },

    /**
     * `POST /<channel uuid>`. Resolves to an error where the vendor has said that it did not take the event; every
     * other error, after which it may have been taken, rejects.
     *
     * @param event JSON text
     */
    async send(event: string, accessToken: string, signal: Signal): Promise<AloudError | undefined> {
      let notTaken = false;
      try {
        await http.request(
          {
            operation: 'send',
            method: 'POST',
            path: `/${channelUuid}`,
            headers: { authorization: `Bearer ${accessToken}` },
            body: event,
            interpret(status, body) {
              notTaken = isNotTaken(status, body);
              return errorOfAnswer(status, body);
            },
          },
          signal,
        );
        return undefined;
      } catch (thrown) {
        if (notTaken) return toAloudError(thrown);
        throw thrown;
      }
    },

    close: http.close,
  };
}
