import { join } from 'node:path';
import { type Config, type Environment, loadConfig } from '../lambda/config';
import { AloudError } from '../lambda/errors';
import { failStart, type RunningServer, startServer, stopOnSignal } from '../lambda/server';
import { userKey } from '../lambda/skill/user';
import { demoApi } from './demo/api';
import { rememberOffers } from './demo/offers';
import { demoPage } from './demo/page';
import { keepTurnRecords } from './demo/turn-records';
import { createEcho } from './echo/echo';
import { loadModels } from './echo/models';
import type { Echo } from './echo/types';
import { createPki } from './pki';
import { createDemoBot } from './platforms/bot';
import { startBotDistrikt } from './platforms/botdistrikt';
import { projectRoot } from './root';

const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000';
/** Public: the demo's database holds nobody's data. Always the same, so that a restarted demo can read it. */
const SECRET = 'the demo keeps no secrets, only simulated customers';
const PLATFORM = { webchatAppId: '1234', domain: 'demo.bluebell.example' };

export interface DemoOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** Logs nothing. */
  readonly quiet?: boolean;
  /** File of the database. Default: `data/demo.db` of the project, so that a restarted demo remembers. */
  readonly database?: string;
  /** Default: the process's. */
  readonly env?: Environment;
}

export interface Demo {
  readonly url: string;
  /** An Echo of a simulated customer; by default it speaks en-US and belongs to always the same customer. */
  echo(options?: { locale?: string; userId?: string }): Echo;
  close(): Promise<void>;
}

/**
 * The real server on loopback, with a simulated Echo on one side and a simulated BotDistrikt on the other. It believes
 * the simulator's signatures instead of Amazon's, so it must never serve a real skill.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID beside the settings of a real skill, or when it cannot listen.
 */
export async function startDemo({ env = process.env, ...options }: DemoOptions): Promise<Demo> {
  refuseRealSkill(env);
  const models = loadModels(join(projectRoot(), 'skill-package/interactionModels/custom'));
  const pki = createPki();
  const records = keepTurnRecords();
  const { bot, choicesAfter } = rememberOffers(createDemoBot());
  const platform = await startBotDistrikt({ ...PLATFORM, bot });

  const api = demoApi({
    models,
    behaviour: platform.behaviour,
    createEcho: (customer) => echo(customer),
    choices: (userId, turn) => choicesAfter(userKey(SECRET, SKILL_ID, userId), turn),
  });
  const server = await serve().catch(async (error) => {
    await platform.close();
    throw error;
  });

  async function serve(): Promise<RunningServer> {
    return startServer({
      config: demoConfig(options, platform.baseUrl, env.LOG_LEVEL),
      telemetry: records.telemetry,
      trust: { roots: [pki.rootPem], fetchPem: async () => pki.chainPem },
      extend: (app) => app.use('/demo', api).use(demoPage()),
    });
  }

  function echo({ locale = 'en-US', userId = 'amzn1.ask.account.DEMO' } = {}): Echo {
    return createEcho({
      models,
      locale,
      userId,
      skillId: SKILL_ID,
      deviceId: 'amzn1.ask.device.DEMO',
      apiEndpoint: 'https://api.amazonalexa.com',
      endpoint: `${server.url}/alexa`,
      sign: pki.sign,
      ledger: (requestId) => records.of(requestId)?.ledger,
    });
  }

  return {
    url: server.url,
    echo,
    async close() {
      await server.close();
      await platform.close();
    },
  };
}

/** A server that believes a simulator must not be within reach of a real skill's users. */
function refuseRealSkill(env: Environment): void {
  const name = ['ALOUD_SKILL_ID', 'ALOUD_SECRET'].find((setting) => env[setting]?.trim());
  if (!name) return;
  const message = `${name} is set: the demo does not start beside the settings of a real skill. Set ALOUD_PLATFORM to serve the skill, or unset ${name}.`;
  throw new AloudError('ALOUD_CONFIG_INVALID', message);
}

function demoConfig({ port, quiet, database }: DemoOptions, platformUrl: string, logLevel = 'warn'): Config {
  return loadConfig({
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_NAME: 'Bluebell Dental',
    ALOUD_STORE: `sqlite:${database ?? join(projectRoot(), 'data/demo.db')}`,
    ALOUD_HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: quiet ? 'silent' : logLevel,
    BOTDISTRIKT_BASE_URL: platformUrl,
    BOTDISTRIKT_WEBCHAT_APP_ID: PLATFORM.webchatAppId,
    BOTDISTRIKT_DOMAIN: PLATFORM.domain,
  });
}

/** `npm start` without ALOUD_PLATFORM. */
export async function main(): Promise<void> {
  try {
    const { url, close } = await startDemo({ port: Number(process.env.PORT || 3000) });
    stopOnSignal(close);
    const { port } = new URL(url);
    process.stdout.write(`Talk to a simulated Echo at http://localhost:${port} (Ctrl+C stops the demo)\n`);
  } catch (error) {
    failStart(error);
  }
}
