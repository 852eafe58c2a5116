import { LONGEST_TEXT, lengthOf, type Message } from '../conversation/message';
import { formFields } from './input-request';
import { readText } from './markup';
import type { Phrases } from './phrases';
import type { Link } from './text-builder';
import { shownUrl, urlsIn } from './urls';

/** A card of the Alexa app: plain text, together at most 8,000 characters. */
export interface CardText {
  readonly title: string;
  readonly text: string;
}

const CARD_LIMIT = 8000;
const LONGEST_WORDS = 100;
const LONGEST_FORM = 1000;
const LONGEST_CODE = 3000;
/** Texts without any of these hold nothing that could be opened. */
const MAY_LINK = /\/\/|www\.|\.[a-z]+\/|\]\(|href|<[a-z]+:/i;

/**
 * The addresses that the messages hold, each with the words it goes by, and what their forms ask for; `undefined` where
 * there is neither.
 */
export function cardOf(messages: readonly Message[], words: Phrases, name?: string): CardText | undefined {
  const title = tidy(name ?? '') || words.say('card.title');
  const lines: string[] = [];
  const known = new Set<string>();
  let left = CARD_LIMIT - title.length;
  for (const { label, content } of read(messages).flatMap((message) => entriesOf(message, words))) {
    if (known.has(content)) continue;
    known.add(content);
    const line = label ? `${label}: ${content}` : content;
    // An address is of no use in part: a shorter one may still fit.
    if (line.length + 1 > left) continue;
    left -= line.length + 1;
    lines.push(line);
  }
  return lines.length === 0 ? undefined : { title, text: lines.join('\n') };
}

/** Those that are read out, as far as they are: what is too long to be said is too long to be searched. */
function read(messages: readonly Message[]): readonly Message[] {
  let left = LONGEST_TEXT;
  return messages.filter((message) => {
    const isRead = left > 0;
    left -= lengthOf(message);
    return isRead;
  });
}

function entriesOf(message: Message, words: Phrases): { readonly label: string; readonly content: string }[] {
  const code = codeIn(message.text).map((content) => ({ label: words.say('card.code'), content }));
  const addresses = linksOf(message, words).flatMap((link) => {
    const content = shownUrl(link.url);
    return content ? [{ label: tidy(link.words), content }] : [];
  });
  const fields =
    message.inputRequest?.kind === 'form' ? tidy(formFields(message.inputRequest, words).join(', '), LONGEST_FORM) : '';
  const form = fields ? [{ label: words.say('card.form'), content: fields }] : [];
  return [...addresses, ...code, ...form];
}

function linksOf({ text, media, cards }: Message, words: Phrases): Link[] {
  return [
    ...linksIn(text),
    ...media.flatMap(({ url, title, kind }) => (url ? [{ url, words: title || words.say(`card.${kind}`) }] : [])),
    ...cards.flatMap(({ title, text, imageUrl }) => [
      ...linksIn(title),
      ...linksIn(text),
      ...(imageUrl ? [{ url: imageUrl, words: title || words.say('card.image') }] : []),
    ]),
  ];
}

function linksIn(text: string | undefined): Link[] {
  if (!text || !MAY_LINK.test(text)) return [];
  const { paragraphs, links } = readText(text);
  const bare = paragraphs.flat().flatMap(urlsIn);
  // An address that is its own words is found in the lines, without what only looks like a part of it.
  const named = links.filter(({ words }) => urlsIn(words).length === 0);
  return [...named, ...bare.map((url) => ({ url, words: '' }))];
}

/** The code that a text holds, in its own lines. */
function codeIn(text: string | undefined): string[] {
  if (!text || !/```|~~~/.test(text)) return [];
  const lines = (code: string) => code.split('\n').map((line) => line.replace(/[\p{C}]+/gu, ' ').trimEnd());
  return readText(text).code.map((code) => lines(code).join('\n').slice(0, LONGEST_CODE));
}

/** Without control characters and the like, on one line, and not longer than a card's line should be. */
function tidy(words: string, longest = LONGEST_WORDS): string {
  return [...words.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, longest).join('');
}
