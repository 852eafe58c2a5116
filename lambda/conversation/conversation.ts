import type { Joined } from './joined';
import type { Choice, InputRequest } from './message';
import type { Outbox } from './outbox';
import type { Thread } from './ports/platform';
import type { Question, Reply, ReplyPart } from './reply';

/** What the bot offers to choose from, and which part of it was read out last: `[from, to)`. */
export interface Offer {
  readonly choices: readonly Choice[];
  /** Each choice as it is said. */
  readonly labels: readonly string[];
  /** What else means a choice: its own synonyms, or the number by which a menu in the text names it. */
  readonly synonyms?: readonly (readonly string[])[];
  /**
   * What the bot is told for each choice, where it wrote them into its text as a menu ("1. Balance, 2. Block card"): words,
   * as it knows of no choices. Such an offer is heard with the text, and not read out again.
   */
  readonly replies?: readonly string[];
  /**
   * The replies are words that the bot asks for by name ("Type STOP to end"), often beside a question of another kind: nothing
   * but one of them, or a yes or no that it asks for, is taken for one.
   */
  readonly isNamed?: true;
  /** The text before them has listed the choices already: they are not read out again. */
  readonly isHeard?: true;
  /** The choices are nothing but a yes and a no. */
  readonly isYesNo?: true;
  /** What can be done with each of the cards that were read out: of all of them the same. */
  readonly actions?: readonly string[];
  /** The labels beside those of the cards. */
  readonly beside?: readonly string[];
  /** The first options, those read out last, fitted alike, and which of them was meant is what was asked. */
  readonly isTie?: true;
  readonly from: number;
  readonly to: number;
}

/**
 * What the bot said in the last reply of a session; to be acknowledged by the next request of the session. Without texts
 * it tells a slower turn of an earlier request that nobody waits for what it brings.
 */
export interface Unacknowledged {
  readonly session: string;
  readonly device: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** When its request came, in epoch milliseconds. Not known of the oldest ones. */
  readonly requestedAt?: number;
  /** The reply's number in the conversation. */
  readonly turn: number;
  readonly texts: readonly string[];
  /** What it said again: that is over, unless the reply was surely not said. */
  readonly replays?: readonly string[];
  /** The session has ended, and its last reply was surely not said, also where that is not on disk. */
  readonly unheard?: true;
}

/**
 * A message that was spoken, to be recognised when it comes by the other channel: its channel, fingerprint and time as
 * one short text, of which `deduplicate.ts` knows the form. A document holds dozens of them.
 */
export type DeliveryRecord = string;

/** Such records, the oldest first. */
export type DeliveryLog = Joined;

/** The requests that were answered last, and what the last of them was answered. */
export interface Answered {
  /** Fingerprints of the requests, the oldest first. */
  readonly requests: Joined;
  /** Without what the bot sent. The parts are those that were said last, unless they are here. */
  readonly reply: Omit<Reply, 'messages' | 'parts'> & Partial<Pick<Reply, 'parts'>> & { readonly messages?: undefined };
}

/** The one small document kept per user. JSON; `stored-conversation.ts` reads what older versions have written. */
export interface Conversation {
  readonly thread?: Thread;
  /** How many replies were given: varies the wording of our own questions. */
  readonly turns: number;
  /** What was said last, for "repeat". */
  readonly said: readonly ReplyPart[];
  /** What did not fit into the last reply: speakable paragraphs. */
  readonly rest: readonly string[];
  /** The headings in `rest`, behind the one whose section it goes on with, which is empty where it has none. */
  readonly headings?: readonly string[];
  readonly offer?: Offer;
  readonly asked?: Question;
  /** The option of the offer that was asked about: "Did you say Drama?" */
  readonly guess?: number;
  /** How many moments in a row the user has asked for, up to the reply with this number: any other ends the row. */
  readonly waited?: { readonly turn: number; readonly times: number };
  /** The number of the reply behind which a message of those that wait was read: any other ends the reading. */
  readonly readAt?: number;
  /** How many failures in a row there were, up to the reply with this number: any other ends the row. */
  readonly failed?: { readonly turn: number; readonly times: number };
  /** How many replies in a row Alexa could not use, up to the one with this number: any other ends the row. */
  readonly refused?: { readonly turn: number; readonly times: number };
  /** How often we have asked whether there is anything else. */
  readonly closings?: number;
  /** When what is open was asked, in epoch milliseconds. */
  readonly askedAt?: number;
  /** The sentences of the bot's that ask, where the question is the bot's or waits behind the choices. */
  readonly asking?: string;
  /** What the bot's last message asks for beyond free words. */
  readonly inputRequest?: InputRequest;
  /** What the user has said to the bot and the bot has not answered. */
  readonly outbox: Outbox;
  /** How often the user took back what was to be said: a turn that began before queues nothing any more. */
  readonly withdrawals?: number;
  /** One for each session that may still be open. */
  readonly unacknowledged?: readonly Unacknowledged[];
  /** What was spoken and perhaps not heard: speakable paragraphs. */
  readonly missed?: readonly string[];
  readonly delivered?: DeliveryLog;
  /** When something was put to the bot of late, in epoch milliseconds: what came after it does not repeat what came before. */
  readonly sends?: readonly number[];
  /** The requests that were answered last, so that none is carried out twice. */
  readonly replied?: Answered;
  /** The month (UTC, `2026-11`) of the last turn: the people of a month are counted once. */
  readonly visited?: string;
  /** A person has taken over: they spoke last. */
  readonly withPerson?: true;
  /** Notifications were offered once. Nobody is asked again. */
  readonly offeredNotifications?: true;
  /**
   * When the user turned notifications on or off by voice last, in epoch milliseconds, and whether Alexa had told by then that they
   * are permitted: turned on again they need no card.
   */
  readonly notificationsSet?: { readonly at: number; readonly permitted: boolean };
}

/**
 * Names every member, also those that are not there: whatever a turn makes of a conversation then adds none, and all of them are of
 * one form to V8. It would make a form of its own for each object that a spread and a new member make (Node 20).
 */
export const NEW_CONVERSATION: Conversation = {
  thread: undefined,
  turns: 0,
  said: [],
  rest: [],
  headings: undefined,
  offer: undefined,
  asked: undefined,
  guess: undefined,
  waited: undefined,
  readAt: undefined,
  failed: undefined,
  refused: undefined,
  closings: undefined,
  askedAt: undefined,
  asking: undefined,
  inputRequest: undefined,
  outbox: [],
  withdrawals: undefined,
  unacknowledged: undefined,
  missed: undefined,
  delivered: undefined,
  sends: undefined,
  replied: undefined,
  visited: undefined,
  withPerson: undefined,
  offeredNotifications: undefined,
  notificationsSet: undefined,
} satisfies Record<keyof Conversation, unknown>;
