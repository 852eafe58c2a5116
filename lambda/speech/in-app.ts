import type { Message } from '../conversation/message';
import { namedLinks } from './card';
import { memoize } from './memoize';
import type { Phrases } from './phrases';

/** Where the links are that words stand for: said once in a reply, and not where the reply says so of another. */
export function whereShown(messages: readonly Message[], said: readonly string[], words: Phrases): readonly string[] {
  const links = [words.say('text.link'), words.say('text.lone-link')];
  if (said.some((text) => links.some((link) => text.includes(link)))) return [];
  const kinds = namedLinks(messages);
  const [kind] = kinds;
  if (kind === undefined) return [];
  if (kinds.some((other) => other !== kind)) return [words.say('where.all')];
  return [words.counted(`where.${kind}`, kinds.length)];
}

/** The words that tell where things are, and what is said for them behind the first. */
const tellingIn = memoize((words: Phrases) => {
  const where = words.say('media.where');
  const others = new Map([
    [words.say('text.link'), words.say('text.other-link')],
    [words.say('text.lone-link'), words.say('text.lone-other-link')],
  ]);
  const told = [...others.keys(), where].map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return { app: words.say('text.app'), where, there: words.say('media.there'), others, told: new RegExp(told, 'g') };
});

/**
 * Only the first thing says where it is; others are there, too. What the bot asks is left in its words, as it is repeated without
 * the rest.
 */
export function toldOnceWhere(
  paragraphs: readonly string[],
  asking: string | undefined,
  words: Phrases,
): readonly string[] {
  const { app, where, there, others, told } = tellingIn(words);
  if (asking?.includes(app) || !paragraphs.some((text) => text.search(told) >= 0)) return paragraphs;
  let isTold = false;
  let hasLink = false;
  const shorter = (found: string, at: number, text: string) => {
    const isNamed = /(?::\s|：)$/.test(text.slice(0, at));
    const other = isNamed && others.has(found) ? words.say('text.other-link') : others.get(found);
    const said = other !== undefined && hasLink ? other : isTold ? found.replace(where, there) : found;
    hasLink ||= other !== undefined;
    isTold = true;
    return said;
  };
  return paragraphs.map((text) => text.replace(told, shorter));
}
