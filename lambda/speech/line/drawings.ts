import { apply, type Rule } from './rules';

/** What only a face or a figure of signs holds. */
const PART = '[◕‿ω▽ツ◡°□ಠ´｀・ﾟ｡≧≦╯╰ᴗ•̀́︶∀Дಥ͡ʖ꒳˘ᵔ๑˙✿ᴥ･﹏◠◉⊙♡♥≖╥ꈍᵕ˃˂]';

/** Pictures made of signs. */
const DRAWINGS: readonly Rule[] = [
  // "(◕‿◕)", "ʕ•ᴥ•ʔ", "¯\_(ツ)_/¯": brackets around a few signs, with the arms that touch them.
  [
    new RegExp(
      `[^\\s\\p{L}\\p{N},.!?(]{0,6}[\\p{Lm}\\p{Lo}]?[(（ʕ](?=[^()（）ʔ]{0,12}${PART})(?![^()（）ʔ]*[\\p{L}\\p{N}]{3})[^()（）ʔ\\n]{1,14}[)）ʔ][\\p{Lo}]?[^\\s\\p{L}\\p{N},.!?]{0,8}`,
      'gu',
    ),
    ' ',
  ],
  [/(?<!\S)[:;=]['’]?[-^o]?[)(DPp|\\/*\][]{1,3}(?=$|[\s.,!?])|(?<!\S)[:;]['’][-]?[)(](?=$|[\s.,!?])/g, ' '],
  [
    /(?<!\S)(?:[xX]D+|\^[_.-]?\^|T_+T|[oO]_[oO]|>[_.]<|-_+-|\\[oO]\/|<\/?3+(?=$|\s*[.!?]|\s+\D{0,3}$))(?=$|[\s.,!?])/g,
    ' ',
  ],
  [/(?<!\S):-?[oO3](?=$|[\s.,!?])/g, ' '],
  [/[<>]{2,}|[︵︶]+|~\*~/g, ' '],
];

/** The leaders of a bill of fare: "Soup ........ $5". */
const LEADERS = / ?(?:[.·…_‥] ?){4,}/g;
/** More than one question or exclamation mark. */
const EMPHATIC = /[?!]{2,}/g;

export function withoutDrawings(line: string): string {
  const said = apply(DRAWINGS, line).replace(
    EMPHATIC,
    (marks) => (marks.includes('?') ? '?' : '') + (marks.includes('!') ? '!' : ''),
  );
  return said.replace(LEADERS, (dots, at: number, whole: string) => {
    if (/^[$€£₹]?\d/.test(whole.slice(at + dots.length, at + dots.length + 2))) return ', ';
    return dots.includes('_') ? ' ' : '... ';
  });
}
