import type { Media } from '../conversation/message';
import { titleOfFile } from './file-names';
import { closed } from './line/punctuation';
import { memoize } from './memoize';
import type { Phrases } from './phrases';
import { PUNCTUATION_MARKS } from './sentence-marks';
import { inOneLine, sentenceCase } from './spoken-text';
import { shownUrl } from './urls';

type Kind = Media['kind'];

const KINDS: readonly Kind[] = ['image', 'video', 'audio', 'file', 'location', 'link'];
/** With its markup. What a vendor calls a file is said whole. */
const LONGEST_TITLE = 2000;
/** Of the end of a title, where another stands behind it. */
const END = new RegExp(String.raw`[${PUNCTUATION_MARKS}\s]+$`, 'u');

/** What there is besides words, and where it is: a sentence for each kind of it. */
export function spokenMedia(media: readonly Media[], words: Phrases): string[] {
  const kinds = [...new Set(media.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const all = media.filter((item) => item.kind === kind);
    const titles = [...new Set(all.flatMap(({ title }) => titleOf(title, words)))];
    const isShown = all.every(({ url }) => url !== undefined && shownUrl(url) !== undefined);
    return spoken({ kind, count: all.length, titles, isShown }, words);
  });
}

/** Sentences about one thing each, one after the other, as one sentence: of pictures that came each in a message. */
export function withThingsCounted(paragraphs: readonly string[], words: Phrases): readonly string[] {
  const known = untitled(words);
  return paragraphs.flatMap((text, index) => {
    const things = known.get(text);
    if (!things) return [text];
    if (paragraphs[index - 1] === text) return [];
    const end = paragraphs.findIndex((other, at) => at > index && other !== text);
    const count = (end < 0 ? paragraphs.length : end) - index;
    return [count === 1 ? text : spoken({ ...things, count }, words)];
  });
}

interface Things {
  readonly kind: Kind;
  readonly count: number;
  readonly titles: readonly string[];
  /** Whether a card shows them. */
  readonly isShown: boolean;
}

/** Each sentence about one thing without a title. */
const untitled = memoize((words: Phrases): ReadonlyMap<string, Things> => {
  const all = KINDS.flatMap((kind) => [true, false].map((isShown) => ({ kind, count: 1, titles: [], isShown })));
  return new Map(all.map((things) => [spoken(things, words), things]));
});

function titleOf(title: string | undefined, words: Phrases): string[] {
  const said = title ? inOneLine(titleOfFile(title.slice(0, LONGEST_TITLE)), words) : '';
  return said === '' ? [] : [said];
}

function spoken({ kind, count, titles, isShown }: Things, words: Phrases): string {
  const where = isShown ? words.say('media.where') : '';
  const [title] = titles;
  if (count > 1) return several({ kind, count, titles, isShown }, where, words);
  if (title === undefined) return words.say(`media.${kind}`, { values: { where } });
  return closed(words.say(`media.${kind}`, { context: 'titled', values: { where, title } }));
}

function several({ kind, count, titles }: Things, where: string, words: Phrases): string {
  const list = words.listed(
    titles.map((title) => title.replace(END, '')),
    'and',
  );
  const things = words.counted(`media.${kind}_several`, count, { values: { where } });
  const said = titles.length === 0 ? things : words.say('media.titles', { values: { things, titles: list } });
  return closed(sentenceCase(said, words));
}
