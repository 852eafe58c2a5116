import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message } from '../../lambda/conversation/message';
import type { Platform, PlatformEvent, SendResult, WebhookRefusal } from '../../lambda/conversation/ports/platform';

export interface WebhookReceiver {
  /** Where the vendor is to send its webhooks. */
  readonly url: string;
  /** Everything that came, repetitions too, in the order in which it came. */
  readonly events: readonly PlatformEvent[];
  readonly refused: readonly WebhookRefusal[];
  /** The messages for the thread of a send that were not asked for before, each once. */
  messages(result: SendResult): readonly Message[];
  close(): Promise<void>;
}

/** Our end of the webhook, without the rest of us: hands each request to the adapter and keeps what it reads. */
export async function startWebhookReceiver(platform: Platform): Promise<WebhookReceiver> {
  const events: PlatformEvent[] = [];
  const refused: WebhookRefusal[] = [];
  const told = new Set<string>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const received = platform.receive({
      method: request.method === 'GET' ? 'GET' : 'POST',
      headers: request.headers as Record<string, string>,
      query: new URL(request.url ?? '', 'http://localhost').searchParams,
      body: Buffer.concat(chunks).toString(),
    });
    if ('refused' in received) {
      refused.push(received.refused);
      response.writeHead(received.refused === 'unauthorized' ? 401 : 400).end();
      return;
    }
    events.push(...received.events);
    response.writeHead(received.response.status).end(received.response.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    events,
    refused,
    messages({ thread }) {
      const id = platform.threadId?.(thread);
      const ours = events.filter(
        ({ to }) =>
          (id !== undefined && [to.thread, ...(to.also ?? [])].includes(id)) ||
          (to.key && JSON.stringify(thread).includes(to.key)),
      );
      return ours.flatMap((event) => {
        if (event.kind !== 'message' || told.has(event.message.id)) return [];
        told.add(event.message.id);
        return [event.message];
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
