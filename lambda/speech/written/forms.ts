import { memoize } from '../memoize';

/** In the order in which a table writes the forms of a word: "one|other", in Arabic "zero|one|two|few|many|other". */
const ORDER: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Node 20 takes no more of them, and no language tells more apart. */
const MOST_DECIMALS = 20;

const rulesOf = memoize((language: string) =>
  memoize((decimals: number) => new Intl.PluralRules(language, { minimumFractionDigits: decimals })),
);

/** How numbers are written. */
export interface NumberStyle {
  readonly language: string;
  /** What stands before decimals: "." or ",". */
  readonly decimal: string;
}

/** The form of a word that stands behind a number, of all its forms; a language that has one for all writes only that. */
export function formFor(number: string, forms: string, { language, decimal }: NumberStyle): string {
  const all = forms.split('|');
  const [first = '', second = first] = all;
  if (all.length === 1) return first;
  const [whole = '', decimals = ''] = number.split(decimal || '.');
  const rules = rulesOf(language)(Math.min(decimals.length, MOST_DECIMALS));
  const kind = rules.select(Number(`${whole.replace(/\D/g, '')}.${decimals || '0'}`));
  if (all.length === 2) return kind === 'one' ? first : second;
  const kinds = rules.resolvedOptions().pluralCategories;
  return all[ORDER.filter((one) => kinds.includes(one)).indexOf(kind)] ?? second;
}

/** The form of one thing, and the one of several. */
export function oneAndMany(forms: string): readonly [one: string, many: string] {
  const all = forms.split('|');
  const [one = ''] = all;
  return [all.at(-5) ?? one, all.at(-1) ?? one];
}

/** Scripts whose words stand beside each other without a space. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A number, or a name, and the word behind it. */
export function beside(first: string, word: string): string {
  return UNSPACED.test(word) ? first + word : `${first} ${word}`;
}
