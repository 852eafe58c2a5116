import { setTimeout as delay } from 'node:timers/promises';
import { ExchangeAborted, exchange, type RawAnswer } from '../../http/exchange';
import { openPool, type Pool } from '../../http/pool';
import { fromJson, toJson } from './lean-json';
import { createSigner, type Keys } from './lean-signature';

/*
 * What the store takes of `@aws-sdk/client-dynamodb`, by the same names and to the same effect, for the Lambda artifact, which has it in
 * the SDK's place: the SDK takes forty milliseconds of a start, for regions, credentials, protocols and middleware that a function has
 * no choice of. Region, endpoint and keys are where AWS Lambda puts them.
 */

interface Config {
  readonly maxAttempts?: number;
  readonly requestHandler?: { readonly connectionTimeout?: number; readonly requestTimeout?: number };
}

/** What a command asks: `Query` and what it takes. */
abstract class Command {
  abstract readonly operation: string;
  constructor(readonly input: object) {}
}

export class BatchGetItemCommand extends Command {
  readonly operation = 'BatchGetItem';
}
export class BatchWriteItemCommand extends Command {
  readonly operation = 'BatchWriteItem';
}
export class GetItemCommand extends Command {
  readonly operation = 'GetItem';
}
export class QueryCommand extends Command {
  readonly operation = 'Query';
}
export class TransactWriteItemsCommand extends Command {
  readonly operation = 'TransactWriteItems';
}
export class UpdateItemCommand extends Command {
  readonly operation = 'UpdateItem';
}

/** What DynamoDB refuses, by its own name, with what it says of it: the item, the reasons. */
class Refused extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(name: string, httpStatusCode: number, told: Readonly<Record<string, unknown>>) {
    super(String(told.message ?? told.Message ?? ''));
    Object.assign(this, told);
    this.name = name;
    this.$metadata = { httpStatusCode };
  }
}

export class ConditionalCheckFailedException extends Refused {}
export class TransactionCanceledException extends Refused {}
export class TransactionConflictException extends Refused {}

const REFUSALS: Readonly<Record<string, typeof Refused>> = {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
};

/** What may pass by itself, as the SDK has it. */
const AGAIN = new Set([
  ...['ProvisionedThroughputExceededException', 'RequestLimitExceeded', 'Throttling', 'ThrottlingException'],
  ...['TransactionInProgressException', 'TimeoutError', 'ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT'],
]);
const BACKOFF_MS = 50;
/** As many as the SDK opens. */
const CONNECTIONS = 50;
/** A user speaks again within seconds, and DynamoDB keeps a connection for longer. One that it has closed is seen, and tried again. */
const KEEP_ALIVE_MS = 300_000;
/** A batch has sixteen megabytes at most, of bytes that are longer as JSON. */
const MOST_BYTES = 64 * 1024 * 1024;
const VERSION = 'DynamoDB_20120810';
const DOMAIN = 'amazonaws.com';

export class DynamoDBClient {
  readonly config = { region: async () => regionOf(process.env) };
  private readonly sign = createSigner();
  private pool: { readonly origin: string; readonly pool: Pool } | undefined;

  constructor(private readonly options: Config = {}) {}

  async send(command: Command, { abortSignal }: { readonly abortSignal?: AbortSignal } = {}): Promise<object> {
    const { maxAttempts = 3 } = this.options;
    const body = toJson(command.input);
    for (let tries = 1; ; tries++) {
      try {
        return await this.call(command.operation, body, abortSignal);
      } catch (error) {
        if (tries >= maxAttempts || abortSignal?.aborted || !mayPass(error)) throw error;
        await delay(Math.random() * BACKOFF_MS * 2 ** tries, undefined, { signal: abortSignal });
      }
    }
  }

  destroy(): void {
    void this.pool?.pool.destroy();
    this.pool = undefined;
  }

  private async call(operation: string, body: string, signal?: AbortSignal): Promise<object> {
    const { env } = process;
    const region = regionOf(env);
    const { origin, host } = new URL(endpointOf(env, region));
    const target = `${VERSION}.${operation}`;
    const headers = this.sign({ host, region, target, body, keys: keysOf(env), at: new Date() });
    const { requestTimeout = 2000 } = this.options.requestHandler ?? {};
    const timeout = AbortSignal.timeout(requestTimeout);
    try {
      const answer = await exchange(
        this.poolOf(origin),
        { method: 'POST', path: '/', headers, body },
        { signal: signal ? AbortSignal.any([signal, timeout]) : timeout, maxBytes: MOST_BYTES },
      );
      return answered(answer);
    } catch (error) {
      throw named(error);
    }
  }

  private poolOf(origin: string): Pool {
    if (this.pool?.origin !== origin) {
      this.destroy();
      const { connectionTimeout = 1000 } = this.options.requestHandler ?? {};
      const options = { connections: CONNECTIONS, connectTimeoutMs: connectionTimeout, keepAliveMs: KEEP_ALIVE_MS };
      this.pool = { origin, pool: openPool(origin, options) };
    }
    return this.pool.pool;
  }
}

function answered({ status, text }: RawAnswer): object {
  if (text === undefined) throw Object.assign(new Error('the answer was cut off'), { code: 'ECONNRESET' });
  if (status === 200) return fromJson(text);
  const { __type, ...told } = refusalIn(text);
  const name =
    String(__type ?? 'UnknownError')
      .split('#')
      .at(-1) ?? '';
  throw new (REFUSALS[name] ?? Refused)(name, status, told);
}

/** What stands before DynamoDB may refuse in other words than JSON. */
function refusalIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return fromJson(text);
  } catch {
    return {};
  }
}

function mayPass(error: unknown): boolean {
  const { name, code, $metadata } = Object(error) as Readonly<Record<string, unknown>> & Partial<Refused>;
  return AGAIN.has(String(name)) || AGAIN.has(String(code)) || ($metadata?.httpStatusCode ?? 0) >= 500;
}

/** What went wrong on the way, in the words of Node and of the SDK. */
function named(error: unknown): unknown {
  const { code } = Object(error) as { readonly code?: string };
  if (code === 'UND_ERR_SOCKET') return Object.assign(new Error('closed', { cause: error }), { code: 'ECONNRESET' });
  if (!(error instanceof ExchangeAborted) && code !== 'UND_ERR_CONNECT_TIMEOUT') return error;
  return Object.assign(new Error('no answer in time', { cause: error }), { name: 'TimeoutError' });
}

type Env = Readonly<Record<string, string | undefined>>;

function regionOf(env: Env): string {
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION;
  if (!region) throw new Error('Region is missing');
  return region;
}

function endpointOf(env: Env, region: string): string {
  const own = env.AWS_ENDPOINT_URL_DYNAMODB ?? env.AWS_ENDPOINT_URL;
  return own ?? `https://dynamodb.${region}.${DOMAIN}${region.startsWith('cn-') ? '.cn' : ''}`;
}

function keysOf(env: Env): Keys {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN } = env;
  if (!accessKeyId || !secretAccessKey) {
    throw Object.assign(new Error('no keys in the environment'), { name: 'CredentialsProviderError' });
  }
  return { accessKeyId, secretAccessKey, ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }) };
}
