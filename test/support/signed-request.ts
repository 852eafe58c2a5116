import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
  type RequestListener,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { NO_TELEMETRY, type RefusalReason, type Telemetry } from '../../lambda/telemetry/telemetry';

export const SKILL_ID = 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555';

export interface EnvelopeOptions {
  readonly type?: string;
  readonly timestamp?: unknown;
  readonly applicationId?: unknown;
  /** `null`: the request has no session, as an event has none. */
  readonly sessionApplicationId?: unknown;
  /** Anything else to make the body longer. */
  readonly attributes?: object;
}

/** The body of a request as Alexa would send it. */
export function envelope(options: EnvelopeOptions = {}): string {
  const { type = 'LaunchRequest', timestamp = new Date().toISOString(), applicationId = SKILL_ID } = options;
  const { sessionApplicationId = applicationId, attributes = {} } = options;
  const user = { userId: 'amzn1.ask.account.TEST' };
  return JSON.stringify({
    version: '1.0',
    ...(sessionApplicationId !== null && {
      session: {
        new: true,
        sessionId: 'amzn1.echo-api.session.1',
        application: { applicationId: sessionApplicationId },
        attributes,
        user,
      },
    }),
    context: {
      System: { application: { applicationId }, user, apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'x' },
    },
    request: { type, requestId: `amzn1.echo-api.request.${randomUUID()}`, timestamp, locale: 'en-US' },
  });
}

/** Headers as Node hands them to a verifier. */
export function asReceived(headers: Readonly<Record<string, string>>): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

export interface RecordedTelemetry extends Telemetry {
  readonly refusals: RefusalReason[];
  readonly errors: unknown[];
}

export function recordTelemetry(): RecordedTelemetry {
  const refusals: RefusalReason[] = [];
  const errors: unknown[] = [];
  return {
    ...NO_TELEMETRY,
    refusals,
    errors,
    refused: (reason) => void refusals.push(reason),
    error: (error) => void errors.push(error),
  };
}

export interface TestServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves on a free port of the loopback interface. */
export async function serveOnLoopback(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Posts exactly these bytes with exactly these headers. Without a Content-Length they go in chunks. */
export function post(
  url: string,
  body: string | Buffer,
  headers: OutgoingHttpHeaders = {},
  { chunked = false } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = chunked ? {} : { 'Content-Length': Buffer.byteLength(body) };
    const request = httpRequest(
      url,
      { method: 'POST', agent: false, headers: { ...length, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.on('error', reject);
    if (chunked) request.write(body);
    request.end(chunked ? undefined : body);
  });
}
