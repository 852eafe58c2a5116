import { type DestinationStream, type Logger, pino } from 'pino';
import { toAloudError } from '../errors';
import { createTally } from './tally';
import { type Telemetry, UNSENT, type WebhookOutcome } from './telemetry';

/** What could carry a credential, an id of a person or what was said, itself or inside. */
const BLANKED = [
  ...['authorization', 'token', 'secret', 'domain', 'webchat_id', 'userId', 'apiAccessToken', 'text', 'ssml'],
  ...['headers', 'body', 'request', 'response', 'envelope', 'event', 'user', 'identity', 'thread', 'conversation'],
];

/**
 * The log: JSON lines on standard output. Lines are made of fields that we name; as a second guard fields of names that
 * could hold more are blanked, wherever they are logged. Named one by one: a wildcard would cost as much as the line
 * itself.
 */
export function createLogger(level: string, destination: DestinationStream = pino.destination({ sync: true })): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: BLANKED, censor: '[blanked]' },
    },
    destination,
  );
}

const REFUSED: ReadonlySet<WebhookOutcome> = new Set(['unauthorized', 'malformed', 'too_large']);
/** Paths that are not ours are asked for all the time, by anybody: one line tells of those of a while. */
const REFUSED_PATHS_EVERY_MS = 10_000;
/** A flood is told of by one line for a while. */
const REFUSED_WEBHOOKS_EVERY_MS = 10_000;

/** Telemetry as log lines: a turn at `info`, a refusal at `warn`, an error at `error`. A line of a skill bears its name. */
export function logTelemetry(logger: Logger): Telemetry {
  const refusedPaths = createTally({
    everyMs: REFUSED_PATHS_EVERY_MS,
    tell: (count) => logger.warn({ refusedPaths: count }, 'paths refused'),
  });
  const busy = createTally({
    everyMs: REFUSED_WEBHOOKS_EVERY_MS,
    tell: (count) => logger.warn({ refusedWebhooks: count }, 'more webhooks than can be stored in time'),
  });
  return {
    turn({ name, outcome, ms, timings, trips, understood }) {
      if (!logger.isLevelEnabled('info')) return;
      const stages: Record<string, number> = {};
      for (const stage in timings) stages[stage] = round(timings[stage] ?? 0);
      logger.info({ name, outcome, ms: round(ms), timings: stages, trips, ...understood }, 'turn');
    },
    sessionEnded: (record) => logger.debug({ ...record }, 'session ended'),
    refused: (reason) => logger.warn({ reason }, 'request refused'),
    platformCall: (call) => logger.debug({ ...call, ms: round(call.ms) }, 'platform call'),
    webhook(record) {
      if (record.outcome === 'unknown_path') return refusedPaths.note();
      if (record.outcome === 'busy') return busy.note();
      const level = REFUSED.has(record.outcome) ? 'warn' : 'debug';
      logger[level]({ outcome: record.outcome, ms: round(record.ms) }, 'webhook');
    },
    notification({ outcome, ms }) {
      logger[UNSENT.has(outcome) ? 'warn' : 'debug']({ outcome, ms: round(ms) }, 'notification');
    },
    notificationProgress({ pending, sent, ms }) {
      // What is not moving has a reason, and that was logged.
      const level = sent > 0 ? 'info' : 'debug';
      logger[level]({ pending, sent, perSecond: ms > 0 ? round((sent / ms) * 1000) : 0 }, 'notifications');
    },
    error(thrown, where) {
      const { code, message, hint, cause } = toAloudError(thrown);
      logger.error({ code, where, hint, at: placeOf(cause ?? thrown) }, message);
    },
    forSkill: (skill) => logTelemetry(logger.child({ skill })),
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** File and line that threw, instead of a stack: enough to find the place, without a path of the machine. */
function placeOf(thrown: unknown): string | undefined {
  const frame = thrown instanceof Error ? /\(?([^\s()]+:\d+):\d+\)?$/m.exec(thrown.stack ?? '')?.[1] : undefined;
  return frame?.split(/[\\/]/).at(-1);
}
