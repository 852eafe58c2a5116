import type { v1 } from 'ask-smapi-model';
import { CHAT_INTENT, QUERY_SLOT } from './input';

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
};

const WORDING: Readonly<Record<ModelLocale, Wording>> = { 'en-US': ENGLISH, 'en-GB': ENGLISH };

/** Amazon's own phrases serve these; Help, Stop, Cancel and NavigateHome are required of every skill. */
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
  const { invocationName, carriers } = WORDING[locale];
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
        intents: [chat, ...BUILT_IN_INTENTS.map((name) => ({ name, samples: [] }))],
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
