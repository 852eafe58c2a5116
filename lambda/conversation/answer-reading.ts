import { type Answer, answer, ended, type Remark } from './answer';
import { type AskedLast, askedAtEnd, askLast, offerLast } from './asking';
import { firstOptions, isChoice, menuOffer, namedOffer, openOffer, withHeard } from './choices';
import type { Conversation, Offer } from './conversation';
import { keepable } from './leftovers';
import type { Message } from './message';
import { cutPage } from './paging';
import { nonEmpty } from './playback';
import type { Voice } from './ports/voice';
import type { Reading } from './reading';
import type { Phrase, Question, ReplyPart } from './reply';
import { sectionsBehind } from './sections';

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

  const toParts = (texts: readonly string[]): ReplyPart[] =>
    texts.map((text) => (ordered.replay.includes(text) ? { text, replay: true } : { text }));
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
