import { isElement } from '../html-elements';
import { isBareName, isFieldName, isSingleName, isValueName } from './template-names';
import table from './template-words.json';

/** What stands for a value that was not filled in. */
interface Empty {
  /** Texts without it hold none; absent: it has several. */
  readonly sign?: string;
  readonly pattern: RegExp;
  /** Where the signs are written in sentences, too: whether what stands between them (its first group) names a value. */
  readonly names?: (name: string, at: number, text: string) => boolean;
}

/** Where a program's word is an author's own: "left undefined by the contract". */
const MEANT = new RegExp(table.meant, 'uy');
const isUnmeant = (_name: string, at: number, text: string) => {
  MEANT.lastIndex = at;
  return !MEANT.test(text);
};
/** Or what looks like a name of programs alone: "OrderNo", "order_no". */
const isIdentifier = (name: string) => isValueName(name) || /^\w*(?:[a-z][A-Z]|[a-z]_[a-z]|[A-Z]_[A-Z])\w*$/.test(name);
const isPerhapsValue = (name: string) => isValueName(name) || /_/.test(name);
/** What a reader is told to fill in: "Text BOOK <date>". */
const TOLD = new RegExp(table.told, 'u');
const LONGEST_TOLD = 80;
const isTold = (at: number, text: string) => TOLD.test(text.slice(Math.max(0, at - LONGEST_TOLD), at));
/** A name in small letters, as elements have them: none that is one, unless its element is never closed. */
const isSmallName = (name: string, at: number, text: string) =>
  isSingleName(name) && !isTold(at, text) && (!isElement(name) || !text.includes(`</${name}`));
/** A number that was to be put in, not a key: "within [X] hours". */
const isCount = (_name: string, at: number, text: string) => !isTold(at, text);
const isNoElement = (name: string) => isValueName(name) && !isElement(name.toLowerCase());

