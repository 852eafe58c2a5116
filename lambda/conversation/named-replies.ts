import { alternatives, LONGEST_TEXT, type MenuOption, repliesIn, tidy } from './menu';
import type { Voice } from './ports/voice';

/** What may stand around a word that is to be said as written. */
const QUOTE = '["\'“”‘’]';
const SENTENCE_END = /(?<=[.!?…])\s+|\n+/u;

/**
 * The words that a text asks to be told, with what each stands for: "(Y/N)", "Reply YES to confirm or NO to cancel", "Type
 * CONFIRM to proceed". A word is one in capitals or in quotation marks; a letter needs to be told what it is for.
 */
export function namedIn(text: string, voice: Voice): readonly MenuOption[] {
  if (text.length > LONGEST_TEXT) return [];
  const polar = polarIn(text, voice);
  if (polar.length > 0) return polar;
  // "Reply 0 for the main menu" is no menu by itself.
  const found = [
    ...repliesIn(text, voice),
    ...text.split(SENTENCE_END).flatMap((sentence) => wordsIn(sentence, voice)),
  ];
  return found.filter(({ label }, index) => found.findIndex((other) => other.label === label) === index);
}

/** "(Y/N)": told in the letters that the bot wrote. */
function polarIn(text: string, { menuWords, word }: Voice): readonly MenuOption[] {
  for (const pattern of menuWords.polar) {
    const found = new RegExp(pattern, 'iu').exec(text);
    const [, yes, no] = found ?? [];
    if (yes !== undefined && no !== undefined) {
      return [
        { label: word('yes'), reply: yes },
        { label: word('no'), reply: no },
      ];
    }
  }
  return [];
}

function wordsIn(sentence: string, { menuWords }: Voice): readonly MenuOption[] {
  const { joins, conjunctions, articles } = menuWords;
  const [verbs, leads, either] = [menuWords.verbs, menuWords.leads, conjunctions].map(inAnyCase);
  const verb = `(?:^[^\\p{L}\\p{N}]*|[,:;–—-]\\s*|(?<![\\p{L}\\p{N}])(?:${leads})\\s+)(?:${verbs})`;
  const word = `(?:(?:${alternatives(articles)})\\s+)?(?:${QUOTE}(\\p{L}[\\p{L}\\p{N}_-]{0,19})${QUOTE}|(\\p{Lu}[\\p{Lu}\\p{N}_-]{0,19})(?![\\p{L}\\p{N}]))`;
  const purpose = `(?:,?\\s+(?:${alternatives(joins)})\\s+([^,;.!?\\n]{1,60}?)(?=\\s+(?:${either})\\s+|[,;.!?\\n]|$))?`;
  const lead = new RegExp(`${verb}\\s`, 'u').exec(sentence);
  if (!lead) return [];
  const named = new RegExp(`(?:${verb}\\s+|\\s(?:${either})\\s+|,\\s+)${word}${purpose}`, 'gu');
  return [...sentence.slice(lead.index).matchAll(named)].flatMap(([, quoted, capital, use]) => {
    const reply = quoted ?? capital ?? '';
    const said = use === undefined ? undefined : tidy(use);
    if (reply.length > 1) return [{ label: reply.toLowerCase(), reply, ...(said !== undefined && { purpose: said }) }];
    return said === undefined ? [] : [{ label: said, reply }];
  });
}

/** A word in small letters, with a capital, and in capitals. */
function inAnyCase(words: readonly string[]): string {
  const cases = words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]);
  return alternatives([...new Set(cases)]);
}
