/** What the bytes of UTF-8 that follow the first are, read as Windows-1252. */
const NEXT =
  '[\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178]';
/** The characters of the bytes from 0x80 on that Windows-1252 has in other places than Unicode. */
const SPECIAL = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Texts without any of these were read in the encoding they were written in. */
const MAY_HOLD = /[\u00c2\u00c3\u00e2\u00ef\u00f0]/;
/**
 * A character of two, three or four bytes. Behind "Ã" a dash or dots may be those of a text in capitals. The others begin a word
 * of some language unless they are amid what was misread twice: a quotation mark, or an emoji.
 */
const MISREAD = new RegExp(
  `\\u00c2[\\u0080-\\u00bf]|\\u00c3(?![\\u2026\\u2013\\u2014\\u2019\\u201d])${NEXT}|[\\u00e2\\u00ef]${NEXT}{2}|\\u00f0${NEXT}{3}|(?<=\\u00e2\\u201a\\u00ac|\\u00c3\\u00b0)\\u00c5${NEXT}|(?<=\\u00c3\\u00b0\\u00c5\\u00b8)\\u00cb${NEXT}`,
  'gu',
);
/** Of a closing quotation mark only two of three bytes are characters. */
const CUT_QUOTE = /\u00e2\u20ac\u00c2?(?=[\s.,;:!?)]|$)/g;
/** The space before a misread one. */
const LOST_SPACE = /\u00c2(?=\s)/g;
/** So many times over may a text have been read so. */
const MOST_TIMES = 2;

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A text that was read in another encoding than the one it was written in: "CafÃ©" is "Café", "Weâ€™re" is "We’re". */
export function inOneEncoding(text: string): string {
  let read = text;
  for (let time = 0; time < MOST_TIMES && MAY_HOLD.test(read); time += 1) {
    const plain = read.replace(MISREAD, decoded);
    if (plain === read) break;
    read = plain.replace(CUT_QUOTE, '”').replace(LOST_SPACE, '');
  }
  return read;
}

function decoded(characters: string): string {
  try {
    return decoder.decode(Uint8Array.from([...characters].map(byteOf)));
  } catch {
    return characters;
  }
}

function byteOf(character: string): number {
  const special = SPECIAL.indexOf(character);
  return special < 0 ? character.charCodeAt(0) : 0x80 + special;
}
