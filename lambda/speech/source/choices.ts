import { CHOICE } from '../signals';
import { listOf } from '../written/rules';
import keys from './text-keys.json';

/** Answers to pick from, between tags that are no elements of HTML. */
const TAGGED = /<(quick_?replies|quick-replies|buttons|suggestions|chips|choices)>([^<>]{1,500})<\/\1>/gi;
/** What the data of chatbots call them, and what one of them is called. */
const KEYS = new Set(listOf(keys.choices));
const NAMES = new Set(['', 'title', 'label', 'text', 'name', 'caption']);
const MOST = 10;

/** A text with the answers that stand between tags in a paragraph of their own. */
export function withTaggedChoices(text: string): string {
  return text.replace(TAGGED, (_all, _tag, choices: string) => `\n\n${asChoices(choices.split(/[|;\n]/))}\n\n`);
}

/** Answers as a text has them, for its language to say what they are. */
export function asChoices(choices: readonly string[]): string {
  const named = choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  return named
    .slice(0, MOST)
    .map((choice) => CHOICE + choice)
    .join('');
}

/** Whether the list behind a key of data holds answers. */
export function holdsChoices(key: string): boolean {
  return KEYS.has(key);
}

/** Whether what stands behind a key, or behind none, is what such an answer is called. */
export function namesChoice(key: string): boolean {
  return NAMES.has(key);
}
