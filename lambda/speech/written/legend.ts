import { emojiNames } from '../emoji/names';
import type { Phrases } from '../phrases';
import { around, capital, NOT_ASCII, type SignStage } from './around';
import { anyOf, listOf } from './rules';
import type { Written } from './table';

const DRAWN = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\u200d\\p{Extended_Pictographic})*';

/** Signs that are given as an answer or explained: "press 👍 for yes", "🌱 = vegan". */
export function legendStage(words: Phrases, { reactions, pointers, values }: Written): SignStage {
  const equal = new RegExp(`(${DRAWN}) ?= ?`, 'gu');
  const pointed = new RegExp(`(${DRAWN})(?= ?(?:${listOf(pointers).join('|')}) )`, 'gu');
  const reaction = new RegExp(`\\b(?:${listOf(reactions).join('|')}) (?:\\p{L}+ )?${DRAWN}`, 'iu');
  const answer = anyOf(listOf(values));
  const valued = new RegExp(`(?<=\\p{L}{2}:) ?(${answer}(?: ?${answer}){0,9}) ?(?=$|[.,;!])`, 'gu');
  const names = (drawn: string) => emojiNames(drawn, words).join(words.say('list.comma'));
  const name = (drawn: string) => emojiNames(drawn, words)[0];
  return (line) => {
    if (!NOT_ASCII.test(line)) return line;
    const answered = line.replace(valued, (_all, drawn: string) => ` ${names(drawn)}`);
    const explained = answered.replace(equal, (whole, drawn: string, at: number) => {
      const said = name(drawn);
      return said === undefined ? whole : `${capital(said, around(answered, at, at).before)}: `;
    });
    return reaction.test(explained) ? explained.replace(pointed, (drawn) => name(drawn) ?? drawn) : explained;
  };
}
