import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { type App, createApp } from './app';
import { type Config, loadConfig } from './config';
import { toAloudError } from './errors';
import { createLogger, logTelemetry } from './log';
import type { WebhookResponse } from './platforms/platform';
import type { Telemetry } from './telemetry';
import { WEBHOOK_LIMIT_BYTES } from './webhooks';

interface Runtime {
  readonly app: App;
  readonly config: Config;
  readonly telemetry: Telemetry;
}

let runtime: Runtime | undefined;

/** Made once per process: AWS keeps the process, and with it connections and caches, for many requests. */
function start(): Runtime {
  if (!runtime) {
    const config = loadConfig(process.env);
    const telemetry = logTelemetry(createLogger(config.logLevel));
    runtime = { config, telemetry, app: createApp({ config, telemetry, runsOn: false }) };
  }
  return runtime;
}

/**
 * AWS Lambda entry point of the skill. Alexa invokes it directly, so there is no signature to verify; the application
 * id is, as anyone who knows the function's ARN could point a skill of theirs at it.
 *
 * Rejects, and so fails the invocation, when the settings are wrong (the log has one line per problem) and when the
 * request is for another skill.
 */
export async function handler(event: RequestEnvelope): Promise<ResponseEnvelope> {
  const { app, config, telemetry } = startOrExplain();
  if (!config.skillIds.includes(event?.context?.System?.application?.applicationId)) {
    telemetry.refused('application');
    throw new Error('request refused');
  }
  return app.skill.invoke(event);
}

/** The request of a Lambda function URL, payload format 2.0, as far as it is used. */
export interface FunctionUrlEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly requestContext: { readonly http: { readonly method: string } };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

export interface FunctionUrlResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * AWS Lambda entry point of the platform's webhook, behind a function URL. Answers what the server answers; rejects only
 * when the settings are wrong.
 */
export async function webhook(event: FunctionUrlEvent): Promise<FunctionUrlResponse> {
  const { webhooks } = startOrExplain().app;
  const { status, body, json } = await answer();
  return { statusCode: status, headers: { 'content-type': json ? 'application/json' : 'text/plain' }, body };

  async function answer(): Promise<WebhookResponse> {
    const { method } = event.requestContext.http;
    if ((method !== 'GET' && method !== 'POST') || !webhooks.isOurs(event.rawPath))
      return webhooks.refuse('unknown_path');
    const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    if (bytes.length > WEBHOOK_LIMIT_BYTES) return webhooks.refuse('too_large');
    const query = new URLSearchParams(event.rawQueryString);
    return webhooks.handle({ method, headers: event.headers, query, body: bytes.toString('utf8') });
  }
}

/** The context of an invocation, as far as it is used. */
export interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** Kept back of an invocation's time for what is on its way. */
const NOTIFIER_RESERVE_MS = 8000;

/**
 * AWS Lambda entry point that sends the notices which are due, for as long as the invocation may last; invoked by a
 * schedule, say every minute. Any number may run at a time.
 */
export async function notifier(_event: unknown, context: LambdaContext): Promise<void> {
  const { notifications } = startOrExplain().app;
  const ms = context.getRemainingTimeInMillis() - NOTIFIER_RESERVE_MS;
  if (ms > 0) await notifications?.runFor(ms);
}

function startOrExplain(): Runtime {
  try {
    return start();
  } catch (thrown) {
    logTelemetry(createLogger('error')).error(thrown, 'start');
    throw new Error(toAloudError(thrown).code);
  }
}
