import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { EndpointOptions } from '../skill/endpoint';
import { EventNotTaken } from '../skill/events';
import { invokeSafely } from '../skill/invocation';
import { BODY_LIMIT_BYTES, textOf } from '../skill/request-body';
import { type AlexaVerifier, refusalText } from '../skill/verifier';
import { hasBody, readBody } from './request-body';
import { SECURITY_HEADERS } from './security-headers';

export interface AlexaListenerOptions extends Omit<EndpointOptions, 'verifiers'> {
  readonly verifiers: readonly [AlexaVerifier];
  /** Sees each request with its answer before that is sent, which waits for it. Only the field test has one. */
  readonly observe?: (seen: ObservedRequest) => Promise<void>;
}

export interface ObservedRequest {
  readonly envelope: unknown;
  readonly json: string;
  /** When it came, in epoch milliseconds, and how long answering it took. */
  readonly at: number;
  readonly ms: number;
}

/**
 * Alexa's requests straight from `node:http`: what `alexaEndpoint` answers, with a body parsed once and an answer written
 * once. Never rejects.
 */
export function createAlexaListener({ skill, verifiers, telemetry, observe }: AlexaListenerOptions): RequestListener {
  const [verifier] = verifiers;

  async function answer(request: IncomingMessage): Promise<Answer> {
    const body = hasBody(request) ? await readBody(request, BODY_LIMIT_BYTES) : 'unreadable';
    const text = Buffer.isBuffer(body) ? textOf(body, request.headers['content-type']) : undefined;
    if (text === undefined) {
      const isTooLarge = body === 'too large';
      telemetry.refused(isTooLarge ? 'too_large' : 'body');
      return isTooLarge ? TOO_LARGE : BAD_REQUEST;
    }
    const envelope = await verifier.authenticate(text, request.headers).catch((error: Error) => error);
    if (envelope instanceof Error) return { ...BAD_REQUEST, body: refusalText(envelope) ?? BAD_REQUEST.body };
    const at = Date.now();
    const { json } = await invokeSafely(skill, telemetry, envelope);
    await observe?.({ envelope, json, at, ms: Date.now() - at });
    return { status: 200, type: 'application/json; charset=utf-8', body: json };
  }

  return (request, response) => {
    answer(request).then(
      (given) => send(response, given),
      (error: unknown) => {
        if (!(error instanceof EventNotTaken)) telemetry.error(error, 'server');
        send(response, NOT_TAKEN);
      },
    );
  };
}

/** Whether a request is one that `createAlexaListener` answers. */
export function isForAlexa({ method, url = '' }: IncomingMessage): boolean {
  return method === 'POST' && /^\/alexa\/?(?:\?|$)/i.test(url);
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const TEXT = 'text/plain; charset=utf-8';
const BAD_REQUEST: Answer = { status: 400, type: TEXT, body: 'Bad Request' };
const TOO_LARGE: Answer = { status: 413, type: TEXT, body: 'Payload Too Large' };
const NOT_TAKEN: Answer = { status: 500, type: TEXT, body: 'event not taken' };

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response
    .writeHead(status, { ...SECURITY_HEADERS, 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) })
    .end(body);
}
