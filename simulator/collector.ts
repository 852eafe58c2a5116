import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

/** A JSON string of a 64-bit whole number, as protobuf has them in JSON. */
const fixed64 = z.string().regex(/^\d{1,20}$/);
const id = (bytes: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))
    .refine((value) => /[^0]/.test(value), 'must not be zero');
const value = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ boolValue: z.boolean() }),
  z.strictObject({ intValue: z.union([z.int(), fixed64]) }),
  z.strictObject({ doubleValue: z.number() }),
]);
const attributes = z
  .array(z.strictObject({ key: z.string().min(1), value }))
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'keys must be unique');
const count = z.int().min(0);
const scope = z.strictObject({
  name: z.string(),
  version: z.string().optional(),
  attributes: attributes.optional(),
  droppedAttributesCount: count.optional(),
});
const span = z
  .strictObject({
    traceId: id(16),
    spanId: id(8),
    parentSpanId: id(8).optional(),
    traceState: z.string().optional(),
    name: z.string().min(1),
    kind: z.int().min(1).max(5),
    startTimeUnixNano: fixed64,
    endTimeUnixNano: fixed64,
    attributes,
    droppedAttributesCount: count,
    events: z.array(z.never()),
    droppedEventsCount: count,
    links: z.array(z.never()),
    droppedLinksCount: count,
    status: z.strictObject({ code: z.int().min(0).max(2), message: z.string().optional() }),
    flags: count,
  })
  .refine(
    ({ startTimeUnixNano: start, endTimeUnixNano: end }) => BigInt(start) <= BigInt(end),
    'must not end before it starts',
  );
const request = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes, droppedAttributesCount: count }),
      scopeSpans: z.array(z.strictObject({ scope, spans: z.array(span).min(1), schemaUrl: z.string().optional() })),
      schemaUrl: z.string().optional(),
    }),
  ),
});

/** The kinds of spans, as the protocol numbers them. */
const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'] as const;

/** A span as it came. */
export interface CollectedSpan {
  readonly name: string;
  readonly kind: (typeof KINDS)[number];
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string | undefined;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly isError: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly resource: Readonly<Record<string, unknown>>;
}

/** A collector of traces that takes OTLP over HTTP as JSON, and nothing that the protocol does not have. */
export interface Collector {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  readonly spans: readonly CollectedSpan[];
  /** The bodies as they came, and with which headers. */
  readonly requests: readonly { readonly body: string; readonly headers: Readonly<Record<string, unknown>> }[];
  /** What was wrong with what it was sent. */
  readonly faults: readonly string[];
  /** What it answers; `silent`: nothing at all. */
  readonly behaviour: { answer: number | 'silent' };
  /** Resolves once so many spans have come. */
  until(spans: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * The protocol: https://opentelemetry.io/docs/specs/otlp/#otlphttp and, for the JSON,
 * https://github.com/open-telemetry/opentelemetry-proto/blob/main/docs/specification.md#json-protobuf-encoding
 */
export async function startCollector(path = '/v1/traces'): Promise<Collector> {
  const spans: CollectedSpan[] = [];
  const requests: { body: string; headers: Record<string, unknown> }[] = [];
  const faults: string[] = [];
  const behaviour: Collector['behaviour'] = { answer: 200 };
  const waiters: { readonly spans: number; resolve(): void }[] = [];

  function take(body: string): void {
    const read = request.safeParse(JSON.parse(body));
    if (!read.success) return void faults.push(z.prettifyError(read.error));
    spans.push(...spansIn(read.data));
    for (const waiter of waiters) if (spans.length >= waiter.spans) waiter.resolve();
  }

  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk) => chunks.push(chunk));
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      requests.push({ body, headers: incoming.headers });
      const { method, url, headers } = incoming;
      if (method !== 'POST' || url !== path) faults.push(`${method} ${url}`);
      if (headers['content-type'] !== 'application/json') faults.push(`content-type: ${headers['content-type']}`);
      if (behaviour.answer === 'silent') return;
      if (behaviour.answer === 200) take(body);
      response.writeHead(behaviour.answer, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    requests,
    faults,
    behaviour,
    async until(wanted) {
      if (spans.length < wanted) await new Promise<void>((resolve) => void waiters.push({ spans: wanted, resolve }));
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function spansIn({ resourceSpans }: z.infer<typeof request>): readonly CollectedSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((one) => ({
        name: one.name,
        kind: KINDS[one.kind] ?? 'unspecified',
        traceId: one.traceId,
        spanId: one.spanId,
        parentSpanId: one.parentSpanId,
        from: Number(BigInt(one.startTimeUnixNano)) / 1e6,
        to: Number(BigInt(one.endTimeUnixNano)) / 1e6,
        isError: one.status.code === 2,
        attributes: plain(one.attributes),
        resource: plain(resource.attributes),
      })),
    ),
  );
}

function plain(attributes: z.infer<typeof span>['attributes']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
