import { CLASS, MARK } from './lexicon';

/** Where a word stands, seen from an option that is named: from the ends of the utterance, or from the option. */
export const PLACES = [
  'itself',
  'first',
  'second',
  'third',
  'last',
  'before3',
  'before2',
  'before1',
  'behind1',
  'behind2',
  'behind3',
  'before',
  'behind',
] as const;
export type Place = (typeof PLACES)[number];

/** What a word is, beside its classes and marks. `edge`: there is none; `option`: another option is named by it. */
export const KINDS = ['generic', 'unknown', 'edge', 'number', 'option'] as const;
export type Kind = (typeof KINDS)[number];

/** What is so of the option as it is named, and of the utterance. `told`: how many words before or behind it tell something. */
export const OWN = [
  'whole',
  'tie',
  'number',
  'excluded',
  'long',
  'begins',
  'ends',
  'again',
  'other before',
  'others before',
  'other behind',
  'others behind',
  'told before 1',
  'told before 2',
  'told before 3',
  'told before 4',
  'told behind 1',
  'told behind 2',
  'told behind 3',
  'told behind 4',
  'words 3',
  'words 6',
  'words 10',
  'words more',
  'led by start',
  'led by turn',
  'led by pick',
  'led by is',
  'led by there',
  'led by past',
  'led by unclear',
  'inquiry',
  'polar question',
  'matter asked',
  'matter and past',
  'counted name',
] as const;
export type Own = (typeof OWN)[number];

export const CLASSES = Object.keys(CLASS);
export const MARKS = Object.keys(MARK);
const OF_WORDS: readonly string[] = [...CLASSES, ...MARKS.map((mark) => `${mark}*`), ...KINDS];

/** As many signs a place has room for; as many there are in all, each by a number below it. */
export const SLOTS = OF_WORDS.length;
export const SIGNS = PLACES.length * SLOTS;

/** The first sign of each place. */
export const FIRST_SIGN = numbersOf(PLACES, (at) => at * SLOTS);
/** Where the kinds stand among the signs of a place, behind the classes and marks. */
export const KIND_SLOTS = numbersOf(KINDS, (at) => CLASSES.length + MARKS.length + at);
export const OWN_SIGNS = numbersOf(OWN, (at) => FIRST_SIGN.itself + at);

function numbersOf<Name extends string>(names: readonly Name[], number: (at: number) => number) {
  return Object.fromEntries(names.map((name, at) => [name, number(at)])) as Readonly<Record<Name, number>>;
}

/** The number of a sign by its name, "before1" and "carriers"; -1 where there is none. */
export function signOf(place: string, name: string): number {
  const at = PLACES.indexOf(place as Place);
  const slot = namesAt(place).indexOf(name);
  return at < 0 || slot < 0 ? -1 : at * SLOTS + slot;
}

/** The name of a sign. */
export function nameOf(sign: number): readonly [place: Place, name: string] {
  const place = PLACES[Math.floor(sign / SLOTS)] ?? 'itself';
  return [place, namesAt(place)[sign % SLOTS] ?? ''];
}

function namesAt(place: string): readonly string[] {
  return place === 'itself' ? OWN : OF_WORDS;
}
