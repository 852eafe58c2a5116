import type { Attributes, Span, SpanKind } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import { AloudError } from '../errors';
import { type RequestRecord, type Stretch, stretchesOf } from './request';
import { createTally } from './tally';
import { NO_TELEMETRY, type Telemetry, UNSENT } from './telemetry';

/** A skill whose requests are traced. */
export interface TracedSkill {
  readonly name: string;
  readonly skillIds: readonly string[];
  readonly platform: string;
}

export interface TracesOptions {
  /** Where the spans go, with its path. */
  readonly url: string;
  /** What proves to the collector who sends them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly service: string;
  readonly skills: readonly TracedSkill[];
  /** Told of spans that nobody gets: each time how many, and now and then why. */
  readonly onLost: (spans: number) => void;
  readonly onError: (error: AloudError, where: string) => void;
}

/** What Aloud does as OpenTelemetry spans; docs/observability.md has their names and attributes. */
export interface Traces {
  readonly telemetry: Telemetry;
  onRequest(record: RequestRecord): void;
  /** Sends what is left, for a moment. Never rejects. */
  close(): Promise<void>;
}

/** So many spans wait for the collector; further ones are lost. */
const MOST_WAITING = 2048;
const LOST_EVERY_MS = 60_000;
/** How long what is left may take once the process is to stop. */
const SETTLE_MS = 3000;
/** What `ExportResultCode` calls a success; its package is one of the SDK's own. */
const TAKEN = 0;

/** One span, made when it is over. */
interface Made extends Stretch {
  readonly kind: SpanKind;
  readonly attributes: Attributes;
}

/**
 * Sends spans to a collector, by OTLP over HTTP, in batches and beside everything else: a collector that is slow or away costs
 * spans. Loads the SDK, which takes its further settings from the environment itself: how it samples, and how it connects.
 */
export function createTraces({ skills, onLost, onError, ...to }: TracesOptions): Traces {
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } =
    require('@opentelemetry/api') as typeof import('@opentelemetry/api');
  let waiting = 0;
  const lost = createTally({
    everyMs: LOST_EVERY_MS,
    tell: (spans) => onError(new AloudError('ALOUD_TRACES_LOST', `${spans} spans: ${reason}`), 'traces'),
  });
  let reason = 'too many wait';
  const lose = (spans: number) => {
    onLost(spans);
    lost.note(spans);
  };
  const provider = startProvider(to, (spans, why) => {
    waiting -= spans;
    if (why === undefined) return;
    reason = why;
    lose(spans);
  });
  const tracer = provider.getTracer('aloud');
  const skillOf = new Map(skills.flatMap((skill) => skill.skillIds.map((id) => [id, skill] as const)));

  /** A trace: a span, and those in it. */
  function add(root: Made, inside: readonly Made[] = []): void {
    if (waiting + inside.length >= MOST_WAITING) {
      lose(inside.length + 1);
      return;
    }
    const offset = Date.now() - performance.now();
    const open = ({ name, from, kind, attributes, error }: Made, context = ROOT_CONTEXT): Span => {
      const failed = error !== undefined && { 'error.type': error };
      const span = tracer.startSpan(
        name,
        { kind, startTime: offset + from, attributes: { ...attributes, ...failed } },
        context,
      );
      return failed ? span.setStatus({ code: SpanStatusCode.ERROR }) : span;
    };
    const span = open(root);
    if (!span.isRecording()) return;
    waiting += inside.length + 1;
    const context = trace.setSpan(ROOT_CONTEXT, span);
    for (const one of inside) open(one, context).end(offset + one.to);
    span.end(offset + root.to);
  }

  function onRequest(record: RequestRecord): void {
    const { name: request, applicationId, status, turn } = record;
    const skill = skillOf.get(applicationId);
    const platform = skill && { 'aloud.platform': skill.platform };
    add(
      {
        name: 'request',
        from: record.cameAt,
        to: record.answeredAt,
        kind: SpanKind.SERVER,
        ...errorIn(turn?.outcome),
        attributes: {
          'http.request.method': 'POST',
          'http.route': '/alexa',
          'http.response.status_code': status,
          'aloud.request': request,
          ...(skill && { 'aloud.skill': skill.name }),
          ...platform,
          ...(turn && { 'aloud.outcome': turn.outcome, 'aloud.store.trips': turn.trips }),
          ...(turn?.understood && {
            'aloud.answer': turn.understood.answer,
            'aloud.answer.rule': turn.understood.rule,
          }),
        },
      },
      stretchesOf(record).map((stretch) => ({
        ...stretch,
        ...(stretch.name === 'send'
          ? { kind: SpanKind.CLIENT, attributes: { ...platform } }
          : { kind: SpanKind.INTERNAL, attributes: {} }),
      })),
    );
  }

  const telemetryOf = (skill: Attributes): Telemetry => ({
    ...NO_TELEMETRY,
    notification({ outcome, ms }) {
      const to = performance.now();
      const error = UNSENT.has(outcome) ? { error: outcome } : {};
      const attributes = { 'aloud.outcome': outcome, ...skill };
      add({ name: 'notification', from: to - ms, to, kind: SpanKind.CLIENT, ...error, attributes });
    },
    forSkill: (name) => telemetryOf({ 'aloud.skill': name }),
  });

  return {
    telemetry: telemetryOf({}),
    onRequest,
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, SETTLE_MS);
      });
      // What was not taken was told.
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}

/** @param settled told of each batch when nothing more is done about it, with the reason where the collector has not taken it */
function startProvider(
  { url, headers, service }: Pick<TracesOptions, 'url' | 'headers' | 'service'>,
  settled: (spans: number, why?: string) => void,
) {
  const { OTLPTraceExporter } =
    require('@opentelemetry/exporter-trace-otlp-http') as typeof import('@opentelemetry/exporter-trace-otlp-http');
  const { detectResources, envDetector, resourceFromAttributes } =
    require('@opentelemetry/resources') as typeof import('@opentelemetry/resources');
  const { BasicTracerProvider, BatchSpanProcessor } =
    require('@opentelemetry/sdk-trace-base') as typeof import('@opentelemetry/sdk-trace-base');
  const exporter: SpanExporter = new OTLPTraceExporter({ url, headers: { ...headers } });
  const counting: SpanExporter = {
    export(spans, done) {
      exporter.export(spans, (result) => {
        settled(spans.length, result.code === TAKEN ? undefined : reasonOf(result.error));
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
  };
  return new BasicTracerProvider({
    resource: detectResources({ detectors: [envDetector] }).merge(resourceFromAttributes({ 'service.name': service })),
    spanProcessors: [new BatchSpanProcessor(counting, { maxQueueSize: MOST_WAITING })],
  });
}

/** Fit for the operator: of an error only its code, as its text holds addresses and what the collector wrote. */
function reasonOf(error: Error | undefined): string {
  const code: unknown = error && 'code' in error ? error.code : undefined;
  if (typeof code === 'number') return `the collector answers HTTP ${code}`;
  return typeof code === 'string' ? `the collector cannot be reached (${code})` : 'the collector does not take them';
}

function errorIn(outcome: string | undefined): Pick<Stretch, 'error'> {
  return outcome?.startsWith('ALOUD_') ? { error: outcome } : {};
}
