import type { Message } from '../conversation/message';
import { toldKinds } from './card';
import type { Phrases } from './phrases';

/** Where the links, pictures and files are that were told of: said once in a reply, and not where the reply says so already. */
export function whereShown(messages: readonly Message[], said: readonly string[], words: Phrases): readonly string[] {
  if (said.some((text) => text.includes(words.say('text.app')))) return [];
  const kinds = toldKinds(messages, words);
  const [kind] = kinds;
  if (kind === undefined) return [];
  if (kinds.some((other) => other !== kind)) return [words.say('where.all')];
  return [words.say(`where.${kind}`, kinds.length > 1 ? { context: 'several' } : {})];
}

/** Only the first link says where it is. What the bot asks is left in its words, as it is repeated without the rest. */
export function withShortLinks(
  paragraphs: readonly string[],
  asking: string | undefined,
  words: Phrases,
): readonly string[] {
  if (asking?.includes(words.say('text.app'))) return paragraphs;
  const pairs = [
    [words.say('text.link'), words.say('text.other-link')],
    [words.say('text.lone-link'), words.say('text.lone-other-link')],
  ] as const;
  let isFirst = true;
  const pattern = new RegExp(pairs.map(([first]) => first).join('|'), 'g');
  return paragraphs.map((text) =>
    text.replace(pattern, (link) => {
      const other = isFirst ? link : (pairs.find(([first]) => first === link)?.[1] ?? link);
      isFirst = false;
      return other;
    }),
  );
}
