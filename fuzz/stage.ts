import { loadConfig } from '../lambda/app/config';
import { type RunningServer, startServer } from '../lambda/server';
import { createLogger } from '../lambda/telemetry/log';
import { createPki } from '../simulator/pki';
import { fail } from './surface';

export const SKILL_ID = 'amzn1.ask.skill.fuzz';
const SECRET = 'the-secret-of-the-fuzzer-32-characters';
const PKI = createPki();

/** A server of ours in this process, with nothing but memory behind it. */
export interface Stage {
  readonly server: RunningServer;
  /** What no answer may hold. */
  readonly secrets: readonly string[];
  readonly sign: (body: string) => Readonly<Record<string, string>>;
  /** @throws Finding when it has logged an error that it did not foresee */
  checkLog(): void;
  close(): Promise<void>;
}

const SECRET_NAMES = /TOKEN|SECRET|SALT|DOMAIN/;

export async function openStage(environment: Readonly<Record<string, string>>): Promise<Stage> {
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
  const trust = { roots: [PKI.rootPem], fetchPem: async () => PKI.chainPem };
  const server = await startServer({ config: loadConfig(settings), logger, trust });
  return {
    server,
    secrets: Object.entries(settings).flatMap(([name, value]) => (SECRET_NAMES.test(name) ? [value] : [])),
    sign: (body) => ({ 'content-type': 'application/json; charset=utf-8', ...PKI.sign(body) }),
    checkLog() {
      const line = unforeseen;
      unforeseen = undefined;
      if (line !== undefined) fail(`an error that was not foreseen: ${line.slice(0, 600)}`);
    },
    close: () => server.close(),
  };
}
