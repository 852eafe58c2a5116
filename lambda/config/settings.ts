import * as z from 'zod/mini';
import { anyText, headers, oneOf, type Setting, type Settings, text, url, wholeNumber } from './setting';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The settings of each platform, by the platform's name. */
export type PlatformSettings<Name extends string = string> = Readonly<Record<Name, { readonly settings: Settings }>>;

/** The setting that chooses the platform. */
export function platformSetting<Name extends string>(platforms: PlatformSettings<Name>) {
  return {
    name: 'ALOUD_PLATFORM',
    schema: oneOf(Object.keys(platforms) as Name[], ', or the path of a file of your own (./my-bot.js)'),
    doc: 'The bot platform; or the path of a bot of your own, from the project’s root ([own-bot.md](own-bot.md)): `./my-bot.js`, `./my-bot.yaml`. Unset with `npm start`: the built-in demo.',
    required: true,
    example: 'botdistrikt',
  } as const satisfies Setting;
}

/** The other settings of every skill, by their name in the `Config`; in the order of the docs. */
export const SETTINGS = {
  skillIds: {
    name: 'ALOUD_SKILL_ID',
    scope: 'skill',
    schema: z.pipe(
      text(
        (value) => value.split(',').every((id) => /^amzn1\.ask\.skill\.[\w-]+$/.test(id.trim())),
        'must be a skill id (amzn1.ask.skill.…), or several separated by commas',
      ),
      z.transform((value) => value.split(',').map((id) => id.trim())),
    ),
    doc: 'The Alexa skill id; several, comma separated. Requests for any other skill are refused.',
    required: true,
    example: 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000',
  },
  secret: {
    name: 'ALOUD_SECRET',
    scope: 'skill',
    schema: text((value) => value.length >= 32, 'must have at least 32 characters'),
    doc: 'At least 32 random characters (`openssl rand -hex 32`). Keys the user ids and seals the Alexa ids at rest. Keep it: with another one every user is a new user.',
    required: true,
    secret: true,
  },
  businessName: {
    name: 'ALOUD_NAME',
    scope: 'skill',
    schema: text((value) => value.length <= 50, 'must have at most 50 characters'),
    doc: 'The name of the business or bot, as Alexa says it in the welcome, where no business file says it.',
    example: 'Bluebell Dental',
  },
  businessFile: {
    name: 'ALOUD_BUSINESS',
    scope: 'skill',
    schema: anyText,
    doc: 'The path of the business file, which holds all words of the business ([business.md](business.md)), from the project’s root. Only the tools read it: `npm run build`, `generate`, `deploy`, and `npm start` before it serves.',
    fallback: 'business.yaml',
  },
  store: {
    name: 'ALOUD_STORE',
    scope: 'process',
    schema: text(
      (value) => /^(sqlite:.+|dynamodb:[\w.-]{3,255})$/.test(value),
      'must be sqlite:<path of the database file> or dynamodb:<name of the table>',
    ),
    doc: 'The database. `sqlite:<path>`: a file, created with mode 0600, for one server. `dynamodb:<table>`: a DynamoDB table, for AWS Lambda and for several servers; region, endpoint and credentials are where the AWS SDK looks for them (`AWS_REGION`, `AWS_ENDPOINT_URL_DYNAMODB`, the role of the machine).',
    fallback: 'sqlite:./data/aloud.db',
  },
  publicUrl: {
    name: 'ALOUD_PUBLIC_URL',
    scope: 'process',
    schema: url,
    doc: 'The https address at which Amazon and the bot platform reach this server. Printed at the start, with the skill endpoint to enter.',
    example: 'https://alexa.example.com',
  },
  port: {
    name: 'PORT',
    scope: 'process',
    schema: wholeNumber(0, 65_535),
    doc: 'The port to listen on, plain HTTP, behind a reverse proxy that ends TLS.',
    fallback: '3000',
  },
  host: {
    name: 'ALOUD_HOST',
    scope: 'process',
    schema: anyText,
    doc: 'The address to listen on. `127.0.0.1` when the reverse proxy runs on the same machine.',
    fallback: '0.0.0.0',
  },
  turnBudgetMs: {
    name: 'ALOUD_TURN_BUDGET_MS',
    schema: wholeNumber(1000, 7500),
    doc: 'Milliseconds from a request to our answer, or half a second more where the database does not take it. Alexa gives up at about 8000, so what a request has waited before it came is taken off.',
    fallback: '6500',
  },
  quietMs: {
    name: 'ALOUD_QUIET_MS',
    schema: wholeNumber(0, 5000),
    doc: 'Platforms that answer by webhook: milliseconds without a further message after which an answer that ends with a question counts as whole. One that ends with a statement may go on, and is waited for 12/7 as long: 1,200 ms beside 700.',
    fallback: '700',
  },
  pageSeconds: {
    name: 'ALOUD_PAGE_SECONDS',
    schema: wholeNumber(15, 120),
    doc: 'For how many seconds a reply is read out before "Shall I go on?", counted in the time a voice takes.',
    fallback: '40',
  },
  inboxDays: {
    name: 'ALOUD_INBOX_DAYS',
    scope: 'process',
    schema: wholeNumber(1, 365),
    doc: 'Days after which an unread message is deleted.',
    fallback: '7',
  },
  unmatchedDays: {
    name: 'ALOUD_UNMATCHED_DAYS',
    schema: wholeNumber(1, 30),
    doc: 'Keeps what users said that matched none of the open options, sealed and without whose it was, for so many days, for `aloud report --unmatched`. It may hold names ([privacy.md](privacy.md)). Unset: nothing of it is kept.',
  },
  speakers: {
    name: 'ALOUD_SPEAKERS',
    schema: oneOf(['account', 'person']),
    doc: 'Who is one user: the Alexa `account`, or each `person` whose voice Alexa recognises, with a conversation of their own. Notifications go to the account in any case.',
    fallback: 'account',
  },
  alexaClientId: {
    name: 'ALEXA_CLIENT_ID',
    scope: 'skill',
    schema: anyText,
    doc: 'Client id of the skill (console: *Build → Permissions → Alexa Skill Messaging*). With it and the secret users can be notified of messages.',
  },
  alexaClientSecret: {
    name: 'ALEXA_CLIENT_SECRET',
    scope: 'skill',
    schema: anyText,
    doc: 'Client secret of the skill, from the same place.',
    secret: true,
  },
  notifier: {
    name: 'ALOUD_NOTIFIER',
    schema: oneOf(['elsewhere']),
    doc: 'Who sends notifications: unset, this process, once it has the two above; `elsewhere`, another one on the same database, so that this one offers them and needs no credentials.',
  },
  alexaStage: {
    name: 'ALEXA_STAGE',
    schema: oneOf(['live', 'development']),
    doc: 'The stage of the skill that notifications are for.',
    fallback: 'live',
  },
  notificationsPerSecond: {
    name: 'ALOUD_NOTIFICATIONS_PER_SECOND',
    formerly: 'ALOUD_NOTICES_PER_SECOND',
    schema: wholeNumber(1, 1000),
    doc: "The pace of notifications, over all users and processes. Amazon's limit is not published.",
    fallback: '20',
  },
  alexaLwaUrl: {
    name: 'ALEXA_LWA_URL',
    schema: url,
    doc: "Takes the place of Amazon's token endpoint. Only for tests and the simulator.",
  },
  alexaApiUrl: {
    name: 'ALEXA_API_URL',
    schema: url,
    doc: "Takes the place of Amazon's API hosts (Directive service, Proactive Events). Only for tests and the simulator.",
  },
  metricsToken: {
    name: 'ALOUD_METRICS_TOKEN',
    scope: 'process',
    schema: text((value) => value.length >= 16, 'must have at least 16 characters'),
    doc: 'Bearer token for `GET /metrics`. Without it the metrics are served on loopback only, and not through a proxy.',
    secret: true,
  },
  otlpEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    scope: 'process',
    schema: url,
    doc: 'A server sends traces to this collector, by OTLP over HTTP, to `/v1/traces` below it ([observability.md](observability.md)). Unset, with the next: none.',
    example: 'http://localhost:4318',
  },
  otlpTracesEndpoint: {
    name: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    scope: 'process',
    schema: url,
    doc: 'The same with the whole address, which goes before the one above.',
  },
  otlpHeaders: {
    name: 'OTEL_EXPORTER_OTLP_HEADERS',
    scope: 'process',
    schema: headers,
    doc: 'Headers for the collector: `name=value`, several separated by commas, values percent-encoded.',
    secret: true,
  },
  serviceName: {
    name: 'OTEL_SERVICE_NAME',
    scope: 'process',
    schema: anyText,
    doc: 'What this server is called in traces.',
    fallback: 'aloud',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    scope: 'process',
    schema: oneOf(LOG_LEVELS),
    doc: `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    fallback: 'info',
  },
} as const satisfies Record<string, Setting>;

type ProcessKey = {
  [Key in keyof typeof SETTINGS]: (typeof SETTINGS)[Key] extends { scope: 'process' } ? Key : never;
}[keyof typeof SETTINGS];

/** Those that a process has once, whatever its skills are. */
export const PROCESS_SETTINGS = settingsWhere(({ scope }) => scope === 'process') as Pick<typeof SETTINGS, ProcessKey>;

/** Those that each skill of a process has. */
export const SKILL_SETTINGS = settingsWhere(({ scope }) => scope !== 'process') as Omit<typeof SETTINGS, ProcessKey>;

function settingsWhere(is: (setting: Setting) => boolean): Settings {
  return Object.fromEntries(Object.entries(SETTINGS).filter(([, setting]) => is(setting)));
}

/** A setting, and the one platform that knows it. */
export type ListedSetting = Setting & { readonly platform?: string };

/** Every setting there is: of all skills, then platform by platform. */
export function listSettings(platforms: PlatformSettings): readonly ListedSetting[] {
  return [
    platformSetting(platforms),
    ...Object.values(SETTINGS),
    ...Object.entries(platforms).flatMap(([platform, { settings }]) =>
      Object.values(settings).map((setting) => ({ ...setting, platform })),
    ),
  ];
}
