import type { AlexaApiClient } from './api-client';
import type { TokenSource } from './login-with-amazon';
import { type MessageAlert, messageAlertEvent } from './message-alert';
import { outcomeOf, type SendOutcome } from './send-outcome';

/** For a user of whom no region is known. */
const DEFAULT_ENDPOINT = 'https://api.amazonalexa.com';

/** Whom an alert is for. */
export interface Recipient {
  readonly userId: string;
  /** The user's region: `context.System.apiEndpoint`. */
  readonly apiEndpoint?: string;
}

/** Amazon's API of Proactive Events (https://developer.amazon.com/docs/smapi/proactive-events-api.html). */
export interface ProactiveEvents {
  /**
   * Sends one alert, at most twice on the wire: with a new token where the first was refused. Never rejects. An alert
   * whose outcome is not known may be sent again: its `referenceId` tells repetitions apart.
   */
  send(recipient: Recipient, alert: MessageAlert): Promise<SendOutcome>;
}

export interface ProactiveEventsOptions {
  /** Has the regions' connections, and a time-out of its own. */
  readonly apiClient: AlexaApiClient;
  readonly tokens: Pick<TokenSource, 'get' | 'replace'>;
  /** ALEXA_STAGE: which of the skill's two lives the events are for. */
  readonly stage: 'live' | 'development';
  readonly now?: () => number;
}

export function createProactiveEvents({
  apiClient,
  tokens,
  stage,
  now = Date.now,
}: ProactiveEventsOptions): ProactiveEvents {
  const path = stage === 'live' ? '/v1/proactiveEvents/' : '/v1/proactiveEvents/stages/development';

  async function post(endpoint: string, body: string, token: string): Promise<SendOutcome> {
    const headers = [
      { key: 'Authorization', value: `Bearer ${token}` },
      { key: 'Content-Type', value: 'application/json' },
    ];
    try {
      const url = endpoint.replace(/\/+$/, '') + path;
      return outcomeOf(await apiClient.invoke({ url, method: 'POST', headers, body }), now());
    } catch (error) {
      return { kind: 'failed', reason: error instanceof Error ? error.message : 'no answer' };
    }
  }

  return {
    async send({ userId, apiEndpoint }, alert) {
      const endpoint = apiEndpoint || DEFAULT_ENDPOINT;
      const body = JSON.stringify(messageAlertEvent(userId, alert, now()));
      const first = await tokens.get();
      if ('retryAt' in first) return { kind: 'no_token', retryAt: first.retryAt };
      const outcome = await post(endpoint, body, first.token);
      if (outcome.kind !== 'bad_token') return outcome;
      const second = await tokens.replace(first.token);
      if ('retryAt' in second) return { kind: 'no_token', retryAt: second.retryAt };
      return second.token === first.token ? outcome : post(endpoint, body, second.token);
    },
  };
}
