import type { Phrases } from './phrases';

/** Names as they stand in a sentence: "soup, salad or bread". Empty where there are none. */
export function listed(names: readonly string[], join: 'and' | 'or', words: Phrases): string {
  const last = names.at(-1) ?? '';
  const others = names.slice(0, -1).join(words.say('list.comma'));
  return others === '' ? last : others + words.say(`list.${join}`) + last;
}
