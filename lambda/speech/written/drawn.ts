import { emojiNames } from '../emoji/names';
import type { Phrases } from '../phrases';
import type { Table } from './alphabet';
import { NOT_ASCII, type SignStage } from './around';
import { anyOf, bySpelling, listOf } from './rules';

const DRAWN =
  '\\p{Extended_Pictographic}\\p{Variation_Selector}?(?![\\u200d\\p{Extended_Pictographic}\\p{Emoji_Modifier}])';
/** Faces, hands and what is thrown at a feast stand for no thing, wherever they stand. */
const MOOD = /[\u{1f600}-\u{1f64f}\u{1f910}-\u{1f92f}\u{1f970}-\u{1f97a}\u{1f44a}-\u{1f450}🎉🎊✨💫🥳💪🤝]/u;

/** Signs that stand for a word of their sentence: "the 🟢 light", "due to ❄️", "a free ☕ with every 🥐". */
export function drawnStage(words: Phrases, { drawn, dated, lights, pattern }: Table): SignStage {
  const colours = new Map(lights.flatMap(({ said, signs }) => listOf(signs).map((sign) => [sign, said] as const)));
  const said = bySpelling(drawn.said);
  const leads = anyOf(listOf(drawn.leads));
  const colour = anyOf(colours.keys());
  const end = `(?=$|[.,;:!?)]| ${anyOf(listOf(drawn.goesOn))}(?!\\p{L}))`;
  const thing = pattern(
    `(?<=(?<!\\p{L})${leads} )(${DRAWN}(?:(?:,|,? ${anyOf(listOf(dated.joins))}) ${DRAWN}){0,5})${end}`,
    'giu',
  );
  const each = pattern(DRAWN, 'gu');
  const coloured = pattern(`(?<=(?<!\\p{L})${leads} )(${colour})\\p{Variation_Selector}? ?(?=\\p{L}{2})`, 'giu');
  const turned = pattern(
    `(?<=(?<!\\p{L})${anyOf(listOf(drawn.turns))} )(${colour})\\p{Variation_Selector}?${end}`,
    'giu',
  );
  const nameOf = (sign: string) => said.get(plain(sign)) ?? emojiNames(sign, words)[0];
  // One of several without a name would leave "a gift or".
  const named = (run: string) => {
    const isNamed = !MOOD.test(run) && (run.match(each) ?? []).every((sign) => nameOf(sign) !== undefined);
    return isNamed ? run.replace(each, (sign) => nameOf(sign) ?? sign) : run;
  };
  return (line) => {
    if (drawn.leads === '' || !NOT_ASCII.test(line)) return line;
    return line
      .replace(coloured, (_all, sign: string) => `${colours.get(sign)} `)
      .replace(turned, (_all, sign: string) => `${colours.get(sign)}`)
      .replace(thing, (run) => named(run));
  };
}

function plain(sign: string): string {
  return sign.replace(/\p{Variation_Selector}/gu, '');
}
