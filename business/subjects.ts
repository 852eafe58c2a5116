import type { Wording } from '../lambda/languages/wording';
import { CHOICE_INTENT, TOPIC_INTENT, TOPIC_SLOT, TOPIC_TYPE } from '../lambda/skill/intents';
import type { Topic } from './topics';

/** What an intent with a slot type of its own is made of. Whatever is said for it, the bot hears the words themselves. */
export interface Subject {
  readonly intent: string;
  readonly slot: string;
  readonly type: string;
  readonly values: readonly { readonly value: string; readonly synonyms: readonly string[] }[];
}

/** What any business is asked about, where the owner has named nothing. */
export function genericTopics({ topics }: Wording): Subject {
  const values = Object.entries(topics).map(([value, synonyms]) => ({ value, synonyms }));
  return { intent: TOPIC_INTENT, slot: TOPIC_SLOT, type: TOPIC_TYPE, values };
}

/**
 * Each topic of the owner as an intent, "opening hours" as `OpeningHoursTopicIntent`, so that the model says what the skill
 * is about; and what the bot offers as one more.
 *
 * @param room for so many intents. Topics for which there is none share one
 */
export function subjectsOf(topics: readonly Topic[], choices: readonly string[], room: number): readonly Subject[] {
  const offered = choices.length > 0 ? [choiceSubject(choices)] : [];
  const said = topics.filter(({ phrases }) => phrases.length > 0);
  const left = Math.max(room - offered.length, 1);
  const own = said.length > left ? said.slice(0, left - 1) : said;
  const shared = said.slice(own.length);
  return [...withNames(own), ...(shared.length > 0 ? [sharedSubject(shared)] : []), ...offered];
}

function sharedSubject(topics: readonly Topic[]): Subject {
  const values = topics.map(({ name, phrases: [value = name, ...synonyms] }) => ({
    value,
    synonyms: atLeastOne(synonyms, value),
  }));
  return { intent: TOPIC_INTENT, slot: TOPIC_SLOT, type: TOPIC_TYPE, values };
}

function withNames(topics: readonly Topic[]): readonly Subject[] {
  const taken = new Set<string>();
  return topics.map(({ name, phrases: [value = name, ...synonyms] }, index) => {
    const plain = partsOf(name);
    const parts = plain.length > 0 && !taken.has(plain.join('_')) ? plain : [...plain, lettersOf(index)];
    taken.add(parts.join('_'));
    const camel = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
    return {
      intent: `${camel}${TOPIC_INTENT}`,
      // A slot's name has one type in a whole model.
      slot: parts.join('_'),
      type: `${camel}${TOPIC_TYPE}`,
      values: [{ value, synonyms: atLeastOne(synonyms, value) }],
    };
  });
}

/** Which of them was said the slot tells in words: one value with many synonyms does. */
function choiceSubject([value = '', ...synonyms]: readonly string[]): Subject {
  const values = [{ value, synonyms: atLeastOne(synonyms, value) }];
  return { intent: CHOICE_INTENT, slot: 'choice', type: 'ChoiceType', values };
}

/** The schema of the Skill Management API wants a synonym for each value. */
function atLeastOne(synonyms: readonly string[], value: string): readonly string[] {
  return synonyms.length > 0 ? synonyms : [value];
}

/** Alexa takes Latin letters and underscores in names. */
function partsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((part) => part !== '');
}

/** 0 is `a`, 26 is `ba`. */
function lettersOf(index: number): string {
  return [...index.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
}
