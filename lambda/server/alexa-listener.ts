import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { EndpointOptions } from '../skill/endpoint';
import { EventNotTaken } from '../skill/events';
import { requestName } from '../skill/input';
import { invokeSafely } from '../skill/invocation';
import { BODY_LIMIT_BYTES, textOf } from '../skill/request-body';
import type { InvocationContext } from '../skill/skill';
import { type AlexaVerifier, refusalText } from '../skill/verifier';
import type { RequestRecord } from '../telemetry/request';
import type { TurnRecord } from '../telemetry/telemetry';
import { hasBody, readBody } from './request-body';
import { SECURITY_HEADERS } from './security-headers';

export interface AlexaListenerOptions extends Omit<EndpointOptions, 'verifiers'> {
  readonly verifiers: readonly [AlexaVerifier];
  /** Sees each request with its answer before that is sent, which waits for it. Only the field test has one. */
  readonly observe?: (seen: ObservedRequest) => Promise<void>;
  /** Told of each request that was proven, once it is answered. Absent: nobody asks where its time went. */
  readonly onRequest?: (record: RequestRecord) => void;
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
export function createAlexaListener(options: AlexaListenerOptions): RequestListener {
  const { skill, verifiers, telemetry, observe, onRequest } = options;
  const [verifier] = verifiers;

  async function answer(request: IncomingMessage): Promise<Answer> {
    const cameAt = performance.now();
    const body = hasBody(request) ? await readBody(request, BODY_LIMIT_BYTES) : 'unreadable';
    const text = Buffer.isBuffer(body) ? textOf(body, request.headers['content-type']) : undefined;
    if (text === undefined) {
      const isTooLarge = body === 'too large';
      telemetry.refused(isTooLarge ? 'too_large' : 'body');
      return isTooLarge ? TOO_LARGE : BAD_REQUEST;
    }
    const readAt = performance.now();
    const envelope = await verifier.authenticate(text, request.headers).catch((error: Error) => error);
    if (envelope instanceof Error) return { ...BAD_REQUEST, body: refusalText(envelope) ?? BAD_REQUEST.body };
    const traced = onRequest && traceOf(envelope, { cameAt, readAt, provenAt: performance.now() }, onRequest);
    const at = Date.now();
    const invoked = await invokeSafely(skill, telemetry, envelope, traced?.context).catch((error: unknown) => {
      if (!(error instanceof EventNotTaken)) telemetry.error(error, 'server');
    });
    if (!invoked) return { ...NOT_TAKEN, onSent: traced?.onSent };
    const { json } = invoked;
    await observe?.({ envelope, json, at, ms: Date.now() - at });
    return { status: 200, type: 'application/json; charset=utf-8', body: json, onSent: traced?.onSent };
  }

  return (request, response) => {
    answer(request).then(
      (given) => send(response, given),
      (error: unknown) => {
        telemetry.error(error, 'server');
        send(response, NOT_TAKEN);
      },
    );
  };
}

/** Follows a request from here on, and tells of it when its answer is sent. */
function traceOf(
  envelope: RequestEnvelope,
  moments: Pick<RequestRecord, 'cameAt' | 'readAt' | 'provenAt'>,
  tell: (record: RequestRecord) => void,
) {
  let turn: TurnRecord | undefined;
  const context: Pick<InvocationContext, 'onTurn'> = {
    onTurn(record) {
      turn = record;
    },
  };
  const { request, context: given } = envelope;
  const { applicationId } = given.System.application;
  const own = { requestId: request.requestId, name: requestName(request), applicationId, ...moments };
  const onSent = (status: number) => tell({ ...own, answeredAt: performance.now(), status, turn });
  return { context, onSent };
}

/** Whether a request is one that `createAlexaListener` answers. */
export function isForAlexa({ method, url = '' }: IncomingMessage): boolean {
  return method === 'POST' && /^\/alexa\/?(?:\?|$)/i.test(url);
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly onSent?: ((status: number) => void) | undefined;
}

const TEXT = 'text/plain; charset=utf-8';
const BAD_REQUEST: Answer = { status: 400, type: TEXT, body: 'Bad Request' };
const TOO_LARGE: Answer = { status: 413, type: TEXT, body: 'Payload Too Large' };
const NOT_TAKEN: Answer = { status: 500, type: TEXT, body: 'event not taken' };

const SECURITY = Object.entries(SECURITY_HEADERS).flat();

function send(response: ServerResponse, { status, type, body, onSent }: Answer): void {
  const length = String(Buffer.byteLength(body));
  response.writeHead(status, ['Content-Type', type, 'Content-Length', length, ...SECURITY]).end(body);
  onSent?.(status);
}
