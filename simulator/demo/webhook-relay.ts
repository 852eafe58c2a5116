import express, { type RequestHandler } from 'express';

const MAX_VISITS = 100;
/** Headers of the transport, which tell nothing and must not be sent on. */
const TRANSPORT = /^(host|connection|content-length|transfer-encoding|accept.*|user-agent|sec-.*)$/;

/** A webhook as it came, and the status that it was answered. */
export interface WebhookVisit {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly status: number;
}

export interface WebhookRelay {
  /** For the address that the vendor gets. */
  readonly handlers: readonly RequestHandler[];
  /** How many came so far. */
  readonly count: number;
  /** What came after so many others, as far as it is still known. */
  since(count: number): readonly WebhookVisit[];
}

/** Stands between the vendor and our webhook, and remembers what came by. */
export function webhookRelay(target: () => string): WebhookRelay {
  const visits: WebhookVisit[] = [];
  let count = 0;

  const relay: RequestHandler = async ({ method, headers: all, body: bytes }, response) => {
    const headers = Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (TRANSPORT.test(name) ? [] : [[name, String(value)]])),
    );
    const body = Buffer.isBuffer(bytes) ? bytes.toString() : undefined;
    const answer = await fetch(target(), { method, headers, body });
    const text = await answer.text();
    count++;
    visits.push({ at: Date.now(), method, headers, body: readable(body), status: answer.status });
    visits.splice(0, visits.length - MAX_VISITS);
    response
      .status(answer.status)
      .type(answer.headers.get('content-type') ?? 'text')
      .send(text);
  };

  return {
    handlers: [express.raw({ type: () => true, limit: '1mb' }), relay],
    get count() {
      return count;
    },
    since: (before) => (before < count ? visits.slice(before - count) : []),
  };
}

function readable(body: string | undefined): unknown {
  try {
    return body && JSON.parse(body);
  } catch {
    return body;
  }
}
