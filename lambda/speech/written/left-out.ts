import { once } from '../../conversation/answers/once';
import type { Form, Written } from '../../languages/written';
import { BLANK } from '../signals';
import { inRanges } from './alphabet';
import { anyOf, inBothCases, patternOf, type Stage } from './rules';

/** Of a sentence, and what stands between two. */
const ENDS = /(?<=[.!?…]["'”’)]*)(\s+)(?=\S)/u;
const RUN = new RegExp(`(?:[$€£₹] ?)?${BLANK}(?: ?${BLANK})*`, 'g');
/** Where a word stands in a sentence, and not before or behind it. */
const WITHIN = new RegExp(`(?<=\\p{L} )${BLANK}`, 'gu');

interface Rules {
  readonly goes: Change;
  readonly said: Change;
  readonly joint: RegExp;
  readonly begins: RegExp;
  readonly depends: RegExp;
}

type Change = (text: string) => string;

/**
 * What is left of a line where values were left out and no other form says what it was: a sentence that stands. Where the sign
 * may not simply go, its clause does, or a word stands for it, or the sentence goes; all that a line says does not.
 */
export function leftOutStage(written: Written): Stage {
  const { goes, said, thing } = written.leftOut;
  // Nothing is known of sentences that stand without a word: none of them goes.
  if (goes.length === 0 && said.length === 0) return (line) => line;
  const rules = once(() => rulesOf(written));
  return (line) => (line.includes(BLANK) && /\p{L}/u.test(line) ? standing(line, rules(), thing) : line);
}

function rulesOf({ leftOut, alphabet }: Written): Rules {
  const lists = new Map(Object.entries(leftOut.lists).map(([name, words]) => [name, anyOf(inBothCases(words))]));
  const pattern = (source: string, flags: string) =>
    patternOf(
      inRanges(
        source.replace(/\{([a-z]{3,})\}/g, (_list, name: string) => lists.get(name) ?? anyOf([])),
        { alphabet },
      ),
      flags,
    );
  const change = (forms: readonly Form[]): Change => {
    const made = forms.map(([source = '', said = '']) => [pattern(source, 'gu'), said] as const);
    return (text) => made.reduce((result, [form, said]) => result.replace(form, said), text);
  };
  return {
    goes: change(leftOut.goes),
    said: change(leftOut.said),
    joint: pattern(leftOut.joint, 'u'),
    begins: pattern(leftOut.begins, 'u'),
    depends: pattern(leftOut.depends, 'u'),
  };
}

function standing(line: string, rules: Rules, thing: string): string {
  const parts = line.replace(RUN, BLANK).split(ENDS);
  const said = parts.map((part) => (part.includes(BLANK) ? sentence(part, rules) : part)).join('');
  if (/\p{L}/u.test(said)) return said;
  return parts.map((part) => rules.said(rules.goes(part)).replace(WITHIN, thing)).join('');
}

/** A sentence without its signs; empty where it says nothing without them. */
function sentence(text: string, rules: Rules): string {
  const plain = rules.goes(text);
  if (!plain.includes(BLANK)) return plain;
  const kept = rules.depends.test(plain) ? plain : withoutClauses(plain, rules);
  const said = rules.said(kept);
  return said.includes(BLANK) ? '' : said;
}

/** Without the clauses that hold a sign, where others are left; what they begin with must be able to begin a sentence. */
function withoutClauses(text: string, { joint, begins, said }: Rules): string {
  const end = /[.!?…]["'”’)]*$/u.exec(text)?.[0] ?? '';
  const parts = text.slice(0, text.length - end.length).split(joint);
  // Clauses at even places, and between them what joins them.
  const clauses = parts.flatMap((clause, at) => (at % 2 === 0 ? [{ clause, by: parts[at - 1] ?? '' }] : []));
  const [first, ...others] = clauses.filter(({ clause }) => !clause.includes(BLANK));
  if (first === undefined) {
    const told = said(clauses[0]?.clause ?? '');
    return told.includes(BLANK) ? text : told + end;
  }
  if (first !== clauses[0] && !begins.test(first.clause)) return text;
  const begun = first.clause.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return begun + others.map(({ clause, by }) => by + clause).join('') + end;
}
