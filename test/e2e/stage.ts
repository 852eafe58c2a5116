import type { Logger } from 'pino';
import { type Config, loadConfig } from '../../lambda/app/config';
import type { Environment } from '../../lambda/config/environment';
import type { PlatformName } from '../../lambda/platforms';
import { type RunningServer, startServer } from '../../lambda/server';
import type { Trust } from '../../lambda/skill/verifier';
import { createLogger } from '../../lambda/telemetry/log';
import { type DirectiveService, startDirectiveService } from '../../simulator/amazon/directive-service';
import { createEcho } from '../../simulator/echo/echo';
import { loadModels, type Models } from '../../simulator/echo/models';
import type { Routing } from '../../simulator/echo/nlu';
import type { Echo } from '../../simulator/echo/types';
import type { Pki } from '../../simulator/pki';
import { startVendor } from '../../simulator/platforms';
import type { Bot } from '../../simulator/platforms/bot-reply';
import type { Vendor } from '../../simulator/platforms/vendor';
import { testPki } from '../support/pki';

export const SKILL_ID = 'amzn1.ask.skill.e2e';
export const SECRET = 'the-secret-of-the-end-to-end-tests';

const MODELS = loadModels();
const PKI = testPki();

export interface Stage {
  readonly server: RunningServer;
  readonly vendor: Vendor;
  readonly directives: DirectiveService;
  readonly pki: Pki;
  /** Every line of the log so far. */
  readonly log: string[];
  /** An Echo of one customer. */
  echo(customer?: string, locale?: string, routing?: Routing): Echo;
  /** Stops the server, as a deployment does, and starts it again on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly platform?: PlatformName;
  readonly settings?: Environment;
  /** Default: those of the skill package. */
  readonly models?: Models;
  /** The way in over HTTP: the server, unless told otherwise. */
  readonly serve?: Serve;
  /** Default: one of the platform, with the bot behind it. */
  readonly vendor?: Vendor;
}

export type Serve = (options: {
  readonly config: Config;
  readonly logger: Logger;
  readonly trust: Trust;
}) => Promise<RunningServer>;

/** The whole of Aloud as it is deployed, with a simulated vendor behind it and simulated Echos before it. */
export async function setStage(
  bot: Bot,
  { platform = 'botdistrikt', settings, models = MODELS, serve = startServer, vendor: given }: StageOptions = {},
): Promise<Stage> {
  const vendor = given ?? (await startVendor(platform, { bot }));
  const directives = await startDirectiveService();
  const log: string[] = [];
  const config = loadConfig({
    ALOUD_SECRET: SECRET,
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_STORE: 'sqlite::memory:',
    ALOUD_HOST: '127.0.0.1',
    ALOUD_QUIET_MS: '60',
    ALEXA_API_URL: directives.url,
    PORT: '0',
    ...vendor.environment,
    ...settings,
  });
  let server = await start();

  async function start(): Promise<RunningServer> {
    const running = await serve({
      config,
      logger: createLogger(config.logLevel, { write: (line) => void log.push(line) }),
      trust: { roots: [PKI.rootPem], fetchPem: async () => PKI.chainPem },
    });
    vendor.sendWebhooksTo(running.webhookUrl);
    return running;
  }

  return {
    get server() {
      return server;
    },
    vendor,
    directives,
    pki: PKI,
    log,
    echo: (customer = 'anne', locale = 'en-US', routing?: Routing) =>
      createEcho({
        models,
        locale,
        routing,
        // A getter: after a restart the server listens elsewhere.
        get endpoint() {
          return `${server.url}/alexa`;
        },
        sign: PKI.sign,
        directives,
        skillId: settings?.ALOUD_SKILL_ID ?? SKILL_ID,
        userId: `amzn1.ask.account.${customer.toUpperCase()}`,
        deviceId: `amzn1.ask.device.${customer.toUpperCase()}`,
        apiEndpoint: 'https://api.amazonalexa.com',
      }),
    async restart() {
      await server.close();
      server = await start();
    },
    async close() {
      await server.close();
      await vendor.close();
      await directives.close();
    },
  };
}