const EMPTY: readonly Empty[] = [
  { sign: '{{', pattern: /\{\{\{?[^{}]{0,300}\}?\}\}/g },
  { sign: '{', pattern: /(?:\[\[)?[$#%@＄]\{[^{}\n]{0,200}\}(?:\]\])?/g },
  { sign: '{', pattern: /(?<!\{)\{[$!:@~^=*%]{0,2}(?:\d{1,2}|[a-z_][\w.-]{0,60})[%*]?\}(?!\})/gi },
  // "{0:C}", "{1:dd MMMM}", "{2,10}", "{name:string}".
  {
    sign: '{',
    pattern: /(?<![\w})])\{(?:\d{1,2}(?:,-?\d{1,3})?(?::[^{}\n]{1,40})?|[a-z_]\w{0,40}:[^{}\s,"']{1,20})\}/gi,
  },
  { sign: '{', pattern: /\{\$?[a-z_][\w.]{0,60}(?:\[[^[\]{}\n]{1,40}\][\w.]{0,40}){1,4}\}/gi },
  { sign: '{', pattern: /\{ ?([\p{L}][\p{L}'’ _-]{1,40}) ?\}/gu, names: isValueName },
  { sign: '<', pattern: /<[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,4}>/g },
  { sign: '<', pattern: /<<[\w .-]{1,40}>>|<[a-z]+(?:_[a-z]+){1,5}>/gi },
  { sign: '<%', pattern: /<%[=-][^<>]{0,300}%>/g },
  { sign: 'null', pattern: /\(null\)|<null>/g },
  { sign: '<', pattern: /<([\p{Lu}][\p{L}'’ _-]{1,40})>/gu, names: isNoElement },
  { sign: '<', pattern: /(?<!`)<([a-z]{2,20})>/g, names: isSmallName },
  { sign: '[', pattern: /\[(X{2,4}|x{2,4})\](?!\()/g, names: isCount },
  { sign: '[', pattern: /(?<!\][ ,;|/]{0,4})\[([XN])\](?= \p{Ll}{3})/gu, names: isCount },
  // What a program prints for a thing of its own.
  { sign: '<', pattern: /#?<[A-Z_a-z][\w. ]{0,60}(?: at |:)0x[\da-f]{2,16}[^<>]{0,100}>/g },
  { sign: '@', pattern: /\[{0,2}\bL?(?:[a-z]\w{0,20}\.){1,6}[A-Z]\w{0,40};?@[\da-f]{5,8}(?!\w|\.\w)/g },
  { sign: '[]', pattern: /(?<![\w.])(?:[A-Z]\w{0,30}\.){1,5}[A-Z]\w{0,30}\[\]/g },
  { sign: '[', pattern: /\[object \w+\]/g },
  { sign: '[[', pattern: /\[\[(?![\d^][^[\]]{0,3}\]\])[^[\]\n]{0,100}\]\](?!\()/g },
  { sign: '[', pattern: /\[[$%:]{1,2}[a-z][\w.]{0,60}[%:]{0,2}\](?!\()/gi },
  { sign: '[', pattern: /\[[@#!=~*]{1,2}([a-z]\w{0,60})[*]?\](?!\()/gi, names: isValueName },
  { sign: 'translation', pattern: /\[missing "?[\w.-]{1,100}"? translation\]|translation missing: [\w.-]{1,100}/g },
  // A button or one of a list of them, where others of its kind stand beside it: "[name], [address] and [phone]".
  {
    sign: '[',
    pattern:
      /(?<!\][ ,;|/]{0,4}|\][,;|/] ?\[[^[\]\n]{1,40}\],? \p{L}{1,5} )(?<![\w\]@])@?\[([\p{L}][\p{L}'’ _-]{1,40})\](?![([])(?![ ,;|/]{0,4}\[)/gu,
    names: isFieldName,
  },
  { sign: '|*', pattern: /\*?\|\*\w{1,60}\*\|\*?/g },
  { sign: '*|', pattern: /\*\|[\w:]{1,60}\|\*/g },
  // Not the cell of a table.
  { sign: '|', pattern: /(?<=^[^|\n]{1,200} )\|([A-Z][A-Z_]{2,40})\|(?=[,.!?'’ ][^|\n]*$)/gm, names: isValueName },
  { sign: '%', pattern: /(?<![\w%])%%?[a-z][a-z\d_.]{1,50}%%?(?!\w)/gi },
  { sign: '%', pattern: /(?<![\w%])%([\p{L}][\p{L} _]{1,40})%(?!\w)/gu, names: isValueName },
  { sign: '%(', pattern: /%\(\w{1,40}\)\d{0,2}(?:\.\d{1,2})?[a-z]/g },
  { sign: '%', pattern: /(?<![\w%])%(?:\d{1,2}\$)?[-+0]?\d{0,2}(?:\.\d{1,2})?(?:l?[sdfiu]|@)(?!\w)/g },
  { sign: '%', pattern: /(?<![\w%])%(\w{2,40})(?![\w%])/g, names: isValueName },
  { sign: '@', pattern: /(?<![\w@.])@@?([a-z]\w{1,40})@{1,2}(?![\w@]|\.\w)/gi },
  { sign: '@@', pattern: /(?<![\w@.])@@[a-z]\w{1,40}/gi },
  { sign: '@', pattern: /(?<![\w@.])@(?:Model(?:\.\w{1,40}){1,4}|\(Model(?:\.\w{1,40}){1,4}\))/g },
  { sign: '##', pattern: /(?<![\w#])#{2,3}[a-z]\w{1,40}#{2,3}(?![\w#])/gi },
  { sign: '#', pattern: /(?<![\w#&/])#([a-z]\w{1,40})#(?!\w)/gi, names: isValueName },
  {
    sign: '$',
    pattern: /(?<![\w$])\$(?:\(\w[\w.]{0,60}\)|\[\w[\w.]{0,60}\]|\$\w[\w.]{0,60}\$\$|[a-z]\w{1,60}\$(?!\w))/gi,
  },
  { sign: '$', pattern: /(?<![\w$])\$\$?([a-z]\w{1,40}(?:(?:->|\.)\w{2,40}){0,4})(?![\w$])/gi, names: isPerhapsValue },
  { sign: '«', pattern: /«([\p{L}][\w.' -]{1,60})»/gu, names: isIdentifier },
  { sign: '‹', pattern: /‹([\p{L}][\w.' -]{1,60})›/gu, names: isIdentifier },
  { sign: '!', pattern: /(?<![\w!?])!([a-z_]{2,40})!(?![\w!])/gi, names: isValueName },
  { sign: ':', pattern: /(?<=^|[\s("'])(?<!\d ):([a-z]\w{1,40})(?![\w:])/gim, names: isValueName },
  { sign: '~', pattern: /(?<![\w~])~([a-z]\w{1,40})~(?![\w~])/gi, names: isValueName },
  { sign: '^', pattern: /(?<![\w^])\^([a-z]\w{1,40})\^(?![\w^])/gi, names: isValueName },
  { sign: '((', pattern: /\({2,3}([a-z]\w{1,40})\){2,3}/gi, names: isValueName },
  { sign: '__', pattern: /(?<!\w)__[A-Z]+(?:_[A-Z]+){0,5}__(?!\w)/g },
  {
    sign: '_',
    pattern: /(?<![\w/.:@#&=?`-])_?([A-Z]{2,20}(?:_[A-Z\d]{1,20}){1,4})_?(?![\w/@=`-]|\.\w)/g,
    names: isBareName,
  },
  // What is to be replaced by digits.
  { pattern: /(?<=[$£€₹] ?)(?:X{1,3}(?:,X{3}){1,3}|X{1,6}|x{2,6})(?:\.(?:X{2}|x{2}))?(?![\w-])/g },
  {
    pattern:
      /(?<![\w-])(?:\(X{3}\) ?|\(x{3}\) ?|\+?[Xx]{1,3} )?(?:X{2,4}(?:[-/.]X{2,4}){1,4}|x{2,4}(?:[-/.]x{2,4}){1,4}|X{3} X{3,4} X{3,4})(?![\w-])/g,
  },
  { sign: 'NULL', pattern: /(?<![\p{L}\p{N}_-])NULL(?![\p{L}\p{N}_-])/gu },
  {
    sign: 'ndefined',
    pattern: /(?<![\p{L}\p{N}_])([Uu]ndefined)(?=(?:USD|EUR|GBP|INR|px)?(?![\p{L}\p{N}_-]))/gu,
    names: isUnmeant,
  },
  // Without a space beside it in the scripts of Japanese.
  {
    pattern:
      /(?<![\p{Script=Latin}\p{N}_])(?:NaN|Invalid Date)(?=(?:USD|EUR|GBP|INR|px)?(?![\p{Script=Latin}\p{N}_-]))/gu,
  },
  // Days that are none, and the first of a computer's.
  {
    pattern:
      /(?<!\d)0000-00-00(?:[ T]00:00(?::00)?)?(?!\d)|1970-01-01T00:00:00(?:\.0{1,9})?(?:Z|\+00:00)|--\/--\/--(?:--)?/g,
  },
];

/** A text with a sign in place of each value that was not filled in. */
export function withoutEmpty(text: string, by: string): string {
  return EMPTY.reduce((result, { sign, pattern, names }) => {
    if (sign !== undefined && !result.includes(sign)) return result;
    if (!names) return result.replace(pattern, by);
    return result.replace(pattern, (whole: string, name: string, at: number) => (names(name, at, result) ? by : whole));
  }, text);
}

/** The values that were not filled in, as they are written. */
export function emptyIn(text: string): readonly string[] {
  return EMPTY.flatMap(({ sign, pattern, names }) => {
    if (sign !== undefined && !text.includes(sign)) return [];
    const found = [...text.matchAll(pattern)];
    return found.filter(({ 1: name = '', index }) => !names || names(name, index, text)).map(([whole]) => whole);
  });
}
