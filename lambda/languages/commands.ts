import type { Command } from '../conversation/ports/voice';

/** How a language writes the words of commands. */
export interface Spelling {
  /** Words that stand for several: "let's" is "let us". */
  readonly contractions: Readonly<Record<string, string>>;
  /** Endings that are words of their own: "'m" is "am". */
  readonly clitics: Readonly<Record<string, string>>;
}

/**
 * How a language words commands: by templates, words with alternatives, options and named parts, "(can|could) you say
 * {{that}} [again]". Their words are those that utterances are taken apart into: contractions in full, no accents.
 */
export interface CommandWords extends Spelling {
  /** What the names in templates stand for. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** Words that may stand anywhere, even in the midst of a phrase, and mean nothing: "um". */
  readonly hesitations: readonly string[];
  /** What may stand before and behind every command and means nothing: "please", "mate", "if you don't mind". */
  readonly fillers: readonly string[];
  /**
   * What is a command only where nothing but fillers stands beside it: "sorry", "again". It gives way to what is a command
   * otherwise: "sorry, no".
   */
  readonly alone: Readonly<Partial<Record<Command, readonly string[]>>>;
  /** What people give as the reason of a command, or say along with it: "the kids were shouting, can you repeat that". */
  readonly asides: Readonly<Partial<Record<Command, readonly string[]>>>;
}
