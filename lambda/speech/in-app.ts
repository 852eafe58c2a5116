import type { Message } from '../conversation/message';
import { namedLinks } from './card';
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

/**
 * Only the first thing says where it is; others are there, too. What the bot asks is left in its words, as it is repeated without
 * the rest.
 */
export function toldOnceWhere(
  paragraphs: readonly string[],
  asking: string | undefined,
  words: Phrases,
): readonly string[] {
  if (asking?.includes(words.say('text.app'))) return paragraphs;
  const [where, there] = [words.say('media.where'), words.say('media.there')];
  const others = new Map([
    [words.say('text.link'), words.say('text.other-link')],
    [words.say('text.lone-link'), words.say('text.lone-other-link')],
  ]);
  const told = [...others.keys(), where];
  if (!paragraphs.some((text) => told.some((one) => text.includes(one)))) return paragraphs;
  let isTold = false;
  let hasLink = false;
  const pattern = new RegExp(told.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  const shorter = (found: string, at: number, text: string) => {
    const isNamed = /(?::\s|：)$/.test(text.slice(0, at));
    const other = isNamed && others.has(found) ? words.say('text.other-link') : others.get(found);
    const said = other !== undefined && hasLink ? other : isTold ? found.replace(where, there) : found;
    hasLink ||= other !== undefined;
    isTold = true;
    return said;
  };
  return paragraphs.map((text) => text.replace(pattern, shorter));
}
