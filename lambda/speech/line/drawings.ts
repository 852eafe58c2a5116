import { apply, type Rule } from './rules';

/** What only a face or a figure of signs holds. */
const PART = '[◕‿ω▽ツ◡°□ಠ´｀・ﾟ｡≧≦╯╰ᴗ•̀́︶∀Дಥ͡ʖ꒳˘ᵔ๑˙✿ᴥ･﹏◠◉⊙♡♥≖╥ꈍᵕ˃˂]';

/** An emoji that means nothing: what is done with emoji is done with these. */
const DRAWN = ' ✨ ';

/** A letter that is an arm, where it is of no word. */
const ARM = '[\\p{Lm}\\p{Lo}٩۶]';

/** "(◕‿◕)", "ʕ•ᴥ•ʔ", "¯\_(ツ)_/¯": brackets around a few signs, with the arms that touch them. */
const FACE = new RegExp(
  `[^\\s\\p{L}\\p{N},.!?(]{0,6}(?:(?<![\\p{L}\\p{M}])${ARM})?[(（ʕ](?=[^()（）ʔ]{0,12}${PART})(?![^()（）ʔ]*(?:[\\p{L}\\p{N}]{3}|[a-z]{2}|\\d|\\p{Script=Han}・))[^()（）ʔ\\n]{1,14}[)）ʔ](?:${ARM}(?![\\p{L}\\p{M}]))?(?:[･ﾟ｡]|[^\\s\\p{L}\\p{N},.!?]){0,8}`,
  'gu',
);
const BRACKET = /[(（ʕ]/;

/** Other pictures made of signs. */
const DRAWINGS: readonly Rule[] = [
  [/(?<!\S)(?:[:;]['’]?[-^o]?[)(DPp|\\/*\][]{1,3}|=[)(DPp])(?=$|[\s.,!?])/g, DRAWN],
  [
    /(?<!\S)(?:[xX]D+|\^[_.-]?\^|T_+T|[oO]_[oO]|>[_.]<|-_+-|\\[oO]\/|<\/?3+(?=$|\s*[.!?]|\s+\p{Lu}\p{Ll}))(?=$|[\s.,!?])/gu,
    DRAWN,
  ],
  [
    /m?\( ?(?:\^[_.o-]?\^|-[_.]-|[TtoO]_[TtoO]|>[_.]<|_ ?_|;_;)[;'’]? ?\)(?:[mv](?![\p{L}\p{N}])|[/／ノﾉ](?![\p{L}\p{N}/]))?/gu,
    DRAWN,
  ],
  [/(?<!\S):-?[oO3](?=$|[\s.,!?])/g, DRAWN],
  // What sparkles around a face: "*:･ﾟ✧", "☆*:.｡.o".
  [/(?:^|(?<=[\s✨]))(?=[^\s]{0,8}[｡･ﾟ])[*:.｡･ﾟ☆★✧✩♡♪o+~]{2,20}(?=$|[\s✨])/gu, DRAWN],
  // The arms of one.
  [/(?<=^|[\s✨])[ヽノﾉ＼／ᕕᕗ٩۶づ┬┻━─╯╰]{1,8}(?=$|[\s✨])/gu, ' '],
  [/[<>]{2,}|[︵︶]+|~\*~/g, ' '],
];

/** The leaders of a bill of fare: "Soup ........ $5". */
const LEADERS = / ?(?:[.·…_‥] ?){4,}| ?…{2,} ?/g;
/** Few of them are leaders only before an amount. */
const SHORT_LEADERS = /(?<![. ]) ?\.{2,3} ?(?=[$€£₹]\d)/g;
/** Question and exclamation marks that are drawn, behind the words that they end: "Shall I book it❓". */
const DRAWN_MARKS = /(?<=[\p{L}\p{M}\p{N})"”’])(?:[❓❔❗❕]+| [❓❔❗❕]+(?=$| \p{Lu}))/gu;
/** More than one question or exclamation mark. */
const EMPHATIC = /[?!]{2,}/g;

export function withoutDrawings(line: string): string {
  const faced = BRACKET.test(line) ? line.replace(FACE, DRAWN) : line;
  const drawn = apply(DRAWINGS, faced).replace(SHORT_LEADERS, ', ');
  const said = drawn.replace(DRAWN_MARKS, marksOf).replace(EMPHATIC, marksOf);
  return said.replace(LEADERS, (dots, at: number, whole: string) => {
    if (dots.startsWith(' ') && dots.endsWith(' ') && at > 0) return ', ';
    if (/^[$€£₹]?\d/.test(whole.slice(at + dots.length, at + dots.length + 2))) return ', ';
    return dots.includes('_') ? ' ' : '... ';
  });
}

/** Each kind of them once. */
function marksOf(marks: string): string {
  return (/[?❓❔]/.test(marks) ? '?' : '') + (/[!❗❕]/.test(marks) ? '!' : '');
}
