import { type RequestEnvelope, services } from 'ask-sdk-model';
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
      let failure: string | undefined;
      // The SDK hands on no signal, and mixes what went wrong with what Amazon answered.
      const invoke: services.ApiClient['invoke'] = (request) =>
        apiClient.invoke(request, signal).catch((error: Error) => {
          failure = error.message;
          throw new Error('no answer');
        });
      const configuration = { apiClient: { invoke }, apiEndpoint, authorizationValue: apiAccessToken };
      try {
        await new services.directive.DirectiveServiceClient(configuration).enqueue({
          header: { requestId },
          directive: { type: 'VoicePlayer.Speak', speech: speech(locale, wordingOf(requestId)) },
        });
      } catch (thrown) {
        if (signal.aborted) return;
        telemetry.error(refusal(failure ?? statusOf(thrown)), 'progress');
      }
    };
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

/** The SDK's errors hold Amazon's whole answer: only the status is kept. */
function statusOf(thrown: unknown): string {
  return thrown instanceof Error && 'statusCode' in thrown ? `HTTP ${thrown.statusCode}` : 'unreadable answer';
}
