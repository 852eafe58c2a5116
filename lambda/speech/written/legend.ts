import { emojiNames } from '../emoji/names';
import type { Phrases } from '../phrases';
import type { Table } from './alphabet';
import { around, capital, NOT_ASCII, type SignStage } from './around';
import { beside } from './forms';
import { anyOf, listOf } from './rules';

const DRAWN = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\u200d\\p{Extended_Pictographic})*';

/** Signs that are given as an answer, by their names: "reply 👍 to confirm or 👎 to cancel". */
export function pointedStage(words: Phrases, { reactions, pointers, pattern }: Table): SignStage {
  const pointed = pattern(`(${DRAWN}) ?(${anyOf(listOf(pointers))})(?!\\p{L})`, 'gu');
  // Hindi has its verb behind it.
  const given = anyOf(listOf(reactions));
  const reaction = pattern(`(?<!\\p{L})${given} (?:\\p{L}+ )?${DRAWN}|${DRAWN} ?${given}(?!\\p{L})`, 'iu');
  return (line) => {
    if (!NOT_ASCII.test(line) || (reactions !== '' && !reaction.test(line))) return line;
    return line.replace(pointed, (all, drawn: string, pointer: string) => {
      const name = emojiNames(drawn, words)[0];
      return name === undefined ? all : beside(name, pointer);
    });
  };
}

/** Signs that are explained, or are all of an answer: "🌱 = vegan", "Mood: 🙁". */
export function legendStage(words: Phrases, { values, pattern }: Table): SignStage {
  const equal = pattern(`(${DRAWN}) ?= ?`, 'gu');
  const answer = anyOf(listOf(values));
  const valued = pattern(`(?<=\\p{L}{2}:) ?(${answer}(?: ?${answer}){0,9}) ?(?=$|[.,;!])`, 'gu');
  const names = (drawn: string) => emojiNames(drawn, words).join(words.say('list.comma'));
  const name = (drawn: string) => emojiNames(drawn, words)[0];
  return (line) => {
    if (!NOT_ASCII.test(line)) return line;
    const answered = line.replace(valued, (_all, drawn: string) => ` ${names(drawn)}`);
    return answered.replace(equal, (whole, drawn: string, at: number) => {
      const said = name(drawn);
      return said === undefined ? whole : `${capital(said, around(answered, at, at).before)}: `;
    });
  };
}
