import { type Card, LONGEST_TEXT, type Sender } from '../conversation/message';
import type { Introduction, Voice } from '../conversation/ports/voice';
import { asked, handsOver, isFarewell, offersMore } from './asking';
import { cardOf } from './card';
import { headingsIn } from './headings';
import { spokenInputRequest } from './input-request';
import { closed } from './line/punctuation';
import { withoutMarks } from './marks';
import { readText } from './markup';
import { spokenMedia } from './media';
import { memoize } from './memoize';
import { menuPatterns } from './menu-patterns';
import { secondsOf } from './pace';
import { type Phrases, phrases } from './phrases';
import { answersOf, command, isCancel, number } from './recognition';
import { sentences } from './sentences';
import { type Shape, shapeOf } from './shape';
import { withoutSignals } from './signals';
import { placeholdersIn } from './source';
import { spokenForm } from './spoken-form';
import { isDrawn, sentenceCase, speakableLines, spokenEmoji, spokenName } from './spoken-text';
import { spokenUnread } from './unread-messages';
import { voicedCost } from './voiced';

/** A label is to be said in one breath, and the name of whoever speaks in less. */
const LONGEST_LABEL = 120;
const LONGEST_SENDER = 60;

/** What a business has of its own in a locale, as far as it changes how it is spoken with. */
export interface OwnWords {
  /** Said to a new user. */
  readonly greeting?: string;
  /** Whole utterances that are for the bot, although they may be commands of ours. */
  readonly topics: readonly string[];
}

export interface VoiceOptions {
  /** By locale. Default: nothing. */
  readonly own?: (locale: string) => OwnWords;
  /** Told what a template was not filled with: identifiers of the bot's. */
  readonly onUnfilled?: (names: readonly string[]) => void;
  /** For how long a reply is listened to at once. Default: 40 seconds. */
  readonly pageSeconds?: number;
}

const PAGE_SECONDS = 40;

const NOTHING_OWN: OwnWords = { topics: [] };

/**
 * Makes the voices that turn what bots send into what can be said in a locale, and what users say into what they mean. Each
 * is made once.
 */
export function voicesOf({
  own = () => NOTHING_OWN,
  onUnfilled = () => {},
  pageSeconds = PAGE_SECONDS,
}: VoiceOptions = {}): (locale: string) => Voice {
  return memoize((locale) => createVoice(locale, own(locale), { onUnfilled, pageSeconds }));
}

/** Voices of no business. */
export const voiceFor = voicesOf();

