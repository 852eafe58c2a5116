import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { createApp } from './app';
import { type Config, formerNames, loadConfig } from './app/config';
import { readBusiness } from './business/read';
import type { Business } from './business/words';
import { readSkillFolders } from './config/skill-folders';
import type { Store } from './conversation/ports/store';
import { AloudError } from './errors';
import type { ObservedRequest } from './server/alexa-listener';
import { createHttpServer } from './server/http-server';
import { createListener } from './server/listener';
import { failStart, loadEnvFile, stopOnSignal } from './server/process';
import { startTraces } from './server/traces';
import { createVerifiers, type Trust } from './skill/verifier';
import { createLogger, logTelemetry } from './telemetry/log';
import { createMetrics } from './telemetry/metrics';
import type { RequestRecord } from './telemetry/request';
import { fanOut, type Telemetry } from './telemetry/telemetry';

/** How long running turns may take to finish once we were told to stop: more than the longest turn. */
const SHUTDOWN_MS = 10_000;
const SWEEP_MS = 15 * 60_000;
/** What a process that is killed has not written of its counts. */
const COUNTS_EVERY_MS = 10_000;
/** How often it may be looked whether an operator captures. */
const LOOK_EVERY_MS = 5000;

export interface ServerOptions {
  readonly config: Config;
  /** Told of everything beside the log and the metrics. */
  readonly telemetry?: Telemetry;
  /** Told of each request that was proven, once it is answered. */
  readonly onRequest?: (record: RequestRecord) => void;
  /** Whose signatures are believed instead of Amazon's. Only tests and the demo have one. */
  readonly trust?: Trust;
  /** Default: what the settings name. Who gives one closes it. Only the demo has one, which looks into it. */
  readonly store?: Store;
  /** By the name of the skill. Default: what the owner's files were made into. Only the simulator has others. */
  readonly businessOf?: (skill: string) => Business;
  /** Adds routes of its own. */
  readonly extend?: (app: Express) => void;
  readonly logger?: Logger;
  /** Sees each request of Alexa's with its answer, which waits for it. Only the field test has one. */
  readonly observe?: (seen: ObservedRequest) => Promise<void>;
}

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  /** Where the webhook of the first skill's platform goes; its path is a secret. */
  readonly webhookUrl: string;
  /** Takes no more requests, lets running turns finish, then lets go of everything. Safe to repeat. */
  close(): Promise<void>;
}

/** Serves a skill over HTTP. Resolves when it listens. */
export async function startServer({ config, trust, store, extend, ...options }: ServerOptions): Promise<RunningServer> {
  const { businessOf = (skill) => readBusiness(__dirname, skill) } = options;
  const logger = options.logger ?? createLogger(config.logLevel);
  const metrics = createMetrics();
  const told = fanOut([logTelemetry(logger), metrics.telemetry]);
  const traces = startTraces(config, metrics, told);
  const others = [traces?.telemetry, options.telemetry].filter((one) => one !== undefined);
  const telemetry = others.length > 0 ? fanOut([told, ...others]) : told;
  const onRequest = together([traces?.onRequest, options.onRequest]);
  const app = createApp({ config, telemetry, runsOn: true, store, businessOf });
  const verifiers = createVerifiers({ skillIds: app.skillIds, telemetry, ...trust });
  const [skill, webhooks, notifications, words] = [app.skill(), app.webhooks(), app.notifications(), app.queuedWords()];
  let closing: Promise<void> | undefined;

  const isReady = async () =>
    !closing &&
    (await app.ready().then(
      () => true,
      () => false,
    ));
  const listener = createListener({
    skill,
    verifiers,
    webhooks,
    telemetry,
    isReady,
    registry: metrics.registry,
    metricsToken: config.metricsToken,
    extend,
    observe: options.observe,
    onRequest,
  });

  const server = createHttpServer(listener);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(config.port, config.host, resolve);
    });
  } catch (cause) {
    await app.close();
    throw cannotListen(config, cause);
  }
  notifications?.start();
  words.start();
  const sweeping = setInterval(() => void app.sweep(), SWEEP_MS);
  sweeping.unref();
  const counting = setInterval(() => void app.flush(), COUNTS_EVERY_MS);
  counting.unref();
  const looking = setInterval(() => void app.lookAround(), LOOK_EVERY_MS);
  looking.unref();

  async function shutDown(): Promise<void> {
    const ended = new Promise((resolve) => server.close(resolve));
    // A connection whose turn has ended stays open for the next one, which will not come.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const force = setTimeout(() => server.closeAllConnections(), SHUTDOWN_MS);
    await ended;
    clearInterval(sweeping);
    clearInterval(counting);
    clearInterval(looking);
    clearInterval(sweep);
    clearTimeout(force);
    await app.close();
    await traces?.close();
  }

  const { port } = server.address() as AddressInfo;
  const host = config.host === '0.0.0.0' ? 'localhost' : config.host;
  const url = `http://${host}:${port}`;
  return { port, url, webhookUrl: `${url}${webhooks.paths[0]}`, close: () => (closing ??= shutDown()) };
}

/** One that calls all there are; `undefined` where there are none. */
function together<T>(listeners: readonly (((value: T) => void) | undefined)[]): ((value: T) => void) | undefined {
  const [first, ...others] = listeners.filter((one) => one !== undefined);
  if (!first || others.length === 0) return first;
  return (value) => {
    for (const listener of [first, ...others]) listener(value);
  };
}

function cannotListen({ host, port }: Config, cause: unknown): AloudError {
  const why = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'something else listens there' : 'not allowed';
  return new AloudError('ALOUD_CONFIG_INVALID', `PORT: cannot listen on ${host}:${port}, ${why}`, { cause });
}

/** The server of real skills, started by itself (`node dist/server.js`): settings from the environment, `.env` and `skills/<name>/.env`. */
export async function main(): Promise<void> {
  try {
    loadEnvFile();
  } catch (error) {
    failStart(error);
  }
  await serve();
}

/**
 * The server of real skills, until a signal ends it.
 *
 * @param root where the folders of several skills are
 * @param businessOf by the name of the skill; default: what the owner's files were made into when this was built
 */
export async function serve(root = '.', businessOf?: ServerOptions['businessOf']): Promise<void> {
  try {
    const skills = readSkillFolders(root);
    const config = loadConfig(process.env, skills);
    const logger = createLogger(config.logLevel);
    for (const warning of formerNames(process.env, skills)) logger.warn(warning);
    process.on('unhandledRejection', (reason) => logTelemetry(logger).error(reason, 'process'));
    const server = await startServer({ config, logger, businessOf });
    stopOnSignal(async () => {
      logger.info('stopping');
      await server.close();
      logger.info('stopped');
    });
    const address = config.publicUrl ?? server.url;
    const platforms = config.skills.map(({ platform }) => platform.name);
    const names = config.skills.map(({ name }) => name);
    logger.info(
      { platforms, ...(names.length > 1 && { skills: names }), port: server.port, endpoint: `${address}/alexa` },
      'listening',
    );
  } catch (error) {
    failStart(error);
  }
}
