import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPauses } from '../pauses';
import { type Fault, misbehave } from './faults';

/** A request that came in whole. */
export interface VendorRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface LoggedRequest<Operation extends string = string> extends VendorRequest {
  readonly operation: Operation;
}

/** How calls are answered; every member may be changed at any time. */
export interface CallBehaviour<Operation extends string> {
  /** Milliseconds from a whole request to its answer. */
  delayMs: number;
  /** The next calls fail, in this order. A call that fails on the wire has reached the bot before. */
  readonly faults: Readonly<Record<Operation, Fault[]>>;
  /** What a 429 says of when to come again (`Retry-After`). Default: nothing. */
  retryAfter?: string;
}

/** An error that a vendor answers; `errorBody` of its server gives it the vendor's form. */
export class Refusal extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    readonly details?: object,
  ) {
    super(message);
  }
}

export interface VendorServerOptions<Operation extends string> {
  readonly port?: number;
  readonly behaviour: CallBehaviour<Operation>;
  /** What a request asks for, and how it is answered (JSON text). Both may throw a `Refusal`. */
  readonly route: (request: VendorRequest) => {
    readonly operation: Operation;
    answer(): string | Promise<string>;
  };
  /** JSON text. */
  readonly errorBody: (refusal: Refusal) => string;
}

export interface VendorServer<Operation extends string> {
  /** `http://127.0.0.1:12345` */
  readonly origin: string;
  /** The last 1,000 calls that came in whole and have a route, refused ones too. */
  readonly requests: readonly LoggedRequest<Operation>[];
  /** Calls that are not answered yet. */
  readonly waiting: number;
  /** Connections open at the moment. */
  connections(): Promise<number>;
  close(): Promise<void>;
}

const MAX_LOGGED = 1000;
/** As balancers do. Node's five seconds may end just when we send something: it is lost then, as on a broken line. */
const KEEP_ALIVE_MS = 75_000;

/** A vendor's API on loopback: delays, faults and the log of what came in are the same for all of them. */
export async function startVendorServer<Operation extends string>({
  port = 0,
  behaviour,
  route,
  errorBody,
}: VendorServerOptions<Operation>): Promise<VendorServer<Operation>> {
  const requests: LoggedRequest<Operation>[] = [];
  const pauses = createPauses();
  let waiting = 0;

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    waiting++;
    response.on('close', () => waiting--);
    handle(request, response).catch((error) => {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error');
      const { retryAfter } = behaviour;
      const headers = refusal.statusCode === 429 && retryAfter !== undefined ? { 'retry-after': retryAfter } : {};
      respond(response, refusal.statusCode, errorBody(refusal), headers);
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };

    const { operation, answer } = route(request);
    requests.push({ operation, ...request });
    requests.splice(0, requests.length - MAX_LOGGED);

    if (behaviour.delayMs > 0) await pauses.wait(behaviour.delayMs);
    const fault = behaviour.faults[operation].shift();
    if (typeof fault === 'number') throw new Refusal(fault, 'As you wished');
    const body = await answer();
    if (fault) misbehave(fault, response, body);
    else respond(response, 200, body);
  }

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    get waiting() {
      return waiting;
    },
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    close: () =>
      new Promise((resolve) => {
        pauses.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(response: ServerResponse, status: number, body: string, headers = {}): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
}