function createVoice(
  locale: string,
  { greeting, topics }: OwnWords,
  { onUnfilled, pageSeconds }: Required<Omit<VoiceOptions, 'own'>>,
): Voice {
  const words = phrases(locale);
  const own = new Set(topics);
  const seconds = (said: string) => secondsOf(said, words.pace);
  /** A table or list that fills more than a page is told of before it is begun. */
  const withShape = (said: readonly string[], text: string | undefined): readonly string[] => {
    const isLong = said.reduce((sum, paragraph) => sum + seconds(paragraph), 0) > pageSeconds * 1.25;
    const shape = isLong && text !== undefined ? shapeOf(text.slice(0, LONGEST_TEXT), words) : undefined;
    return shape ? introducedBy(shape, said) : said;
  };
  return {
    paragraphs({ text, media, cards, choices, inputRequest }, room = LONGEST_TEXT) {
      const unfilled = placeholdersIn([text, ...cards.flatMap((card) => [card.title, card.text])].join('\n'));
      if (unfilled.length > 0) onUnfilled(unfilled);
      const asked = inputRequest && spokenInputRequest(inputRequest, words);
      const read = createReader(room, words);
      const paragraphs = [
        ...withShape(read(text), text),
        ...cards.flatMap((card) => spokenCard(card, read, words)),
        // Behind the cards, as what opens from them is heard of only then.
        ...spokenMedia(media, words),
        // Last: where the bot asks for something, its message ends with it.
        ...(asked ? [asked] : []),
      ];
      // It answered, even where what it drew has no name.
      const isSilent = paragraphs.length === 0 && choices.length === 0;
      const isMute = isSilent && room >= 0 && text !== undefined && isDrawn(text);
      return isMute ? [sentence(words.emoji.unnamed, words)] : paragraphs;
    },
    lines: (text) =>
      readText(text)
        .paragraphs.flat()
        .map((line) => withoutSignals(withoutMarks(line)).trim())
        .filter((line) => line !== ''),
    label({ label }, position, card) {
      const said =
        spokenName(label, LONGEST_LABEL, words) ||
        spokenEmoji(label, words) ||
        words.say('offer.option', { values: { number: position + 1 } });
      const of = card === undefined ? '' : spokenName(card, LONGEST_LABEL, words);
      return of === '' ? said : words.say('offer.of-card', { values: { label: said, card: of } });
    },
    menu: menuPatterns(words.understood.menu),
    question: (question, guess = '') => words.all(`question.${question}`, { label: guess }),
    introduce: (introduction) => introduced(introduction, words),
    cost: (text) => voicedCost(text, words),
    seconds,
    pageSeconds,
    shows: (messages) => cardOf(messages, words) !== undefined,
    headings: ({ text, cards }) =>
      [text, ...cards.map((card) => card.text)].flatMap((source) => (source ? headingsIn(source, words) : [])),
    sentences: (text) => sentences(text, locale),
    asked: (text) => asked(text, words),
    offersMore: (text) => offersMore(text, words),
    handsOver: (text) => handsOver(text, words),
    isFarewell: (text) => isFarewell(text, words),
    command: (said) => (own.has(said.trim().toLocaleLowerCase(locale)) ? undefined : command(said, words)),
    greets: greeting !== undefined,
    isCancel: (label) => isCancel(label, words),
    word: (which) => words.understood.commands[which][0] ?? which,
    get answers() {
      return answersOf(words);
    },
    number: (said) => number(said, words),
  };
}

function introduced(introduction: Introduction, words: Phrases): string {
  switch (introduction.kind) {
    case 'from':
      return attribution(introduction.sender, words);
    case 'unread':
      return spokenUnread(introduction.senders, introduction.more, words);
    case 'late':
    case 'more':
    case 'unsure':
    case 'now':
    case 'again':
    case 'back':
      return words.say(`introduction.${introduction.kind}`);
  }
}

function attribution({ kind, name }: Sender, words: Phrases): string {
  const said = name && spokenName(name, LONGEST_SENDER, words);
  return words.say(`introduction.${kind}`, said ? { context: 'named', values: { name: said } } : {});
}

/** Says one text after the other until there is no more room; the one that is cut ends with a word on that. */
function createReader(room: number, words: Phrases): (text: string | undefined) => string[] {
  let left = room;
  return (text) => {
    if (!text || left < 0) return [];
    const said = spoken(text.slice(0, left), words);
    left -= text.length;
    return left < 0 ? [...said, words.say('text.too-long')] : said;
  };
}

function spoken(text: string, words: Phrases): string[] {
  const lines = speakableLines(text, words)
    .map((lines) => lines.map((line) => spokenForm(line, words)).filter((line) => line !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(closed).join(' '));
  const names = lines.length === 0 ? spokenEmoji(text, words) : '';
  return names === '' ? lines : [sentence(names, words)];
}

function introducedBy({ said, before = '' }: Shape, paragraphs: readonly string[]): readonly string[] {
  const at = before === '' ? -1 : paragraphs.findIndex((paragraph) => paragraph.startsWith(before));
  return paragraphs.toSpliced(Math.max(at, 0), 0, said);
}

function sentence(said: string, words: Phrases): string {
  return closed(sentenceCase(said, words));
}

function spokenCard({ title, text, imageUrl }: Card, read: (text?: string) => string[], words: Phrases): string[] {
  const [name, about] = [read(title), read(text)];
  // One thing, and what it is: without the pause that stands between two.
  const isOne = name.length === 1 && about.length === 1;
  const said = isOne ? [`${name[0]} ${about[0]}`] : [...name, ...about];
  return said.length === 0 && imageUrl ? spokenMedia([{ kind: 'image', url: imageUrl }], words) : said;
}
