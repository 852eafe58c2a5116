import { type Card, LONGEST_TEXT, lengthOf, type Message } from '../conversation/message';
import type { LinkKind } from '../languages/resource';
import { areShort } from './carousel';
import { formFields } from './input-request';
import type { Phrases } from './phrases';
import { shapeOf } from './shape';
import { inOneLine, speakableLines } from './spoken-text';
import type { Link, ParsedText } from './text-builder';
import { picturesAlone, picturesLedTo, textOf } from './texts';
import { shownUrl, urlsIn, webUrl } from './urls';

/** A card of the Alexa app: plain text, together at most 8,000 characters. */
export interface CardText {
  readonly title: string;
  readonly text: string;
  /** The https address of a picture that it shows. */
  readonly image?: string;
}

export interface CardOptions {
  /** Who speaks, as the title; default: a word for the conversation. */
  readonly name?: string;
  /** Not all was read: tables and lists are shown whole. */
  readonly isCut?: boolean;
}

const CARD_LIMIT = 8000;
/** With its markup, about as much of a table or list as a card has room for. */
const LONGEST_SHAPED = 2 * CARD_LIMIT;
const LONGEST_WORDS = 100;
const LONGEST_FORM = 1000;
const LONGEST_CODE = 3000;
const LONGEST_LINE = 500;
/** Amazon's limit for the address of a picture. */
const LONGEST_IMAGE = 2000;
/** Texts without any of these hold nothing that could be opened. */
const MAY_LINK = /\/\/|www\.|\.[a-z]+\/|\]\(|href|<[a-z]+:/i;

const CODE = /```|~~~/;

/**
 * The addresses that the messages hold, each with the words it goes by, what their forms ask for, and a picture; `undefined`
 * where there is nothing of it.
 */
export function cardOf(
  messages: readonly Message[],
  words: Phrases,
  { name = '', isCut = false }: CardOptions = {},
): CardText | undefined {
  if (!isCut && !messages.some(mayShow)) return undefined;
  const title = tidy(name) || words.say('card.title');
  const image = pictureIn(messages);
  const lines: string[] = [];
  const known = new Set<string>();
  // A picture has its address twice, for a small and a large screen.
  let left = CARD_LIMIT - title.length - 2 * (image ?? '').length;
  for (const { label, content } of read(messages).flatMap((message) => entriesOf(message, words))) {
    if (known.has(content)) continue;
    known.add(content);
    const line = label ? words.say('card.entry', { values: { label, content } }) : content;
    // An address is of no use in part: a shorter one may still fit.
    if (line.length + 1 > left) continue;
    left -= line.length + 1;
    lines.push(line);
  }
  for (const line of isCut ? read(messages).flatMap((message) => shapedLines(message, words)) : []) {
    if (line.length + 1 > left) break;
    left -= line.length + 1;
    lines.push(line);
  }
  return lines.length === 0 ? undefined : { title, text: lines.join('\n'), ...(image !== undefined && { image }) };
}

/** Whether there may be something in it for a card: most messages are plain words. */
function mayShow({ text = '', media, cards, inputRequest }: Message): boolean {
  return media.length + cards.length > 0 || inputRequest?.kind === 'form' || MAY_LINK.test(text) || CODE.test(text);
}

/** The lines of a text that is a table or a list, as they are said. */
function shapedLines({ text = '' }: Message, words: Phrases): readonly string[] {
  if (!shapeOf(text, words)) return [];
  return speakableLines(text.slice(0, LONGEST_SHAPED), words)
    .flat()
    .map((line) => tidy(line, LONGEST_LINE));
}

/** The first picture that a card can show. */
function pictureIn(messages: readonly Message[]): string | undefined {
  const addresses = messages.flatMap((message) => [
    ...message.media.flatMap(({ kind, url }) => (kind === 'image' && url ? [url] : [])),
    ...message.cards.flatMap(({ imageUrl }) => imageUrl ?? []),
    ...picturesIn(message).map(({ url }) => url),
  ]);
  return addresses
    .map((address) => webUrl(address))
    .find((url) => url !== undefined && url.length <= LONGEST_IMAGE && url.startsWith('https:'));
}

/** The pictures in its texts. */
function picturesIn(message: Message): readonly Link[] {
  const texts = [message.text, ...message.cards.flatMap((card) => [card.title, card.text])];
  return texts.flatMap((text) => (text && MAY_LINK.test(text) ? textOf(message, text).images : []));
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
  const code = codeIn(message).map((content) => ({ label: words.say('card.code'), content }));
  const addresses = linksOf(message, words).flatMap((link) => {
    const content = shownUrl(link.url);
    return content ? [{ label: isNamedBy(link.words, content) ? '' : tidy(link.words), content }] : [];
  });
  const fields =
    message.inputRequest?.kind === 'form' ? tidy(formFields(message.inputRequest, words).join(', '), LONGEST_FORM) : '';
  const form = fields ? [{ label: words.say('card.form'), content: fields }] : [];
  const short = areShort(message.cards, words) ? message.cards.flatMap((card) => wholeCard(card, words)) : [];
  return [...short, ...addresses, ...code, ...form];
}

/** Whether the words of a link are its address itself. */
function isNamedBy(words: string, content: string): boolean {
  return words === content || shownUrl(words) === content;
}

/** What is said of a card in part only. */
function wholeCard({ title = '', text = '' }: Card, words: Phrases): readonly { label: string; content: string }[] {
  const content = tidy(inOneLine(`${title}\n${text}`, words), LONGEST_LINE);
  return content === '' ? [] : [{ label: '', content }];
}

function linksOf(message: Message, words: Phrases): Link[] {
  const pictures = message.cards.flatMap(({ title, imageUrl }) =>
    imageUrl ? [{ url: imageUrl, words: shownTitle(message, title) || words.say('card.image') }] : [],
  );
  return [...toldOf(message, words), ...pictures];
}

/** A title without its markup. */
function shownTitle(message: Message, title = ''): string {
  return tidy(textOf(message, title).paragraphs.flat().join(' '));
}

/** What the speech tells of: not the pictures of cards, whose words are read. */
function toldOf(message: Message, words: Phrases): Link[] {
  const { text, media, cards } = message;
  return [
    ...linksIn(message, text),
    ...media.flatMap(({ url, title, kind }) =>
      url ? [{ url, words: shownTitle(message, title) || words.say(`card.${kind}`) }] : [],
    ),
    ...cards.flatMap(({ title, text }) => [...linksIn(message, title), ...linksIn(message, text)]),
  ];
}

/** The links that a card can show and that are heard only as the words they stand behind: what each leads to. */
export function namedLinks(messages: readonly Message[]): readonly LinkKind[] {
  const all = read(messages);
  const told = new Set(
    all.flatMap((message) => [
      ...message.media.map(({ url = '' }) => shownUrl(url)),
      ...picturesOf(message, picturesAlone).map(({ url }) => shownUrl(url)),
    ]),
  );
  const named = all.flatMap((message) => {
    const sources = [message.text, ...message.cards.flatMap((card) => [card.title, card.text])];
    const links = sources.flatMap((source) => linksIn(message, source).filter((link) => link.words !== ''));
    const pictures = new Set(picturesIn(message).map(({ url }) => url));
    return [
      ...links.map(({ url }) => ({ url, kind: pictures.has(url) ? ('image' as const) : kindOf(url) })),
      ...picturesOf(message, picturesLedTo).map(({ url }) => ({ url, kind: 'image' as const })),
    ];
  });
  const shown = new Map(named.map(({ url, kind }) => [shownUrl(url), kind]));
  return [...shown].flatMap(([url, kind]) => (url !== undefined && !told.has(url) ? [kind] : []));
}

/** Some of the pictures in a message's text. */
function picturesOf(message: Message, which: (text: ParsedText) => readonly Link[]): readonly Link[] {
  const { text } = message;
  return text && MAY_LINK.test(text) ? which(textOf(message, text)) : [];
}

/** The name of a picture's file. */
const PICTURE = /^https?:[^?#]*\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#]|$)/i;

function kindOf(url: string): LinkKind {
  if (/^mailto:/i.test(url)) return 'email';
  if (/^(?:tel|sms|callto):/i.test(url)) return 'phone';
  return PICTURE.test(url) ? 'image' : 'link';
}

function linksIn(message: Message, text: string | undefined): Link[] {
  if (!text || !MAY_LINK.test(text)) return [];
  const { paragraphs, links } = textOf(message, text);
  const bare = paragraphs.flat().flatMap(urlsIn);
  // An address that is its own words is found in the lines, without what only looks like a part of it.
  const named = links.filter(({ words }) => urlsIn(words).length === 0);
  return [...named, ...bare.map((url) => ({ url, words: '' }))];
}

/** The code that a text holds, in its own lines. */
function codeIn(message: Message): string[] {
  const { text } = message;
  if (!text || !CODE.test(text)) return [];
  const lines = (code: string) => code.split('\n').map((line) => line.replace(/[\p{C}]+/gu, ' ').trimEnd());
  return textOf(message, text).code.map((code) => lines(code).join('\n').slice(0, LONGEST_CODE));
}

/** Without control characters and the like, on one line, and not longer than a card's line should be. */
function tidy(words: string, longest = LONGEST_WORDS): string {
  return [...words.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, longest).join('');
}
