import { type Environment, loadConfig } from '../../lambda/config';
import { createLogger } from '../../lambda/log';
import { type RunningServer, startServer } from '../../lambda/server';
import { createEcho } from '../../simulator/echo/echo';
import { loadModels } from '../../simulator/echo/models';
import type { Echo } from '../../simulator/echo/types';
import { createPki, type Pki } from '../../simulator/pki';
import type { Bot } from '../../simulator/platforms/bot-reply';
import { startBotDistrikt } from '../../simulator/platforms/botdistrikt';

export const SKILL_ID = 'amzn1.ask.skill.e2e';
export const SECRETS = {
  ALOUD_SECRET: 'the-secret-of-the-end-to-end-tests',
  BOTDISTRIKT_DOMAIN: 'https://unguessable-domain.example',
} as const;

const MODELS = loadModels();
const PKI = createPki();

export interface Stage {
  readonly server: RunningServer;
  readonly vendor: Awaited<ReturnType<typeof startBotDistrikt>>;
  readonly pki: Pki;
  /** Every line of the log so far. */
  readonly log: string[];
  /** An Echo of one customer. */
  echo(customer?: string, locale?: string): Echo;
  close(): Promise<void>;
}

/** The whole of Aloud as it is deployed, with a simulated vendor behind it and simulated Echos before it. */
export async function setStage(bot: Bot, settings: Environment = {}): Promise<Stage> {
  const vendor = await startBotDistrikt({ webchatAppId: '1234', domain: SECRETS.BOTDISTRIKT_DOMAIN, bot });
  const log: string[] = [];
  const config = loadConfig({
    ...SECRETS,
    ALOUD_PLATFORM: 'botdistrikt',
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_STORE: 'sqlite::memory:',
    ALOUD_HOST: '127.0.0.1',
    PORT: '0',
    BOTDISTRIKT_WEBCHAT_APP_ID: '1234',
    BOTDISTRIKT_BASE_URL: vendor.baseUrl,
    ...settings,
  });
  const server = await startServer({
    config,
    logger: createLogger(config.logLevel, { write: (line) => void log.push(line) }),
    trust: { roots: [PKI.rootPem], fetchPem: async () => PKI.chainPem },
  });
  return {
    server,
    vendor,
    pki: PKI,
    log,
    echo: (customer = 'anne', locale = 'en-US') =>
      createEcho({
        models: MODELS,
        locale,
        endpoint: `${server.url}/alexa`,
        sign: PKI.sign,
        skillId: SKILL_ID,
        userId: `amzn1.ask.account.${customer.toUpperCase()}`,
        deviceId: `amzn1.ask.device.${customer.toUpperCase()}`,
        apiEndpoint: 'https://api.amazonalexa.com',
      }),
    async close() {
      await server.close();
      await vendor.close();
    },
  };
}
