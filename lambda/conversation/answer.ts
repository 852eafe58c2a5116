import { type AskedLast, askedAtEnd, askLast, offerLast } from './asking';
import {
  firstOptions,
  focusOn,
  isChoice,
  isLastBatch,
  menuOffer,
  namedOffer,
  nextOptions,
  openOffer,
  readOptions,
  spokenOffer,
  withHeard,
} from './choices';
import type { Conversation, Offer } from './conversation';
import { keepable } from './leftovers';
import type { Message } from './message';
import { cutPage } from './paging';
import { nonEmpty } from './playback';
import type { Voice } from './ports/voice';
import type { Reading } from './reading';
import type { Phrase, Question, Reply, ReplyPart, SpokenOffer } from './reply';
import { sectionsBehind } from './sections';

/** A reply, and the conversation as it stands once the reply was given. */
export interface Answer {
  readonly reply: Reply;
  readonly conversation: Conversation;
}

/** A word of ours after what is read out, or in place of it, and the question it leads to. */
export interface Remark {
  readonly phrase: Phrase;
  readonly question: Question;
}

export interface ReadingOptions {
  /** Said before what is read, where there is something. */
  readonly lead?: Phrase;
  /** Unread paragraphs of an earlier reply, read behind. */
  readonly rest?: readonly string[];
  /** Said after it in any case. */
  readonly remark?: Remark;
  /** Said where there is nothing else to say. */
  readonly silent: Remark;
  /** What the bot has asked stays open where nothing new takes its place: it was told nothing in this turn. */
  readonly keepsQuestion?: boolean;
  /** The user is being read messages of people, one in a turn. */
  readonly oneByOne?: boolean;
}

/** The answer that reads out what there is. The bot's question, wherever it stands, is the last of it. */
export function answerReading(before: Conversation, reading: Reading, options: ReadingOptions, voice: Voice): Answer {
  const { paragraphs, replay, messages, choices, inputRequest } = reading;
  const { lead, remark, silent, keepsQuestion = false } = options;
  const rest = keepable(options.rest ?? []);
  const keeps = keepsQuestion || rest.length > 0 || before.missed !== undefined;
  const offered = openOffer(choices, voice);
  const offer =
    (offered && withHeard(offered, reading.menu, reading.lines)) ??
    menuOffer(reading.menu) ??
    namedOffer(reading.named) ??
    (keeps ? before.offer : undefined);
  const requested = inputRequest ?? (keeps ? before.inputRequest : undefined);
  const read = [...paragraphs, ...rest];
  // Who comes back to a question of the bot's hears it again.
  const back = keeps && read.length === 0 && replay.length === 0 ? before.asking : undefined;
  const fresh = back === undefined ? read : [back];
  const all = [...fresh, ...replay];
  const isSilent = all.length === 0 && !offer;
  const said = remark ?? (isSilent ? silent : undefined);
  // Whose question it is must be heard: what people say one after the other is left in its order.
  const isBots = messages.every(({ from }) => from.kind === 'bot');
  const ordered = inOrder(fresh, replay, isBots, voice);
  const mayOffer = isBots && ordered.asking === undefined && replay.length === 0;
  const ending = mayOffer ? offerLast(ordered.paragraphs, voice) : { paragraphs: ordered.paragraphs };
  const page = cutPage(ending.paragraphs, voice);
  const isWhole = page.rest.length === 0;
  const asking = isWhole ? ordered.asking : undefined;

  const replayed = new Set(ordered.replay);
  const toParts = (texts: readonly string[]): ReplyPart[] =>
    texts.map((text) => (replayed.has(text) ? { text, replay: true } : { text }));
  const { about, headings } = sectionsBehind(page, messages, rest.length > 0 ? (before.headings ?? []) : [], voice);
  const after = {
    ...before,
    rest: page.rest,
    headings,
    offer: back !== undefined && offer?.isHeard ? firstOptions(offer) : offer,
    inputRequest: requested,
    asking,
    missed: nonEmpty(keepable(reading.missed)),
  };
  const isAsked = requested !== undefined || asking !== undefined;
  // What the bot offered stays open, but is not asked about behind what somebody else says.
  const isAside = offer !== undefined && !isBots && (offer === before.offer || !messages.at(-1)?.choices.length);
  const question = questionOf({
    reading,
    options,
    said,
    offer: isAside ? undefined : offer,
    isAsked,
    isWhole,
    withPerson: before.withPerson === true,
    voice,
  });
  const remarked = said ? [{ phrase: said.phrase }] : [];
  const parts: ReplyPart[] = [
    ...(lead && !isSilent ? [{ phrase: lead }] : []),
    // A word of ours never stands behind what the bot asks, and its choices are said with it.
    ...(asking !== undefined && (said || question === 'choices')
      ? [...toParts(ordered.others), ...remarked, { text: asking }]
      : [...toParts(page.now), ...remarked]),
  ];
  if (question === 'anything-else' && endsConversation(reading, all, voice)) return ended(after, parts, messages);
  const more = isWhole && question === 'anything-else' && !said ? ending.offer : undefined;
  return answer(after, parts, question, { messages, asking: asking ?? more, about });
}

