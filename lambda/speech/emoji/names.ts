import type { EmojiNames } from '../../languages/emoji';
import { memoize } from '../memoize';
import type { Phrases } from '../phrases';

/** More of them only tire a listener. */
const MOST_NAMES = 10;
const LONGEST_TEXT = 500;
/** A flag; an emoji with what changes or joins it; a face of signs; any other sign. */
const SIGN =
  /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:[\p{Emoji_Modifier}\p{Variation_Selector}\u{E0020}-\u{E007F}]|\u200D\p{Extended_Pictographic})*|[:;]-?[)(D](?!\S)|\p{S}/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Presentation}/u;
/** The look of an emoji, and the colour of its skin. */
const LOOK = /[\p{Variation_Selector}\p{Emoji_Modifier}]|(?<=^[:;])-/gu;
/** Code points from the letter of a region to that of its flag. */
const FLAG_LETTER = 0x1f1e6 - 'A'.charCodeAt(0);

const tableOf = memoize(({ names }: EmojiNames): ReadonlyMap<string, string> => {
  const entries = Object.entries(names).flatMap(([name, signs]) =>
    signs.split(' ').map((sign) => [sign, name] as const),
  );
  return new Map(entries);
});

const regions = memoize((language: string) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));

/** Whether a text holds emoji, named or not. */
export function holdsEmoji(text: string): boolean {
  return EMOJI.test(text);
}

/** The names of the emoji in a text, in their order: one for those alike that follow each other, or their number. */
export function emojiNames(text: string, words: Phrases): readonly string[] {
  const signs = (text.slice(0, LONGEST_TEXT).match(SIGN) ?? []).map((sign) => sign.replace(LOOK, ''));
  const names: string[] = [];
  for (let at = 0; at < signs.length && names.length < MOST_NAMES; ) {
    const scale = scaleAt(signs, at, words.emoji);
    const said = scale?.said ?? nameOf(signs[at] ?? '', words);
    if (said !== undefined && said !== names.at(-1)) names.push(said);
    at += scale?.length ?? 1;
  }
  return names;
}

/** Signs of a scale that follow each other, from a place on: how many there are, and what is said for the full ones, if not too many. */
function scaleAt(signs: readonly string[], from: number, { scales }: EmojiNames) {
  for (const { full, empty, said } of scales) {
    const isFull = (sign: string) => full.split(' ').includes(sign);
    const isOfScale = (sign: string) => isFull(sign) || empty.split(' ').includes(sign);
    const rest = signs.slice(from);
    const end = rest.findIndex((sign) => !isOfScale(sign));
    const run = end < 0 ? rest : rest.slice(0, end);
    const count = run.filter(isFull).length;
    if (count > 0) return { length: run.length, said: said[count - 1] };
  }
  return undefined;
}

function nameOf(sign: string, { emoji, language }: Phrases): string | undefined {
  const table = tableOf(emoji);
  if (table.size === 0) return undefined;
  const [first = ''] = sign;
  return (
    table.get(sign) ?? regionOf(sign, language) ?? (/[\u{E0020}-\u{E007F}]/u.test(sign) ? undefined : table.get(first))
  );
}

function regionOf(flag: string, language: string): string | undefined {
  if (!/^\p{Regional_Indicator}{2}$/u.test(flag)) return undefined;
  const code = [...flag].map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - FLAG_LETTER)).join('');
  return regions(language).of(code);
}
