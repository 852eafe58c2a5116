import { normalize } from '../../conversation/normalize';
import type { NumberTable, NumberWords } from '../../languages/numbers';

/** What a word means within a number. */
export type Lexeme =
  /** Adds up; what follows it must be below `room`. `part`: how many make one, where it also names a part ("third"), `several`: or several ("terzi"). */
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly room: number;
      readonly ordinal: boolean;
      readonly part?: number;
      readonly several?: boolean;
    }
  /** Multiplies what was said before. */
  | {
      readonly kind: 'scale';
      readonly value: number;
      readonly room: number;
      readonly bare: boolean;
      readonly ordinal: boolean;
      readonly part?: number;
      readonly several?: boolean;
    }
  | { readonly kind: 'joiner'; readonly room: number }
  | { readonly kind: 'article' }
  /** Makes an ordinal of the cardinal behind it, or before it, where it is part of the same word if not `apart`. */
  | { readonly kind: 'ordinal-prefix' }
  | { readonly kind: 'ordinal-mark'; readonly apart: boolean }
  | { readonly kind: 'minus' }
  | { readonly kind: 'point' }
  | { readonly kind: 'of' }
  | { readonly kind: 'out-of' }
  | { readonly kind: 'digit'; readonly value: number }
  | { readonly kind: 'repeat'; readonly value: number }
  /** `digit`: what it also is where digits are said one by one, "meia". */
  | { readonly kind: 'part'; readonly part: number; readonly alone: boolean; readonly digit?: number };

/** Words letter by letter, without the spaces within them. */
export interface Letters {
  lexeme?: Lexeme;
  /** None behind the last letter of most words. */
  next?: Map<number, Letters>;
}

function sums(
  first: Readonly<Record<string, number>>,
  joiner: string,
  second: Readonly<Record<string, number>>,
): Record<string, number> {
  const seconds = Object.entries(second);
  return Object.fromEntries(
    Object.entries(first).flatMap(([one, value]) =>
      seconds.map(([other, more]) => [`${one}${joiner}${other}`, value + more]),
    ),
  );
}

/** As the words of a table are: only those written by hand are still to be normalised. */
function normalized(words: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(words).map(([word, value]) => [normalize(word), value]));
}

/** Of two meanings of one word, the first stays. */
export function createLexicon(table: NumberTable, words: NumberWords): Letters {
  const root: Letters = {};
  const add = (word: string, lexeme: Lexeme) => addWord(root, word, lexeme);
  const each = (values: Readonly<Record<string, number>>, lexemeOf: (value: number, word: string) => Lexeme) => {
    for (const [word, value] of Object.entries(values)) add(word, lexemeOf(value, word));
  };
  const all = (list: readonly string[], lexeme: Lexeme) => {
    for (const word of list) add(word, lexeme);
  };
  const { from, many } = words['ordinal-parts'];
  const parts = normalized(words.parts);
  const partOf = (value: number, word: string) => ({
    ...(value >= from && { part: value }),
    ...(word in parts && { several: true }),
  });
  const bare = new Set(table['bare-scales']);

  each({ ...table.cardinals, ...normalized(words.cardinals) }, (value, word) => {
    return { kind: 'value', value, room: table.rooms[word] ?? 0, ordinal: false };
  });
  each(table.scales, (value, word) => ({ kind: 'scale', value, room: value, bare: bare.has(word), ordinal: false }));
  each(normalized(words.scales), (value) => ({ kind: 'scale', value, room: 0, bare: false, ordinal: false }));
  for (const { first, joiner, second, ordinal } of Object.values(words.compounds ?? {})) {
    each(sums(normalized(first), joiner, normalized(second)), (value) => ({ kind: 'value', value, room: 0, ordinal }));
  }
  const ordinalRooms = table['ordinal-rooms'];
  each(table.ordinals, (value, word) => {
    return { kind: 'value', value, room: ordinalRooms[word] ?? 0, ordinal: true, ...partOf(value, word) };
  });
  each(table['ordinal-scales'], (value, word) => {
    return { kind: 'scale', value, room: ordinalRooms[word] ?? 0, bare: true, ordinal: true, ...partOf(value, word) };
  });
  const digits = normalized(words.digits);
  each(normalized(words['lone-parts']), (part, word) => {
    const digit = digits[word];
    return { kind: 'part', part, alone: true, ...(digit !== undefined && { digit }) };
  });
  each(parts, (part) => ({ kind: 'part', part, alone: false }));
  for (const [word, part] of Object.entries({ ...table.ordinals, ...table['ordinal-scales'] })) {
    const names = part < from ? [] : many.map((form) => normalize(form.replace('{{ordinal}}', word)));
    all(names, { kind: 'part', part, alone: false });
  }
  each(table.joiners, (room) => ({ kind: 'joiner', room }));
  each(digits, (value) => ({ kind: 'digit', value }));
  each(normalized(words.repeats), (value) => ({ kind: 'repeat', value }));
  all(table['ordinal-prefixes'], { kind: 'ordinal-prefix' });
  all((words['ordinal-marks'] ?? []).map(normalize), { kind: 'ordinal-mark', apart: words.within !== undefined });
  all(words.articles.map(normalize), { kind: 'article' });
  all([...table.minus, ...words.minus.map(normalize)], { kind: 'minus' });
  all(table.point, { kind: 'point' });
  all(words.of.map(normalize), { kind: 'of' });
  all((words['out-of'] ?? []).map(normalize), { kind: 'out-of' });
  return root;
}

function addWord(root: Letters, word: string, lexeme: Lexeme): void {
  const letters = withoutSpaces(word);
  let node = root;
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    node.next ??= new Map();
    let next = node.next.get(code);
    if (!next) {
      next = {};
      node.next.set(code, next);
    }
    node = next;
  }
  if (node !== root) node.lexeme ??= lexeme;
}

export function withoutSpaces(words: string): string {
  return words.includes(' ') ? words.replaceAll(' ', '') : words;
}
