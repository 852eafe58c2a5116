import { isLastBatch, nextOptions, openOffer, spokenOffer } from './choices';
import type { Conversation, Offer } from './conversation';
import type { Message } from './message';
import { cutPage } from './paging';
import type { Voice } from './ports/voice';
import type { Reading } from './reading';
import type { Phrase, Question, Reply, ReplyPart } from './reply';

/** A reply, and the conversation as it stands once the reply was given. */
export interface Answer {
  readonly reply: Reply;
  readonly conversation: Conversation;
}

const BOT_QUESTION = /[?？؟][\p{Pe}\p{Pf}"'*_\s]*$/u;

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

/** The answer that reads out what there is. */
export function answerReading(
  before: Conversation,
  { paragraphs, messages, choices, inputRequest, more, moreUnread, last }: Reading,
  { lead, rest = [], remark, silent, oneByOne, keepsQuestion = false }: ReadingOptions,
  voice: Voice,
): Answer {
  const keeps = keepsQuestion || rest.length > 0 || before.missed !== undefined;
  const offer = openOffer(choices, voice) ?? (keeps ? before.offer : undefined);
  const requested = inputRequest ?? (keeps ? before.inputRequest : undefined);
  const all = [...paragraphs, ...rest];
  const isSilent = all.length === 0 && !offer;
  const said = remark ?? (isSilent ? silent : undefined);
  const page = cutPage(all, voice);

  const parts: ReplyPart[] = [
    ...(lead && !isSilent ? [{ phrase: lead }] : []),
    ...page.now.map((text) => ({ text })),
    ...(said ? [{ phrase: said.phrase }] : []),
  ];
  const after = { ...before, rest: page.rest, offer, inputRequest: requested, missed: undefined };
  return answer(after, parts, question(), messages);

  function question(): Question {
    if (more || page.rest.length > 0) return 'go-on';
    if (offer) return 'choices';
    if (said) return said.question;
    if (oneByOne && moreUnread) return 'next-message';
    if (requested || BOT_QUESTION.test(page.now.at(-1) ?? '')) return 'bot';
    if (moreUnread) return 'next-message';
    return oneByOne && last?.kind === 'agent' ? 'answer-person' : 'anything-else';
  }
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
export function answerRepeat(before: Conversation, voice: Voice): Answer {
  if (before.said.length === 0 && !before.offer) return answerPending(before, 'nothing-to-repeat', voice);
  const turn = Math.max(0, before.turns - 1);
  return answer({ ...before, turns: turn }, before.said, before.asked ?? 'what');
}

/** A sentence of ours, then the open question again: the conversation stays where it was. */
export function answerPending(before: Conversation, phrase: Phrase, voice: Voice): Answer {
  const question = before.asked ?? 'what';
  const asked = question === 'bot' ? lastSentence(before.said, voice) : [];
  const { reply } = answer(before, [{ phrase }, ...asked], question);
  return { reply, conversation: { ...before, asked: question, turns: before.turns + 1 } };
}

/** A sentence of ours that ends in a question of ours. */
export function answerPhrase(before: Conversation, phrase: Phrase, question: Question): Answer {
  return answer(before, [{ phrase }], question);
}

/**
 * Says what went wrong. What the bot had asked stays open, so that the user can simply say it again; a question of ours
 * does not: "yes" must not answer what was asked before.
 */
export function answerApology(before: Conversation, phrase: Phrase): Answer {
  const { reply } = answerPhrase(before, phrase, 'what');
  const asked = before.asked === 'bot' || before.asked === 'choices' ? before.asked : 'what';
  return { reply, conversation: { ...before, asked, turns: before.turns + 1 } };
}

/** The answer that ends the session. */
export function answerGoodbye(before: Conversation): Answer {
  return {
    reply: { parts: [{ phrase: 'goodbye' }], turn: before.turns, messages: [] },
    conversation: { ...before, turns: before.turns + 1, said: [], offer: undefined, asked: undefined },
  };
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

function lastSentence(said: readonly ReplyPart[], voice: Voice): ReplyPart[] {
  const last = said.at(-1);
  if (!last || !('text' in last)) return [];
  const sentence = voice.sentences(last.text).at(-1)?.trim();
  return sentence ? [{ text: sentence }] : [];
}
