import type { Card, Media } from '../conversation/message';
import type { Voice } from '../conversation/voice';
import { LONGEST_TEXT, readText } from './markup';
import { memo } from './memo';
import { type Phrases, phrases } from './phrases';
import { sentences } from './sentences';
import { closed, type Substitutes, speakable } from './speakable';
import { cost } from './ssml';
import { command, ordinal } from './understanding';

/** A label is to be said in one breath. */
const LONGEST_LABEL = 120;
const TRAILING_PUNCTUATION = /(?<![.,!?;:…。！？])[.,!?;:…。！？]+$/u;

/** Turns what bots send into what can be said, and what users say into what they mean. */
export const voice: Voice = {
  paragraphs({ text, media, cards }, locale) {
    const words = phrases(locale);
    return [
      ...spoken(text, words),
      ...media.map((item) => announcement(item, words)),
      ...cards.flatMap((card) => spokenCard(card, words)),
    ];
  },
  label({ label }, position, locale) {
    const words = phrases(locale);
    const said = shortened(inOneLine(label, words)).replace(TRAILING_PUNCTUATION, '');
    return said || words.say('offer.option', { values: { number: position + 1 } });
  },
  cost,
  sentences,
  command,
  word: (which, locale) => phrases(locale).understood.commands[which][0] ?? which,
  ordinal,
};

function spoken(text: string | undefined, words: Phrases): string[] {
  if (!text) return [];
  const paragraphs = speakableLines(text, words).map((lines) => lines.map(closed).join(' '));
  return text.length > LONGEST_TEXT ? [...paragraphs, words.say('text.too-long')] : paragraphs;
}

function announcement({ kind, title }: Pick<Media, 'kind' | 'title'>, words: Phrases): string {
  const said = title && inOneLine(title, words);
  return said
    ? closed(words.say(`media.${kind}`, { context: 'titled', values: { title: said } }))
    : words.say(`media.${kind}`);
}

function spokenCard({ title, text, imageUrl }: Card, words: Phrases): string[] {
  const said = [...spoken(title, words), ...spoken(text, words)];
  return said.length === 0 && imageUrl ? [announcement({ kind: 'image' }, words)] : said;
}

function inOneLine(text: string, words: Phrases): string {
  const lines = speakableLines(text, words).flat();
  return lines.reduce(
    (said, line) => (said === '' ? line : `${said}${/[.,!?;:…]$/.test(said) ? ' ' : ', '}${line}`),
    '',
  );
}

const substitutesOf = memo(
  (words: Phrases): Substitutes => ({
    and: words.say('text.and'),
    link: words.say('text.link'),
    loneLink: words.say('text.lone-link'),
  }),
);

/** Paragraphs of lines that can be said; none of them is empty. */
function speakableLines(text: string, words: Phrases): string[][] {
  const substitutes = substitutesOf(words);
  return readText(text)
    .paragraphs.map((lines) => lines.map((line) => speakable(line, substitutes)).filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
}

function shortened(label: string): string {
  if (label.length <= LONGEST_LABEL) return label;
  const start = [...label].slice(0, LONGEST_LABEL).join('');
  const lastSpace = start.lastIndexOf(' ');
  return lastSpace > 0 ? start.slice(0, lastSpace) : start;
}
