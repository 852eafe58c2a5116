import type { RequestEnvelope } from 'ask-sdk-model';
import { createApp } from '../lambda/app';
import { type Config, loadConfig } from '../lambda/app/config';
import { type RunningServer, startServer } from '../lambda/server';
import { readRequest } from '../lambda/skill/incoming';
import { invokeSafely } from '../lambda/skill/invocation';
import { createLogger, logTelemetry } from '../lambda/telemetry/log';
import { createPki, type Pki } from '../simulator/pki';
import { fail } from './surface';

export const SKILL_ID = 'amzn1.ask.skill.fuzz';
const SECRET = 'the-secret-of-the-fuzzer-32-characters';

/** What watches over a system of ours, whatever brings it its requests. */
interface Watched {
  /** What no answer may hold. */
  readonly secrets: readonly string[];
  /** @throws Finding when it has logged an error that it did not foresee */
  checkLog(): void;
  close(): Promise<void>;
}

/** A server of ours in this process, with nothing but memory behind it. */
export interface Stage extends Watched {
  readonly server: RunningServer;
  readonly sign: (body: string) => Readonly<Record<string, string>>;
}

/** The same without the ways in over HTTP, which cost more than most turns. */
export interface Core extends Watched {
  /** The answer to a request whose signature was verified, as JSON. */
  ask(envelope: RequestEnvelope): Promise<string>;
}

const SECRET_NAMES = /TOKEN|SECRET|SALT|DOMAIN/;

let pki: Pki | undefined;

export async function openStage(environment: Readonly<Record<string, string>>): Promise<Stage> {
  const { config, logger, secrets, checkLog } = watch(environment);
  pki ??= createPki();
  const { rootPem, chainPem, sign } = pki;
  const trust = { roots: [rootPem], fetchPem: async () => chainPem };
  const server = await startServer({ config, logger, trust });
  return {
    server,
    secrets,
    sign: (body) => ({ 'content-type': 'application/json; charset=utf-8', ...sign(body) }),
    checkLog,
    close: () => server.close(),
  };
}

export function openCore(environment: Readonly<Record<string, string>>): Core {
  const { config, logger, secrets, checkLog } = watch(environment);
  const telemetry = logTelemetry(logger);
  const app = createApp({ config, telemetry, runsOn: true });
  return {
    async ask(envelope) {
      const { json } = await invokeSafely(app.skill(), telemetry, readRequest(envelope));
      return json;
    },
    secrets,
    checkLog,
    close: () => app.close(),
  };
}

function watch(environment: Readonly<Record<string, string>>) {
  const settings: Record<string, string> = {
    ALOUD_SECRET: SECRET,
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_STORE: 'sqlite::memory:',
    ALOUD_HOST: '127.0.0.1',
    ALOUD_QUIET_MS: '0',
    // Progressive responses have nowhere to go.
    ALEXA_API_URL: 'http://127.0.0.1:9',
    LOG_LEVEL: 'error',
    PORT: '0',
    ...environment,
  };
  let unforeseen: string | undefined;
  const logger = createLogger('error', {
    write(line) {
      if (line.includes('ALOUD_INTERNAL')) unforeseen ??= line;
    },
  });
  return {
    config: loadConfig(settings) satisfies Config,
    logger,
    secrets: Object.entries(settings).flatMap(([name, value]) => (SECRET_NAMES.test(name) ? [value] : [])),
    checkLog() {
      const line = unforeseen;
      unforeseen = undefined;
      if (line !== undefined) fail(`an error that was not foreseen: ${line.slice(0, 600)}`);
    },
  };
}
