import type { AnswerLanguage } from '../conversation/answers/language';
import { once } from '../conversation/answers/once';
import type { EmojiNames } from './emoji';
import type { Language } from './language';
import { type SomeWritten, withWritten } from './nothing-written';
import type { NumberTable, NumberWords } from './numbers';
import type { Regional, Resource } from './resource';
import type { Wording } from './wording';

/** What the folder of a language holds, as its files give it. */
export interface Folder {
  readonly words: () => Resource;
  readonly numbers: () => NumberTable;
  readonly numberWords: () => NumberWords;
  readonly emoji: () => EmojiNames;
  readonly written: () => SomeWritten;
  readonly answers: () => AsJson<AnswerLanguage>;
  readonly wording: () => Wording;
  readonly regions?: Readonly<Record<string, () => Regional>>;
}

/**
 * A type as TypeScript sees a JSON file of it: tuples are lists, one of a few words is any string, and of several tables each has
 * the names of all.
 */
type AsJson<Type> = Type extends string
  ? string
  : Type extends readonly (infer Item)[]
    ? readonly AsJson<Item>[]
    : Type extends object
      ? { readonly [Key in keyof Type]: AsJson<Type[Key]> | (string extends Key ? undefined : never) }
      : Type;

/** A language whose files are read once, when they are first asked for. */
export function loaded({ regions, ...folder }: Folder): Language {
  return {
    words: once(folder.words),
    numbers: once(folder.numbers),
    numberWords: once(folder.numberWords),
    emoji: once(folder.emoji),
    written: once(() => withWritten(folder.written())),
    answers: once(() => folder.answers() as AnswerLanguage),
    wording: once(folder.wording),
    ...(regions && {
      regions: Object.fromEntries(Object.entries(regions).map(([region, words]) => [region, once(words)])),
    }),
  };
}
