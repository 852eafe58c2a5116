import type { AnswerLanguage } from '../conversation/answers/language';
import type { EmojiNames } from './emoji';
import type { NumberTable, NumberWords } from './numbers';
import type { Regional, Resource } from './resource';
import type { Wording } from './wording';
import type { Written } from './written';

/** All that is known of a language. Each part of it is loaded when it is first asked for. */
export interface Language {
  /** What is said in it, and what of it is understood as a command, a request or a question. */
  readonly words: () => Resource;
  /** How numbers are spelled. */
  readonly numbers: () => NumberTable;
  /** What else people say and write of numbers. */
  readonly numberWords: () => NumberWords;
  /** What emoji are called. */
  readonly emoji: () => EmojiNames;
  /** How it writes for the eye what is said in other words. */
  readonly written: () => Written;
  /** How answers to what was offered or asked are worded. */
  readonly answers: () => AnswerLanguage;
  /** What interaction models are made of. */
  readonly wording: () => Wording;
  /** By region ("MX" of es-MX), what it says in other words than the rest. */
  readonly regions?: Readonly<Record<string, () => Regional>>;
}
