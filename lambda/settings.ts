import * as z from 'zod/mini';
import {
  CHOICE_FIELDS,
  DEFAULT_AUTHORIZATION,
  DEFAULT_CHOICE_TEMPLATE,
  DEFAULT_MESSAGE_TEMPLATE,
  MESSAGE_FIELDS,
  parseTemplate,
} from './platforms/botdistrikt/template';
import { PLATFORM_NAMES } from './platforms/platform';

/** One environment variable: what it is for, and what it may hold. */
export interface Setting {
  readonly name: string;
  /** Reads the text of the variable; its messages are shown to the operator. */
  readonly schema: z.ZodMiniType;
  readonly doc: string;
  /** What is used when the variable is unset or empty. Absent: the setting has no default. */
  readonly fallback?: string;
  /** Needed to start: always, or with the named platform only. */
  readonly required?: 'always' | (typeof PLATFORM_NAMES)[number];
  /** Never shown, not even in a message about a wrong value. */
  readonly secret?: boolean;
  readonly example?: string;
}

const text = (check: (value: string) => boolean, message: string) => z.string().check(z.refine(check, message));

const url = z.pipe(
  text(
    (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
    'must be an http:// or https:// URL',
  ),
  z.transform((value) => value.replace(/\/+$/, '')),
);

const wholeNumber = (min: number, max: number) =>
  z.pipe(
    text(
      (value) => /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max,
      `must be a whole number from ${min} to ${max}`,
    ),
    z.transform(Number),
  );

const oneOf = (values: readonly string[]) =>
  text((value) => values.includes(value), `must be one of: ${values.join(', ')}`);

const template = (fields: readonly string[]) =>
  z.string().check((context) => {
    const message = parseTemplate(context.value, fields);
    if (typeof message === 'string') context.issues.push({ code: 'custom', message, input: context.value });
  });

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every setting, in the order of the docs. `.env.example` and `docs/settings.md` are generated from this list. */
export const SETTINGS = [
  {
    name: 'ALOUD_PLATFORM',
    schema: oneOf(PLATFORM_NAMES),
    doc: 'The bot platform. Unset with `npm start`: the built-in demo.',
    required: 'always',
    example: 'botdistrikt',
  },
  {
    name: 'ALOUD_SKILL_ID',
    schema: z.pipe(
      text(
        (value) => value.split(',').every((id) => /^amzn1\.ask\.skill\.[\w-]+$/.test(id.trim())),
        'must be a skill id (amzn1.ask.skill.…), or several separated by commas',
      ),
      z.transform((value) => value.split(',').map((id) => id.trim())),
    ),
    doc: 'The Alexa skill id; several, comma separated. Requests for any other skill are refused.',
    required: 'always',
    example: 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000',
  },
  {
    name: 'ALOUD_SECRET',
    schema: text((value) => value.length >= 32, 'must have at least 32 characters'),
    doc: 'At least 32 random characters (`openssl rand -hex 32`). Keys the user ids and seals the Alexa ids at rest. Keep it: with another one every user is a new user.',
    required: 'always',
    secret: true,
  },
  {
    name: 'ALOUD_NAME',
    schema: text((value) => value.length <= 50, 'must have at most 50 characters'),
    doc: 'The name of the business or bot, as Alexa says it in the welcome.',
    example: 'Bluebell Dental',
  },
  {
    name: 'ALOUD_STORE',
    schema: text((value) => /^sqlite:.+/.test(value), 'must be sqlite:<path of the database file>'),
    doc: 'The database: `sqlite:<path>`. The file is created with mode 0600.',
    fallback: 'sqlite:./data/aloud.db',
  },
  {
    name: 'ALOUD_PUBLIC_URL',
    schema: url,
    doc: 'The https address at which Amazon and the bot platform reach this server. Printed at the start, with the skill endpoint to enter.',
    example: 'https://alexa.example.com',
  },
  {
    name: 'PORT',
    schema: wholeNumber(0, 65_535),
    doc: 'The port to listen on, plain HTTP, behind a reverse proxy that ends TLS.',
    fallback: '3000',
  },
  {
    name: 'ALOUD_HOST',
    schema: z.string(),
    doc: 'The address to listen on. `127.0.0.1` when the reverse proxy runs on the same machine.',
    fallback: '0.0.0.0',
  },
  {
    name: 'ALOUD_TURN_BUDGET_MS',
    schema: wholeNumber(1000, 7500),
    doc: 'Milliseconds from a verified request to our answer. Alexa gives up at about 8000.',
    fallback: '6500',
  },
  {
    name: 'ALOUD_METRICS_TOKEN',
    schema: text((value) => value.length >= 16, 'must have at least 16 characters'),
    doc: 'Bearer token for `GET /metrics`. Without it the metrics are served on loopback only, and not through a proxy.',
    secret: true,
  },
  {
    name: 'LOG_LEVEL',
    schema: oneOf(LOG_LEVELS),
    doc: `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    fallback: 'info',
  },
  {
    name: 'BOTDISTRIKT_WEBCHAT_APP_ID',
    schema: text((value) => /^\d+$/.test(value), 'must be the number shown on the Website Chat integration page'),
    doc: 'Webchat App ID of the Website Chat integration.',
    required: 'botdistrikt',
    example: '1234',
  },
  {
    name: 'BOTDISTRIKT_DOMAIN',
    schema: z.string(),
    doc: 'The custom domain registered for this channel. It works like a password: make it unguessable.',
    required: 'botdistrikt',
    secret: true,
  },
  {
    name: 'BOTDISTRIKT_BASE_URL',
    schema: url,
    doc: "The platform's API.",
    fallback: 'https://flow.botdistrikt.com/api',
  },
  {
    name: 'BOTDISTRIKT_AUTHORIZATION',
    schema: text((value) => value.includes('{{webchat_id}}'), 'must use {{webchat_id}}'),
    doc: "The value of the Authorization header of a message; assumed, as the vendor's page does not show one.",
    fallback: DEFAULT_AUTHORIZATION,
  },
  {
    name: 'BOTDISTRIKT_MESSAGE_TEMPLATE',
    schema: template(MESSAGE_FIELDS),
    doc: "A text of the user as the vendor's `message` object: JSON with `{{text}}`; assumed, as the vendor does not describe it.",
    fallback: DEFAULT_MESSAGE_TEMPLATE,
  },
  {
    name: 'BOTDISTRIKT_CHOICE_TEMPLATE',
    schema: template(CHOICE_FIELDS),
    doc: "A picked quick reply as the vendor's `message` object: JSON with `{{title}}` or `{{payload}}`; assumed, as the vendor does not describe it.",
    fallback: DEFAULT_CHOICE_TEMPLATE,
  },
] as const satisfies readonly Setting[];
