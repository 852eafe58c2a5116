import { GENDER_MARKS } from '../../languages/gender';
import { COMMAS, EAST_ASIAN_ENDS, SENTENCE_ENDS } from '../sentence-marks';
import { apply, type Rule } from './rules';

/** Emoji and their parts. The first four are pictographs too, but also characters of plain text. */
const EMOJI =
  '(?![©®™‼⁉])[\\p{Extended_Pictographic}\\p{Emoji_Presentation}\\p{Emoji_Modifier}\\p{Regional_Indicator}]';

/** Drawings, left-overs of markup, and signs that a listener needs in other words. */
const SIGNS: readonly Rule[] = [
  [/\bmailto:(?=\S)/gi, ''],
  // What hides a part of a mail address.
  [/(?<=[\p{L}\p{N}])[*•]{2,20}(?=[\p{L}\p{N}]{0,3}@)/gu, ''],
  // Marks of trade behind a name.
  [/(?<=\p{L}\p{M}{0,4}|[\p{N}.!?)"'”’])(?: ?[®™℠])+/gu, ''],
  // Labels of buttons.
  [/(?<=\p{L}\p{M}{0,4}|[\p{N}?!])\] ?\[(?=[\p{L}\p{N}])/gu, ', '],
  // The boxes of a list of tasks.
  [/^((?:\d{1,3}\. )?)\[[xX ]?\] /, '$1'],
  // The number of an item, not the key that is to be pressed.
  [/(?=[\d*#]{1,2}\u20e3)(?<=^|[.,;:!?)] |\u20e3(?:(?!\u20e3).){1,60})(\d{1,2}|[*#])\u20e3 ?(?=\p{Lu})/gu, '$1. '],
  [/\u20e3/g, ' '],
  // What stands between two sentences ends the first; a pointing hand points at what follows.
  [
    new RegExp(
      `(?<=(?:[\\p{Ll}\\p{N}]|\\p{N} ?\\p{Lu}{2})[)”"’]?) {0,3}(?:(?![👉👇👆👈☝▶►→])(?:${EMOJI}|✓) {0,3}){1,20}(?=[¿¡“«]?\\p{Lu})`,
      'gu',
    ),
    '. ',
  ],
  // No capital tells there whether a sentence begins: a pause does no harm.
  [
    new RegExp(
      `(?<=[\\p{scx=Arab}\\p{scx=Deva}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Han}]) {0,3}(?:(?![👉👇👆👈☝▶►→])${EMOJI}\\ufe0f? {0,3}){1,5}(?=[\\p{scx=Arab}\\p{scx=Deva}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Han}])`,
      'gu',
    ),
    ', ',
  ],
  // "Settings ▶ Account".
  [/(?<=\p{L}) ▶ (?=\p{Lu})/gu, ', '],
  [new RegExp(EMOJI, 'gu'), ' '],
  [/(\d) ?\* ?(?=\d)/g, '$1 × '],
  // The mark of a note, behind a word or number, or before the note.
  [
    new RegExp(
      String.raw`(?<=(?:\p{L}\p{M}{0,4}|[\p{N}%)])[${SENTENCE_ENDS.replace('…', '')}${COMMAS}]?)(?:[†‡]+|[¹²³⁰⁴-⁹]+(?![\p{L}\p{N}])|\*{1,3}(?=$|[\s.,;:!?)]))`,
      'gu',
    ),
    '',
  ],
  [/(?<=^|\s)(?:[†‡]+|[¹²³⁰⁴-⁹]+\)?) ?/gu, ''],
  // "#SummerSale", "@acme_shop".
  [/(?<![\p{L}\p{N}&/#])#+(?=[\p{N}_]*\p{L})|(?<![\p{L}\p{N}._@-])@(?=[\p{L}_])/gu, ''],
  // The cells of a table's row.
  [/ ?(?:[|║│┃¦] ?)+/g, ', '],
  // Lines drawn with signs, and marks of markup that found no partner.
  [/ـ{4,}/g, ' '],
  [/([*_~`#=^\\-])\1{2,}|\*\*|__|~~|##|<!--|-->/g, ' '],
  [/(?<!\d)\*(?!\d)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}@])|~(?!\d)|[`[\]{}]/gu, ' '],
  // "Settings > Account", "Rome → Berlin", "• Soup • Salad".
  [/(?<=[.,!?;:…]) [•·▪●‣◦▸▹►▻›>\u2190-\u21ff] /g, ' '],
  [/(?<=\p{L}{2}) > (?=\p{L}{2})| ?[\u2190-\u21ff\u2794-\u27bf\u2b00-\u2b11]+ ?| [•·▪●‣◦▸▹►▻›] /gu, ', '],
  [/(?<=\p{L})(?<!«[^«»]{0,200}) » (?=\p{L})/gu, ', '],
  [/(?<=^|\s)<-{1,3}(?=\s)|^=>(?=\s)/g, ' '],
  [/[\\•‣◦\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff]/g, ' '],
];

/** A sign that a line begins with, and so perhaps each of its items: "✅ Free wifi ✅ breakfast". */
const FIRST = new RegExp(`^(?:►|${EMOJI})`, 'u');

const HASHTAG =
  /(?<![\p{L}\p{M}\p{N}&/#])(?:#(?=[\p{N}_]*\p{L})(?:\p{L}\p{M}*|[\p{N}_])+|@(?=[\p{L}_])(?:\p{L}\p{M}*|[\p{N}_])+(?:\.(?:\p{L}\p{M}*|[\p{N}_])+)*)/gu;
/** What stands behind the "@" of a mail address. */
const DOMAIN = /\.(?:com|net|org|edu|gov|info|biz|example|[a-z]{2})$/i;
/** Hashtags that follow each other are a list. */
const HASHTAGS = / (?=#[\p{N}_]*\p{L})(?<=(?<![\p{L}\p{N}&/#])#(?:\p{L}\p{M}{0,4}|[\p{N}_]){2,40} )/gu;
/** Hashtags behind the last sentence say nothing: they are there to be found. */
const TRAILING = new RegExp(
  String.raw`(?<=[${SENTENCE_ENDS}][)"”’」』]?)(?![)"”’」』])(?:(?<=[${EAST_ASIAN_ENDS}][」』]?)|[^\p{L}\p{N}#@]{1,20})(?:#(?=[\p{N}_]*\p{L})(?:\p{L}\p{M}*|[\p{N}_])+[^\p{L}\p{N}#@]{0,20})+$`,
  'u',
);

/** Marks of gender: "Kund*innen", "Mitarbeiter:innen", "jede*r". */
const GENDER: readonly Rule[] = GENDER_MARKS.map(({ signs, endings, dropped }) => [
  new RegExp(
    `(?<=\\p{Ll})[${signs}](?:(?=(?:${endings.join('|')})(?![\\p{L}\\p{N}]))|(?:${dropped.join('|')})(?![\\p{L}\\p{N}]))`,
    'gu',
  ),
  '',
]);

/** What most lines have none of. Of the letters two are signs: that of information, and the dash of Arabic. */
const SIGN = /[^\p{L}\p{Mn}\p{Mc}\p{Nd} .,!?'’"“”。、？！]|[ℹـ]/u;

/** A line without the signs that say nothing. */
export function withoutSigns(line: string): string {
  const words = /[#@]/.test(line)
    ? line.replace(TRAILING, '').replace(HASHTAGS, ', ').replace(HASHTAG, wordsOfName)
    : line;
  const named = apply(GENDER, withItemsApart(words));
  return SIGN.test(named) ? apply(SIGNS, named) : named;
}

/** The items of a line that begin each with the same sign, as sentences where they are written so. */
function withItemsApart(line: string): string {
  const [sign] = FIRST.exec(line) ?? [];
  if (sign === undefined) return line;
  const [first = '', ...others] = line.split(` ${sign}`);
  return others.reduce((said, item) => {
    if (/[.!?:,;…]$/.test(said) || !/^ ?[\p{L}\p{N}]/u.test(item)) return `${said} ${sign}${item}`;
    return `${said}${/^ ?[\p{Lu}\p{N}]/u.test(item) ? '. ' : ', '}${item.trimStart()}`;
  }, first);
}

/** "#SummerSale" is "Summer Sale". */
function wordsOfName(name: string): string {
  // The name of a mail address, "jane@x.example", stands behind a letter, and so its "@" begins none.
  if (name.startsWith('@') && DOMAIN.test(name)) return name;
  return name
    .slice(1)
    .replace(/[_.]+/g, ' ')
    .replace(/(?<=\p{Ll}{2}|\p{Lu}(?!c)\p{Ll})(?=\p{Lu})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll}{2})/gu, ' ')
    .trim();
}
