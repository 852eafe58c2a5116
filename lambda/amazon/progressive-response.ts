import type { RequestEnvelope, services } from 'ask-sdk-model';
import { AloudError } from '../errors';
import type { Telemetry } from '../telemetry/telemetry';
import type { AlexaApiClient } from './api-client';

export interface ProgressDeps {
  readonly apiClient: AlexaApiClient;
  /** What is said, as complete SSML; `turn` picks the wording. */
  readonly speech: (locale: string, turn: number) => string;
  readonly telemetry: Telemetry;
}

/** Says a word before the answer. Resolves once Alexa has it or has refused it, or at the signal; never rejects. */
export type Progress = (signal: AbortSignal) => Promise<void>;

/**
 * Makes the function that finds the way to say a word while a request is still being answered: one progressive response
 * (https://developer.amazon.com/docs/custom-skills/send-the-user-a-progressive-response.html). Alexa takes up to five
 * for a request, plays them before the answer, and gives no more time for it. `undefined` where a request brings no
 * token.
 */
export function createProgress({ apiClient, speech, telemetry }: ProgressDeps) {
  return (envelope: RequestEnvelope): Progress | undefined => {
    const { apiEndpoint, apiAccessToken } = envelope.context.System;
    const { requestId } = envelope.request;
    if (!apiEndpoint || !apiAccessToken || !requestId) return undefined;
    const locale = ('locale' in envelope.request && envelope.request.locale) || 'en-US';

    return async (signal) => {
      const reason = await apiClient
        .invoke(speakRequest(apiEndpoint, apiAccessToken, requestId, speech(locale, wordingOf(requestId))), signal)
        .then(({ statusCode }) => (statusCode < 300 ? undefined : `HTTP ${statusCode}`))
        .catch((error: Error) => error.message);
      if (reason !== undefined && !signal.aborted) telemetry.error(refusal(reason), 'progress');
    };
  };
}

/**
 * The one request of the Directive Service. The SDK has a client for it, and with it those of all other services: a
 * twentieth of the Lambda artifact.
 */
function speakRequest(
  apiEndpoint: string,
  token: string,
  requestId: string,
  speech: string,
): services.ApiClientRequest {
  const directive: services.directive.SendDirectiveRequest = {
    header: { requestId },
    directive: { type: 'VoicePlayer.Speak', speech },
  };
  return {
    url: `${apiEndpoint}/v1/directives`,
    method: 'POST',
    headers: [
      { key: 'authorization', value: `Bearer ${token}` },
      { key: 'content-type', value: 'application/json' },
    ],
    body: JSON.stringify(directive),
  };
}

/** Differs from request to request. */
function wordingOf(requestId: string): number {
  let sum = 0;
  for (const character of requestId) sum += character.charCodeAt(0);
  return sum;
}

function refusal(reason: string): AloudError {
  return new AloudError('ALOUD_PROGRESS_REFUSED', `directive service: ${reason}`);
}
