import { CHAT_INTENT } from '../lambda/skill/intents';
import { wordingOf } from '../lambda/skill/wording';
import { type Business, type LocaleWords, pathOf } from './business';
import { lintModel } from './lint-model';
import { interactionModel, type LostSample, type Model } from './model';
import type { Finding, Path } from './problem';
import type { BusinessFile } from './schema';
import { heard } from './topics';
import { exampleFault, isUnderstood } from './understood';

/** What a business's words do to the interaction model: what would never reach the bot, and what else is lost for them. */
export function lint(file: BusinessFile, { locales }: Business): readonly Finding[] {
  return locales.flatMap((words) => lintLocale(file, words));
}

function lintLocale(file: BusinessFile, words: LocaleWords): readonly Finding[] {
  const { locale, invocationName = '', topics, choices } = words;
  const model = interactionModel({ locale, invocationName, topics, choices: choices.known });
  const at = (field: Parameters<typeof pathOf>[2]) => pathOf(file, locale, field);
  return [
    ...topicFindings(words, at('topics')),
    ...model.lost.map(
      (lost) => ({ path: placeOf(lost, words, at('topics')), message: lostMessage(lost), isWarning: true }) as const,
    ),
    ...choices.left.map(
      (label) => ({ path: at('choices'), message: `"${label}" ${LEFT_OUT}`, isWarning: true }) as const,
    ),
    ...exampleFindings(words, model, at('examplePhrases')),
    ...hintFindings(words, model, at('hints')),
    ...(topics.length === 0 ? [{ path: at('topics'), message: NO_TOPICS, isWarning: true } as const] : []),
    ...lintModel(model.data).map(({ message }) => ({ path: at('topics'), message })),
  ];
}

const LEFT_OUT =
  "is left out of the model, as it is not said as it is written, or is a word of Alexa's: it is understood when the bot offers it";

const NO_TOPICS =
  'is missing: Amazon may reject a skill that only passes on what is said; name what your customers ask about';

/** The topic that has taken it. */
function placeOf({ sample }: LostSample, { topics }: LocaleWords, path: Path): Path {
  const taker = topics.find(({ phrases }) => phrases.some((phrase) => `${phrase} `.startsWith(`${sample} `)));
  return taker ? [...path, taker.name] : path;
}

function lostMessage({ intent, sample }: LostSample): string {
  if (intent === CHAT_INTENT) return `begins with "${sample}", which Aloud leaves out elsewhere: the bot hears it now`;
  return `takes "${sample}", which was a command of Aloud's (${intent}): the bot hears it now`;
}

function topicFindings({ locale, topics }: LocaleWords, path: Path): readonly Finding[] {
  const seen = new Map<string, string>();
  return topics.flatMap(({ name, phrases, written }) => {
    const here = [...path, name];
    const found = written.flatMap((text): readonly Fault[] => {
      const phrase = heard(text, locale);
      const other = seen.get(phrase);
      seen.set(phrase, other ?? name);
      const isTwice = other !== undefined && other !== name;
      const fault = isTwice ? { message: `"${text}" is said for "${other}" as well: keep one of them` } : undefined;
      return [fault ?? phraseFault(text, phrase, locale) ?? []].flat();
    });
    const lonely = phrases.length === 1 ? [{ message: LONELY, isWarning: true } as const] : [];
    return [...found, ...lonely].map((fault) => ({ path: here, ...fault }));
  });
}

type Fault = Omit<Finding, 'path'>;

const LONELY = 'has no other words: Alexa recognises a topic better that is said in two or more ways';

/** What keeps a phrase of a topic from the bot, or changes it on its way. */
function phraseFault(text: string, phrase: string, locale: string): Fault | undefined {
  const { reserved, connectingWords } = wordingOf(locale);
  if (phrase === '') return { message: `"${text}" has nothing that can be spoken: take it out` };
  if (reserved.builtIns.includes(phrase)) {
    return { message: `"${text}" is a word of Alexa's own, which a skill never hears: take it out` };
  }
  if (/\d/.test(phrase)) return { message: `"${text}" has digits: write numbers in words` };
  const joining = connectingWords.find((word) => phrase.startsWith(`${word} `));
  if (joining === undefined) return undefined;
  const message = `"${text}" begins with "${joining}", which joins a request to the name: in one breath with that the bot hears the rest`;
  return { message, isWarning: true };
}

function exampleFindings(words: LocaleWords, model: Model, path: Path): readonly Finding[] {
  return (words.examplePhrases ?? []).flatMap((phrase, index) => {
    const fault = exampleFault(phrase, { index, words, model: model.data });
    return fault ? [{ path: [...path, index], message: fault.message }] : [];
  });
}

function hintFindings({ hints = [], locale }: LocaleWords, { data }: Model, path: Path): readonly Finding[] {
  return hints.flatMap((hint, index) =>
    isUnderstood(heard(hint, locale), data, locale)
      ? []
      : [{ path: [...path, index], message: notUnderstood(hint, locale) }],
  );
}

function notUnderstood(hint: string, locale: string): string {
  if (wordingOf(locale).reserved.builtIns.includes(heard(hint, locale))) {
    return `"${hint}" is a word of Alexa's own, which a skill never hears: take it out`;
  }
  return `"${hint}" would not be understood in one breath with the name: add it to a topic`;
}
