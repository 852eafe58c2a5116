import { z } from 'zod';
import { PLATFORM_NAMES } from '../../lambda/platforms';
import { WIRE_FAULTS } from '../../simulator/platforms/faults';

/** One text, or several: of all of them it holds. */
const texts = z.union([z.string(), z.array(z.string())]).transform((value) => (Array.isArray(value) ? value : [value]));

/** `500ms`, `2s`; milliseconds. */
const duration = z
  .string()
  .regex(/^\d{1,6} ?m?s$/, 'is a time like 500ms or 2s')
  .transform((text) => Number.parseInt(text, 10) * (/\dms|\d ms/.test(text) ? 1 : 1000));

const yes = z.literal(true);

/** What happens in a step. Exactly one of these is in each. */
const ACTIONS = {
  /** "Alexa, open …", in the language of the Echo. */
  open: yes.optional(),
  /** Said to the Echo. With the microphone closed it begins with "Alexa, …". */
  say: z.string().optional(),
  /** Alexa understood this intent, whatever was said; `slots` are its values. */
  intent: z.string().optional(),
  /** Nothing is said: the reprompt is heard, or the session ends. */
  silence: yes.optional(),
  /** Something that Alexa cannot put into words. */
  mumble: yes.optional(),
  /** Time passes. */
  wait: duration.optional(),
  /** The session is over, as the Echo was left alone; what comes next begins another one. */
  session: z.literal('new').optional(),
  /** A live agent writes. */
  agent: z.union([z.string(), z.strictObject({ name: z.string(), says: z.string() })]).optional(),
  /** A broadcast reaches the customer, where the platform has them. */
  broadcast: z.string().optional(),
  /** The body of a webhook comes, as if the platform had sent it. */
  webhook: z.record(z.string(), z.unknown()).optional(),
  /** The next call to the bot fails: a status, or on the wire. */
  fault: z.union([z.number().int().min(400).max(599), z.enum(WIRE_FAULTS)]).optional(),
} as const;

/** What the simulated bot answers in a step, in place of the demo's bot. */
const SCRIPT = {
  /** A message, or several: `Which day? [Monday] [Tuesday]`. */
  bot: texts.optional(),
  /** Where the step has the bot hear several things: what it answers to each. */
  bots: z.array(texts).optional(),
  /** The bot's answers come too late for the turn. */
  late: yes.optional(),
} as const;

/** What is to come of a step. */
const EXPECTATIONS = {
  /** All that is heard. `…` stands for any words, `{goodbye}` for any wording of a phrase, `/…/` is a pattern. */
  hear: texts.optional(),
  /** No part of what is heard. */
  'not-hear': texts.optional(),
  /** Heard before the answer, while the bot is waited for. */
  progress: texts.optional(),
  /** Heard when nothing is said after it. */
  reprompt: texts.optional(),
  /** What reached the bot, word for word; an empty list: nothing. */
  sent: texts.optional(),
  /** The last call to a platform, by the platform's name: the call, and what its body holds. */
  called: z
    .partialRecord(
      z.enum(PLATFORM_NAMES),
      z.strictObject({ call: z.string(), body: z.record(z.string(), z.unknown()) }),
    )
    .optional(),
  /** Whether Alexa asked which option was meant, or whether it was this one. */
  'asked-back': z.boolean().optional(),
  /** On the card. `false`: there is none. */
  card: z.union([z.literal(false), texts]).optional(),
  /** Whether the session is over. Without it, one that ends is a fault where something was to be heard. */
  ends: z.boolean().optional(),
  /** The answer comes within this time. */
  within: duration.optional(),
  /** The status that a webhook is answered. */
  answered: z.number().int().optional(),
} as const;

const step = z
  .strictObject({
    ...ACTIONS,
    slots: z.record(z.string(), z.string()).optional(),
    ...SCRIPT,
    ...EXPECTATIONS,
  })
  .refine((value) => actionsOf(value).length === 1, {
    error: ({ input }) => `does exactly one of ${Object.keys(ACTIONS).join(', ')}; this does ${told(actionsOf(input))}`,
  });

const conversation = z.strictObject({
  title: z.string().optional(),
  /** What the Echo speaks. Default: the first locale of the business. */
  locale: z.string().optional(),
  /** The platforms that the simulated bot can be on. Default: all. */
  platforms: z.array(z.enum(PLATFORM_NAMES)).optional(),
  /** Settings of the server, such as ALOUD_PAGE_SECONDS. */
  settings: z.record(z.string(), z.string()).optional(),
  steps: z.array(step).min(1),
});

export type Step = z.output<typeof step>;
export type ConversationFields = z.output<typeof conversation>;

/** Checks a document of a conversation file. */
export const conversationSchema = conversation;

/** What a step does. */
export function actionOf(value: Step): keyof typeof ACTIONS {
  const [action] = actionsOf(value);
  if (action === undefined) throw new Error('a step without an action has passed the schema');
  return action;
}

function actionsOf(value: unknown): (keyof typeof ACTIONS)[] {
  const has = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  return (Object.keys(ACTIONS) as (keyof typeof ACTIONS)[]).filter((action) => has[action] !== undefined);
}

function told(actions: readonly string[]): string {
  return actions.length === 0 ? 'none of them' : actions.join(' and ');
}
