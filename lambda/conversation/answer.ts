import { askedAtEnd } from './asking';
import { firstOptions, focusOn, isChoice, isLastBatch, nextOptions, readOptions, spokenOffer } from './choices';
import type { Conversation, Offer } from './conversation';
import type { Message } from './message';
import type { Voice } from './ports/voice';
import type { Phrase, Question, Reply, ReplyPart, SpokenOffer } from './reply';

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
  const isClosing = before.asked === 'anything-else';
  const { turns, closings = 0 } = before;
  const again = { turns: turns - 1, closings: isClosing ? Math.max(0, closings - 1) : closings };
  const more = isClosing ? voice.offersMore(textsOf(before.said).at(-1) ?? '') : undefined;
  return answer({ ...before, ...again, waited: undefined }, before.said, before.asked ?? 'what', {
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

/** A reply of these parts, and the conversation after it. */
export function answer(
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
