import type { v1 } from 'ask-smapi-model';
import { isUnspaced } from '../lambda/languages/unspaced';
import type { ModelCommand, Wording } from '../lambda/languages/wording';
import { CHAT_INTENT, COMMAND_INTENTS, QUERY_SLOT } from '../lambda/skill/intents';
import { type Opening, openingsOf, wordingOf } from '../lambda/skill/wording';
import { hasFallbackSensitivity, type Locale } from './locales';
import { genericTopics, type Subject, subjectsOf } from './subjects';
import type { Topic } from './topics';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;
type Intent = v1.skill.interactionModel.Intent;

/** What a business says that a model is made of. */
export interface ModelWords {
  readonly locale: Locale;
  readonly invocationName: string;
  /** None: what any business is asked about. */
  readonly topics: readonly Topic[];
  readonly choices: readonly string[];
}

/** A sample of Aloud's own that a business's words have taken. */
export interface LostSample {
  readonly intent: string;
  readonly sample: string;
}

export interface Model {
  readonly data: InteractionModelData;
  readonly lost: readonly LostSample[];
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

/** More are refused (not confirmed). */
export const MOST_INTENTS = 250;

const QUERY = { name: QUERY_SLOT, type: 'AMAZON.SearchQuery' } as const;

/**
 * The voice interaction model of a locale, in the format of `skill-package/interactionModels/custom/<locale>.json`.
 *
 * `AMAZON.SearchQuery` takes whole sentences but must be alone in its intent, and is refused in a sample of its own, so
 * samples carry it behind or before other words; the slot's own sample is bare, because a slot that is being elicited needs no
 * carrier. Alexa ignores `Dialog.ElicitSlot` silently unless `dialog.intents` lists the intent.
 */
export function interactionModel({ locale, invocationName, topics, choices }: ModelWords): Model {
  const wording = wordingOf(locale);
  const owned = new Set([...topics.flatMap(({ phrases }) => phrases), ...choices]);
  const commands = commandIntents(wording, owned);
  const room = MOST_INTENTS - commands.length - BUILT_IN_INTENTS.length - 1;
  const openings = openingsBy(wording);
  const subjects =
    topics.length > 0
      ? subjectsOf(topics, choices, room - openings.core.length)
      : [genericTopics(wording), ...subjectsOf([], choices, 1)];
  const carriers = wording.carriers.filter((carrier) => ![...owned].some((phrase) => phrase.startsWith(`${carrier} `)));
  const lost = [
    ...wording.carriers
      .filter((carrier) => !carriers.includes(carrier))
      .map((sample) => ({ intent: CHAT_INTENT, sample })),
    ...commandSamples(wording).flatMap(({ name, samples }) =>
      samples.filter((sample) => owned.has(sample)).map((sample) => ({ intent: name, sample })),
    ),
  ];
  const intents = [
    chatIntent(carriers, wording.closingCarriers),
    ...subjects.map((subject) => subjectIntent(subject, wording)),
    ...openingIntents(wording, openings, room - subjects.length),
    ...commands,
    ...BUILT_IN_INTENTS.map((name) => ({ name, samples: [] })),
  ];
  const data: InteractionModelData = {
    interactionModel: {
      languageModel: {
        invocationName,
        ...(hasFallbackSensitivity(locale) && {
          modelConfiguration: { fallbackIntentSensitivity: { level: 'LOW' } },
        }),
        intents,
        types: subjects.map(({ type, values }) => ({
          name: type,
          values: values.map(({ value, synonyms }) => ({ name: { value, synonyms: [...synonyms] } })),
        })),
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
  return { data, lost };
}

/** Free speech, with a carrier that goes without saying: none with which the business's own words begin. */
function chatIntent(carriers: readonly string[], closingCarriers: readonly string[] = []): Intent {
  return {
    name: CHAT_INTENT,
    slots: [{ ...QUERY, samples: [`{${QUERY_SLOT}}`] }],
    samples: [
      ...carriers.map((carrier) => `${carrier} {${QUERY_SLOT}}`),
      ...closingCarriers.map((carrier) => `{${QUERY_SLOT}} ${carrier}`),
    ],
  };
}

/** Openings and closings, which are alike to a model. */
interface Openings {
  /** The names of the intents without which words would be lost. */
  readonly core: readonly string[];
  /**
   * Those that begin as a shorter opening does, or end as a shorter closing does, the longest last: "how much" is understood by
   * "how" as well, only less surely. Not "if you": Amazon takes "if" for a connecting word before "you", which is an opening.
   */
  readonly spare: readonly string[];
}

export function openingsBy(wording: Wording): Openings {
  const known = OPENINGS.get(wording) ?? openingsAnew(wording);
  OPENINGS.set(wording, known);
  return known;
}

/** By what they are made of: each model of a language has the same. */
const OPENINGS = new WeakMap<Wording, Openings>();

function openingsAnew(wording: Wording): Openings {
  const all = [...openingsOf(wording)];
  const closings = all.flatMap(([, { words, closing }]) => (closing ? [words] : []));
  const known = new Set(all.flatMap(([, { words, closing }]) => (closing ? [] : [words])));
  const heard = all.flatMap(([, { words, closing, connecting }]) => (closing || connecting ? [] : [words]));
  const joining = [
    ...new Set([...wording.reserved.connectingWords, ...wording.connectingWords, ...wording.openings.conditions]),
  ];
  const isJoined = (words: string) =>
    joining.some((word) => words.startsWith(`${word} `) && known.has(words.slice(word.length + 1)));
  const isSpare = ({ words, closing }: Opening) =>
    closing
      ? closings.some((shorter) => endsWith(words, shorter))
      : !isJoined(words) && heard.some((shorter) => words.startsWith(`${shorter} `));
  const spare = all
    .filter(([, opening]) => isSpare(opening))
    .toSorted(([, one], [, other]) => length(one) - length(other));
  const core = all.filter(([, opening]) => !isSpare(opening));
  return { core: core.map(([name]) => name), spare: spare.map(([name]) => name) };
}

/** Free speech, behind the words that open a sentence, as far as there is room for intents. */
function openingIntents(wording: Wording, { core, spare }: Openings, room: number): readonly Intent[] {
  const kept = new Set([...core, ...spare].slice(0, room));
  return [...openingsOf(wording)]
    .filter(([name]) => kept.has(name))
    .map(([name, opening]) => ({ name, slots: [QUERY], samples: [sampleOf(opening)] }));
}

/** A slot stands between spaces in every script. */
function sampleOf({ words, closing, before }: Opening): string {
  const slot = `{${QUERY_SLOT}}`;
  if (!closing) return `${words} ${slot}`;
  return before === undefined ? `${slot} ${words}` : `${before} ${slot} ${words}`;
}

/** Word for word; in a script without spaces, letter for letter. */
function endsWith(words: string, shorter: string): boolean {
  return shorter !== words && words.endsWith(isUnspaced(shorter) ? shorter : ` ${shorter}`);
}

function length({ words }: { readonly words: string }): number {
  return words.split(' ').length * 100 + words.length;
}

/** What the business calls its own is no command of ours. */
function commandSamples({ commands }: Wording): readonly { name: string; samples: readonly string[] }[] {
  return (Object.keys(COMMAND_INTENTS) as ModelCommand[]).map((command) => ({
    name: COMMAND_INTENTS[command],
    samples: commands[command],
  }));
}

function commandIntents(wording: Wording, owned: ReadonlySet<string>): readonly Intent[] {
  return commandSamples(wording).map(({ name, samples }) => ({
    name,
    slots: [],
    samples: samples.filter((sample) => !owned.has(sample)),
  }));
}

/** A slot of a type of our own may stand alone in a sample. Alexa hears what resembles its values too. */
function subjectIntent(
  { intent, slot, type }: Subject,
  { topicCarriers, topicClosings = [] }: Pick<Wording, 'topicCarriers' | 'topicClosings'>,
): Intent {
  const bare = `{${slot}}`;
  const samples = [
    bare,
    ...topicCarriers.map((carrier) => `${carrier} ${bare}`),
    ...topicClosings.map((closing) => `${bare} ${closing}`),
  ];
  return { name: intent, slots: [{ name: slot, type }], samples };
}
