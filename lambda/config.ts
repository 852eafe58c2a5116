import { AloudError } from './errors';
import { PLATFORM_NAMES, type PlatformName } from './platforms/platform';
import { SETTINGS, type Setting } from './settings';

type SettingName = (typeof SETTINGS)[number]['name'];
export type Environment = Readonly<Record<string, string | undefined>>;

/** The checked settings of a running skill. */
export interface Config {
  readonly skillIds: readonly string[];
  readonly secret: string;
  readonly name?: string;
  readonly store: string;
  readonly publicUrl?: string;
  readonly host: string;
  readonly port: number;
  readonly turnBudgetMs: number;
  readonly metricsToken?: string;
  readonly logLevel: string;
  readonly platform: PlatformConfig;
}

export type PlatformConfig = BotDistriktConfig;

/** Settings of BotDistrikt's webchat API. */
export interface BotDistriktConfig {
  readonly name: 'botdistrikt';
  readonly baseUrl: string;
  readonly webchatAppId: string;
  readonly domain: string;
  readonly authorization: string;
  readonly messageTemplate: string;
  readonly choiceTemplate: string;
}

/**
 * Reads and checks the settings.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID whose message has one line per problem, all of them. Values are never in it:
 * a secret may stand in the wrong variable.
 */
export function loadConfig(env: Environment): Config {
  const values = new Map<string, unknown>();
  const problems: string[] = [];
  for (const setting of SETTINGS as readonly Setting[]) {
    const text = env[setting.name]?.trim() || setting.fallback;
    if (text === undefined) {
      if (isRequired(setting, env)) problems.push(`${setting.name} is missing: ${firstSentence(setting.doc)}`);
      continue;
    }
    const result = setting.schema.safeParse(text);
    if (result.success) values.set(setting.name, result.data);
    else problems.push(`${setting.name} ${result.error.issues[0]?.message ?? 'is wrong'}`);
  }
  if (problems.length > 0) throw new AloudError('ALOUD_CONFIG_INVALID', problems.join('\n'));

  const get = <T>(name: SettingName): T => values.get(name) as T;
  return {
    skillIds: get('ALOUD_SKILL_ID'),
    secret: get('ALOUD_SECRET'),
    name: get('ALOUD_NAME'),
    store: get('ALOUD_STORE'),
    publicUrl: get('ALOUD_PUBLIC_URL'),
    host: get('ALOUD_HOST'),
    port: get('PORT'),
    turnBudgetMs: get('ALOUD_TURN_BUDGET_MS'),
    metricsToken: get('ALOUD_METRICS_TOKEN'),
    logLevel: get('LOG_LEVEL'),
    platform: {
      name: get<PlatformName>('ALOUD_PLATFORM'),
      baseUrl: get('BOTDISTRIKT_BASE_URL'),
      webchatAppId: get('BOTDISTRIKT_WEBCHAT_APP_ID'),
      domain: get('BOTDISTRIKT_DOMAIN'),
      authorization: get('BOTDISTRIKT_AUTHORIZATION'),
      messageTemplate: get('BOTDISTRIKT_MESSAGE_TEMPLATE'),
      choiceTemplate: get('BOTDISTRIKT_CHOICE_TEMPLATE'),
    },
  };
}

/** With an unknown platform no platform's own settings are asked for: that line alone says what to mend first. */
function isRequired(setting: Setting, env: Environment): boolean {
  if (setting.required === 'always') return true;
  return PLATFORM_NAMES.some((name) => name === setting.required && name === env.ALOUD_PLATFORM?.trim());
}

function firstSentence(doc: string): string {
  return doc.split(/(?<=[.:]) /, 1)[0] ?? doc;
}
