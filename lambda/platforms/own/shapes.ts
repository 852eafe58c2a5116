import * as z from 'zod/mini';
import type { Message } from '../../conversation/message';
import type { PlatformEvent, Received, SendResult, Thread } from '../../conversation/ports/platform';
import { MAX_EACH } from '../shared/fields';

/** A thread is stored with each turn of its user. */
const MOST_THREAD_CHARS = 16_000;
const MOST_ID_CHARS = 512;

const text = z.string();
const short = z.string().check(z.minLength(1), z.maxLength(MOST_ID_CHARS));
const optionalText = z.optional(text);
const json = z.optional(z.json());
/** What is not there is empty. */
const list = <T extends z.ZodMiniType>(item: T) => z._default(z.array(item).check(z.maxLength(MAX_EACH)), []);

const CHOICE = z.object({
  label: text.check(z.minLength(1)),
  option: json,
  synonyms: z.optional(z.array(text)),
  several: z.optional(z.literal(true)),
});

const MEDIA = z.object({
  kind: z.enum(['image', 'video', 'audio', 'file', 'location', 'link']),
  url: optionalText,
  title: optionalText,
});

const CARD = z.object({ title: optionalText, text: optionalText, imageUrl: optionalText, choices: list(CHOICE) });

const INPUT_REQUEST = z.object({
  kind: z.enum(['number', 'date', 'form', 'email', 'phone', 'file', 'location', 'script']),
  min: z.optional(z.number()),
  max: z.optional(z.number()),
  fields: z.optional(z.array(text)),
  option: json,
});

const MESSAGE = z.object({
  id: short,
  from: z._default(z.object({ kind: z.enum(['bot', 'agent', 'broadcast']), id: optionalText, name: optionalText }), {
    kind: 'bot',
  }),
  text: optionalText,
  choices: list(CHOICE),
  media: list(MEDIA),
  cards: list(CARD),
  inputRequest: z.optional(INPUT_REQUEST),
  channel: z.optional(z.enum(['inline', 'event'])),
  sentAt: z.number(),
});

const THREAD = z
  .record(z.string(), z.json())
  .check(z.refine((thread) => JSON.stringify(thread).length <= MOST_THREAD_CHARS, 'is too long to be stored'));

const RESULT = z.object({ thread: THREAD, messages: list(MESSAGE), pending: z.boolean() });

const ADDRESS = z.object({ key: z.optional(short), thread: z.optional(short), also: z.optional(z.array(short)) });
const EVENT = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), to: ADDRESS, message: MESSAGE, byContent: z.optional(z.literal(true)) }),
  z.object({
    ...{ kind: z.literal('closed'), to: ADDRESS, id: short, at: z.number() },
    byContent: z.optional(z.literal(true)),
  }),
]);
const RESPONSE = z.object({
  status: z.int().check(z.gte(200), z.lte(599)),
  body: text,
  json: z.optional(z.boolean()),
});
const RECEIVED = z.union([
  z.object({ refused: z.enum(['unauthorized', 'malformed']) }),
  z.object({
    ...{ response: RESPONSE, events: z.array(EVENT).check(z.maxLength(MAX_EACH)) },
    unknown: z.optional(z.array(text)),
  }),
]);

/** What a platform says of itself beside its name. */
export const TRAITS = z.object({
  inline: z.optional(z.boolean()),
  greetsFirst: z.optional(z.boolean()),
  startsOverBy: z.optional(z.object({ words: optionalText })),
  paceMs: z.optional(z.number().check(z.gte(0))),
  oneAtATime: z.optional(z.boolean()),
});

/** What was returned, in the form of the port; or where it is not, and nothing of what it says. */
export type Read<T> = { readonly value: T } | { readonly fault: string };

export const readThread = (given: unknown): Read<Thread> => read(THREAD, given, 'the thread');
export const readResult = (given: unknown): Read<SendResult> => read(RESULT, given, 'the result');
export const readReceived = (given: unknown): Read<Received> => read(RECEIVED, given, 'what was received');

function read<T>(schema: z.ZodMiniType<T>, given: unknown, what: string): Read<T> {
  const result = safely(schema, given);
  if (result?.success) return { value: result.data };
  const path = result?.error.issues[0]?.path.map(String).join('.');
  return { fault: path ? `${what} is wrong at ${path}` : `${what} is not of the port's form` };
}

/** What is given may throw where it is looked at. */
function safely<T>(schema: z.ZodMiniType<T>, given: unknown) {
  try {
    return schema.safeParse(given);
  } catch {
    return undefined;
  }
}

// The forms are those of the port: where one of them goes another way, this does not compile.
type Same<A, B extends A> = B;
export type Checked = [
  Same<Message, z.output<typeof MESSAGE>>,
  Same<PlatformEvent, z.output<typeof EVENT>>,
  Same<Received, z.output<typeof RECEIVED>>,
];
