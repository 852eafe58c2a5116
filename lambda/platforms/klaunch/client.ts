import type { Signal } from '../../conversation/ports/signal';
import { AloudError } from '../../errors';
import { createHttp } from '../shared/http';
import { isObject, member } from '../shared/json';
import { errorOfAnswer } from './refusal';
import type { KlaunchOptions } from './settings';
import { readUserID } from './user-id';

/** The one call of the API medium; https://klaunch.capacity.com/article/286848/api-medium-integration */
export function createClient({ name, url, channelID, token, telemetry, recorder }: KlaunchOptions) {
  const { origin, pathname, search } = new URL(url);
  const http = createHttp({ platform: name, baseUrl: origin, telemetry, recorder });

  return {
    /**
     * Queues a message of a user, of a new one where no `userID` is given. Ids are digits here and numbers on the wire.
     *
     * @returns the `userID` that the platform keeps the message under
     */
    async post(message: string, userID: string | undefined, signal: Signal): Promise<string> {
      const operation = userID === undefined ? 'open' : 'send';
      const fields = JSON.stringify({ channelID, token, message });
      const body = userID === undefined ? fields : `${fields.slice(0, -1)},"userID":${userID}}`;
      const sent = { channelID, token, message, userID };
      const answer = await http.request(
        {
          operation,
          method: 'POST',
          path: pathname + search,
          body,
          interpret: (status, value) => errorOfAnswer(status, value, sent),
        },
        signal,
      );
      const answered = isObject(answer.body) ? readUserID(member(answer.body, 'userID')) : undefined;
      const id = answered ?? userID;
      if (id === undefined)
        throw new AloudError('ALOUD_PLATFORM_BAD_ANSWER', `${name} open: the answer holds no userID`);
      return id;
    },

    close: http.close,
  };
}
