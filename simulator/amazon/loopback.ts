import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service that some server hands its requests to. */
export interface Mountable {
  listen(request: IncomingMessage, response: ServerResponse): void;
  /** Gives up what it still waits for. */
  stop(): void;
}

/** A server on loopback. */
export interface Served {
  /** `http://127.0.0.1:12345` */
  readonly url: string;
  close(): Promise<void>;
}

/** Node's five seconds may end just when we send something: it is lost then, as on a broken line. */
const KEEP_ALIVE_MS = 75_000;

/** Serves on 127.0.0.1. Port 0: any free one. */
export async function serveOnLoopback({ listen, stop }: Mountable, port = 0): Promise<Served> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, listen);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** The value of a JSON text; `undefined` for any other. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Does nothing where an answer has begun, or the client is gone. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
