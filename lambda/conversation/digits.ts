const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const IS_DIGIT = /\p{Nd}/u;
const ASCII = /^[\x20-\x7e]*$/;

/** A text with digits of any script as 0 to 9: "٤٢", "४२" and "４２" are "42". */
export function plainDigits(text: string): string {
  return ASCII.test(text) ? text : text.replace(OTHER_DIGIT, plainDigit);
}

/**
 * A text in the forms that computers use: digits of any script as 0 to 9, full-width signs as usual ones, and "2½" as "2 1/2".
 */
export function inPlainDigits(text: string): string {
  return plainDigits(text.replace(DIGIT_BEFORE_PART, '$& ').normalize('NFKC').replaceAll(FRACTION_SLASH, '/'));
}

const DIGIT_BEFORE_PART = /\p{Nd}(?=[¼-¾⅐-⅞])/gu;
const FRACTION_SLASH = '\u2044';

/**
 * A digit of any script as 0 to 9. Unicode has those of a script one behind the other, zero first, and beside them only more
 * of ten each: "𝟏" and "𝟭" are of one run.
 */
export function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (IS_DIGIT.test(String.fromCodePoint(first - 1))) first--;
  return String((code - first) % 10);
}
