import { type Config, loadConfig } from '../lambda/app/config';
import type { Business } from '../lambda/business/words';
import type { Environment } from '../lambda/config/environment';
import { startServer } from '../lambda/server';
import { userKey } from '../lambda/skill/user';
import { openStoreAt } from '../lambda/store/open';
import { offeredIn } from './demo/offers';
import { keepTurnRecords } from './demo/turn-records';
import { createEcho } from './echo/echo';
import type { Models } from './echo/models';
import type { Echo } from './echo/types';
import { ownPki } from './pki';

/** Who talks: always the same visitor of the bot. */
const USER_ID = 'amzn1.ask.account.CHAT';
/** Where none is set yet: the conversation is with a server of its own. */
const SKILL_ID = 'amzn1.ask.skill.00000000-0000-4000-8000-000000000001';

/** A simulated Echo before the operator's own bot. */
export interface OwnSkill {
  /** Where the platform may bring its answers, from this machine: the address with its secret path. */
  readonly webhookUrl: string;
  /** The address of the skill's `/alexa`, what signs as Alexa does before it, and the id that it answers for. */
  readonly skillUrl: string;
  readonly sign: (body: string) => Record<string, string>;
  readonly skillId: string;
  /** @param userId who talks; default: always the same visitor of the bot */
  echo(locale: string, userId?: string, device?: { readonly hasScreen?: boolean }): Echo;
  /** What the bot offers now. */
  offered(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface OwnSkillOptions {
  readonly env: Environment;
  readonly models: Models;
  readonly business: Business;
}

/**
 * The real server with the operator's settings, on loopback, with a store that is forgotten. It believes the simulator's
 * signatures instead of Amazon's; nobody but this machine reaches it, and no user of the skill is in its store.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID as the server of the skill does
 */
export async function startOwnSkill({ env, models, business }: OwnSkillOptions): Promise<OwnSkill> {
  const config = configOf(env);
  const [skill] = config.skills;
  const skillId = skill.skillIds[0] ?? SKILL_ID;
  const key = userKey(skill.secret, skillId, USER_ID);
  const pki = ownPki();
  const records = keepTurnRecords();
  const store = openStoreAt(config.store, { secret: config.secret });
  const server = await startServer({
    config,
    store,
    businessOf: () => business,
    onRequest: records.onRequest,
    trust: { roots: [pki.rootPem], fetchPem: async () => pki.chainPem },
  }).catch(async (error) => {
    await store.close();
    throw error;
  });
  return {
    webhookUrl: server.webhookUrl,
    skillUrl: `${server.url}/alexa`,
    sign: pki.sign,
    skillId,
    echo: (locale, userId = USER_ID, { hasScreen } = {}) =>
      createEcho({
        hasScreen,
        models,
        locale,
        userId,
        report: records.of,
        skillId,
        deviceId: 'amzn1.ask.device.CHAT',
        apiEndpoint: 'https://api.amazonalexa.com',
        endpoint: `${server.url}/alexa`,
        sign: pki.sign,
      }),
    async offered() {
      const user = await store.find(key);
      return user ? offeredIn(user.conversation) : [];
    },
    async close() {
      await server.close();
      await store.close();
    },
  };
}

/** The operator's settings, but for what would reach others than this machine. */
function configOf(env: Environment): Config {
  const { ALEXA_CLIENT_ID: _, ALEXA_CLIENT_SECRET: __, ...settings } = env;
  return loadConfig({
    LOG_LEVEL: 'warn',
    ...settings,
    // It may be left open in .env, as it comes of a deployment.
    ALOUD_SKILL_ID: settings.ALOUD_SKILL_ID?.trim() || SKILL_ID,
    ALOUD_STORE: 'sqlite::memory:',
    ALOUD_HOST: '127.0.0.1',
    OTEL_EXPORTER_OTLP_ENDPOINT: '',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: '',
  });
}
