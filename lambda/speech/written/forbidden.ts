import { emojiNames } from '../emoji/names';
import type { Phrases } from '../phrases';
import type { Table } from './alphabet';
import { around, capital, ENDED, NOT_ASCII, type SignStage } from './around';
import { anyOf, listOf, patternOf } from './rules';

const DRAWN = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\u200d\\p{Extended_Pictographic})*';
/** Signs of a line, or behind a colon, that stand before their things: "Rules: 🚫 glass 🚫 food". */
const BEGINS_DRAWN = /^\s*\p{Extended_Pictographic}/u;
const GOES_ON_DRAWN = /[:.!?(|] ?\p{Extended_Pictographic}[^:.!?(|]*$/u;
/** Longer than a name of a thing, and so a sentence. */
const MOST_WORDS = 7;
/** A sign behind more words belongs to the sentence, not to a thing. */
const MOST_LABEL = 4;
const CLAUSE = /^[^,;:|.!?\p{Extended_Pictographic}]*/u;
const LABEL = /[^,;:|.!?\p{Extended_Pictographic}]*$/u;
const SENTENCE = /^[^.!?|]*/;
/** Stands for a sign that only decorates, which no other stage is to say. */
const SILENT = '✨';

/** "🚫 glass" is "no glass", "Pets 🚫" is "Pets: no", "🚭 in rooms" is "no smoking in rooms": without the sign they say the contrary. */
export function forbiddenStage(words: Phrases, { forbidden, checks, pattern }: Table): SignStage {
  const { signs, no, places } = forbidden;
  const any = pattern(`${anyOf(listOf(signs))}(?: ?(${DRAWN}))?`, 'gu');
  const told = patternOf(forbidden.told);
  const place = pattern(`^(?:${anyOf(listOf(places))}(?!\\p{L})|[^\\p{L}\\p{N}]|$)`, 'u');
  const marks = new Set([...checks, ...forbidden.named].flatMap((sign) => listOf(sign.signs)));
  const named = forbidden.named.map(({ said, signs: ones, unless }) => ({
    said,
    pattern: pattern(anyOf(listOf(ones)), 'gu'),
    unless: patternOf(unless, 'iu'),
  }));
  // Behind a thing the sign answers whether there is such: "Animaux 🚫" is "Animaux: non", not "pas de".
  const [cross = ''] = listOf(forbidden.crosses);
  const answer = checks.find((one) => listOf(one.signs).includes(cross))?.said ?? no;
  const crosses = pattern(anyOf(listOf(forbidden.crosses)), 'gu');
  // Without its word a sign that forbids only decorates.
  if (no === '' && named.length === 0) return (line) => line;
  return (line, { contrasted }) => {
    if (!NOT_ASCII.test(line)) return line;
    // A single one only tells of a failure.
    const isCrossed = !contrasted.has(checks) && (line.match(crosses)?.length ?? 0) > 1;
    const crossed = isCrossed ? line.replace(crosses, listOf(signs)[0] ?? '') : line;
    return named.reduce(
      (text, one) => text.replace(one.pattern, (sign, at: number, all: string) => saidOf(one, sign, at, all)),
      crossed.replace(any, saidNo),
    );
  };

  function saidOf({ said, unless }: (typeof named)[number], sign: string, at: number, line: string): string {
    const { before, after } = around(line, at, at + sign.length);
    const isValue = before.endsWith(':') && /^(?:$|[.,;!])/.test(after);
    if (!isValue && unless.test(SENTENCE.exec(after)?.[0] ?? '')) return SILENT;
    if (before === '' && after === '') return sign;
    return `${lead(before)}${capital(said, before)}${place.test(after) ? ' ' : ': '}`;
  }

  function saidNo(found: string, drawn: string | undefined, at: number, line: string): string {
    const { before, after } = around(line, at, at + found.length);
    const silent = SILENT + (drawn ?? '');
    const name = drawn === undefined || marks.has(drawn) ? undefined : emojiNames(drawn, words)[0];
    const thing = (CLAUSE.exec(after)?.[0] ?? '').trim();
    const label = (LABEL.exec(before.replace(/:$/, ''))?.[0] ?? '').trim();
    if (name !== undefined)
      return ` ${label.includes(' ') && told.test(label) ? name : `${capital(no, before)} ${name}`} `;
    const leads = ENDED.test(before) || BEGINS_DRAWN.test(line) || GOES_ON_DRAWN.test(before);
    if (leads && thing !== '') {
      if (told.test(thing) || thing.split(' ').length > MOST_WORDS) return silent;
      return `${isOpen(before) ? ' ' : ', '}${capital(no, before)} ${drawn ?? ''}`;
    }
    if (label === '' || told.test(label) || label.split(' ').length > MOST_LABEL) return silent;
    return `${lead(before)}${answer}${/^[\p{L}\p{N}]/u.test(after) ? ', ' : ' '}${drawn ?? ''}`;
  }
}

function isOpen(before: string): boolean {
  return before === '' || ENDED.test(before);
}

function lead(before: string): string {
  return isOpen(before) ? ' ' : ': ';
}
