const DIGITS = /\p{Nd}/gu;
const ASCII = /^[\x20-\x7e]*$/;
/** The digits of a script stand in their order, and the zero of each has a code that ends so. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];

/** A text with digits in place of those of other scripts: "١٢", "१२" and "１２" are 12. */
export function plainDigits(text: string): string {
  return ASCII.test(text) ? text : text.replace(DIGITS, plain);
}

function plain(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}
