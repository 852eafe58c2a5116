import { AloudError } from '../errors';
import { WEBHOOK_LIMIT_BYTES, type WebhookAnswer } from '../webhooks/webhooks';
import { failure, type Runtime, writeCounts } from './runtime';
import { start } from './start';

/**
 * The request of a Lambda function URL, payload format 2.0, as far as it is used
 * (https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html).
 */
export interface FunctionUrlEvent {
  readonly rawPath: string;
  readonly rawQueryString?: string;
  /** By lower-case name; several values of one are joined by commas. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly requestContext: { readonly http: { readonly method: string } };
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

export interface FunctionUrlResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * The function behind the webhook's URL. Answers what the server answers; rejects only when the settings are wrong and for
 * what is no request of a function URL.
 */
export async function webhookFunction(event: FunctionUrlEvent): Promise<FunctionUrlResponse> {
  let started: Runtime;
  try {
    started = await start({ knows: (app) => app.webhooks().at(String(event?.rawPath)) !== undefined });
  } catch (thrown) {
    // While the secrets of several skills cannot be read, the vendor is to try again.
    if (!(thrown instanceof AloudError)) throw thrown;
    return { statusCode: 503, headers: { 'content-type': 'text/plain' }, body: 'try again' };
  }
  const { app, telemetry } = started;
  const method: unknown = event?.requestContext?.http?.method;
  if (typeof method !== 'string' || typeof event.rawPath !== 'string') {
    const text = 'webhook takes requests of a function URL, payload format 2.0';
    telemetry.error(new AloudError('ALOUD_FUNCTION_MISUSED', text), 'webhook');
    throw failure('ALOUD_FUNCTION_MISUSED');
  }
  const looked = app.lookAround();
  const webhooks = app.webhooks();
  const { status, body, json, onSent } = await answer();
  // Nothing runs after the answer.
  await onSent?.();
  await writeCounts(app, looked);
  return { statusCode: status, headers: { 'content-type': json ? 'application/json' : 'text/plain' }, body };

  async function answer(): Promise<WebhookAnswer> {
    if (method !== 'GET' && method !== 'POST') return webhooks.refuse();
    const webhook = webhooks.at(event.rawPath);
    if (!webhook) return webhooks.refuse();
    const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
    if (bytes.length > WEBHOOK_LIMIT_BYTES) return webhook.refuse('too_large');
    const query = new URLSearchParams(event.rawQueryString);
    return webhook.handle({ method, headers: event.headers ?? {}, query, body: bytes.toString('utf8') });
  }
}

/** Loads and connects what the function needs, before it is needed. */
export async function prepare(): Promise<void> {
  const { app } = await start();
  app.webhooks();
  await app.ready();
}
