import { NUMBER_LANGUAGES, readerOf } from './readers';

/** What people say, and the numbers in it. */
const SAID: readonly (readonly [string, string, readonly number[]])[] = [
  ['de', 'einen Tisch für vier Personen um halb acht bitte', [1, 4, 0.5, 8]],
  ['de', 'ich hätte gern zweihundertfünfzig Gramm und drei Brötchen', [250, 3]],
  ['de', 'das dritte und das einundzwanzigste', [3, 21]],
  ['de', 'zwischen 1.000 und 2.500,50 Euro', [1000, 2500.5]],
  ['de', 'zehn dreißig', [10, 30]],
  ['de', 'am 24.12. um 8.30 Uhr', [24, 12, 8, 30]],
  ['de', 'wir warten zwei oder drei Wochen', [2, 3]],
  ['de', 'wundern und sonderbar', []],
  ['es', 'una mesa para cuatro a las ocho y media', [1, 4, 8.5]],
  ['es', 'quiero doscientos cincuenta gramos y tres panes', [250, 3]],
  ['es', 'la tercera o la vigésimo primera', [3, 21]],
  ['es', 'entre mil y dos mil quinientos euros', [1000, 2500]],
  ['es', 'ciento uno y doscientos', [101, 200]],
  ['es', 'nada de eso, gracias', []],
  ['fr', 'une table pour quatre à vingt heures trente', [1, 4, 20, 30]],
  ['fr', 'deux cent cinquante grammes et trois baguettes', [250, 3]],
  ['fr', 'le troisième et le vingt et unième', [3, 21]],
  ['fr', 'entre mille et deux mille cinq cents euros', [1000, 2500]],
  ['fr', 'il y en a soixante-dix-sept ou soixante dix', [77, 70]],
  ['fr', 'ça coûte 1 250,50 euros', [1250.5]],
  ['it', 'un tavolo per quattro alle otto e mezza', [1, 4, 8.5]],
  ['it', 'duecentocinquanta grammi e tre panini', [250, 3]],
  ['it', 'la terza e la ventunesima', [3, 21]],
  ['it', 'tra mille e duemilacinquecento euro', [1000, 2500]],
  ['nl', 'een tafel voor vier om acht uur', [1, 4, 8]],
  ['nl', 'tweehonderdvijftig gram en drie broodjes', [250, 3]],
  ['nl', 'de derde en de eenentwintigste', [3, 21]],
  ['nl', 'tussen duizend en vijfentwintighonderd euro', [1000, 2500]],
  ['pt', 'uma mesa para quatro às oito e meia', [1, 4, 8.5]],
  ['pt', 'duzentos e cinquenta gramas e três pães', [250, 3]],
  ['pt', 'a terceira e a vigésima primeira', [3, 21]],
  ['pt', 'entre mil e dois mil e quinhentos reais', [1000, 2500]],
  ['hi', 'चार लोगों के लिए आठ बजे', [4, 8]],
  ['hi', 'ढाई सौ ग्राम और तीन रोटी', [250, 3]],
  ['hi', 'तीसरा और इक्कीसवां', [3, 21]],
  ['hi', 'एक हज़ार से पच्चीस सौ रुपये', [1000, 2500]],
  ['hi', 'उसके वे दोस्त', []],
  ['ja', '四人で八時にお願いします', [4, 8]],
  ['ja', '二百五十グラムとパンを三つください', [250, 3]],
  ['ja', '三番目と二十一番目', [3, 21]],
  ['ja', '千円から二千五百円まで', [1000, 2500]],
  ['ja', 'もう3つください', [3]],
  ['ja', '一緒に行きます', []],
  ['ja', 'いちごをください', []],
  ['ar', 'طاولة لأربعة أشخاص الساعة الثامنة', [4, 8]],
  ['ar', 'لست متأكدا', []],
  ['ar', 'أريد مئتين وخمسين غرام وثلاثة أرغفة', [250, 3]],
  ['ar', 'الثالث والحادي والعشرون', [3, 21]],
  ['ar', 'بين ألف وألفين وخمسمئة ريال', [1000, 2500]],
  ['ar', 'أعطها ثمانية من عشرة', [8, 10]],
  ['ar', 'الحرارة ثمانية وثلاثون وخمسة من عشرة', [38.5]],
  ['ar', 'مئة وخمسة من ألف عميل', [105, 1000]],
  ['ja', '三つ半ください', [3.5]],
  ['nl', 'drie miljoen en een half euro', [3_500_000]],
];

test.each(SAID)('%s: %j has %j', (language, said, values) => {
  const reader = readerOf(language);
  expect(reader.find(reader.tokens(said)).map(({ value }) => value)).toEqual(values);
});

test('every language has its sentences', () => {
  const covered = new Set(SAID.map(([language]) => language));
  expect(NUMBER_LANGUAGES.filter((language) => language !== 'en' && !covered.has(language))).toEqual([]);
});
