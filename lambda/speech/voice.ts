import { ofText } from '../conversation/answers/kept';
import type { Sender } from '../conversation/message';
import type { Introduction, Voice } from '../conversation/ports/voice';
import { asked, handsOver, isFarewell, offersMore } from './asking';
import { cardOf } from './card';
import { headingsIn } from './headings';
import { leaves } from './leaving';
import { withoutMarks } from './marks';
import { readText } from './markup';
import { memoize } from './memoize';
import { menuPatterns } from './menu-patterns';
import { secondsOf } from './pace';
import { type Phrases, phrases } from './phrases';
import { answersOf, command, number } from './recognition';
import { createSaying } from './saying';
import { sentences } from './sentences';
import { withoutSignals } from './signals';
import { spokenEmoji, spokenName } from './spoken-text';
import { atOnce, inSlices } from './steps';
import { spokenUnread } from './unread-messages';
import { voicedCost } from './voiced';

/** A label is to be said in one breath, and the name of whoever speaks in less. */
const LONGEST_LABEL = 120;
const LONGEST_SENDER = 60;
/** Instead of a name: nothing that can be said. */
const ADDRESS = /^\s*(?:https?:\/\/|www\.)\S+\s*$/i;

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
  const seconds = ofText((said) => secondsOf(said, words.pace));
  const labelName = ofText((label) => spokenName(label, LONGEST_LABEL, words));
  const saying = createSaying(words, { onUnfilled, longest: pageSeconds * 1.25 });
  return {
    paragraphs: (message, room) => atOnce(saying(message, room)),
    read: (message, room) => inSlices(saying(message, room)),
    lines: ofText((text) =>
      readText(text)
        .paragraphs.flat()
        .map((line) => withoutSignals(withoutMarks(line)).trim())
        .filter((line) => line !== ''),
    ),
    label({ label }, position, card) {
      const said =
        (ADDRESS.test(label) ? '' : labelName(label)) ||
        spokenEmoji(label, words) ||
        words.say('offer.option', { values: { number: position + 1 } });
      const of = card === undefined ? '' : spokenName(card, LONGEST_LABEL, words);
      return of === '' ? said : words.say('offer.of-card', { values: { label: said, card: of } });
    },
    menu: menuPatterns(words),
    question: (question, guess = '') => words.all(`question.${question}`, { label: guess }),
    introduce: (introduction) => introduced(introduction, words),
    cost: ofText((text) => voicedCost(text, words)),
    seconds,
    pageSeconds,
    shows: (messages) => cardOf(messages, words) !== undefined,
    headings: ({ text, cards }) =>
      [text, ...cards.map((card) => card.text)].flatMap((source) => (source ? headingsIn(source, words) : [])),
    sentences: (text) => sentences(text, locale),
    asked: ofText((text) => asked(text, words)),
    offersMore: ofText((text) => offersMore(text, words)),
    handsOver: ofText((text) => handsOver(text, words)),
    isFarewell: ofText((text) => isFarewell(text, words)),
    command: (said) => (own.has(said.trim().toLocaleLowerCase(locale)) ? undefined : command(said, words)),
    greets: greeting !== undefined,
    leaves: (option) => leaves(option, words),
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
