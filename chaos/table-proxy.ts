import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBody } from '../simulator/amazon/loopback';
import { createKnob, type Knob } from './knob';
import type { Random } from './random';

/** What stands between our servers and DynamoDB. */
export interface TableProxy {
  readonly url: string;
  /** The share of requests that are throttled. */
  readonly throttled: Knob<number>;
  /** The share of requests that are carried out, and whose answer is lost. */
  readonly lost: Knob<number>;
  close(): Promise<void>;
}

const THROTTLED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
});

export async function startTableProxy(target: string, random: Random): Promise<TableProxy> {
  const throttled = createKnob(0);
  const lost = createKnob(0);

  async function handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(incoming);
    const type = { 'content-type': 'application/x-amz-json-1.0' };
    if (random.chance(throttled.value)) return void response.writeHead(400, type).end(THROTTLED);
    const { host: _, connection: __, 'content-length': ___, ...headers } = incoming.headers;
    const own = Object.entries(headers) as [string, string][];
    const answer = await fetch(target, { method: 'POST', headers: own, body });
    const text = await answer.text();
    if (random.chance(lost.value)) return void incoming.socket.destroy();
    const checksum = answer.headers.get('x-amz-crc32');
    response.writeHead(answer.status, { ...type, ...(checksum && { 'x-amz-crc32': checksum }) }).end(text);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    throttled,
    lost,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
