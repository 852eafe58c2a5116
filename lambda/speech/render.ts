import type { Phrase, Reply, SpokenOffer } from '../conversation/reply';
import { type CardText, cardOf } from './card';
import { namedCards } from './carousel';
import { toldOnceWhere, whereShown } from './in-app';
import { withThingsCounted } from './media';
import { memoize } from './memoize';
import { closingWith, pointingBack } from './offers';
import { type PhraseOptions, type Phrases, phrases } from './phrases';
import { type Pronunciation, pronounceBy } from './pronunciations';
import { clip, cost, PAUSE_COST, SPEECH_ROOM, toSsml } from './ssml';
import { voiced } from './voiced';

/** What Alexa is given to say. */
export interface Spoken {
  /** Complete SSML, at most 8,000 characters. */
  readonly ssml: string;
  /** Said when the user stays silent; complete SSML. Absent: the session ends. */
  readonly reprompt?: string;
  /** What a voice cannot carry, for the Alexa app: plain text. */
  readonly card?: CardText;
}

export interface RenderOptions {
  /** As Alexa sends it: `en-US`. */
  readonly locale: string;
  /** What the business says of itself. */
  readonly business?: RenderedBusiness;
}

/** What is said before the end of a reply, at its end, and when the user stays silent. */
interface Ending {
  readonly said: readonly string[];
  readonly closing: readonly string[];
  readonly reprompt?: readonly string[];
}

/** What a business says of itself in the locale. */
export interface RenderedBusiness {
  readonly name?: string;
  readonly greeting?: string;
  /** What can be said. */
  readonly hints: readonly string[];
  /** How its names are said. */
  readonly pronunciations?: readonly Pronunciation[];
}

const NAMELESS: RenderedBusiness = { hints: [] };

/** Of each business and locale there is one list. */
const pronounceOf = memoize(pronounceBy);

const NO_CHOICES: SpokenOffer = { labels: [], more: false };

/** Longer texts ask for nothing, or are too long to be heard twice. */
const LONGEST_REQUEST = 300;

/**
 * The speech of a reply. Whatever the reply holds, Alexa accepts the result: what does not fit into 8,000 characters is
 * left out, so a caller who wants all of it heard hands on no more than that.
 */
export function render(reply: Reply, { locale, business = NAMELESS }: RenderOptions): Spoken {
  const words = phrases(locale);
  const { name, pronunciations } = business;
  const pronounce = pronunciations ? pronounceOf(pronunciations) : (ssml: string) => ssml;
  const paragraphs = reply.parts
    .map((part) => ('text' in part ? part.text : ownPhrase(part.phrase, business, words, reply.turn)))
    .filter((text) => text.trim() !== '');
  const card = cardOf(reply.messages, words, { name, isCut: reply.question === 'go-on' });
  const { said, closing, reprompt } = ending(reply, paragraphs, words);
  const shown = card ? whereShown(reply.messages, [...said, ...closing], words) : [];
  const ordered = closing.length > 0 ? [...said, ...shown] : beforeEnd(shown, said, reply.asking);
  const body = withAskingBehind(toldOnceWhere(withThingsCounted(ordered, words), reply.asking, words), reply, words);

  const space = reply.pause ? SPEECH_ROOM - PAUSE_COST : SPEECH_ROOM;
  const tail = clip(
    closing.map((text) => voiced(text, words)),
    space,
    locale,
  );
  const room = tail.reduce((left, text) => left - cost(text), space);
  const read = clip(
    body.map((text) => voiced(text, words)),
    room,
    locale,
  );
  const again = reprompt?.map((text) => voiced(text, words));
  return {
    ssml: pronounce(toSsml([...read, ...tail], reply.pause)),
    ...(again && { reprompt: pronounce(toSsml(clip(again, SPEECH_ROOM, locale))) }),
    ...(card && { card }),
  };
}

/** How many things that can be said are said where the user comes for the first time, and where help is wanted. */
const HINTS = { welcome: 2, help: 3 } as const;

/** A phrase of ours, with what the business says of itself in it. */
function ownPhrase(phrase: Phrase, { name, greeting, hints }: RenderedBusiness, words: Phrases, turn: number): string {
  const named: PhraseOptions = name ? { context: 'named', values: { name } } : {};
  const said = words.say(phrase, { turn, ...named });
  if (phrase === 'greeting') return greeting ?? said;
  if (phrase === 'welcome') return joined(greeting ?? said, hinted(hints.slice(0, HINTS.welcome), words));
  return phrase === 'help' || phrase === 'help-answer' ? joined(said, hinted(hints.slice(0, HINTS.help), words)) : said;
}

