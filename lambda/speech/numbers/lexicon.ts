import { normalize } from '../../conversation/normalize';
import type { NumberTable, NumberWords } from '../../languages/numbers';

/** What a word means within a number. */
export type Lexeme =
  /** Adds up; what follows it must be below `room`. `part`: how many make one, where it also names a part ("third"). */
  | {
      readonly kind: 'value';
      readonly value: number;
      readonly room: number;
      readonly ordinal: boolean;
      readonly part?: number;
    }
  /** Multiplies what was said before. */
  | {
      readonly kind: 'scale';
      readonly value: number;
      readonly room: number;
      readonly bare: boolean;
      readonly ordinal: boolean;
      readonly part?: number;
    }
  | { readonly kind: 'joiner'; readonly room: number }
  | { readonly kind: 'article' }
  | { readonly kind: 'minus' }
  | { readonly kind: 'point' }
  | { readonly kind: 'of' }
  | { readonly kind: 'digit'; readonly value: number }
  | { readonly kind: 'repeat'; readonly value: number }
  | { readonly kind: 'part'; readonly part: number; readonly alone: boolean };

/** Words letter by letter, without the spaces within them. */
export interface Letters {
  lexeme?: Lexeme;
  readonly next: Map<number, Letters>;
}

/** Of two meanings of one word, the first stays. */
export function createLexicon(table: NumberTable, words: NumberWords): Letters {
  const root: Letters = { next: new Map() };
  const add = (word: string, lexeme: Lexeme) => addWord(root, word, lexeme);
  const each = (values: Readonly<Record<string, number>>, lexemeOf: (value: number, word: string) => Lexeme) => {
    for (const [word, value] of Object.entries(values)) add(word, lexemeOf(value, word));
  };
  const all = (list: readonly string[], lexeme: Lexeme) => {
    for (const word of list) add(word, lexeme);
  };
  const { from, many } = words['ordinal-parts'];
  const partOf = (value: number) => (value >= from ? { part: value } : {});
  const bare = new Set(table['bare-scales']);

  each({ ...table.cardinals, ...words.cardinals }, (value, word) => {
    return { kind: 'value', value, room: table.rooms[word] ?? 0, ordinal: false };
  });
  each(table.scales, (value, word) => ({ kind: 'scale', value, room: value, bare: bare.has(word), ordinal: false }));
  each(words.scales, (value) => ({ kind: 'scale', value, room: 0, bare: false, ordinal: false }));
  each(table.ordinals, (value) => ({ kind: 'value', value, room: 0, ordinal: true, ...partOf(value) }));
  each(table['ordinal-scales'], (value) => {
    return { kind: 'scale', value, room: 0, bare: true, ordinal: true, ...partOf(value) };
  });
  each(words['lone-parts'], (part) => ({ kind: 'part', part, alone: true }));
  each(words.parts, (part) => ({ kind: 'part', part, alone: false }));
  for (const [word, part] of Object.entries({ ...table.ordinals, ...table['ordinal-scales'] })) {
    const names = part < from ? [] : many.map((form) => form.replace('{{ordinal}}', word));
    all(names, { kind: 'part', part, alone: false });
  }
  each(table.joiners, (room) => ({ kind: 'joiner', room }));
  each(words.digits, (value) => ({ kind: 'digit', value }));
  each(words.repeats, (value) => ({ kind: 'repeat', value }));
  all(words.articles, { kind: 'article' });
  all([...table.minus, ...words.minus], { kind: 'minus' });
  all(table.point, { kind: 'point' });
  all(words.of, { kind: 'of' });
  return root;
}

function addWord(root: Letters, word: string, lexeme: Lexeme): void {
  let node = root;
  for (const letter of withoutSpaces(normalize(word))) {
    const code = letter.codePointAt(0) ?? 0;
    let next = node.next.get(code);
    if (!next) {
      next = { next: new Map() };
      node.next.set(code, next);
    }
    node = next;
  }
  if (node !== root) node.lexeme ??= lexeme;
}

export function withoutSpaces(words: string): string {
  return words.includes(' ') ? words.replaceAll(' ', '') : words;
}
