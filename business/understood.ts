import type { v1 } from 'ask-smapi-model';
import { isSubject, QUERY_SLOT } from '../lambda/skill/intents';
import { wordingOf } from '../lambda/skill/wording';
import { understandOneShot } from '../simulator/echo/nlu';
import type { LocaleWords } from './business';
import { heard } from './topics';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;

/** Whether words behind the invocation name reach the bot, by samples alone: Alexa herself is more generous. */
export function isUnderstood(words: string, { interactionModel }: InteractionModelData): boolean {
  if (!interactionModel) return false;
  const { name = '', slots = {} } = understandOneShot(interactionModel, words)?.intent ?? {};
  return isSubject(name) || slots[QUERY_SLOT]?.value !== undefined;
}

export interface Example {
  /** Its place among the examples. */
  readonly index: number;
  readonly words: LocaleWords;
  readonly model: InteractionModelData;
}

/** What is wrong with an example phrase of the store, by Amazon's rules for them. */
export function exampleFault(phrase: string, { index, words, model }: Example): string | undefined {
  const { locale, invocationName = '' } = words;
  if (!/^alexa\b/i.test(phrase)) return 'does not begin with "Alexa, "';
  const said = heard(phrase, locale);
  const at = ` ${said} `.indexOf(` ${invocationName} `);
  if (at < 0) return `does not say the invocation name, "${invocationName}"`;
  const rest = said.slice(at + invocationName.length).trim();
  if (index === 0 && rest !== '') return 'must open the skill and say nothing else, as it is the first';
  return rest === '' || isUnderstood(rest, model) || isUnderstood(withoutConnecting(rest, locale), model)
    ? undefined
    : 'would not be understood: let it say a topic, or begin as a sentence does';
}

function withoutConnecting(words: string, locale: string): string {
  const { connectingWords, topicCarriers } = wordingOf(locale);
  const found = [...connectingWords, ...topicCarriers].find((connecting) => words.startsWith(`${connecting} `));
  return found === undefined ? words : words.slice(found.length + 1);
}
