import type { SentenceEnds } from '../languages/punctuation';
import { memoize } from './memoize';
import { NEVER } from './written/rules';

/** Longer than any abbreviation. */
const LONGEST = 32;
/** Before an abbreviation. */
const APART = '(?:^|[\\s(\\[/"\'“„«])';

interface Unfinished {
  /** What stands before the end of what is no sentence. */
  readonly before: RegExp;
  /** The parts of abbreviations with spaces: what stands before the space, and what behind it. */
  readonly within: readonly (readonly [before: RegExp, after: RegExp])[];
}

const unfinishedOf = memoize((ends: SentenceEnds): Unfinished => {
  const { abbreviations, ordinals } = ends;
  const shortest = ends['longest-short'];
  const before = [
    ...abbreviations.map(inEitherCase),
    ...(shortest > 0 ? [`\\p{Lu}\\p{Ll}{0,${shortest - 1}}\\.`] : []),
    ...(ordinals ? ['\\d{1,2}\\.'] : []),
  ];
  const within = abbreviations.flatMap((abbreviation) => {
    const parts = abbreviation.split(' ');
    return parts.slice(1).map((_part, at) => {
      const first = inEitherCase(parts.slice(0, at + 1).join(' '));
      const others = escaped(parts.slice(at + 1).join(' '));
      return [new RegExp(`${APART}${first}$`, 'u'), new RegExp(`^\\s?${others}`, 'u')] as const;
    });
  });
  return { before: new RegExp(`${APART}(?:${before.join('|') || NEVER})$`, 'u'), within };
});

/** Whether a text that ends a sentence by its signs goes on: behind "Dr.", "z. B." or "am 3.". */
export function isUnfinished(text: string, after: string, ends: SentenceEnds): boolean {
  if (!text.endsWith('.')) return false;
  const end = text.slice(-LONGEST);
  const { before, within } = unfinishedOf(ends);
  return before.test(end) || within.some(([first, others]) => first.test(end) && others.test(after));
}

/** An abbreviation within a sentence and at its beginning, however its parts stand apart. */
function inEitherCase(abbreviation: string): string {
  const [first = ''] = abbreviation;
  const capital = first.toUpperCase();
  const rest = escaped(abbreviation.slice(first.length));
  return first === capital ? escaped(first) + rest : `[${first}${capital}]${rest}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s?');
}
