import { isLastBatch, nextOptions, openOffer, spokenOffer } from './choices';
import type { Conversation, Offer } from './conversation';
import type { Choice, Message } from './message';
import { cutPage } from './paging';
import type { Phrase, Question, Reply, ReplyPart } from './reply';
import type { Voice } from './voice';

/** A reply, and the conversation as it stands once the reply was given. */
export interface Answer {
  readonly reply: Reply;
  readonly conversation: Conversation;
}

/** How answers are made: the language to speak, and the room that speaks it. */
export interface Speaker {
  readonly voice: Voice;
  readonly locale: string;
}

const BOT_QUESTION = /[?？؟][\p{Pe}\p{Pf}"'*_\s]*$/u;

/** The answer that reads out what the bot sent. `silent` is what we say where it sent nothing. */
export function answerMessages(
  before: Conversation,
  messages: readonly Message[],
  silent: { readonly phrase: Phrase; readonly question: Question },
  speaker: Speaker,
): Answer {
  const paragraphs = messages.flatMap((message) => speaker.voice.paragraphs(message, speaker.locale));
  const offer = openOffer(messages.flatMap(choicesOf), speaker.voice, speaker.locale);
  if (paragraphs.length === 0 && !offer) {
    return answer({ ...before, rest: [], offer }, [{ phrase: silent.phrase }], silent.question, messages);
  }
  return readOut({ ...before, offer }, paragraphs, speaker, messages);
}

/** The answer that goes on reading where the last page was cut. */
export function answerRest(before: Conversation, speaker: Speaker): Answer {
  return readOut(before, before.rest, speaker);
}

/** The answer that drops the rest of a long text; choices that waited behind it are offered now. */
export function answerSkip(before: Conversation): Answer {
  const question = before.offer ? 'choices' : 'anything-else';
  return answer({ ...before, rest: [] }, [{ phrase: 'all-right' }], question);
}

/** The answer that reads out the next choices; after the last of them it starts over. */
export function answerOptions(before: Conversation, offer: Offer): Answer {
  const parts: ReplyPart[] = isLastBatch(offer) ? [{ phrase: 'no-more-options' }] : [];
  return answer({ ...before, offer: nextOptions(offer) }, parts, 'choices');
}

/** The same answer once more, word for word. */
export function answerRepeat(before: Conversation, speaker: Speaker): Answer {
  if (before.said.length === 0 && !before.offer) return answerPending(before, 'nothing-to-repeat', speaker);
  const turn = Math.max(0, before.turns - 1);
  return answer({ ...before, turns: turn }, before.said, before.asked ?? 'what');
}

/** A sentence of ours, then the open question again: the conversation stays where it was. */
export function answerPending(before: Conversation, phrase: Phrase, speaker: Speaker): Answer {
  const question = before.asked ?? 'what';
  const asked = question === 'bot' ? lastSentence(before.said, speaker) : [];
  const { reply } = answer(before, [{ phrase }, ...asked], question);
  return { reply, conversation: { ...before, asked: question, turns: before.turns + 1 } };
}

/** A sentence of ours that ends in a question of ours. */
export function answerPhrase(before: Conversation, phrase: Phrase, question: Question): Answer {
  return answer(before, [{ phrase }], question);
}

/** The answer that ends the session. */
export function answerGoodbye(before: Conversation): Answer {
  return {
    reply: { parts: [{ phrase: 'goodbye' }], turn: before.turns, messages: [] },
    conversation: { ...before, turns: before.turns + 1, said: [], offer: undefined, asked: undefined },
  };
}

function readOut(
  before: Conversation,
  paragraphs: readonly string[],
  speaker: Speaker,
  messages: readonly Message[] = [],
): Answer {
  const page = cutPage(paragraphs, speaker.voice, speaker.locale);
  const parts = page.now.map((text) => ({ text }));
  return answer({ ...before, rest: page.rest }, parts, questionAfter(page.now, page.rest, before), messages);
}

function questionAfter(now: readonly string[], rest: readonly string[], { offer }: Conversation): Question {
  if (rest.length > 0) return 'go-on';
  if (offer) return 'choices';
  return BOT_QUESTION.test(now.at(-1) ?? '') ? 'bot' : 'anything-else';
}

function answer(
  conversation: Conversation,
  parts: readonly ReplyPart[],
  question: Question,
  messages: readonly Message[] = [],
): Answer {
  const { offer, turns } = conversation;
  const spoken = question === 'choices' && offer ? spokenOffer(offer) : undefined;
  return {
    reply: { parts, offer: spoken, question, turn: turns, messages },
    conversation: { ...conversation, turns: turns + 1, said: parts, asked: question },
  };
}

function choicesOf(message: Message): readonly Choice[] {
  return [...message.choices, ...message.cards.flatMap((card) => card.choices)];
}

function lastSentence(said: readonly ReplyPart[], { voice, locale }: Speaker): ReplyPart[] {
  const last = said.at(-1);
  if (!last || !('text' in last)) return [];
  const sentence = voice.sentences(last.text, locale).at(-1)?.trim();
  return sentence ? [{ text: sentence }] : [];
}
