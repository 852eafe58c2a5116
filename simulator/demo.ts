import { resolve } from 'node:path';
import type { LoadedBusiness } from '../business/load';
import type { Environment } from '../lambda/config/environment';
import { AloudError } from '../lambda/errors';
import type { PlatformName } from '../lambda/platforms';
import { failStart, stopOnSignal } from '../lambda/server/process';
import { startAmazon } from './amazon';
import type { ProactiveEventsService } from './amazon/proactive-events';
import { type AlexaApp, createAlexaApp } from './demo/alexa-app';
import { demoApi } from './demo/api';
import { demoSpoken, spokenOf } from './demo/business';
import { DEMO_DATABASE, databaseOf } from './demo/database';
import type { Desk } from './demo/desk';
import { demoPage } from './demo/page';
import { createDemoSkills } from './demo/skills';
import type { Models } from './echo/models';
import type { Echo } from './echo/types';
import { createPki, type Pki } from './pki';

/** The customer of the terminal chat: always the same, so that the bot knows them. Each page of a browser has its own. */
export const DEMO_CUSTOMER = 'amzn1.ask.account.DEMO';

export interface DemoOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** The platform to begin with. Default: BotDistrikt. */
  readonly platform?: PlatformName;
  /** Logs nothing. */
  readonly quiet?: boolean;
  /** Whose words the skill has. Default: those of the demo's own business. */
  readonly business?: LoadedBusiness;
  /**
   * Where the databases are, one per platform: `data/demo.db` stands for `data/demo.klaunch.db` and so on, `:memory:`
   * for none on disk. Default: `data/demo.db` of the working directory, so that a restarted demo remembers.
   */
  readonly database?: string;
  /** Default: the process's. Of the settings only LOG_LEVEL, ALOUD_TURN_BUDGET_MS and ALOUD_QUIET_MS count. */
  readonly env?: Environment;
  /** Who signs, and is believed. Default: one of its own. */
  readonly pki?: Pki;
}

export interface Demo {
  readonly url: string;
  /** Of its business, or of the one that it was given. */
  readonly models: Models;
  /** Where the business writes to `DEMO_CUSTOMER`. */
  readonly desk: Desk;
  /** Where customers allow notifications. */
  readonly alexaApp: AlexaApp;
  /** Told of every notification that Amazon takes. Returns what ends it. */
  readonly onNotification: ProactiveEventsService['onNotification'];
  /** An Echo of `DEMO_CUSTOMER`, on the platform that the demo began with. Default: it speaks en-US. */
  echo(options?: { locale?: string }): Echo;
  /** What the bot offers `DEMO_CUSTOMER` now. */
  offered(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * The real server on loopback, with a simulated Echo on one side and a simulated vendor on the other. Each customer has a
 * server and a vendor of their own on each platform they choose, started when it is first chosen. They believe the
 * simulator's signatures instead of Amazon's, so they must never serve a real skill.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID beside the settings of a real skill, or when it cannot listen.
 */
export async function startDemo({ env = process.env, ...options }: DemoOptions): Promise<Demo> {
  refuseRealSkill(env);
  const { port, platform = 'botdistrikt', quiet, database = resolve(DEMO_DATABASE) } = options;
  const { models, business } = options.business ? spokenOf(options.business) : demoSpoken();
  const { pki = createPki() } = options;
  // As for a tester: the limits of notifications hold for live skills only.
  const amazon = await startAmazon({ stage: 'development' });
  const { ALOUD_TURN_BUDGET_MS, ALOUD_QUIET_MS, LOG_LEVEL = 'warn' } = env;
  const settings = {
    ALOUD_TURN_BUDGET_MS,
    ALOUD_QUIET_MS,
    LOG_LEVEL: quiet ? 'silent' : LOG_LEVEL,
  };
  const skills = createDemoSkills({
    models,
    business,
    pki,
    amazon,
    settings,
    databaseOf: (name) => databaseOf(database, name),
  });
  const close = async () => {
    await skills.close();
    await amazon.close();
  };

  const alexaApp = createAlexaApp(amazon.events);
  const api = demoApi({ models, platform, skills, alexaApp, pendingNotifications: amazon.events.pending });
  const main = await skills
    .of({
      platform,
      userId: DEMO_CUSTOMER,
      port,
      extend: (app) => app.use('/demo', api).use(demoPage()),
    })
    .catch(async (error) => {
      await close();
      throw error;
    });

  return {
    url: main.url,
    models,
    desk: main.desk,
    alexaApp,
    onNotification: amazon.events.onNotification,
    echo: ({ locale = 'en-US' } = {}) => main.echo({ locale }),
    offered: main.offered,
    close,
  };
}

/** A server that believes a simulator must not be within reach of a real skill's users. */
function refuseRealSkill(env: Environment): void {
  const name = ['ALOUD_SKILL_ID', 'ALOUD_SECRET'].find((setting) => env[setting]?.trim());
  if (!name) return;
  const message = `${name} is set: the demo does not start beside the settings of a real skill. Set ALOUD_PLATFORM to serve the skill, or unset ${name}.`;
  throw new AloudError('ALOUD_CONFIG_INVALID', message);
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
