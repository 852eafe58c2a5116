import { isWord, kept } from '../conversation/answers/kept';
import type { Written } from '../languages/written';
import { withNamedColumns } from './columns';
import { emojiNames, holdsEmoji } from './emoji/names';
import type { Substitutes } from './line/links';
import { separatorBehind } from './line/punctuation';
import { speakable } from './line/speakable';
import { withoutMarks } from './marks';
import { readText } from './markup';
import { memoize } from './memoize';
import type { Phrases } from './phrases';
import { piecesOf } from './pieces';
import { PUNCTUATION_MARKS } from './sentence-marks';
import { atOnce, type Steps } from './steps';
import type { ParsedText } from './text-builder';
import { beginningOf, lastWordEnd } from './word-ends';
import { wordingOf } from './written';
import { anyOf, listOf } from './written/rules';

/** With its markup. */
const LONGEST_NAME = 2000;
const TRAILING_PUNCTUATION = new RegExp(`(?<![${PUNCTUATION_MARKS} ])[${PUNCTUATION_MARKS} ]+$`, 'u');

function leadsOf({ leads }: Written): RegExp {
  return new RegExp(`(?<!\\p{L})${anyOf(listOf(leads))}[^\\p{L}\\p{N}]*$`, 'iu');
}

const substitutesOf = memoize(
  (words: Phrases): Substitutes => ({
    and: words.say('text.and'),
    link: words.say('text.link'),
    loneLink: words.say('text.lone-link'),
    ...(words.written.leads && { leads: leadsOf(words.written) }),
  }),
);

/** The number of an item in a list, and emoji that are all of the item: "1. ⭐ 2. ⭐⭐". */
const DRAWN_ITEM =
  /((?<=^|[\s,;(]|(?<!\d):)\d{1,2}(?:[.):=]|\p{Variation_Selector}?\u20E3)\s*)((?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Variation_Selector}|☆|\u200D|\s)+)(?=$|\d)/gu;

/** So many lines of a text are kept as they are said. */
const MOST_LINES = 500;

/** Paragraphs of lines that can be said; none of them is empty. */
export function speakableLines(text: string, words: Phrases): string[][] {
  return atOnce(speaking(readText(text), words)).map((lines) => lines.map(({ said }) => said));
}

/** A line as it can be said. */
export interface SpokenLine {
  readonly said: string;
  /** Of a list without numbers. */
  readonly isEntry: boolean;
}

/** The same of a text that was read, a line in each step. */
export function* speaking({ paragraphs, entries }: ParsedText, words: Phrases): Steps<SpokenLine[][]> {
  const spoken = {
    substitutes: substitutesOf(words),
    language: words.language,
    wording: wordingOf(paragraphs.map((lines) => lines.join('\n')).join('\n'), words),
  };
  const said: SpokenLine[][] = [];
  // A text of thousands of lines says the same again and again.
  const sayable = kept((line: string) => speakable(withItemsNamed(line, words), spoken), MOST_LINES, isWord);
  for (const lines of paragraphs) {
    const speakableOnes: SpokenLine[] = [];
    for (const line of withNamedColumns(lines).flatMap(piecesOf)) {
      yield;
      const one = sayable(line);
      if (one !== '') speakableOnes.push({ said: one, isEntry: entries.has(line) });
    }
    if (speakableOnes.length > 0) said.push(speakableOnes);
  }
  return said;
}

function withItemsNamed(line: string, words: Phrases): string {
  if (!/\d/.test(line) || !holdsEmoji(line)) return line;
  // The day at the end of a sentence is no item: "by Mar 12. 📦".
  const items = line.match(DRAWN_ITEM) ?? [];
  if (items.length === 1 && !/^\P{L}*$/u.test(line.slice(0, line.indexOf(items[0] ?? '')))) return line;
  return line.replace(DRAWN_ITEM, (item, number: string, drawn: string) => {
    const names = emojiNames(drawn, words).join(words.say('list.comma'));
    return names === '' ? item : `${number}${names} `;
  });
}

/** What a text without a word says by its emoji; with words beside them they are only drawings. Empty where none has a name. */
export function spokenEmoji(text: string, words: Phrases): string {
  return emojisOf(readText(text), words);
}

/** The same of a text that was read. */
export function emojisOf(text: ParsedText, words: Phrases): string {
  return emojiNames(drawnIn(text), words).join(words.say('list.comma'));
}

/** Whether there are emoji in a text, named or not. */
export function isDrawn(text: ParsedText): boolean {
  return holdsEmoji(drawnIn(text));
}

function drawnIn({ paragraphs }: ParsedText): string {
  return paragraphs.flat().join(' ');
}

/** A text as the beginning of a sentence. */
export function sentenceCase(text: string, { language }: Phrases): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
}

/** All of a text that can be said, as one line; empty where there is nothing to say. */
export function inOneLine(text: string, words: Phrases): string {
  const lines = speakableLines(text, words)
    .flat()
    .map((line) => withoutMarks(line).replace(/ +/g, ' ').trim());
  return lines.reduce((said, line) => (said === '' ? line : said + separatorBehind(said) + line), '');
}

/**
 * What a vendor calls a thing or a person, as it can stand within a sentence of ours: at most `longest` characters, cut
 * at a word, and without punctuation at the end. Empty where there is nothing to say.
 */
export function spokenName(name: string, longest: number, words: Phrases): string {
  return shortened(inOneLine(name.slice(0, LONGEST_NAME), words), longest).replace(TRAILING_PUNCTUATION, '');
}

function shortened(name: string, longest: number): string {
  if (name.length <= longest) return name;
  const { length } = [...name].slice(0, longest).join('');
  const end = lastWordEnd(name, length);
  return end > 0 ? name.slice(0, end).trimEnd() : beginningOf(name, length);
}
