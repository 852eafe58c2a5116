import { isShort, ofText } from '../conversation/answers/kept';
import { type Card, LONGEST_TEXT, lengthOf, type Message } from '../conversation/message';
import { areShort, shortCards } from './carousel';
import { spokenInputRequest } from './input-request';
import { closed } from './line/punctuation';
import { createListing } from './list-marking';
import { withoutListing } from './listing-marks';
import { readText } from './markup';
import { spokenMedia } from './media';
import { secondsOf } from './pace';
import type { Phrases } from './phrases';
import { type Shape, shapeOf } from './shape';
import { placeholdersIn } from './source';
import { spokenForm } from './spoken-form';
import { emojisOf, isDrawn, type SpokenLine, sentenceCase, speaking } from './spoken-text';
import { atOnce, type Steps } from './steps';
import type { ParsedText } from './text-builder';
import { picturesAlone, readingOf, textOf } from './texts';

export interface SayingOptions {
  /** Told what a template was not filled with: identifiers of the bot's. */
  readonly onUnfilled: (names: readonly string[]) => void;
  /** Of a table or list that takes more seconds to say it is told what it is before it is begun. */
  readonly longest: number;
}

/** Makes the function that makes paragraphs that can be said of a message, as `Voice.paragraphs` has them, step by step. */
export function createSaying(words: Phrases, { onUnfilled, longest }: SayingOptions) {
  /** What was made of the messages that were read whole. */
  const whole = new WeakMap<Message, readonly string[]>();
  const sayingShort = ofText((text) => atOnce(sayingText(readText(text), words)));
  const unfilledIn = ofText(placeholdersIn);

  function* sayingAnew(message: Message, room: number): Steps<readonly string[]> {
    const { text, media, cards, choices, inputRequest } = message;
    const labels = [...choices, ...cards.flatMap((card) => card.choices)].map(({ label }) => label);
    const unfilled = unfilledIn([text, ...cards.flatMap((card) => [card.title, card.text]), ...labels].join('\n'));
    if (unfilled.length > 0) onUnfilled(unfilled);
    const asked = inputRequest && spokenInputRequest(inputRequest, words);
    const reading: Reading = { message, left: room, sayingShort, words };
    const said = yield* readNext(reading, text);
    const each: (readonly string[])[] = [];
    for (const card of cards) each.push(yield* sayingCard(card, reading));
    const ofCards = areShort(cards, words) ? [...shortCards(each, words), words.say('text.cards')] : each.flat();
    const paragraphs = [
      ...(text !== undefined && isLonger(said, longest, words) ? withShape(said, text, words) : said),
      ...ofCards,
      // Behind the cards, as what opens from them is heard of only then.
      ...spokenMedia(media, words),
      // Last: where the bot asks for something, its message ends with it.
      ...(asked ? [asked] : []),
    ];
    // It answered, even where what it drew has no name.
    const isSilent = paragraphs.length === 0 && choices.length === 0;
    const isMute = isSilent && room >= 0 && text !== undefined && isDrawn(textOf(message, text));
    return isMute && words.emoji.unnamed !== '' ? [sentence(words.emoji.unnamed, words)] : paragraphs;
  }

  return function* saying(message: Message, room = LONGEST_TEXT): Steps<readonly string[]> {
    const isWhole = lengthOf(message) <= room;
    const paragraphs = (isWhole && whole.get(message)) || (yield* sayingAnew(message, room));
    if (isWhole) whole.set(message, paragraphs);
    return paragraphs;
  };
}

/** The texts of a message, of which one after the other is read. */
interface Reading {
  readonly message: Message;
  /** How many more characters are read. */
  left: number;
  readonly sayingShort: (text: string) => readonly string[];
  readonly words: Phrases;
}

/** Says the next text if there is room for it; the one that is cut ends with a word on that. */
function* readNext(reading: Reading, text: string | undefined): Steps<readonly string[]> {
  const { message, left, sayingShort, words } = reading;
  if (!text || left < 0) return [];
  const read = text.slice(0, left);
  const said = isShort(read) ? sayingShort(read) : yield* sayingText(yield* readingOf(message, read), words);
  reading.left -= text.length;
  return reading.left < 0 ? [...said, words.say('text.too-long')] : said;
}

function* sayingText(text: ParsedText, words: Phrases): Steps<readonly string[]> {
  const pictures = picturesAlone(text).map(({ url }) => ({ kind: 'image', url }) as const);
  if (pictures.length > 0) return spokenMedia(pictures, words);
  const said: string[] = [];
  const listed = createListing(words);
  const paragraphs = yield* speaking(text, words);
  for (const [index, lines] of paragraphs.entries()) {
    const ofParagraph: string[] = [];
    for (const [at, line] of lines.entries()) {
      yield;
      const next = lines[at + 1] ?? paragraphs[index + 1]?.[0];
      const form = spokenForm(line.said, words);
      if (form !== '')
        ofParagraph.push(
          listed(closed(form), { isEntry: line.isEntry, entry: next && isItem(next) ? next.said : undefined }),
        );
    }
    if (ofParagraph.length > 0) said.push(ofParagraph.join(' '));
  }
  const names = said.length === 0 ? emojisOf(text, words) : '';
  return names === '' ? said : [sentence(names, words)];
}

/** The number of an item in a list. */
const NUMBERED = /^\p{Nd}{1,2}[.)．）] ?\S/u;

function isItem({ said, isEntry }: SpokenLine): boolean {
  return isEntry || NUMBERED.test(said);
}

function* sayingCard({ title, text, imageUrl }: Card, reading: Reading): Steps<readonly string[]> {
  const name = yield* readNext(reading, title);
  const about = yield* readNext(reading, text);
  // One thing, and what it is: without the pause that stands between two.
  const isOne = name.length === 1 && about.length === 1;
  const said = isOne ? [`${name[0]} ${about[0]}`] : [...name, ...about];
  return said.length === 0 && imageUrl ? spokenMedia([{ kind: 'image', url: imageUrl }], reading.words) : said;
}

function isLonger(said: readonly string[], seconds: number, { pace }: Phrases): boolean {
  let left = seconds;
  return said.some((paragraph) => {
    left -= secondsOf(paragraph, pace);
    return left < 0;
  });
}

/** A table or list is told of before it is begun. */
function withShape(said: readonly string[], text: string, words: Phrases): readonly string[] {
  const shape = shapeOf(text.slice(0, LONGEST_TEXT), words);
  return shape ? introducedBy(shape, said) : said;
}

function introducedBy({ said, before = '' }: Shape, paragraphs: readonly string[]): readonly string[] {
  const at = before === '' ? -1 : paragraphs.findIndex((paragraph) => withoutListing(paragraph).startsWith(before));
  return paragraphs.toSpliced(Math.max(at, 0), 0, said);
}

function sentence(said: string, words: Phrases): string {
  return closed(sentenceCase(said, words));
}
