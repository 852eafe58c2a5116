import type { v1 } from 'ask-smapi-model';
import { CHAT_INTENT, QUERY_SLOT, TOPIC_INTENT, TOPIC_SLOT, TOPIC_TYPE } from './intents';
import type { Topics } from './wording/language';
import { openingsOf, wordingOf } from './wording/wording';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;
type SlotType = v1.skill.interactionModel.SlotType;
type Intent = v1.skill.interactionModel.Intent;

/** The locales the skill is published in. */
export const MODEL_LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-CA', 'en-IN'] as const;
export type ModelLocale = (typeof MODEL_LOCALES)[number];

export interface ModelOptions {
  /** What this business is asked about in a word or two. Default: what any business is. */
  readonly topics?: Topics;
}

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
 * `AMAZON.SearchQuery` takes whole sentences but must be alone in its intent, and is refused in a sample of its own, so
 * samples carry it behind other words; the slot's own sample is bare, because a slot that is being elicited needs no
 * carrier. Alexa ignores `Dialog.ElicitSlot` silently unless `dialog.intents` lists the intent.
 */
export function interactionModel(locale: ModelLocale, options: ModelOptions = {}): InteractionModelData {
  const wording = wordingOf(locale);
  const { invocationName, carriers, topicCarriers, commands } = wording;
  const { topics = wording.topics } = options;
  return {
    interactionModel: {
      languageModel: {
        invocationName,
        modelConfiguration: { fallbackIntentSensitivity: { level: 'LOW' } },
        intents: [
          {
            name: CHAT_INTENT,
            slots: [{ ...QUERY, samples: [`{${QUERY_SLOT}}`] }],
            samples: carriers.map((carrier) => `${carrier} {${QUERY_SLOT}}`),
          },
          topicIntent(topicCarriers),
          ...[...openingsOf(wording)].map(([name, { words }]) => ({
            name,
            slots: [QUERY],
            samples: [`${words} {${QUERY_SLOT}}`],
          })),
          ...Object.entries(commands).map(([name, samples]) => ({ name, slots: [], samples: [...samples] })),
          ...BUILT_IN_INTENTS.map((name) => ({ name, samples: [] })),
        ],
        types: [topicType(topics)],
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

/** A slot of a type of our own may stand alone in a sample. Alexa hears what resembles its values too. */
function topicIntent(carriers: readonly string[]): Intent {
  const bare = `{${TOPIC_SLOT}}`;
  const samples = [bare, ...carriers.map((carrier) => `${carrier} ${bare}`)];
  return { name: TOPIC_INTENT, slots: [{ name: TOPIC_SLOT, type: TOPIC_TYPE }], samples };
}

/** The slot type of the topics, as a model holds it. */
export function topicType(topics: Topics): SlotType {
  const values = Object.entries(topics).map(([value, synonyms]) => ({ name: { value, synonyms: [...synonyms] } }));
  return { name: TOPIC_TYPE, values };
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
