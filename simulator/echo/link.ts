import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { TurnReport } from './types';

/** How long Alexa waits for an answer, in milliseconds. */
export const ENDPOINT_TIMEOUT_MS = 8000;

/** What came back over HTTP. */
export interface Answer {
  /** 0 when nothing came. */
  readonly status: number;
  readonly body: string;
  /** From sending the request to the last byte of the answer. */
  readonly ms: number;
}

/** The way from Alexa to the skill. */
export interface Link {
  /** The URL of the skill's `/alexa`. */
  readonly endpoint: string;
  /** The headers that prove that a body comes from Alexa. */
  readonly sign: (body: string) => Record<string, string>;
  /** What the backend says of a request, as far as it is known. */
  readonly report?: (requestId: string) => TurnReport | undefined | Promise<TurnReport | undefined>;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly fetch?: typeof fetch;
}

/** Posts a signed request. Never rejects because of the skill: what does not answer has status 0. */
export async function callSkill(
  { endpoint, sign, now = Date.now, fetch: post = fetch }: Link,
  envelope: RequestEnvelope,
): Promise<Answer> {
  const body = JSON.stringify(envelope);
  const headers = { accept: 'application/json', 'content-type': 'application/json; charset=utf-8', ...sign(body) };
  const signal = AbortSignal.timeout(ENDPOINT_TIMEOUT_MS);
  const sentAt = now();
  const elapsed = () => now() - sentAt;
  try {
    const answer = await post(endpoint, { method: 'POST', headers, body, signal, redirect: 'manual' });
    return { status: answer.status, body: await answer.text(), ms: elapsed() };
  } catch {
    return { status: 0, body: '', ms: elapsed() };
  }
}

/** The response in an answer, `undefined` where there is no JSON object. Its shape is the judge's to check. */
export function responseIn({ body }: Answer): ResponseEnvelope | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as ResponseEnvelope) : undefined;
  } catch {
    return undefined;
  }
}
