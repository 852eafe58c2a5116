import type { v1 } from 'ask-smapi-model';
import {
  CHAT_INTENT,
  FORGET_ME_INTENT,
  NEW_MESSAGES_INTENT,
  NOTIFICATIONS_OFF_INTENT,
  NOTIFICATIONS_ON_INTENT,
  QUERY_SLOT,
} from './input';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;
type Intent = v1.skill.interactionModel.Intent;

/** The locales the skill is published in. */
export const MODEL_LOCALES = ['en-US', 'en-GB'] as const;
export type ModelLocale = (typeof MODEL_LOCALES)[number];

/** What the voice interaction model is called and how its one-shots start, in one language. */
interface Wording {
  /** "Alexa, open …". One shared skill cannot carry each business's brand, so the default is neutral. */
  readonly invocationName: string;
  /**
   * What may stand before the free speech of a one-shot ("ask <name> about parking"). Alexa takes these words away, so
   * none of them may carry meaning: with "why …" the bot would only see "is the sky blue". None may open a phrase that
   * belongs to a built-in intent either, as "say …" does in "say that again".
   */
  readonly carriers: readonly string[];
  /**
   * What is said for our own intents, word for word. Needed for one-shots ("ask <name> for new messages", where Alexa
   * counts "for" to the invocation); in a conversation the same words may arrive in the slot, where `speech` understands
   * them. None may begin with a carrier.
   */
  readonly commands: Readonly<Record<string, readonly string[]>>;
}

const ENGLISH: Wording = {
  invocationName: 'chat companion',
  carriers: [
    'to',
    'about',
    'for',
    'that',
    'if',
    'whether',
    'ask',
    'ask about',
    'ask for',
    'ask them',
    'tell them',
    'tell them that',
    'i want',
    'i want to',
    'i would like',
    'i would like to',
    "i'd like",
    "i'd like to",
    'i have a question about',
  ],
  commands: {
    [NEW_MESSAGES_INTENT]: [
      'new messages',
      'any new messages',
      'any messages',
      'my messages',
      'my new messages',
      'read my messages',
      'read my new messages',
      'read me my messages',
      'check my messages',
      'check for messages',
      'check for new messages',
      'do i have messages',
      'do i have any messages',
      'do i have new messages',
      'do i have any new messages',
      'are there any messages',
      'are there any new messages',
      // Behind "if", "whether" or "that".
      'i have any messages',
      'i have any new messages',
      'there are any messages',
      'there are any new messages',
    ],
    [NOTIFICATIONS_ON_INTENT]: [
      'turn on notifications',
      'turn notifications on',
      'enable notifications',
      'send me notifications',
      'notify me',
    ],
    [NOTIFICATIONS_OFF_INTENT]: [
      'turn off notifications',
      'turn notifications off',
      'disable notifications',
      'stop notifications',
      'stop notifying me',
      'no more notifications',
    ],
    [FORGET_ME_INTENT]: [
      'forget me',
      'forget about me',
      'delete my data',
      'delete all my data',
      'delete everything about me',
      'delete everything you know about me',
    ],
  },
};

const WORDING: Readonly<Record<ModelLocale, Wording>> = { 'en-US': ENGLISH, 'en-GB': ENGLISH };

/**
 * Amazon's own phrases serve these; Help, Stop, Cancel and NavigateHome are required of every skill. AMAZON.NextIntent is
 * not among them: it would take "skip" as well as "next", and to whom messages are read these are two things. Both arrive
 * in the slot.
 */
const BUILT_IN_INTENTS = [
  'AMAZON.HelpIntent',
  'AMAZON.StopIntent',
  'AMAZON.CancelIntent',
  'AMAZON.NavigateHomeIntent',
  'AMAZON.FallbackIntent',
  'AMAZON.YesIntent',
  'AMAZON.NoIntent',
  'AMAZON.RepeatIntent',
  'AMAZON.StartOverIntent',
] as const;

const QUERY = { name: QUERY_SLOT, type: 'AMAZON.SearchQuery' } as const;

/**
 * The voice interaction model of a locale, in the format of `skill-package/interactionModels/custom/<locale>.json`.
 *
 * `AMAZON.SearchQuery` takes whole sentences but is refused in a sample of its own, so the intent's samples carry it
 * behind carriers; the slot's own sample is bare, because a slot that is being elicited needs no carrier. Alexa
 * ignores `Dialog.ElicitSlot` silently unless `dialog.intents` lists the intent.
 */
export function interactionModel(locale: ModelLocale): InteractionModelData {
  const { invocationName, carriers, commands } = WORDING[locale];
  const chat: Intent = {
    name: CHAT_INTENT,
    slots: [{ ...QUERY, samples: [`{${QUERY_SLOT}}`] }],
    samples: carriers.map((carrier) => `${carrier} {${QUERY_SLOT}}`),
  };
  return {
    interactionModel: {
      languageModel: {
        invocationName,
        modelConfiguration: { fallbackIntentSensitivity: { level: 'LOW' } },
        intents: [
          chat,
          ...Object.entries(commands).map(([name, samples]) => ({ name, slots: [], samples: [...samples] })),
          ...BUILT_IN_INTENTS.map((name) => ({ name, samples: [] })),
        ],
        types: [],
      },
      dialog: {
        delegationStrategy: 'SKILL_RESPONSE',
        intents: [
          {
            name: CHAT_INTENT,
            confirmationRequired: false,
            prompts: {},
            slots: [{ ...QUERY, elicitationRequired: false, confirmationRequired: false, prompts: {} }],
          },
        ],
      },
    },
  };
}

/**
 * The generated files of the skill package: path from the project's root to content. Written as ask-cli writes JSON
 * (two spaces, no final newline), so that a deployment leaves them untouched.
 */
export function skillPackageFiles(): Record<string, string> {
  return Object.fromEntries(
    MODEL_LOCALES.map((locale) => [
      `skill-package/interactionModels/custom/${locale}.json`,
      JSON.stringify(interactionModel(locale), null, 2),
    ]),
  );
}
