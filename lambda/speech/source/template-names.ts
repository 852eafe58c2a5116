import table from './template-words.json';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const VALUES = setOf(table.values);
const CERTAIN = setOf(table.certain);
const SINGLE = setOf(table.single);
const SMALL = setOf(table.small);
const KNOWN: ReadonlySet<string> = new Set([...VALUES, ...setOf(table.beside)]);

/** Between the words of a name: "firstName", "order_no", "order->total", "Guest's Name". */
const JOINTS = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|['’]s\b|[_\s./>-]/;
const MOST_WORDS = 6;
/** Between two of them: "Day of Week". */
const OF = 'of';

/**
 * Whether what stands between signs that are written in sentences, too, is what templates call a value. Their names are mostly English
 * in whatever language the text is, as those who write templates write programs; a few are words of the text's language.
 */
export function isValueName(name: string): boolean {
  const words = wordsOf(name);
  return words.length <= MOST_WORDS && words.every(isKnown) && words.some(isValue);
}

/** The same of a name between no signs at all, "ORDER_ID": only where its last word can be nothing else. */
export function isBareName(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && words.every(isKnown) && CERTAIN.has(words.at(-1) ?? '');
}

/** The same of a name in square brackets, between which there may be a button. */
export function isFieldName(name: string): boolean {
  const words = wordsOf(name);
  if (words.length === 1) return SINGLE.has(words[0] ?? '') || isCompound(words[0] ?? '');
  return isValueName(name) && words.some((word) => CERTAIN.has(word) || word === OF);
}

/** The same of a single word in small letters, which may be the name of an element. */
export function isSingleName(name: string): boolean {
  return SINGLE.has(name) || SMALL.has(name);
}

function wordsOf(name: string): readonly string[] {
  return name
    .split(JOINTS)
    .map((word) => word.toLowerCase().replace(/\d+$/, ''))
    .filter((word) => word !== '');
}

function isKnown(word: string): boolean {
  return KNOWN.has(word) || isCompound(word);
}

function isValue(word: string): boolean {
  return VALUES.has(word) || isCompound(word);
}

/** Two words written as one: "orderno". */
function isCompound(word: string): boolean {
  for (let at = 3; at <= word.length - 2; at += 1) {
    if (KNOWN.has(word.slice(0, at)) && CERTAIN.has(word.slice(at))) return true;
  }
  return false;
}