function hinted(hints: readonly string[], words: Phrases): string {
  return hints.length === 0 ? '' : words.say('hints', { values: { hints: words.listed(hints, 'or') } });
}

/** What is offered and asked at the end, and what is said if the user stays silent. */
function ending(
  { offer, asking, guess, about, question, turn, messages, asked = turn }: Reply,
  said: readonly string[],
  words: Phrases,
): Ending {
  switch (question) {
    case undefined:
      return { said, closing: [] };
    case 'bot':
      return { said, closing: [], reprompt: [asking ?? lastRequest(said) ?? words.say('reprompt.what', { turn })] };
    case 'choices': {
      // What the bot asks is said with its choices.
      const before = without(asking, said);
      const end = closingWith(offer ?? NO_CHOICES, { asking, before: before.at(-1) }, words, turn);
      const names = offer?.isOfEach ? namedCards(messages, words) : [];
      return { said: before, ...end, reprompt: [...names, ...end.reprompt] };
    }
    case 'anything-else':
      // The bot has said so itself.
      if (asking !== undefined) return { said, closing: [], reprompt: [asking] };
      return {
        said,
        closing: [words.say('question.anything-else', { turn: asked })],
        reprompt: [words.say('reprompt.anything-else', { turn })],
      };
    case 'confirm-choice': {
      const values = { label: guess ?? '' };
      return {
        said,
        closing: [words.say('question.confirm-choice', { turn, values })],
        reprompt: [words.say('reprompt.confirm-choice', { turn, values })],
      };
    }
    case 'go-on': {
      const topic: PhraseOptions = about === undefined ? {} : { context: 'about', values: { about } };
      return {
        said,
        closing: [words.say('question.go-on', { turn, ...topic })],
        reprompt: [words.say('reprompt.go-on', { turn })],
      };
    }
    case 'check':
    case 'next-message':
    case 'answer-person':
    case 'reply':
    case 'delete-all':
    case 'forget-me':
    case 'person':
    case 'what':
      return {
        said,
        closing: [words.say(`question.${question}`, { turn })],
        reprompt: [words.say(`reprompt.${question}`, { turn })],
      };
  }
}

/** A list that counts. */
const COUNTED = /(?:^|\s)[1١१１](?:[.)] |[．）、]).*\s[2٢२２](?:[.)] |[．）、])/su;

/** What the bot asks is said behind all else, and so behind a list that it may say to follow. */
function withAskingBehind(said: readonly string[], { asking, question }: Reply, words: Phrases): readonly string[] {
  const last = said.at(-1);
  if (question !== 'bot' || asking === undefined || last !== asking) return said;
  if (!COUNTED.test(said.slice(0, -1).join('\n'))) return said;
  return [...said.slice(0, -1), pointingBack(asking, words)];
}

/** What is said before the sentences with which it ends. */
function without(ending: string | undefined, said: readonly string[]): readonly string[] {
  const last = said.at(-1);
  if (ending === undefined || !last?.endsWith(ending)) return said;
  const before = last.slice(0, -ending.length).trim();
  return [...said.slice(0, -1), ...(before === '' ? [] : [before])];
}

/** Sentences of ours before that with which the bot ends what it says: its question, or its goodbye. */
function beforeEnd(ours: readonly string[], said: readonly string[], asking: string | undefined): readonly string[] {
  if (ours.length === 0) return said;
  const end = asking ?? (said.length > 1 ? said.at(-1) : undefined);
  return end === undefined ? [...said, ...ours] : [...behind(without(end, said), ours), end];
}

/** Sentences of ours behind others, but not behind one that leads to what follows: "Rosa says:" */
function behind(said: readonly string[], ours: readonly string[]): readonly string[] {
  const leads = /[:：]$/.test(said.at(-1) ?? '');
  return leads ? [...said.slice(0, -1), ...ours, ...said.slice(-1)] : [...said, ...ours];
}

/** What asks without a question mark and is not known to, such as the request of a message that older versions stored. */
function lastRequest(said: readonly string[]): string | undefined {
  const request = said.at(-1)?.trim();
  return request && request.length <= LONGEST_REQUEST ? request : undefined;
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
