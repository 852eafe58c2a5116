import type { Written } from '../../languages/written';
import { emojiNames } from '../emoji/names';
import { apply, type Rule } from '../line/rules';
import type { Phrases } from '../phrases';
import { around, capital, NOT_ASCII, type SignStage } from './around';

/** Full stars, and empty ones behind them. */
const RUN = /[★⭐🌟]{2,10}☆{0,9}|[★⭐]☆{1,9}/gu;
const SINGLE = /(?<![★⭐🌟☆])[★⭐](?![★⭐🌟☆])/gu;
/** Stars that only frame something. */
const FRAME = /★☆★|⭐☆⭐/u;
const DOTS = /([●■▮▓█◼])\1{0,9}([○□▯░◻])\2{0,9}/gu;

const BAR = '[●■▮▓█◼○□▯░◻]{2,40}';
/** What only draws the number beside it. */
const DRAWN: readonly Rule[] = [
  [new RegExp(`(?<=\\d ?%) {0,3}${BAR} {0,3}(?=\\p{Lu}\\p{Ll})`, 'gu'), '. '],
  [new RegExp(`(?<=\\d ?%) {0,3}${BAR}|${BAR}(?= {0,3}\\d{1,3} ?%)`, 'gu'), ' '],
  [/(?<=\d ?\/ ?(?:5|10) {0,3})[★⭐]{1,10}☆{0,9}/gu, ' '],
];

/** Rows of signs that count something: "⭐⭐⭐⭐" is "four stars", "●●●○○" is "3 of 5". */
export function scaleStage(words: Phrases, { scale }: Written): SignStage {
  return (line) => {
    if (!NOT_ASCII.test(line)) return line;
    return withStars(apply(DRAWN, line), words).replace(DOTS, (run, full: string) => {
      if (scale === '') return run;
      const all = [...run];
      const count = all.filter((sign) => sign === full).length;
      return ` ${scale.replace('{{full}}', String(count)).replace('{{all}}', String(all.length))} `;
    });
  };
}

function withStars(line: string, words: Phrases): string {
  const runs = line.match(RUN)?.length ?? 0;
  if (runs === 0 || FRAME.test(line)) return line;
  const isRow = runs > 1 || /⭐ ⭐⭐/u.test(line);
  const say = (run: string, at: number, text: string) => {
    const { before, after } = around(text, at, at + run.length);
    // What stands alone is named with all other emoji that do.
    if (before === '' && after === '') return run;
    const name = emojiNames(run, words)[0];
    if (name === undefined) return run;
    const lead = before === '' || /\p{P}$/u.test(before) ? ' ' : isRow ? ', ' : ': ';
    return `${lead}${capital(name, before)}${/^[\p{L}\p{N}]/u.test(after) ? ': ' : ''}`;
  };
  const said = line.replace(RUN, say);
  return isRow ? said.replace(SINGLE, say) : said;
}
