import * as z from 'zod/mini';
import { placeholdersOf } from '../shared/template';
import { parsePath } from './path';

/** What a request may say of what the user said, and of who said it. */
export const FIELDS = ['text', 'userId', 'conversationId', 'messageId', 'locale', 'name'] as const;

/** `${NAME}`: a setting of the bot's own. */
export const VARIABLE = /\$\{([^}]*)\}/g;
const VARIABLE_NAME = /^[A-Z][A-Z0-9_]*$/;
/** Those that are Aloud's, whose values no bot is told. */
const OURS = /^(ALOUD|ALEXA|AWS)_|^(PORT|LOG_LEVEL)$/;
const HEADER = /^[\w!#$%&'*+.^`|~-]+$/;

const text = z.string().check(z.minLength(1));
const path = text.check(
  z.refine(
    (value) => parsePath(value) !== undefined,
    'is no path that can be read: write it like  reply.text  or  messages[*].text',
  ),
);
const status = z.int().check(z.gte(400), z.lte(599));
const withPlaces = <T extends z.ZodMiniType>(schema: T) =>
  schema.check((context) => {
    const fault = faultOfPlaces(context.value);
    if (fault) context.issues.push({ code: 'custom', message: fault, input: context.value });
  });

function faultOfPlaces(value: unknown): string | undefined {
  const known = FIELDS.map((field) => `{{${field}}}`);
  const unknown = placeholdersOf(value).find((place) => !known.includes(place as (typeof known)[number]));
  if (unknown) return `has no value for ${unknown}: it may use ${known.join(', ')}`;
  const names = [...JSON.stringify(value).matchAll(VARIABLE)].map(([, name = '']) => name);
  const wrong = names.find((name) => !VARIABLE_NAME.test(name));
  if (wrong !== undefined) return `has \${${wrong}}, and settings are named like \${MY_BOT_URL}`;
  const ours = names.find((name) => OURS.test(name));
  return ours && `has \${${ours}}, which is not for a bot: name a setting of its own`;
}

const values = <T extends z.ZodMiniType>(value: T) =>
  z.pipe(
    z.union([value, z.array(value).check(z.minLength(1))]),
    z.transform((one) => [one].flat() as z.output<T>[]),
  );
const word = z.union([text, z.number(), z.boolean()]);
/** A place alone: anything but nothing, false or an empty text. */
const sign = z.union([
  z.pipe(
    path,
    z.transform((at): Sign => ({ at })),
  ),
  z.strictObject({
    at: path,
    is: z.optional(values(word)),
    /** What a good answer has there: anything else, or nothing, is an error. */
    not: z.optional(values(word)),
    begins: z.optional(values(text)),
  }),
]);
const failed = values(sign);

/** Where a good answer says that it is an error, and how. */
export interface Sign {
  readonly at: string;
  readonly is?: readonly (string | number | boolean)[];
  readonly not?: readonly (string | number | boolean)[];
  readonly begins?: readonly string[];
}

const url = withPlaces(
  text.check(
    z.refine(
      (value) => /^(https?:\/\/|\$\{)/.test(value),
      `must begin with https://, http:// or a setting such as \${MY_BOT_URL}`,
    ),
  ),
);

const headers = z.record(
  text.check(z.refine((name) => HEADER.test(name), 'is no name of a header')),
  withPlaces(text.check(z.refine((value) => !/[\r\n]/.test(value), 'must be one line'))),
);

/** Where the parts of a message stand: of one message each, or, with `$` in front, of the whole answer. */
const PLACES = {
  /** Each message of an answer: one value, or a list. Default: the answer is one. */
  messages: z.optional(path),
  /** Default: the message itself is its text. */
  text: z.optional(path),
  /** `title` and `value` of each; without them a choice is its own title. What is told to the bot is the value, where there is one. */
  choices: z.optional(z.strictObject({ list: path, title: z.optional(path), value: z.optional(path) })),
  media: z.optional(z.strictObject({ list: path, url: z.optional(path), title: z.optional(path) })),
  cards: z.optional(
    z.strictObject({ list: path, title: z.optional(path), text: z.optional(path), image: z.optional(path) }),
  ),
};

/** A bot that is spoken to by one HTTP call, in words that need no code. */
export const DESCRIPTION = z.strictObject({
  title: text,
  request: z.strictObject({
    url,
    method: z._default(z.enum(['POST', 'GET']), 'POST'),
    headers: z._default(headers, {}),
    /** JSON with `{{text}}` and the like in its strings. */
    body: z.optional(withPlaces(z.json())),
  }),
  reply: z.strictObject({
    ...PLACES,
    /** Which the bot gives the conversation, and wants to hear from then on as `{{conversationId}}`. */
    conversation: z.optional(path),
  }),
  /** What begins a conversation, where the bot wants to be told something for that. */
  opening: z.optional(text),
  webhook: z.optional(
    z.strictObject({
      /** Where it repeats `{{userId}}`. */
      user: path,
      ...PLACES,
      /** Of the message, where it has any. */
      id: z.optional(path),
      time: z.optional(path),
      /** Who writes, where that is a person: anything but nothing, false or an empty text. */
      agent: z.optional(path),
      /** What its calls must bear. */
      header: z.optional(z.strictObject({ name: text, value: withPlaces(text) })),
    }),
  ),
  errors: z._default(
    z.strictObject({
      /** Where a good answer says that it is an error, in one way or several. */
      failed: z.optional(failed),
      gone: z._default(z.array(status), []),
      busy: z._default(z.array(status), [429]),
    }),
    { gone: [], busy: [429] },
  ),
  limits: z._default(
    z.strictObject({
      messagesPerMinute: z.optional(z.int().check(z.gte(1), z.lte(60_000))),
      oneAtATime: z._default(z.boolean(), false),
    }),
    { oneAtATime: false },
  ),
});

export type Description = z.output<typeof DESCRIPTION>;
export type Places = Pick<Description['reply'], 'messages' | 'text' | 'choices' | 'media' | 'cards'>;

/** The settings that it names, each once. */
export function variablesOf(description: Description): readonly string[] {
  const all = JSON.stringify([description.request, description.webhook]);
  return [...new Set([...all.matchAll(VARIABLE)].map(([, name = '']) => name))];
}
