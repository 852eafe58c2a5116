import { escapeRegExp } from '../../simulator/echo/samples';
import { OperatorProblem } from '../problem';

/** `/pattern/` or `/pattern/i`. */
const REGULAR = /^\/(.+)\/([im]*)$/s;

/** The wordings of a phrase of ours, each a template with `{{name}}` places. @throws OperatorProblem for a phrase that there is not */
export type Wordings = (key: string) => readonly string[];

/**
 * Whether this was heard. `…` stands for any words, `{goodbye}` or `{question.reply}` for any wording of that phrase, in the
 * language that is spoken; `/…/` is a regular expression. All else is heard as written, but for line ends.
 */
export function isHeard(written: string, heard: string, wordings: Wordings): boolean {
  const [, source, flags] = REGULAR.exec(written) ?? [];
  if (source !== undefined) return new RegExp(source, `${flags}u`).test(heard);
  return new RegExp(`^${patternOf(inOneLine(written), wordings)}$`, 'su').test(inOneLine(heard));
}

/** Whether this is a part of what was heard, with any capitals. */
export function isPartHeard(written: string, heard: string, wordings: Wordings): boolean {
  const [, source, flags] = REGULAR.exec(written) ?? [];
  if (source !== undefined) return new RegExp(source, `${flags}u`).test(heard);
  const words = inOneLine(written);
  // "mon" is no part of "Monday"; words of scripts without spaces stand among others.
  const before = /^[\p{Script=Latin}\p{N}]/u.test(words) ? '(?<![\\p{Script=Latin}\\p{N}])' : '';
  const after = /[\p{Script=Latin}\p{N}]$/u.test(words) ? '(?![\\p{Script=Latin}\\p{N}])' : '';
  return new RegExp(`${before}(?:${patternOf(words, wordings)})${after}`, 'isu').test(inOneLine(heard));
}

function patternOf(written: string, wordings: Wordings): string {
  return written
    .split(/(\{[\w.-]+\}|…)/)
    .map((piece) => {
      if (piece === '…') return '.*';
      const [, key] = /^\{(.+)\}$/.exec(piece) ?? [];
      return key === undefined ? escapeRegExp(piece) : `(?:${wordings(key).map(wordingPattern).join('|')})`;
    })
    .join('');
}

/** The phrases of a language, as its folder has them. */
export type PhraseTable = Readonly<Record<string, unknown>>;

/**
 * Looks phrases up: questions of ours by their name, and all others by theirs, `group.name`; with the forms that they have for a
 * business with a name and the like.
 */
export function wordingsIn(words: PhraseTable): Wordings {
  return (key) => {
    const [group = '', name] = key.split('.');
    const found =
      name === undefined
        ? [...formsOf(tableOf(words.question), group), ...formsOf(words, group)]
        : formsOf(tableOf(words[group]), name);
    if (found.length === 0) throw new OperatorProblem([`there are no words for {${key}}`]);
    return found;
  };
}

/** `welcome`, and `welcome_named`. */
function formsOf(table: PhraseTable, name: string): readonly string[] {
  const forms = Object.keys(table).filter((key) => key === name || key.startsWith(`${name}_`));
  return forms.flatMap((key) => table[key]).filter((wording) => typeof wording === 'string');
}

function tableOf(value: unknown): PhraseTable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PhraseTable) : {};
}

function wordingPattern(wording: string): string {
  return wording
    .split(/\{\{\w+\}\}/)
    .map(escapeRegExp)
    .join('.+');
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
