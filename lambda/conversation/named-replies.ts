import { LONGEST_TEXT } from './menu';
import { type MenuOption, tidy } from './menu-option';
import { lettersIn, repliesIn } from './menu-replies';
import { ofSource } from './of-source';
import type { Voice } from './ports/voice';

const SENTENCE_END = /(?<=[.!?…])\s+|\n+/u;

/**
 * The words that a text asks to be told, with what each stands for: "(Y/N)", "Reply YES to confirm or NO to cancel", "Type
 * CONFIRM to proceed". A word is one in capitals or in quotation marks; a letter needs to be told what it is for.
 */
export const namedIn = ofSource((source, voice): readonly MenuOption[] => {
  if (source.length > LONGEST_TEXT) return [];
  const text = voice.lines(source).join('\n');
  const polar = polarIn(text, voice);
  if (polar.length > 0) return polar;
  // "Reply 0 for the main menu" is no menu by itself.
  const words = voice.menu.namable.test(text)
    ? text.split(SENTENCE_END).flatMap((sentence) => wordsIn(sentence, voice))
    : [];
  const found = [...repliesIn(text, voice), ...lettersIn(text, voice), ...words];
  const named = withPolarLetters(found, voice);
  return named.filter(({ label }, index) => named.findIndex((other) => other.label === label) === index);
});

/** "Reply Y to renew or N to leave it": the letters of yes and no are what somebody means who says yes or no, too. */
function withPolarLetters(options: readonly MenuOption[], voice: Voice): readonly MenuOption[] {
  const letters = options.filter(({ reply }) => reply.length === 1);
  const polar = letters.flatMap((one) => letters.flatMap((other) => polarIn(`(${one.reply}/${other.reply})`, voice)));
  return options.map((option) => {
    const meant = polar.find(({ reply }) => reply === option.reply);
    return meant ? { ...option, synonym: meant.label } : option;
  });
}

/** "(Y/N)": told in the letters that the bot wrote. */
function polarIn(text: string, { menu, word }: Voice): readonly MenuOption[] {
  for (const pattern of menu.polar) {
    const [, yes, no] = pattern.exec(text) ?? [];
    if (yes !== undefined && no !== undefined) {
      return [
        { label: word('yes'), reply: yes },
        { label: word('no'), reply: no },
      ];
    }
  }
  return [];
}

function wordsIn(sentence: string, { menu }: Voice): readonly MenuOption[] {
  const request = menu.asksForWord.exec(sentence);
  if (!request) return [];
  return [...sentence.slice(request.index).matchAll(menu.words)].flatMap(([, quoted, capital, use]) => {
    const reply = quoted ?? capital ?? '';
    const said = use === undefined ? undefined : tidy(use);
    if (reply.length > 1) return [{ label: reply.toLowerCase(), reply, ...(said !== undefined && { synonym: said }) }];
    return said === undefined ? [] : [{ label: said, reply }];
  });
}
