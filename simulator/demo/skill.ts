import { randomUUID } from 'node:crypto';
import type express from 'express';
import { type Config, loadConfig } from '../../lambda/app/config';
import type { Environment } from '../../lambda/config/environment';
import type { PlatformName } from '../../lambda/platforms';
import { startServer } from '../../lambda/server';
import { userKey } from '../../lambda/skill/user';
import type { Amazon } from '../amazon';
import { createEcho } from '../echo/echo';
import type { Models } from '../echo/models';
import type { Echo, EchoTurn } from '../echo/types';
import type { Pki } from '../pki';
import { startVendor } from '../platforms';
import { createDemoBot } from '../platforms/bot';
import type { Vendor } from '../platforms/vendor';
import { learnCustomers } from './customers';
import { createDesk, type Desk } from './desk';
import { rememberOffers } from './offers';
import { keepTurnRecords } from './turn-records';
import { type WebhookRelay, webhookRelay } from './webhook-relay';

const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000';
/** Public: the demo's databases hold no person's data. Always the same, so that a restarted demo can read them. */
const SECRET = 'the demo keeps no secrets, only simulated customers';

export interface DemoSkillOptions {
  readonly platform: PlatformName;
  /** 0 for any free port. */
  readonly port: number;
  /** File of the database, or `:memory:`. */
  readonly database: string;
  /** Added to what the demo sets by itself. */
  readonly settings: Environment;
  readonly models: Models;
  readonly pki: Pki;
  /** Takes what the skill says before its answer, and its notifications. */
  readonly amazon: Amazon;
  /** Adds routes to its server. */
  readonly extend?: (app: express.Express) => void;
}

/** The real server of a skill, with a simulated Echo on one side and a simulated vendor on the other. */
export interface DemoSkill {
  readonly platform: PlatformName;
  readonly url: string;
  readonly vendor: Vendor;
  /** What the vendor has sent to our webhook. */
  readonly webhooks: WebhookRelay;
  /** Where its business writes to customers. */
  readonly desk: Desk;
  echo(options: { readonly locale: string; readonly userId: string }): Echo;
  /** What can be chosen from after a turn, as it would be said. */
  choicesIn(turn: EchoTurn): readonly string[];
  close(): Promise<void>;
}

/** @throws AloudError ALOUD_CONFIG_INVALID when it cannot listen */
export async function startDemoSkill(options: DemoSkillOptions): Promise<DemoSkill> {
  const { platform, models, pki, amazon, extend } = options;
  const records = keepTurnRecords();
  const { bot, choicesIn } = rememberOffers(createDemoBot());
  const customers = learnCustomers(bot);
  const vendor = await startVendor(platform, { bot: customers.bot });
  const webhooks = webhookRelay(() => server.webhookUrl);
  const webhookPath = `/demo/webhook/${randomUUID()}`;

  const serve = async () =>
    startServer({
      config: configOf(options, vendor.environment),
      telemetry: records.telemetry,
      trust: { roots: [pki.rootPem], fetchPem: async () => pki.chainPem },
      extend(app) {
        app.use(webhookPath, ...webhooks.handlers);
        extend?.(app);
      },
    });
  const server = await serve().catch(async (error) => {
    await vendor.close();
    throw error;
  });
  vendor.sendWebhooksTo(server.url + webhookPath);

  return {
    platform,
    url: server.url,
    vendor,
    webhooks,
    desk: createDesk(vendor, idOf),
    choicesIn,
    echo: ({ locale, userId }) =>
      createEcho({
        models,
        locale,
        userId,
        skillId: SKILL_ID,
        deviceId: 'amzn1.ask.device.DEMO',
        apiEndpoint: 'https://api.amazonalexa.com',
        endpoint: `${server.url}/alexa`,
        sign: pki.sign,
        directives: amazon.directives,
        notifications: amazon.events,
        fetch: (...call) => customers.during(userId, () => fetch(...call)),
        timings: (requestId) => records.of(requestId)?.timings,
      }),
    async close() {
      await server.close();
      await vendor.close();
    },
  };

  /** KLaunch numbers its users. All others know them by the key that we gave them. */
  function idOf(userId: string): string | undefined {
    return platform === 'klaunch' ? customers.idOf(userId) : userKey(SECRET, SKILL_ID, userId);
  }
}

function configOf({ port, database, settings, amazon }: DemoSkillOptions, vendor: Environment): Config {
  return loadConfig({
    ...vendor,
    ...amazon.environment,
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_NAME: 'Bluebell Dental',
    ALOUD_STORE: `sqlite:${database}`,
    ALOUD_HOST: '127.0.0.1',
    PORT: String(port),
    ...settings,
  });
}
