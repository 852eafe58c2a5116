import { ssmlFault } from '../simulator/echo/rules/speech';
import { fail } from './surface';

/** Alexa's limits: characters of a speech, bytes of a response. */
const LONGEST_SPEECH = 8000;
const LARGEST_RESPONSE = 120_000;

/** A line of a stack, or a path of ours. */
const INSIDE = /\n\s+at .+:\d+:\d+|node_modules|\/lambda\/[a-z]+\//;

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/** An answer over HTTP: no failure of ours, nothing of our insides or secrets. */
export function checkAnswer({ status, body }: HttpAnswer, secrets: readonly string[]): void {
  if (status >= 500) fail(`HTTP ${status}: ${body.slice(0, 100)}`);
  if (INSIDE.test(body)) fail(`our insides in an answer: ${body.slice(0, 200)}`);
  for (const secret of secrets) if (body.includes(secret)) fail('a secret in an answer');
}

/** A response to Alexa: what she takes. */
export async function checkResponse(body: string): Promise<void> {
  if (Buffer.byteLength(body) > LARGEST_RESPONSE) fail(`a response of ${Buffer.byteLength(body)} bytes`);
  const response = (JSON.parse(body) as { response?: Record<string, unknown> }).response ?? {};
  const { outputSpeech, reprompt } = response as { outputSpeech?: unknown; reprompt?: { outputSpeech?: unknown } };
  for (const speech of [outputSpeech, reprompt?.outputSpeech]) {
    const { ssml } = (speech ?? {}) as { ssml?: string };
    if (ssml !== undefined) await checkSsml(ssml);
  }
}

export async function checkSsml(ssml: string): Promise<void> {
  if (ssml.length > LONGEST_SPEECH) fail(`a speech of ${ssml.length} characters`);
  const fault = await ssmlFault({ type: 'SSML', ssml });
  if (fault !== undefined) fail(`SSML: ${fault}`);
}
