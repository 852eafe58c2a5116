import { z } from 'zod';
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
  readonly schema: z.ZodType;
  readonly doc: string;
  /** What is used when the variable is unset or empty. Absent: the setting has no default. */
  readonly fallback?: string;
  /** Needed to start: always, or with the named platform only. */
  readonly required?: 'always' | (typeof PLATFORM_NAMES)[number];
  /** Never shown, not even in a message about a wrong value. */
  readonly secret?: boolean;
  readonly example?: string;
}

const url = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'must be an http:// or https:// URL',
  )
  .transform((text) => text.replace(/\/+$/, ''));

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be a whole number from ${min} to ${max}`);

const template = (fields: readonly string[]) =>
  z.string().superRefine((json, context) => {
    const parsed = parseTemplate(json, fields);
    if (typeof parsed === 'string') context.addIssue({ code: 'custom', message: parsed });
  });

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every setting, in the order of the docs. `.env.example` and `docs/settings.md` are generated from this list. */
export const SETTINGS = [
  {
    name: 'ALOUD_PLATFORM',
    schema: z.enum(PLATFORM_NAMES, { error: `must be one of: ${PLATFORM_NAMES.join(', ')}` }),
    doc: 'The bot platform. Unset with `npm start`: the built-in demo.',
    required: 'always',
    example: 'botdistrikt',
  },
  {
    name: 'ALOUD_SKILL_ID',
    schema: z
      .string()
      .transform((text) => text.split(',').map((id) => id.trim()))
      .refine(
        (ids) => ids.every((id) => /^amzn1\.ask\.skill\.[\w-]+$/.test(id)),
        'must be a skill id (amzn1.ask.skill.…), or several separated by commas',
      ),
    doc: 'The Alexa skill id; several, comma separated. Requests for any other skill are refused.',
    required: 'always',
    example: 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000',
  },
  {
    name: 'ALOUD_SECRET',
    schema: z.string().min(32, 'must have at least 32 characters'),
    doc: 'At least 32 random characters (`openssl rand -hex 32`). Keys the user ids and seals the Alexa ids at rest. Keep it: with another one every user is a new user.',
    required: 'always',
    secret: true,
  },
  {
    name: 'ALOUD_NAME',
    schema: z.string().max(50, 'must have at most 50 characters'),
    doc: 'The name of the business or bot, as Alexa says it in the welcome.',
    example: 'Bluebell Dental',
  },
  {
    name: 'ALOUD_STORE',
    schema: z.string().regex(/^sqlite:.+/, 'must be sqlite:<path of the database file>'),
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
    doc: 'Milliseconds from the arrival of a request to our answer. Alexa gives up at about 8000.',
    fallback: '6500',
  },
  {
    name: 'ALOUD_METRICS_TOKEN',
    schema: z.string().min(16, 'must have at least 16 characters'),
    doc: 'Bearer token for `GET /metrics`. Without it the metrics are served on loopback only, and not through a proxy.',
    secret: true,
  },
  {
    name: 'LOG_LEVEL',
    schema: z.enum(LOG_LEVELS, { error: `must be one of: ${LOG_LEVELS.join(', ')}` }),
    doc: `How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    fallback: 'info',
  },
  {
    name: 'BOTDISTRIKT_WEBCHAT_APP_ID',
    schema: z.string().regex(/^\d+$/, 'must be the number shown on the Website Chat integration page'),
    doc: 'Webchat App ID of the Website Chat integration.',
    required: 'botdistrikt',
    example: '1234',
  },
  {
    name: 'BOTDISTRIKT_DOMAIN',
    schema: z.string().min(1),
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
    schema: z.string().regex(/\{\{webchat_id\}\}/, 'must use {{webchat_id}}'),
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
