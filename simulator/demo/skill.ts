import { randomUUID } from 'node:crypto';
import type express from 'express';
import { type Config, loadConfig } from '../../lambda/app/config';
import { type Business, languageOf } from '../../lambda/business/words';
import type { Environment } from '../../lambda/config/environment';
import type { Store } from '../../lambda/conversation/ports/store';
import type { PlatformName } from '../../lambda/platforms';
import { startServer } from '../../lambda/server';
import { userKey } from '../../lambda/skill/user';
import type { Amazon } from '../amazon';
import { createEcho } from '../echo/echo';
import type { Models } from '../echo/models';
import type { EchoOptions } from '../echo/options';
import type { Echo } from '../echo/types';
import type { Pki } from '../pki';
import { startVendor } from '../platforms';
import type { Bot } from '../platforms/bot-reply';
import { createPolyglotBot } from '../platforms/polyglot-bot';
import type { Vendor } from '../platforms/vendor';
import { createDesk, type Desk } from './desk';
import { offeredIn } from './offers';
import { SECRET } from './secret';
import { keepTurnRecords } from './turn-records';
import { type WebhookRelay, webhookRelay } from './webhook-relay';

const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000000';

export interface DemoSkillOptions {
  readonly platform: PlatformName;
  /** Alexa's id of the customer. */
  readonly userId: string;
  /** 0 for any free port. */
  readonly port: number;
  /** Holds the customers of the platform; stays open. */
  readonly store: Store;
  /** Added to what the demo sets by itself. */
  readonly settings: Environment;
  readonly models: Models;
  readonly business: Business;
  readonly pki: Pki;
  /** Takes what the skill says before its answer, and its notifications. */
  readonly amazon: Amazon;
  /** Who answers behind the vendor. Default: the demo's, in the language that the Echo speaks. */
  readonly bot?: Bot;
  /** Adds routes to its server. */
  readonly extend?: (app: express.Express) => void;
}

/** What an Echo before the demo's skill is. */
export interface DemoEcho extends Pick<EchoOptions, 'hasScreen' | 'fetch'> {
  readonly locale: string;
}

/** The real server of a skill for one customer, with their simulated Echo on one side and a vendor of their own on the other. */
export interface DemoSkill {
  readonly platform: PlatformName;
  readonly userId: string;
  readonly url: string;
  readonly skillId: string;
  readonly vendor: Vendor;
  /** What the vendor has sent to our webhook. */
  readonly webhooks: WebhookRelay;
  /** Where its business writes to the customer. */
  readonly desk: Desk;
  echo(options: DemoEcho): Echo;
  /** What the skill offers the customer to choose from now, as it would be said. */
  offered(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** @throws AloudError ALOUD_CONFIG_INVALID when it cannot listen */
export async function startDemoSkill(options: DemoSkillOptions): Promise<DemoSkill> {
  const { platform, userId, store, models, pki, amazon, extend } = options;
  const key = userKey(SECRET, SKILL_ID, userId);
  const records = keepTurnRecords();
  // Vendors' bots are not told what an Echo speaks: an owner has one for each. This one listens to the Echo that came last.
  let language = 'en';
  const { bot, lastHeard } = listenTo(options.bot ?? createPolyglotBot(() => language));
  const vendor = await startVendor(platform, { bot });
  const webhooks = webhookRelay(() => server.webhookUrl);
  const webhookPath = `/demo/webhook/${randomUUID()}`;

  const serve = async () =>
    startServer({
      config: configOf(options, vendor.environment),
      onRequest: records.onRequest,
      trust: { roots: [pki.rootPem], fetchPem: async () => pki.chainPem },
      store,
      businessOf: () => options.business,
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
    userId,
    url: server.url,
    skillId: SKILL_ID,
    vendor,
    webhooks,
    // KLaunch numbers its users. All others know them by the key that we gave them.
    desk: createDesk(vendor, () => (platform === 'klaunch' ? lastHeard() : key)),
    echo({ locale, ...device }) {
      language = languageOf(locale);
      return createEcho({
        ...device,
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
        report: records.of,
      });
    },
    async offered() {
      const user = await store.find(key);
      return user ? offeredIn(user.conversation) : [];
    },
    async close() {
      await server.close();
      await vendor.close();
    },
  };
}

/** A bot, with the vendor's id of whom it heard last. */
function listenTo(bot: Bot): { readonly bot: Bot; lastHeard(): string | undefined } {
  let last: string | undefined;
  return {
    bot: {
      ...bot,
      reply(userId, said) {
        last = userId;
        return bot.reply(userId, said);
      },
    },
    lastHeard: () => last,
  };
}

function configOf({ port, settings, amazon }: DemoSkillOptions, vendor: Environment): Config {
  return loadConfig({
    ...vendor,
    ...amazon.environment,
    ALOUD_SKILL_ID: SKILL_ID,
    ALOUD_SECRET: SECRET,
    ALOUD_HOST: '127.0.0.1',
    PORT: String(port),
    ...settings,
  });
}