interface Ending {
  readonly reading: Reading;
  readonly options: ReadingOptions;
  readonly said: Remark | undefined;
  readonly offer: Offer | undefined;
  /** The bot or a person asks something. */
  readonly isAsked: boolean;
  /** Nothing of what there is to read remains for later. */
  readonly isWhole: boolean;
  /** A person has taken over. */
  readonly withPerson: boolean;
  readonly voice: Voice;
}

/** Ours only where nothing else is asked. */
function questionOf({ reading, options, said, offer, isAsked, isWhole, withPerson, voice }: Ending): Question {
  const { more, moreUnread, last } = reading;
  if (more || !isWhole) return 'go-on';
  if (offer && isChoice(offer) && !(offer.replies && isAsked)) return 'choices';
  if (options.oneByOne && moreUnread && !said) return 'next-message';
  if (isAsked) return 'bot';
  // Who has told a person something waits for their answer.
  if (said) return said.question === 'anything-else' && withPerson ? 'person' : said.question;
  if (moreUnread) return 'next-message';
  if (last?.kind === 'bot' && voice.handsOver(reading.paragraphs.at(-1) ?? '')) return 'person';
  return last?.kind === 'agent' ? 'answer-person' : 'anything-else';
}

/** Whether the bot has taken its leave, and nothing else is to be said. */
function endsConversation(
  { last, moreUnread, messages }: Reading,
  paragraphs: readonly string[],
  voice: Voice,
): boolean {
  if (last?.kind !== 'bot' || moreUnread) return false;
  return (
    voice.isFarewell(paragraphs.at(-1 - thingsBehind(messages)) ?? '') || voice.isFarewell(paragraphs.at(-1) ?? '')
  );
}

/** How many sentences on pictures and the like stand behind the last words. */
function thingsBehind(messages: readonly Message[]): number {
  const from = messages.findLastIndex(({ text, cards }) => text !== undefined || cards.length > 0);
  return messages
    .slice(Math.max(from, 0))
    .reduce((sum, { media }) => sum + new Set(media.map(({ kind }) => kind)).size, 0);
}

/** What is read, in its order, and what of it was missed. */
interface Ordered extends AskedLast {
  readonly replay: readonly string[];
}

/** What was missed is said behind what is new, and before what that asks, to which a word leads back. */
function inOrder(fresh: readonly string[], missed: readonly string[], isBots: boolean, voice: Voice): Ordered {
  const order = (texts: readonly string[]): AskedLast =>
    isBots || askedAtEnd(texts, voice) !== undefined ? askLast(texts, voice) : { paragraphs: texts, others: texts };
  const { asking, others, paragraphs } = order(fresh);
  if (missed.length === 0) return { asking, others, paragraphs, replay: [] };
  if (asking === undefined) return { ...order([...fresh, ...missed]), replay: missed };
  const replay = besideQuestion(missed, voice);
  return { paragraphs: [...others, ...replay, asking], asking, others: [...others, ...replay], replay };
}

