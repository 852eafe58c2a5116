import { plainDigit } from '../../conversation/digits';

/** Letters and digits in a style of their own, which Unicode knows as plain ones: 𝗯𝗼𝗹𝗱, Ⓢ, ﬁ, H₂O, ‼. */
const COMPATIBLE =
  /[\u{1d400}-\u{1d7ff}\u2460-\u2473\u24b6-\u24e9\ufb00-\ufb06\u2080-\u2089\u{1f130}-\u{1f149}\u203c\u2047-\u2049]+/gu;
/** The width of East Asian characters. */
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/g;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** White letters in black circles and squares; not "🅿", which is a sign of the road. */
const NEGATIVE = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f17e}\u{1f180}-\u{1f189}]\ufe0f?/gu;
const SMALL_CAPITALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ'].map((letter, at) => [letter, 'abcdefghijklmnopqrstuvwyz'.charAt(at)]),
);
/** More than one: a single one is a letter of phonetics. */
const SMALL = /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢx]{2,}/gu;

/** Digits in black circles. */
const NUMBERED = /[\u2776-\u2793]/g;

/** Digits of other scripts that are no arms of a face, "٩(◕‿◕)۶". */
const DIGIT = /(?![0-9]|٩[(（ʕ])(?<![)）ʔ](?=۶))\p{Nd}/gu;
/** What stands between digits of Arabic, and behind them. */
const ARABIC: Readonly<Record<string, string>> = { '٫': '.', '٬': ',', '٪': '%' };

/** Digits as all voices read them, and as codes and amounts are known by. */
function withPlainDigits(line: string): string {
  return line.replace(DIGIT, plainDigit).replace(/(?<=\d)[٫٬](?=\d)|(?<=\d ?)٪/g, (sign) => ARABIC[sign] ?? sign);
}

export function plainLetters(line: string): string {
  if (!/[^\u0020-\u00ff]/.test(line)) return line;
  const plain = withPlainDigits(line)
    .replace(COMPATIBLE, (letters) => letters.normalize('NFKC'))
    .replace(NEGATIVE, negative)
    .replace(NUMBERED, (sign) => String(((sign.charCodeAt(0) - 0x2776) % 10) + 1))
    .replace(SMALL, (letters) => [...letters].map((letter) => SMALL_CAPITALS[letter] ?? letter).join(''));
  return EAST_ASIAN.test(plain) ? plain : plain.replace(WIDE, (letters) => letters.normalize('NFKC'));
}

function negative(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return String.fromCharCode('A'.charCodeAt(0) + code - (code < 0x1f170 ? 0x1f150 : 0x1f170));
}
