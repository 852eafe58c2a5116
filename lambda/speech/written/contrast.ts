import type { Named } from '../../languages/written';
import type { Table } from './alphabet';
import { type Around, around, capital, ENDED, NOT_ASCII, type SignStage } from './around';
import { ledStage } from './led';
import { anyOf, listOf } from './rules';

/** The colour of a skin. */
const LOOK = '[\\u{1f3fb}-\\u{1f3ff}]*';
/** What is left of a sign: the colour of a skin, a joiner. */
const SIGNS_ONLY = /^[^\p{L}\p{N}]+/u;
/** What a word begins with. Japanese has these as well, although no word of it ends at them. */
const WORD = '[\\p{L}\\p{N}ぁ-ヿ㐀-鿿]';
/** A sign behind more words than these belongs to the sentence, not to a thing. */
const MOST_WORDS = 3;

/** "Wi-Fi ✓, pool ✗" is "Wi-Fi: yes, pool: no"; a sign that only decorates stays, to be taken away. */
export function contrastStage(group: readonly Named[], written: Table): SignStage {
  const { alwaysSaid, choice, checks, pattern } = written;
  const behind = ledStage(group, written);
  const names = new Map(group.flatMap(({ said, signs }) => listOf(signs).map((sign) => [sign, said] as const)));
  const told = new Map(
    group.flatMap(({ told, signs }) => (told ? listOf(signs).map((sign) => [sign, pattern(told, 'u')] as const) : [])),
  );
  const sign = `${anyOf(names.keys())}${LOOK}`;
  const any = pattern(`(${anyOf(names.keys())})${LOOK}`, 'gu');
  // The words since the last punctuation or sign.
  const label = pattern(`(?:(?!${anyOf(names.keys())})[^,;:|.?!()])*$`, 'u');
  const always = new Set(listOf(alwaysSaid));
  const first = pattern(`^[\\s•·*-]{0,5}${sign} ?${WORD}`, 'u');
  const several = pattern(`[.?!:。？！：] ?${sign} ?${WORD}.*${sign}`, 'u');
  // "Bar? ✅ Pool? ❌": there the sign answers what stands before it.
  const answers = pattern(`${sign}[^${WORD.slice(1)}*$`, 'u');
  const between = pattern(`(${sign})( ?)(?:/|\\|)?( ?)(?=${sign})`, 'gu');
  const slashed = pattern(`(?<=[\\p{L}\\p{N}]) / (?=${sign} ?\\p{L})`, 'gu');
  const chosen = { before: pattern(`${sign} ${choice}$`, 'u'), after: pattern(`^${choice} ${sign}`, 'u') };

  return (line, { contrasted }) => {
    if (!NOT_ASCII.test(line)) return line;
    const isContrasted = contrasted.has(group);
    const ordered = isContrasted && group === checks ? behind(line) : line;
    const cells = ordered.replace(between, '$1, ').replace(slashed, ', ').split('|');
    return cells.map((cell) => saidCell(cell, isContrasted, cells.length > 1)).join('|');
  };

  function saidCell(cell: string, isContrasted: boolean, isRow: boolean): string {
    const isLegend = first.test(cell) || (several.test(cell) && !answers.test(cell));
    return cell.replace(any, (written, found: string, at: number, text: string) => {
      const place = around(text, at, at + written.length);
      const { before, after } = place;
      const isAlone = before === '' && after === '';
      const isChoice = chosen.before.test(before) || chosen.after.test(after);
      const isValue = isAlone ? isRow : /[:=]$/.test(before) && /^(?:$|[,.;])/.test(after);
      const isLabelled =
        isLegend || (label.exec(before)?.[0] ?? '').replace(SIGNS_ONLY, '').split(' ').length <= MOST_WORDS;
      const isSaid = isValue || isChoice || (!isAlone && isLabelled && (isContrasted || always.has(found)));
      // "❌ No parking" says it in words.
      if (isSaid && startsWithWord(after, names.get(found) ?? '')) return before === '' ? '' : ', ';
      const [own = ''] = after.split(any, 1);
      if (isSaid && told.get(found)?.test(own)) return before === '' ? '' : ', ';
      if (isSaid && isAlone) return names.get(found) ?? '';
      return isSaid ? placed(names.get(found) ?? '', { ...place, isLegend, isChoice }) : written;
    });
  }
}

function startsWithWord(text: string, word: string): boolean {
  return text.toLowerCase().startsWith(`${word} `);
}

interface Place extends Around {
  /** The line begins with a sign: each stands before what it says something of. */
  readonly isLegend: boolean;
  readonly isChoice: boolean;
}

function placed(said: string, { before, after, isLegend, isChoice }: Place): string {
  if (isChoice) return ` ${said} `;
  const isOpen = before === '' || before.endsWith('=') || ENDED.test(before);
  if (isLegend) return `${isOpen ? ' ' : ', '}${capital(said, before)}${after === '' ? '' : ': '}`;
  const word = /(?:^|[.?!])$/.test(before) ? capital(said, '') : said;
  return `${isOpen ? ' ' : ': '}${word}${/^[\p{L}\p{N}]/u.test(after) ? ', ' : ' '}`;
}
