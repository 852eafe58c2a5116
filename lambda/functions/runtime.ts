import { setTimeout as delay } from 'node:timers/promises';
import { type App, createApp } from '../app';
import { formerNames, loadConfig } from '../app/config';
import type { Business } from '../business/words';
import { toAloudError } from '../errors';
import { createLogger, logTelemetry } from '../telemetry/log';
import type { Telemetry } from '../telemetry/telemetry';
import { notedCodeCache } from './code-cache';

/** What the functions share: AWS keeps the process, and with it connections and caches, for many requests. */
export interface Runtime {
  readonly app: App;
  readonly telemetry: Telemetry;
}

type Environment = Parameters<typeof loadConfig>[0];

/** What an invocation is for. */
export interface Wanted {
  /** Whether an app serves it. Where it does not, it is looked for skills that were added since the process began. */
  readonly knows: (app: App) => boolean;
  /** How often at most it is looked for them. Default: half a minute. */
  readonly lookEveryMs?: number;
}

/** What is served of checked settings. @param skills where the settings of several are, beside those that all share */
export function makeRuntime(
  env: Environment,
  businessOf: (skill: string) => Business,
  skills?: Parameters<typeof loadConfig>[1],
): Runtime {
  const config = loadConfig(env, skills);
  const logger = createLogger(config.logLevel);
  if (env._HANDLER) tellStart(logger);
  for (const warning of formerNames(env, skills)) logger.warn(warning);
  const telemetry = logTelemetry(logger);
  return { telemetry, app: createApp({ config, telemetry, runsOn: false, businessOf }) };
}

let isStartTold = false;

/** One line of a process of AWS Lambda: whether its code was there as it had been compiled, of which most of its start depends. */
function tellStart(logger: ReturnType<typeof createLogger>): void {
  if (!isStartTold) logger.info({ codeCache: notedCodeCache() }, 'started');
  isStartTold = true;
}

/** Logs why nothing can be served, as there is no logger of the settings' yet. */
export function failedStart(thrown: unknown): Error {
  logTelemetry(createLogger('error')).error(thrown, 'start');
  return failure(toAloudError(thrown).code);
}

/** What makes an invocation fail. AWS logs an error with its stack, which would be one more line that says nothing. */
export function failure(message: string): Error {
  const error = new Error(message);
  error.stack = `Error: ${message}`;
  return error;
}

/** The context of an invocation, as far as it is used. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** So long counts may hold up an answer. What is not written by then is when the process goes on. */
const COUNTS_MS = 1000;
/** What an invocation takes to end. */
const END_MS = 200;

/**
 * Writes what was counted before the answer is given, as nothing runs after that; but somebody is waiting for it.
 *
 * @param looked what else is under way
 */
export async function writeCounts(app: App, looked?: Promise<void>, context?: LambdaContext): Promise<void> {
  const leftMs = (context?.getRemainingTimeInMillis() ?? COUNTS_MS) - END_MS;
  const written = Promise.all([app.flush(), looked]);
  await Promise.race([written, delay(Math.min(COUNTS_MS, Math.max(leftMs, 0)), undefined, { ref: false })]);
}
