import { Counter, collectDefaultMetrics, Gauge, Histogram, type Metric, Registry } from 'prom-client';
import { toAloudError } from '../errors';
import type { Telemetry } from './telemetry';

/** Buckets in seconds, up to Alexa's limit. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 6, 8];

export interface Metrics {
  readonly registry: Registry;
  /** Counts spans that the collector of traces did not get. */
  spansLost(spans: number): void;
  readonly telemetry: Telemetry;
}

/** What is counted and measured. Their names are what dashboards ask for. */
function instrumentsIn(registers: Registry[]) {
  const turns = new Histogram({
    name: 'aloud_turn_seconds',
    help: 'Time from a verified request of a user to our answer.',
    labelNames: ['request', 'outcome', 'skill'],
    buckets: SECONDS,
    registers,
  });
  const stages = new Histogram({
    name: 'aloud_turn_stage_seconds',
    help: 'Where the time of a turn went.',
    labelNames: ['stage', 'skill'],
    buckets: SECONDS,
    registers,
  });
  const refusals = new Counter({
    name: 'aloud_requests_refused_total',
    help: 'Requests to /alexa that were not let in, by reason.',
    labelNames: ['reason', 'skill'],
    registers,
  });
  const calls = new Histogram({
    name: 'aloud_platform_call_seconds',
    help: 'Calls to the bot platform.',
    labelNames: ['platform', 'operation', 'outcome', 'skill'],
    buckets: SECONDS,
    registers,
  });
  const webhooks = new Histogram({
    name: 'aloud_webhook_seconds',
    help: 'What webhooks brought, by what became of it: time until it was on disk.',
    labelNames: ['outcome', 'skill'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
    registers,
  });
  const notifications = new Counter({
    name: 'aloud_notifications_total',
    help: 'Notifications that were due, by what became of them.',
    labelNames: ['outcome', 'skill'],
    registers,
  });
  const pending = new Gauge({
    name: 'aloud_notifications_pending',
    help: 'Notifications that wait, due or not, in the whole store; read now and then.',
    registers,
  });
  const formerNotifications = new Counter({
    name: 'aloud_notices_total',
    help: 'Deprecated: the same as aloud_notifications_total, for one more minor version.',
    labelNames: ['outcome', 'skill'],
    registers,
  });
  const formerPending = new Gauge({
    name: 'aloud_notices_pending',
    help: 'Deprecated: the same as aloud_notifications_pending, for one more minor version.',
    registers,
  });
  const sessions = new Counter({
    name: 'aloud_sessions_ended_total',
    help: 'Sessions that ended, by how, and by what had been asked last.',
    labelNames: ['how', 'question', 'skill'],
    registers,
  });
  const answers = new Counter({
    name: 'aloud_answers_total',
    help: 'Answers to what the bot had offered, by the rule that told what was meant, and by what came of it.',
    labelNames: ['rule', 'answer', 'skill'],
    registers,
  });
  const errors = new Counter({
    name: 'aloud_errors_total',
    help: 'Errors by code; docs/errors.md says what to do about each.',
    labelNames: ['code', 'skill'],
    registers,
  });
  const spansLost = new Counter({
    name: 'aloud_spans_lost_total',
    help: 'Spans of traces that the collector did not take.',
    registers,
  });
  return {
    turns,
    stages,
    refusals,
    calls,
    webhooks,
    notifications,
    pending,
    formerNotifications,
    formerPending,
    sessions,
    answers,
    errors,
    spansLost,
  };
}

let ofProcess: readonly Metric[] | undefined;

/** What is measured of the process: once, as what watches its event loop and its collections is never let go. */
function processMetrics(): readonly Metric[] {
  if (ofProcess) return ofProcess;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  ofProcess = registry.getMetricsAsArray().flatMap(({ name }) => registry.getSingleMetric(name) ?? []);
  return ofProcess;
}

/** Telemetry as Prometheus metrics, in a registry of their own. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  for (const metric of processMetrics()) registry.registerMetric(metric);
  const {
    turns,
    stages,
    refusals,
    calls,
    webhooks,
    notifications,
    pending,
    formerNotifications,
    formerPending,
    sessions,
    answers,
    errors,
    spansLost,
  } = instrumentsIn([registry]);
  /** What is of no single skill has no label for it. */
  const telemetryOf = (skill?: string): Telemetry => {
    // Put to the object itself: to V8 a spread with one more member is of a form of its own (Node 20).
    const of = (labels: Record<string, string>) => {
      if (skill !== undefined) labels.skill = skill;
      return labels;
    };
    return {
      turn({ name, outcome, ms, timings, understood }) {
        if (understood) answers.inc(of({ rule: understood.rule, answer: understood.answer }));
        turns.observe(of({ request: name, outcome }), ms / 1000);
        for (const stage in timings) stages.observe(of({ stage }), (timings[stage] ?? 0) / 1000);
      },
      sessionEnded: ({ how, question = 'none' }) => sessions.inc(of({ how, question })),
      refused: (reason) => refusals.inc(of({ reason })),
      platformCall: ({ platform, operation, outcome, ms }) =>
        calls.observe(of({ platform, operation, outcome }), ms / 1000),
      webhook: ({ outcome, ms }) => webhooks.observe(of({ outcome }), ms / 1000),
      notification({ outcome }) {
        notifications.inc(of({ outcome }));
        formerNotifications.inc(of({ outcome }));
      },
      notificationProgress(progress) {
        pending.set(progress.pending);
        formerPending.set(progress.pending);
      },
      error: (thrown) => errors.inc(of({ code: toAloudError(thrown).code })),
      forSkill: telemetryOf,
    };
  };

  return { registry, telemetry: telemetryOf(), spansLost: (spans) => spansLost.inc(spans) };
}
