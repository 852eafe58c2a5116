import type { Phrase, Reply } from '../conversation/reply';
import { type CardText, cardOf } from './card';
import { type PhraseOptions, type Phrases, phrases } from './phrases';
import { sentenceCase } from './spoken-text';
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

/** What a business says of itself in the locale. */
export interface RenderedBusiness {
  readonly name?: string;
  readonly greeting?: string;
  /** What can be said. */
  readonly hints: readonly string[];
}

const NAMELESS: RenderedBusiness = { hints: [] };

/** Longer texts ask for nothing, or are too long to be heard twice. */
const LONGEST_REQUEST = 300;

/**
 * The speech of a reply. Whatever the reply holds, Alexa accepts the result: what does not fit into 8,000 characters is
 * left out, so a caller who wants all of it heard hands on no more than that.
 */
export function render(reply: Reply, { locale, business = NAMELESS }: RenderOptions): Spoken {
  const words = phrases(locale);
  const { name } = business;
  const said = reply.parts
    .map((part) => ('text' in part ? part.text : ownPhrase(part.phrase, business, words, reply.turn)))
    .filter((text) => text.trim() !== '');
  const { closing, reprompt } = ending(reply, said, words);
  const card = cardOf(reply.messages, words, name);

  const space = reply.pause ? SPEECH_ROOM - PAUSE_COST : SPEECH_ROOM;
  const tail = clip([voiced(closing, words)], space, locale);
  const room = tail.reduce((left, text) => left - cost(text), space);
  return {
    ssml: toSsml(
      [
        ...clip(
          said.map((text) => voiced(text, words)),
          room,
          locale,
        ),
        ...tail,
      ],
      reply.pause,
    ),
    ...(reprompt && { reprompt: toSsml(clip([voiced(reprompt, words)], SPEECH_ROOM, locale)) }),
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
  return phrase === 'help' ? joined(said, hinted(hints.slice(0, HINTS.help), words)) : said;
}

function hinted(hints: readonly string[], words: Phrases): string {
  return hints.length === 0 ? '' : words.say('hints', { values: { hints: listOf(hints, false, words) } });
}

/** What is offered and asked at the end, and what is said if the user stays silent. */
function ending(
  { offer, asking, guess, question, turn }: Reply,
  said: readonly string[],
  words: Phrases,
): { closing: string; reprompt?: string } {
  switch (question) {
    case undefined:
      return { closing: '' };
    case 'bot':
      return { closing: '', reprompt: asking ?? lastRequest(said) ?? words.say('reprompt.what', { turn }) };
    case 'choices': {
      // The bot's question and its choices are one: a second question would be another.
      if (offer && (asking !== undefined || offer.asks)) {
        const choices = askedOffer(offer, words);
        return { closing: choices, reprompt: joined(asking ?? '', choices) };
      }
      const offered = offer ? offerOf(offer, words) : '';
      return {
        closing: joined(offered, words.say('question.choices', { turn })),
        reprompt: joined(offered, words.say('question.choices', { turn: turn + 1 })),
      };
    }
    case 'confirm-choice': {
      const values = { label: guess ?? '' };
      return {
        closing: words.say('question.confirm-choice', { turn, values }),
        reprompt: words.say('reprompt.confirm-choice', { turn, values }),
      };
    }
    case 'go-on':
    case 'check':
    case 'next-message':
    case 'answer-person':
    case 'reply':
    case 'delete-all':
    case 'forget-me':
    case 'anything-else':
    case 'what':
      return {
        closing: words.say(`question.${question}`, { turn }),
        reprompt: words.say(`reprompt.${question}`, { turn }),
      };
  }
}

/** The choices behind a question of the bot's, as the end of it. */
function askedOffer({ labels, more }: NonNullable<Reply['offer']>, words: Phrases): string {
  const said = words.say(more ? 'offer.asked-some' : 'offer.asked', {
    values: { labels: listOf(labels, more, words).replace(/[.!?…]+$/u, '') },
  });
  return sentenceCase(said, words);
}

function offerOf({ labels, more }: NonNullable<Reply['offer']>, words: Phrases): string {
  const list = listOf(labels, more, words);
  return list === '' ? '' : words.say(more ? 'offer.some' : 'offer.all', { values: { labels: list } });
}

function listOf(labels: readonly string[], more: boolean, words: Phrases): string {
  const offered = labels.filter((label) => label.trim() !== '');
  const last = offered.at(-1);
  if (last === undefined) return '';
  const comma = words.say('list.comma');
  const others = offered.slice(0, -1).join(comma);
  return others === '' ? last : others + (more ? comma : words.say('list.or')) + last;
}

/** What asks without a question mark and is not known to, such as the request of a message that older versions stored. */
function lastRequest(said: readonly string[]): string | undefined {
  const request = said.at(-1)?.trim();
  return request && request.length <= LONGEST_REQUEST ? request : undefined;
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
