import { emojiNames } from '../emoji/names';
import type { Phrases } from '../phrases';
import type { SignContext } from './context';
import { anyOf, listOf } from './rules';
import type { Named, Written } from './table';

/** Changes a line by what the whole text tells of its signs. */
export type SignStage = (line: string, context: SignContext) => string;

/** The colour of a skin. */
const LOOK = '[\\u{1f3fb}-\\u{1f3ff}]*';
const NOT_ASCII = /[^ -~]/;
/** So much on both sides of a sign tells how it is to be said. */
const NEAR = 20;

function around(line: string, from: number, to: number): { readonly before: string; readonly after: string } {
  return { before: line.slice(Math.max(0, from - NEAR), from).trimEnd(), after: line.slice(to, to + NEAR).trimStart() };
}

/** "Wi-Fi ✓, pool ✗" is "Wi-Fi: yes, pool: no"; a sign that only decorates stays, to be taken away. */
export function contrastStage(group: readonly Named[], { alwaysSaid, choice }: Written): SignStage {
  const names = new Map(group.flatMap(({ said, signs }) => listOf(signs).map((sign) => [sign, said] as const)));
  const sign = anyOf(names.keys());
  const any = new RegExp(`(${sign})${LOOK}`, 'gu');
  const always = new Set(listOf(alwaysSaid));
  const leading = new RegExp(`(?:^|[.?!:] )[\\s|•·*-]{0,5}${sign}${LOOK} ?[\\p{L}\\p{N}]`, 'u');
  const between = new RegExp(`(${sign}${LOOK})( ?)(?:/|\\|)?( ?)(?=${sign})`, 'gu');
  return (line, { contrasted }) => {
    if (!NOT_ASCII.test(line)) return line;
    const isLegend = leading.test(line);
    return line.replace(between, '$1, ').replace(any, (written, found: string, at: number, text: string) => {
      const { before, after } = around(text, at, at + written.length);
      const isValue = /[:=|]$/.test(before) && /^(?:$|[|,.;])/.test(after);
      const isAlone = before === '' && after === '';
      const isChoice = new RegExp(`^${choice}\\b`).test(after) || new RegExp(`\\b${choice}$`).test(before);
      const isSaid = contrasted.has(group) || isValue || isChoice || (always.has(found) && !isAlone);
      if (!isSaid || isAlone) return written;
      return placed(names.get(found) ?? '', { before, after, isLegend, isChoice });
    });
  };
}

interface Place {
  readonly before: string;
  readonly after: string;
  /** The line begins with a sign: each stands before what it says something of. */
  readonly isLegend: boolean;
  readonly isChoice: boolean;
}

function placed(said: string, { before, after, isLegend, isChoice }: Place): string {
  if (isChoice) return ` ${said} `;
  if (isLegend)
    return `${before === '' || /[,|;:.]$/.test(before) ? ' ' : ', '}${capital(said, before)}${after === '' ? '' : ': '}`;
  const lead = before === '' || /[,|;:.?!=]$/.test(before) ? ' ' : ': ';
  return `${lead}${/[.?!]$/.test(before) ? capital(said, '') : said}${/^[\p{L}\p{N}]/u.test(after) ? ', ' : ' '}`;
}

function capital(said: string, before: string): string {
  return before === '' ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}

const RUN = /[★⭐🌟]{2,10}☆{0,9}|[★⭐]☆{1,9}/gu;
const SINGLE = /(?<![★⭐🌟☆])[★⭐](?![★⭐🌟☆])/gu;
const DOTS = /([●■▮▓█◼])\1{0,9}([○□▯░◻])\2{0,9}/gu;

/** Rows of signs that count something: "⭐⭐⭐⭐" is "four stars", "●●●○○" is "3 of 5". */
export function scaleStage(words: Phrases, { scale }: Written): SignStage {
  return (line) => {
    if (!NOT_ASCII.test(line)) return line;
    const runs = line.match(RUN)?.filter((run) => !/☆[★⭐]/u.test(run)) ?? [];
    const named =
      runs.length === 0 || /★☆★|⭐☆⭐/u.test(line) ? line : namedRuns(line, runs.length > 1 || /⭐ ⭐⭐/u.test(line));
    return named.replace(DOTS, (run, full: string) => {
      const all = [...run];
      const count = all.filter((sign) => sign === full).length;
      return ` ${scale.replace('{{full}}', String(count)).replace('{{all}}', String(all.length))} `;
    });
  };

  function namedRuns(line: string, isRow: boolean): string {
    const say = (run: string, at: number, text: string) => {
      const { before, after } = around(text, at, at + run.length);
      // What stands alone is named with all other emoji that do.
      if (before === '' && after === '') return run;
      const name = emojiNames(run, words)[0] ?? '';
      const lead = before === '' || /[\p{P}]$/u.test(before) ? ' ' : isRow ? ', ' : ': ';
      return `${lead}${before === '' ? capital(name, '') : name}${/^[\p{L}\p{N}]/u.test(after) ? ': ' : ''}`;
    };
    const runs = line.replace(RUN, say);
    return isRow ? runs.replace(SINGLE, say) : runs;
  }
}

const DRAWN = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\u200d\\p{Extended_Pictographic})*';

/** Signs that are given as an answer or explained: "press 👍 for yes", "🌱 = vegan". */
export function legendStage(words: Phrases, { reactions, pointers }: Written): SignStage {
  const equal = new RegExp(`(${DRAWN}) ?= ?`, 'gu');
  const pointed = new RegExp(`(${DRAWN})(?= ?(?:${listOf(pointers).join('|')}) )`, 'gu');
  const reaction = new RegExp(`\\b(?:${listOf(reactions).join('|')}) (?:\\p{L}+ )?${DRAWN}`, 'iu');
  const name = (drawn: string) => emojiNames(drawn, words)[0];
  return (line) => {
    if (!NOT_ASCII.test(line)) return line;
    const explained = line.replace(equal, (whole, drawn: string, at: number) => {
      const said = name(drawn);
      return said === undefined ? whole : `${capital(said, around(line, at, at).before)}: `;
    });
    if (!reaction.test(explained)) return explained;
    return explained.replace(pointed, (drawn) => name(drawn) ?? drawn);
  };
}

const ARROW = / ?(?:[→⇒➔➜➝➞➡⟶⮕]|(?<=[\p{L}\p{N})] )(?:-{1,2}|=)>(?= [\p{L}\p{N}$€£])) ?/gu;

/** "Berlin → Rome" goes to Rome; "Settings → Account" is a step. */
export function arrowStage({ arrows }: Written): SignStage {
  const path = new RegExp(arrows.path, 'iu');
  return (line) => {
    if (!/[→⇒➔➜➝➞➡⟶⮕>]/u.test(line)) return line;
    const isPath = path.test(line) || (line.match(ARROW)?.length ?? 0) > 1;
    return line.replace(ARROW, (arrow, at: number) => {
      const { before, after } = around(line, at, at + arrow.length);
      const joins = /[\p{L}\p{N})%"”’.]$/u.test(before) && /^[\p{L}\p{N}($€£₹"“‘]/u.test(after);
      if (!joins) return arrow;
      if (at < NEAR && /^\p{L}+ \d+$/u.test(before)) return ': ';
      return isPath ? `, ${arrows.then} ` : ` ${arrows.to} `;
    });
  };
}
