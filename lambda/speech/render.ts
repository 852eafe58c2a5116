import type { Reply } from '../conversation/reply';
import { type CardText, cardOf } from './card';
import { type PhraseOptions, type Phrases, phrases } from './phrases';
import { clip, cost, SPEECH_ROOM, toSsml } from './ssml';

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
  /** The business or bot, where its name is known. */
  readonly name?: string;
}

/** Where a sentence ends; not after an abbreviation such as "Dr." */
const SENTENCE_END = /(?<=[.!?…]["'”’)]{0,3})(?<!(?:^|\s)\p{Lu}\p{L}{0,2}\.)\s+|(?<=[。！？])/u;
/** Longer texts ask for nothing, or are too long to be heard twice. */
const LONGEST_REQUEST = 300;
const ASKS = /[?？؟][\p{Pe}\p{Pf}"']*$/u;

/**
 * The speech of a reply. Whatever the reply holds, Alexa accepts the result: what does not fit into 8,000 characters is
 * left out, so a caller who wants all of it heard hands on no more than that.
 */
export function render(reply: Reply, { locale, name }: RenderOptions): Spoken {
  const words = phrases(locale);
  const named: PhraseOptions = name ? { context: 'named', values: { name } } : {};
  const said = reply.parts
    .map((part) => ('text' in part ? part.text : words.say(part.phrase, { turn: reply.turn, ...named })))
    .filter((text) => text.trim() !== '');
  const { closing, reprompt } = ending(reply, said, words);
  const card = cardOf(reply.messages, words, name);

  const tail = clip([closing], SPEECH_ROOM, locale);
  const room = tail.reduce((left, text) => left - cost(text), SPEECH_ROOM);
  return {
    ssml: toSsml([...clip(said, room, locale), ...tail]),
    ...(reprompt && { reprompt: toSsml(clip([reprompt], SPEECH_ROOM, locale)) }),
    ...(card && { card }),
  };
}

/** What is offered and asked at the end, and what is said if the user stays silent. */
function ending(
  { offer, question, turn }: Reply,
  said: readonly string[],
  words: Phrases,
): { closing: string; reprompt?: string } {
  const offered = offer ? offerOf(offer, words) : '';
  switch (question) {
    case undefined:
      return { closing: offered };
    case 'bot':
      return {
        closing: offered,
        reprompt: joined(lastQuestion(said) ?? lastRequest(said) ?? words.say('reprompt.what', { turn }), offered),
      };
    case 'choices':
      return {
        closing: joined(offered, words.say('question.choices', { turn })),
        reprompt: joined(offered, words.say('question.choices', { turn: turn + 1 })),
      };
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
        closing: joined(offered, words.say(`question.${question}`, { turn })),
        reprompt: joined(offered, words.say(`reprompt.${question}`, { turn })),
      };
  }
}

function offerOf({ labels, more }: NonNullable<Reply['offer']>, words: Phrases): string {
  const offered = labels.filter((label) => label.trim() !== '');
  const last = offered.at(-1);
  if (last === undefined) return '';
  const comma = words.say('list.comma');
  const others = offered.slice(0, -1).join(comma);
  const list = others === '' ? last : others + (more ? comma : words.say('list.or')) + last;
  return words.say(more ? 'offer.some' : 'offer.all', { values: { labels: list } });
}

function lastQuestion(said: readonly string[]): string | undefined {
  const sentence = said.at(-1)?.trim().split(SENTENCE_END).filter(Boolean).at(-1);
  return sentence && ASKS.test(sentence) ? sentence : undefined;
}

/** What asks without a question mark, such as "Tell me a number", after the question it belongs to. */
function lastRequest(said: readonly string[]): string | undefined {
  const request = said.at(-1)?.trim();
  if (!request || request.length > LONGEST_REQUEST) return undefined;
  return joined(lastQuestion(said.slice(0, -1)) ?? '', request);
}

function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
