import type { Choice, Message } from './message';

/** What a user may say to us rather than to the bot. */
export type Command = 'yes' | 'no' | 'more-options' | 'repeat' | 'start-over' | 'help' | 'goodbye';

/** What the core needs to know of speech, language by language. `speech/` provides it. */
export interface Voice {
  /**
   * A message as paragraphs that can be said: no markup, address, emoji or control character is left, and no word is
   * lost. Media and cards become a sentence or their own texts. Choices are not in it. May be empty.
   */
  paragraphs(message: Message, locale: string): string[];
  /** A choice's label as it is said; never empty: an unspeakable label becomes "option 2" by its position (from 0). */
  label(choice: Choice, position: number, locale: string): string;
  /** How many characters a speakable text takes in an SSML reply, escapes and tags included. */
  cost(text: string): number;
  /** Sentences of a speakable text, white space kept: joined they give the text again. */
  sentences(text: string, locale: string): string[];
  /** The command that the whole utterance is, if it is one. */
  command(said: string, locale: string): Command | undefined;
  /** The plain word for a command, to hand a bare "yes" on to the bot. */
  word(command: 'yes' | 'no', locale: string): string;
  /**
   * The position that the whole utterance names: "two", "the second one", "option 2" are 2; "the last one" is -1.
   * `undefined` where it names none.
   */
  ordinal(said: string, locale: string): number | undefined;
}