/** What was missed, without a question whose place a newer one has taken. */
function besideQuestion([again = '', ...texts]: readonly string[], voice: Voice): readonly string[] {
  const told = texts.map((text) => {
    const asks = voice.asked(text);
    return asks?.after === '' ? asks.before : text;
  });
  const left = told.filter((text) => text !== '');
  return left.length === 0 ? [] : [again, ...left, voice.introduce({ kind: 'back' })];
}

/** The answer that drops the rest of a long text; choices that waited behind it are offered now. */
export function answerSkip(before: Conversation, voice: Voice): Answer {
  const asking = askedAtEnd(before.rest, voice);
  const question = isChoice(before.offer) ? 'choices' : asking === undefined ? 'anything-else' : 'bot';
  const asked = asking === undefined ? [] : [{ text: asking }];
  return answer({ ...before, rest: [], headings: undefined, asking }, [{ phrase: 'all-right' }, ...asked], question, {
    asking,
  });
}

/** The answer that reads out the next choices; after the last of them it starts over. */
export function answerOptions(before: Conversation, offer: Offer): Answer {
  const { asking } = before;
  const parts: ReplyPart[] = [
    ...(isLastBatch(offer) ? [{ phrase: 'no-more-options' } as const] : []),
    ...(asking === undefined ? [] : [{ text: asking }]),
  ];
  return answer({ ...before, offer: nextOptions(offer) }, parts, 'choices', { asking });
}

/** The choices from the first of them on, with what the bot asked. */
export function answerList(before: Conversation, offer: Offer): Answer {
  const { asking } = before;
  const asked = asking === undefined ? [] : [{ text: asking }];
  const first = firstOptions(offer);
  return answer({ ...before, offer: first }, asked, 'choices', { asking, spoken: readOptions(first) });
}

/** Asks which of several choices was meant. */
export function answerWhich(before: Conversation, offer: Offer, indexes: readonly number[]): Answer {
  const labels = indexes.flatMap((index) => offer.labels[index] ?? []);
  const spoken = { labels, more: false, asks: true } as const;
  return answer({ ...before, offer: focusOn(offer, indexes) }, [], 'choices', { spoken });
}

/** Asks whether the choice was meant that the words sounded like. */
export function answerWhether(before: Conversation, offer: Offer, index: number): Answer {
  return answer({ ...before, offer }, [], 'confirm-choice', { guess: index });
}

/** The same answer once more, word for word. */
export function answerRepeat(before: Conversation, voice: Voice): Answer {
  if (before.said.length === 0 && !before.offer) return answerPending(before, 'nothing-to-repeat', voice);
  const turn = Math.max(0, before.turns - 1);
  const closings = Math.max(0, (before.closings ?? 0) - 1);
  const more = before.asked === 'anything-else' ? voice.offersMore(textsOf(before.said).at(-1) ?? '') : undefined;
  return answer({ ...before, turns: turn, closings, waited: undefined }, before.said, before.asked ?? 'what', {
    asking: before.asking ?? more?.asked,
  });
}

/** Sentences of ours, then the open question again: the conversation stays where it was. */
export function answerPending(before: Conversation, phrases: Phrase | readonly Phrase[], voice: Voice): Answer {
  const question = before.asked ?? 'what';
  const asking = before.asking ?? askedAtEnd(textsOf(before.said), voice);
  const asked = asking !== undefined && (question === 'bot' || question === 'choices') ? [{ text: asking }] : [];
  const ours = [phrases].flat().map((phrase) => ({ phrase }));
  const { reply, conversation } = answer(before, [...ours, ...asked], question, {
    ...(asked.length > 0 && { asking }),
    // Whose list was heard a while ago is told of its choices again.
    ...(question === 'choices' && before.offer?.isHeard && { spoken: readOptions(firstOptions(before.offer)) }),
  });
  const { turns, closings } = conversation;
  return { reply, conversation: { ...before, asked: question, turns, closings } };
}

