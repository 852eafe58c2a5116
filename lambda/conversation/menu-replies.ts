import { plainDigits } from './digits';
import { type MenuOption, tidy } from './menu-option';
import type { Voice } from './ports/voice';

/** What a text asks to be told, and where it says so. */
export interface ToldReply extends MenuOption {
  readonly at: number;
}

/** The numbers to reply with: "Reply 1 for yes, 2 for no", "To pay, press 1". */
export function repliesIn(text: string, { menu }: Voice): readonly ToldReply[] {
  return menu.asksForNumber.test(text) ? repliesBy(menu.numbers, text, menu.asksForNumber) : [];
}

/** The letters to reply with, behind what they are for: "To swap it, reply B". */
export function lettersIn(text: string, { menu }: Voice): readonly ToldReply[] {
  return repliesBy(menu.letters, text, menu.asksForNumber).filter(({ reply }) => /\p{Lu}/u.test(reply));
}

/** What several patterns find, in the order of the text; of what is found twice the first pattern's. */
function repliesBy(patterns: readonly RegExp[], text: string, asksForNumber: RegExp): readonly ToldReply[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ groups, index }) => {
      const label = tidy(groups?.label ?? '');
      // "1 for support say 2": what follows the number belongs to another.
      if (label === undefined || asksForNumber.test(label)) return [];
      return [{ label, reply: plainDigits(groups?.reply ?? ''), at: index }];
    }),
  );
  const first = found.filter(({ reply }, index) => found.findIndex((other) => other.reply === reply) === index);
  return first.sort((one, other) => one.at - other.at);
}
