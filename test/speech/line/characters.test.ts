import { spokenCharacters } from '../../../lambda/speech/line/characters';
import { plainLetters } from '../../../lambda/speech/line/letters';
import { STRUCK, UNSTRUCK } from '../../../lambda/speech/signals';

/** A line as it is said, with what is struck out in braces. */
const said = (line: string) => spokenCharacters(line).replaceAll(STRUCK, '{').replaceAll(UNSTRUCK, '}');

describe('marks on letters', () => {
  test.each([
    // A stroke through two characters or more strikes them out.
    ['Now S\u0336a\u0336l\u0336e\u0336 over', 'Now {Sale} over'],
    ['T\u0335e\u0335a\u0335 or c\u0338o\u0338f\u0338f\u0338e\u0338e\u0338', '{Tea} or {coffee}'],
    ['$\u03365\u0336 $4', '{$5} $4'],
    ['a \u2260 b, 3 \u2209 4, a\u0338 b', 'a \u2260 b, 3 \u2209 4, a\u0338 b'],
    ['\u0336\u0336 Sale', '\u0336\u0336 Sale'],
    // More of them than any language writes.
    ['S\u0301\u0302\u0303\u0304a\u0301\u0302\u0303le', 'Sale'],
    ['Vi\u0323\u0302t Nam', 'Vi\u0323\u0302t Nam'],
    [`ห${'\u0e49'.repeat(12)}า`, 'หา'],
    [`ह${'\u0941'.repeat(3)}`, `ह${'\u0941'.repeat(3)}`],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('words whose letters stand apart', () => {
  test.each([
    ['S A L E  N O W', 'SALE NOW'],
    ['Today: S A L E   N O W   O N', 'Today: SALE NOW ON'],
    ['G R O S S E  Ü B E R S I C H T!', 'GROSSE ÜBERSICHT!'],
    ['Sizes S M L', 'Sizes S M L'],
    ['Gates A B  and C D', 'Gates A B and C D'],
    ['A B  C Days', 'A B C Days'],
    ['A B  C D5', 'A B C D5'],
    ['(A B  C D', '(A B C D'],
  ])('%s', (line, heard) => {
    expect(said(line)).toBe(heard);
  });
});

describe('characters that no voice can say', () => {
  test.each([
    // The columns of a table without lines.
    ['Tea\t$3', 'Tea, $3'],
    ['Tea\t\t\t$3', 'Tea, $3'],
    ['Table 5\t20:00', 'Table 5, 20:00'],
    ['Tea (hot)\t$3', 'Tea (hot), $3'],
    ['5%\t€\t„Tea”\t」\t3', '5%, €, „Tea”, 」, 3'],
    ['चाय और कॉफ़ी\t₹20', 'चाय और कॉफ़ी, ₹20'],
    ['Tea:\t$3', 'Tea: $3'],
    ['Tea \t$3', 'Tea $3'],
    ['\tTea\t', 'Tea'],
    ['Tea\t \t$3', 'Tea $3'],
    // Joiners shape words of scripts without case.
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['क्\u200dष', 'क्\u200dष'],
    ['Acme\u200cمی', 'Acmeمی'],
    ['می\u200dAcme', 'میAcme'],
    ['Ac\u200cme\u200d', 'Acme'],
    // Hyphens that may break a word, marks of order, private characters, halves of others.
    ['Wunsch\u00adtermin', 'Wunschtermin'],
    ['\u200fSale\u200e \u2066now\u2069', 'Sale now'],
    ['\ufeffSale', 'Sale'],
    ['Sale\ue000 now\ufffd', 'Sale now'],
    ['Sale\ud83d now\udc00', 'Sale now'],
    ['Sale\ufdd6\u{1fffe}', 'Sale'],
    ['❤\ufe0f 5\ufe0f', '❤ 5'],
    // Those that mean something to us stay.
    ['Dear \ufdd0, \ufdd4Yes', 'Dear \ufdd0, \ufdd4Yes'],
    // Spaces and controls.
    ['  Sale\u00a0now\u2003on \u0007 \u001b', 'Sale now on'],
    ['セール\u3000中', 'セール 中'],
  ])('%j', (line, heard) => {
    expect(spokenCharacters(line)).toBe(heard);
  });
});

describe('letters in a style of their own are plain ones', () => {
  test.each([
    ['𝗙𝗿𝗲𝗲 𝓭𝓮𝓵𝓲𝓿𝓮𝓻𝔂 𝟮𝟰/𝟳', 'Free delivery 24/7'],
    ['ⓈⒶⓁⒺ ⓣⓞⓓⓐⓨ', 'SALE today'],
    ['① Order ⑳ Pay', '1 Order 20 Pay'],
    ['Eﬃcient oﬀers, ﬁne ﬂowers', 'Efficient offers, fine flowers'],
    ['Drink H₂O', 'Drink H2O'],
    ['Today only‼ Really⁉ Yes⁇ Sure⁈', 'Today only!! Really!? Yes?? Sure?!'],
    ['🅂🄰🄻🄴', 'SALE'],
    ['Blood group 🅰 or 🅱️, not 🅾', 'Blood group A or B, not O'],
    ['🅢🅐🅛🅔', 'SALE'],
    ['🆂🅰🅻🅴', 'SALE'],
    ['Park at 🅿', 'Park at 🅿'],
    ['🆗 🆘', '🆗 🆘'],
    ['❶ Order ❿ Pay ➀ Ship ➓ Done', '1 Order 10 Pay 1 Ship 10 Done'],
    ['➔ Done', '➔ Done'],
    ['ꜱᴀʟᴇ ᴛᴏᴅᴀʏ', 'sale today'],
    ['ᴛᴀx ғʀᴇᴇ', 'tax ғree'],
    ['The vowel ᴀ', 'The vowel ᴀ'],
    ['Ｓａｌｅ ２４', 'Sale 24'],
    ['「ＡＢＣ」を予約', '「ＡＢＣ」を予約'],
    ['ＡＢＣを', 'ＡＢＣを'],
    ['ＡＢＣコース', 'ＡＢＣコース'],
    ['ＡＢＣ 한국', 'ＡＢＣ 한국'],
    ['Grüße, naïve Café', 'Grüße, naïve Café'],
    ['x² and ½', 'x² and ½'],
    ['Price: 5 € – xx', 'Price: 5 € – xx'],
  ])('%s', (line, plain) => {
    expect(plainLetters(line)).toBe(plain);
  });
});

describe('digits of other scripts are plain ones', () => {
  test.each([
    ['طلبك رقم ٤٧١١', 'طلبك رقم 4711'],
    ['کل ۱۲ عدد', 'کل 12 عدد'],
    ['कुल ३५ रुपये', 'कुल 35 रुपये'],
    ['合計１２個', '合計12個'],
    ['المبلغ ١٬٢٥٠٫٥٠ ريال', 'المبلغ 1,250.50 ريال'],
    ['خصم ٢٠٪', 'خصم 20%'],
    ['خصم ٢٠ ٪', 'خصم 20 %'],
    ['النسبة ٪ والفاصلة ٫ و٬', 'النسبة ٪ والفاصلة ٫ و٬'],
    ['٥٫ ٫٥', '5٫ ٫5'],
    // The arms of a face.
    ['٩(◕‿◕)۶', '٩(◕‿◕)۶'],
    ['٩ʕ•ᴥ•ʔ۶', '٩ʕ•ᴥ•ʔ۶'],
    ['٩ (◕‿◕) ۶', '9 (◕‿◕) 6'],
    ['٩（◕‿◕）۶', '٩（◕‿◕）۶'],
    ['٨(خصم)٥', '8(خصم)5'],
  ])('%s', (line, plain) => {
    expect(plainLetters(line)).toBe(plain);
  });
});
