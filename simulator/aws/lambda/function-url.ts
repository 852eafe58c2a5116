import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, type Served, serveOnLoopback } from '../../amazon/loopback';
import type { Outcome } from './sandbox';

export interface FunctionUrlOptions {
  /** Whether the policy of the function lets everybody in: both permissions are there. */
  readonly isPublic: () => boolean;
  readonly invoke: (event: unknown) => Promise<Outcome>;
}

const FORBIDDEN = {
  Message:
    'Forbidden. For troubleshooting Function URL authorization issues, see: https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
};

/** A function URL on loopback: HTTP becomes an event of payload format 2.0, and its answer HTTP again. */
export function serveFunctionUrl({ isPublic, invoke }: FunctionUrlOptions): Promise<Served> {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isPublic()) return answerJson(response, 403, FORBIDDEN);
    const outcome = await invoke(await eventOf(request));
    if (!outcome.ok) return answerJson(response, 502, { message: 'Internal Server Error' });
    const { statusCode, headers, body } = outcome.payload as {
      statusCode: number;
      headers?: Record<string, string>;
      body?: string;
    };
    response.writeHead(statusCode, headers).end(body);
  }
  return serveOnLoopback({ listen: (request, response) => void answer(request, response), stop() {} });
}

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html#urls-payloads */
async function eventOf(request: IncomingMessage): Promise<object> {
  const { method = '', url = '', headers } = request;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const [rawPath = '', rawQueryString = ''] = url.split('?', 2);
  const isText = /^(?:text\/|application\/(?:json|javascript|xml))/.test(headers['content-type'] ?? 'text/plain');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString,
    headers,
    requestContext: {
      accountId: 'anonymous',
      requestId: randomUUID(),
      http: {
        method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
    },
    ...(bytes.length > 0 && { body: bytes.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: bytes.length > 0 && !isText,
  };
}
