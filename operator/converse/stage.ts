import { loadConfig } from '../../lambda/app/config';
import { languageOf } from '../../lambda/business/words';
import type { Environment } from '../../lambda/config/environment';
import type { PlatformName } from '../../lambda/platforms';
import { type ServerOptions, startServer } from '../../lambda/server';
import { createLogger } from '../../lambda/telemetry/log';
import { startAmazon } from '../../simulator/amazon';
import type { Spoken } from '../../simulator/demo/business';
import { createDesk, type Desk } from '../../simulator/demo/desk';
import { keepTurnRecords } from '../../simulator/demo/turn-records';
import { createEcho } from '../../simulator/echo/echo';
import type { Models } from '../../simulator/echo/models';
import type { Routing } from '../../simulator/echo/nlu';
import type { Echo } from '../../simulator/echo/types';
import { startOwnSkill } from '../../simulator/own';
import { ownPki, type Pki } from '../../simulator/pki';
import { startVendor } from '../../simulator/platforms';
import { createPolyglotBot } from '../../simulator/platforms/polyglot-bot';
import type { Vendor } from '../../simulator/platforms/vendor';
import { type ConverseBot, createConverseBot } from './bot';

const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000002';
const SECRET = 'no person talks here, so nothing is kept secret';

/** Where conversations are held: a skill, and what is behind it. */
export interface Stage {
  readonly models: Models;
  /** Of the address to which the platform brings what it tells. */
  readonly webhookUrl: string;
  /** An Echo of a customer who has never been heard of. */
  echo(customer: string, locale: string, routing?: Routing): Echo;
  /** What a conversation can see and do besides; with one's own bot nobody sees what reaches it. */
  readonly simulated?: Simulated;
  close(): Promise<void>;
}

/** The simulated platform, with its bot. */
export interface Simulated {
  readonly vendor: Vendor;
  readonly bot: ConverseBot;
  readonly desk: Desk;
  /** A turn is answered within this time, in milliseconds. */
  readonly budgetMs: number;
}

export interface StageOptions {
  readonly platform: PlatformName;
  /** What the skill says of its business, and its models. */
  readonly spoken: Spoken;
  /** Added to what is set by itself. */
  readonly settings: Environment;
  readonly budgetMs: number;
  readonly pki?: Pki;
  /** Sees what Alexa asks. */
  readonly observe?: ServerOptions['observe'];
}

/**
 * The real server on loopback before a simulated platform, whose bot is the demo's or says what a conversation has it say.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID for settings that a conversation has wrong
 */
export async function simulatedStage(options: StageOptions): Promise<Stage> {
  const { platform, settings, budgetMs, observe, pki = ownPki() } = options;
  const { models, business } = options.spoken;
  let language = 'en';
  const bot = createConverseBot(createPolyglotBot(() => language));
  const vendor = await startVendor(platform, { bot });
  const amazon = await startAmazon({ stage: 'development' });
  const records = keepTurnRecords();
  const closeOthers = () => Promise.all([vendor.close(), amazon.close()]);
  const serve = async () =>
    startServer({
      config: loadConfig({
        ...vendor.environment,
        ...amazon.environment,
        ALOUD_SKILL_ID: SKILL_ID,
        ALOUD_SECRET: SECRET,
        ALOUD_STORE: 'sqlite::memory:',
        ALOUD_HOST: '127.0.0.1',
        PORT: '0',
        // A simulated bot says all that it has to say at once.
        ALOUD_QUIET_MS: '60',
        ALOUD_TURN_BUDGET_MS: String(budgetMs),
        ...settings,
      }),
      onRequest: records.onRequest,
      observe,
      logger: createLogger('silent'),
      trust: { roots: [pki.rootPem], fetchPem: async () => pki.chainPem },
      businessOf: () => business,
    });
  const server = await serve().catch(async (error) => {
    await closeOthers();
    throw error;
  });
  vendor.sendWebhooksTo(server.webhookUrl);
  return {
    models,
    webhookUrl: server.webhookUrl,
    simulated: { vendor, bot, desk: createDesk(vendor, () => bot.user), budgetMs },
    echo(customer, locale, routing) {
      language = languageOf(locale);
      return createEcho({
        models,
        locale,
        routing,
        userId: `amzn1.ask.account.${customer}`,
        skillId: SKILL_ID,
        deviceId: `amzn1.ask.device.${customer}`,
        apiEndpoint: 'https://api.amazonalexa.com',
        endpoint: `${server.url}/alexa`,
        sign: pki.sign,
        directives: amazon.directives,
        notifications: amazon.events,
        report: records.of,
      });
    },
    async close() {
      await server.close();
      await closeOthers();
    },
  };
}

/**
 * The operator's own bot, which is called; a visitor of its own for each conversation.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID
 */
export async function ownStage(env: Environment, { models, business }: Spoken): Promise<Stage> {
  const own = await startOwnSkill({ env, models, business });
  return {
    models,
    webhookUrl: own.webhookUrl,
    echo: (customer, locale) => own.echo(locale, `amzn1.ask.account.${customer}`),
    close: own.close,
  };
}
