import type { Media } from '../conversation/message';
import { closed } from './line/punctuation';
import { listed } from './lists';
import { spelled } from './numbers/spelled';
import type { Phrases } from './phrases';
import { inOneLine, sentenceCase } from './spoken-text';

/** With its markup. What a vendor calls a file is said whole. */
const LONGEST_TITLE = 2000;
/** Of the end of a title, where another stands behind it. */
const END = /[.!?:;,…\s]+$/u;

/** What there is besides words: a sentence for each kind of it. */
export function spokenMedia(media: readonly Pick<Media, 'kind' | 'title'>[], words: Phrases): string[] {
  const kinds = [...new Set(media.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const all = media.filter((item) => item.kind === kind);
    const titles = all.flatMap(({ title }) => titleOf(title, words));
    return all.length === 1 ? one(kind, titles, words) : several(kind, all.length, titles, words);
  });
}

function titleOf(title: string | undefined, words: Phrases): string[] {
  const said = title ? inOneLine(title.slice(0, LONGEST_TITLE), words) : '';
  return said === '' ? [] : [said];
}

function one(kind: Media['kind'], [title]: readonly string[], words: Phrases): string {
  if (title === undefined) return words.say(`media.${kind}`);
  return closed(words.say(`media.${kind}`, { context: 'titled', values: { title } }));
}

function several(kind: Media['kind'], count: number, titles: readonly string[], words: Phrases): string {
  const list = listed(
    titles.map((title) => title.replace(END, '')),
    'and',
    words,
  );
  const things = words.say(`media.${kind}`, { context: 'several', values: { count: spelled(count, words) } });
  const said = titles.length === 0 ? things : words.say('media.titles', { values: { things, titles: list } });
  return closed(sentenceCase(said, words));
}
