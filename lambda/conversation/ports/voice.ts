import type { AnswerEngine } from '../answers/decision';
import type { Choice, Message, Sender } from '../message';
import type { Question } from '../reply';

/** What a user may say to us rather than to the bot. */
export type Command =
  | 'unread-messages'
  | 'next'
  | 'skip'
  | 'delete-all'
  | 'reply'
  | 'notify-on'
  | 'notify-off'
  | 'forget-me'
  | 'yes'
  | 'no'
  | 'more-options'
  | 'check'
  | 'repeat'
  | 'start-over'
  | 'wait'
  | 'help'
  | 'goodbye';

/**
 * What is said before messages that are not simply the answer to what was just said:
 * - `late`: they answer what the user said in an earlier turn;
 * - `more`: the bot said them later, of its own accord or as the end of an answer;
 * - `unsure`: they may answer this or what was said before it;
 * - `now`: after late ones, these answer what was just said;
 * - `again`: the user may have missed them the first time;
 * - `back`: behind these, what is open is asked;
 * - `from`: a live agent or a broadcast says them;
 * - `unread`: how many wait, and who sent them (one sender for each message); `more`: others wait behind them.
 */
export type Introduction =
  | { readonly kind: 'late' | 'more' | 'unsure' | 'now' | 'again' | 'back' }
  | { readonly kind: 'from'; readonly sender: Sender }
  | { readonly kind: 'unread'; readonly senders: readonly Sender[]; readonly more: boolean };

/** A text that asks or requests something, taken apart: the sentences that do, and what stands before and behind them. */
export interface Asked {
  readonly before: string;
  readonly asked: string;
  readonly after: string;
}

/** An option that may be the one to leave what the bot is at. */
export interface OptionToLeave {
  readonly label: string;
  /** What the text says that the word is for: "Type CANCEL to end the chat". */
  readonly use?: string;
  /** The labels beside it. */
  readonly others: readonly string[];
  /** What the bot said. */
  readonly said: string;
}

/** How texts of a language say what to reply with: "Reply 1 for yes, 2 to go back", "please type CONFIRM or the word STOP". */
export interface MenuPatterns {
  /** Whether a text asks for a number. */
  readonly asksForNumber: RegExp;
  /** Each number in such a text (`reply`), and what it stands for (`label`), whichever is first. */
  readonly numbers: readonly RegExp[];
  /** The same of letters that stand behind what they are for: "to swap it, reply B". */
  readonly letters: readonly RegExp[];
  /** What ends an entry only because the next begins: "Tables. *Press* 2: Menus". */
  readonly leadsOn: RegExp;
  /** Whether a text holds a word that could be one to reply with. Tells at once of most texts that they hold none. */
  readonly namable: RegExp;
  /** Where a sentence begins to ask for a word. */
  readonly asksForWord: RegExp;
  /** From there on each word, in quotation marks or in capitals, and what it stands for. */
  readonly words: RegExp;
  /** A choice of yes and no, with the two as its groups: "(Y/N)". */
  readonly polar: readonly RegExp[];
  /** What leads to a list that counts and is no menu: "You will need:". */
  readonly lists: readonly RegExp[];
  /** An entry that is a step of a row of them, so that its list is no menu: "Tap Settings". */
  readonly steps: readonly RegExp[];
  /** How the number of an entry is asked for, whichever numbers a list has: "choose a number". */
  readonly asksForEntry: readonly RegExp[];
  /** How it is asked which entry is wanted: "which one". */
  readonly asksToChoose: readonly RegExp[];
}

/** What the core needs to know of speech, in one locale. `speech/` provides it. */
export interface Voice {
  /**
   * A message as paragraphs that can be said: no markup, address, emoji or control character is left, and no word is
   * lost. Emoji that stand without a word are named. Media and cards become a sentence or their own texts, an input request
   * what it asks for and how to answer it. Choices are not in it. May be empty.
   *
   * @param room how many characters of its texts are read, by default `LONGEST_TEXT`; of a text that has no room it is said that
   * it goes on. Below 0: that was said of a message before
   */
  paragraphs(message: Message, room?: number): readonly string[];
  /** The same in slices of time: however long the texts are, nobody else waits for it. */
  read(message: Message, room?: number): Promise<readonly string[]>;
  /** The lines of a text without its markup, each still as its author wrote it, emoji and all. List items are numbered. */
  lines(text: string): readonly string[];
  /**
   * A choice's label as it is said; never empty: an unspeakable label becomes "option 2" by its position (from 0).
   *
   * @param card the title of the card that the choice stands on, where that tells it apart: "Buy: Red bike"
   */
  label(choice: Choice, position: number, card?: string): string;
  /** How texts say what to reply with. */
  readonly menu: MenuPatterns;
  /** A question of ours in all of its wordings. `guess`: the label that it is about. */
  question(question: Exclude<Question, 'bot'>, guess?: string): string;
  /** A sentence of ours that introduces messages. */
  introduce(introduction: Introduction): string;
  /** How many characters a speakable text takes in an SSML reply, escapes and tags included. */
  cost(text: string): number;
  /** How many seconds it takes to say a speakable text. */
  seconds(text: string): number;
  /** For how many seconds a reply is listened to before it is asked whether to go on. */
  readonly pageSeconds: number;
  /** The headings in what a message says, as they begin their paragraphs, without a mark at their end. */
  headings(message: Message): readonly string[];
  /** Whether messages hold what is shown on a card, as a voice cannot carry it. */
  shows(messages: readonly Message[]): boolean;
  /** Sentences of a speakable text, white space kept: joined they give the text again. */
  sentences(text: string): string[];
  /**
   * Where a speakable text asks or requests an answer ("Shall I book?", "Please type your order number."): the last run of
   * neighbouring sentences that does. `undefined` where it asks nothing.
   */
  asked(text: string): Asked | undefined;
  /** Where a speakable text ends with the offer to do more: "Let us know if you need anything else." */
  offersMore(text: string): Asked | undefined;
  /** Whether a speakable text says at its end that a person takes over now: "You are through to Tom." */
  handsOver(text: string): boolean;
  /** Whether a speakable text ends with a goodbye. */
  isFarewell(text: string): boolean;
  /** The command that the whole utterance is, if it is one. */
  command(said: string): Command | undefined;
  /** Whether an option only leaves what the bot is at, and cancels nothing else. */
  leaves(option: OptionToLeave): boolean;
  /** Whether a new user is greeted before the bot says anything. */
  readonly greets: boolean;
  /** The plain word for a command, to hand a bare "yes" on to the bot. */
  word(command: Command): string;
  /** What words mean for what was offered or asked. */
  readonly answers: AnswerEngine;
  /** The number that the whole utterance is: "30", "thirty", "twenty five". `undefined` where it is none. */
  number(said: string): number | undefined;
}
