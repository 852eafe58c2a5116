import type { v1 } from 'ask-smapi-model';
import { isSubject, QUERY_SLOT } from '../lambda/skill/intents';
import { wordingOf } from '../lambda/skill/wording';
import { addressOf, heardWords } from '../simulator/echo/hearing';
import { understandOneShot } from '../simulator/echo/nlu';
import type { LocaleWords } from './business';
import { heard } from './topics';

type InteractionModelData = v1.skill.interactionModel.InteractionModelData;

/** Whether words behind the invocation name reach the bot, by samples alone: Alexa herself is more generous. */
export function isUnderstood(words: string, { interactionModel }: InteractionModelData, locale: string): boolean {
  if (!interactionModel) return false;
  const { name = '', slots = {} } = understandOneShot(interactionModel, words, locale)?.intent ?? {};
  return isSubject(name) || slots[QUERY_SLOT]?.value !== undefined;
}

export interface Example {
  /** Its place among the examples. */
  readonly index: number;
  readonly words: Pick<LocaleWords, 'invocationName'> & { readonly locale: string };
  readonly model: InteractionModelData;
}

/** Which of Amazon's rules for example phrases one breaks. */
export interface ExampleFault {
  readonly code: 'wake-word' | 'invocation-name' | 'first' | 'unknown';
  readonly message: string;
}

/** What is wrong with an example phrase of the store, by Amazon's rules for them. */
export function exampleFault(phrase: string, { index, words, model }: Example): ExampleFault | undefined {
  const { locale, invocationName = '' } = words;
  const { wake } = wordingOf(locale);
  const said = heard(phrase, locale);
  if (!said.startsWith(heard(wake, locale))) return { code: 'wake-word', message: `does not begin with "${wake}"` };
  const rest = behindName(said, invocationName, locale);
  if (rest === undefined) {
    return { code: 'invocation-name', message: `does not say the invocation name, "${invocationName}"` };
  }
  if (index === 0 && rest !== '') {
    return { code: 'first', message: 'must open the skill and say nothing else, as it is the first' };
  }
  return [rest, withoutConnecting(rest, locale)].some((asked) => asked === '' || isUnderstood(asked, model, locale))
    ? undefined
    : { code: 'unknown', message: 'would not be understood: let it say a topic, or begin as a sentence does' };
}

/** What is asked of the skill; nothing where it is only opened, `undefined` where it is not named. */
function behindName(said: string, invocationName: string, locale: string): string | undefined {
  const address = addressOf(heardWords(said), invocationName, locale);
  if (address.to === 'launch') return '';
  if (address.to === 'one-shot') return address.words;
  const at = ` ${said} `.indexOf(` ${invocationName} `);
  return at < 0 ? undefined : said.slice(at + invocationName.length).trim();
}

function withoutConnecting(words: string, locale: string): string {
  const { connectingWords, topicCarriers } = wordingOf(locale);
  const found = [...connectingWords, ...topicCarriers].find((connecting) => words.startsWith(`${connecting} `));
  return found === undefined ? words : words.slice(found.length + 1);
}
