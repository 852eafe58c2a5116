/** Digits of any script as 0 to 9: "٤٢" and "४२" are "42". */
export function inPlainDigits(text: string): string {
  return text.replace(OTHER_DIGIT, plain);
}

const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;

/** Unicode has the digits of each script one behind the other, zero first, and those of no two scripts side by side. */
function plain(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && IS_DIGIT.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

const IS_DIGIT = /\p{Nd}/u;