/** How long a moment is that a user asks for, in seconds: as long as Alexa may be silent at once. */
const MOMENT_SECONDS = 10;
const MOMENTS_IN_A_ROW = 3;

/** A moment to think, then the open question again; without the moment where the user has had enough of them in a row. */
export function answerWait(before: Conversation, voice: Voice): Answer {
  const { waited, turns } = before;
  const times = waited?.turn === turns ? waited.times + 1 : 1;
  const { reply, conversation } = answerPending(before, 'wait', voice);
  return {
    reply: times > MOMENTS_IN_A_ROW ? reply : { ...reply, pause: MOMENT_SECONDS },
    conversation: { ...conversation, waited: { turn: conversation.turns, times } },
  };
}

/** A sentence of ours that ends in a question of ours. */
export function answerPhrase(before: Conversation, phrase: Phrase, question: Question): Answer {
  const { offer, asking } = before;
  // Ours only where nothing of the bot's is open: else we come back to that.
  if (question === 'anything-else' && (isChoice(offer) || asking !== undefined)) {
    const asked = asking === undefined ? [] : [{ text: asking }];
    return answer(before, [{ phrase }, ...asked], isChoice(offer) ? 'choices' : 'bot', { asking });
  }
  return answer(before, [{ phrase }], question);
}

/**
 * The answer that ends the session. What the bot offers and asks stays open for a user who comes back soon.
 *
 * @param remarks said before
 * @param waiting says what waits in the inbox
 */
export function answerGoodbye(before: Conversation, remarks: readonly Phrase[], waiting?: string): Answer {
  return ended(before, [
    ...remarks.map((phrase) => ({ phrase })),
    ...(waiting === undefined ? [] : [{ text: waiting }]),
    { phrase: 'goodbye' },
  ]);
}

/** The session ends with what was said. */
export function ended(before: Conversation, parts: readonly ReplyPart[], messages: readonly Message[] = []): Answer {
  return {
    reply: { parts, turn: before.turns, messages },
    conversation: { ...before, turns: before.turns + 1, said: parts, asked: undefined },
  };
}

interface Told {
  readonly messages?: readonly Message[];
  /** What the bot asks, where these parts end with it. */
  readonly asking?: string;
  /** The choices that are read out; by default those of the offer that are next. */
  readonly spoken?: SpokenOffer;
  readonly guess?: number;
  /** The heading of what there is more about. */
  readonly about?: string;
}

function answer(
  conversation: Conversation,
  parts: readonly ReplyPart[],
  question: Question,
  { messages = [], asking, spoken, guess, about }: Told = {},
): Answer {
  const { offer, turns, closings = 0 } = conversation;
  const isClosing = question === 'anything-else';
  const read = spoken ?? (question === 'choices' && offer ? spokenOffer(offer) : undefined);
  const label = guess === undefined ? undefined : offer?.labels[guess];
  return {
    reply: {
      parts,
      offer: read,
      ...(asking !== undefined && { asking }),
      ...(about !== undefined && { about }),
      ...(label !== undefined && { guess: label }),
      question,
      turn: turns,
      ...(isClosing && { asked: closings }),
      messages,
    },
    conversation: {
      ...conversation,
      ...{ turns: turns + 1, said: parts, asked: question, guess },
      ...(isClosing && { closings: closings + 1 }),
    },
  };
}

function textsOf(parts: readonly ReplyPart[]): string[] {
  return parts.flatMap((part) => ('text' in part ? [part.text] : []));
}
