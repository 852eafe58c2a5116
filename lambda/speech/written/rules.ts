import { once } from '../../conversation/answers/once';
import type { Form, SignForms } from '../../languages/written';
import { sharedPattern } from '../shared-pattern';

/** Signs of money, as a part of a class of characters. Voices know what they stand for. */
export const MONEY = '$€£₹¥￥₩';

/** Changes one thing in a line. */
export type Stage = (line: string) => string;

/** Forms as a stage, which looks at a line only where it holds one of certain signs or words. */
export function formStage(forms: readonly Form[], trigger?: RegExp): Stage {
  // Each takes the engine a while to read, and most lines need none of them.
  const rules = once(() => forms.map(([pattern = '', said = '']) => ({ pattern: sharedPattern(pattern, 'gu'), said })));
  if (forms.length === 0) return (line) => line;
  return (line) =>
    trigger && !trigger.test(line)
      ? line
      : rules().reduce((text, { pattern, said }) => text.replace(pattern, said), line);
}

/** Groups of forms as a stage, each tried where a line holds one of its signs. */
export function signFormStage(groups: readonly SignForms[]): Stage {
  const stages = groups.map((group) => ({
    signs: [...group.signs],
    change: once(() => formStage(group.forms, !group.holds ? undefined : patternOf(group.holds))),
  }));
  return (line) =>
    stages.reduce((said, { signs, change }) => {
      const concerns = signs.length === 0 || signs.some((sign) => said.includes(sign));
      return concerns ? change()(said) : said;
    }, line);
}

/** Spellings and what each stands for, from "meaning: spellings apart by spaces"; a "|" in one stands for a space. */
export function bySpelling(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([meaning, spellings]) =>
      spellings
        .split(' ')
        .filter((spelling) => spelling !== '')
        .map((spelling) => [spelling.replaceAll('|', ' '), meaning] as const),
    ),
  );
}

/** Matches nothing, and is seen to do so at once. */
export const NEVER = '(?:(?!))';

/** A pattern that a table gives; where it gives none, one of nothing. */
export function patternOf(source: string, flags = 'u'): RegExp {
  return sharedPattern(source === '' ? NEVER : source, flags);
}

/** A pattern of any of the words, and of nothing where there are none; a "|" in a word stands for a space. */
export function anyOf(words: Iterable<string>): string {
  const longestFirst = [...words].filter((word) => word !== '').sort((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return NEVER;
  return `(?:${longestFirst.map((word) => escaped(word).replaceAll('\\|', ' ')).join('|')})`;
}

export function listOf(words: string): readonly string[] {
  return words.split(' ').filter((word) => word !== '');
}

/** Words, and each as it begins a sentence. */
export function inBothCases(words: string): readonly string[] {
  return [...new Set(listOf(words).flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]))];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Words, without some of them. */
export function without(words: string, others: string): readonly string[] {
  const left = listOf(others);
  return listOf(words).filter((word) => !left.includes(word));
}
