import {
  amountsOf,
  rangeOf,
  readingsOf,
  withSharedUnit,
  writtenOut,
} from '../../../../lambda/conversation/answers/label-range';
import type { Reading } from '../../../../lambda/conversation/answers/quantities';
import { lexiconOf } from '../lexicon-of';

const english = lexiconOf('en');

/** "5 of 1000": each value with how many of a smaller unit its own is. */
const read = (readings: readonly Reading[] = []) =>
  readings.map(({ value, unit }) => (unit ? `${value} of ${unit.value}` : `${value}`)).join(' / ');

const rangeIn = (label: string, language = 'en') => rangeOf(label, 0, lexiconOf(language));

/** "[2, 5)": with round brackets where an end is not in it. */
const written = (range: ReturnType<typeof rangeIn>) =>
  range && `${range.isFromIn ? '[' : '('}${read(range.from)}, ${read(range.to)}${range.isToIn ? ']' : ')'}`;

test('a label is written out, with numbers before their units and a word for a dash', () => {
  const rows: readonly (readonly [label: string, out: string, language?: string])[] = [
    ['5–8', '5 to 8'],
    ['5-8', '5 to 8'],
    ['5 — 8', '5 to 8'],
    ['2 kg - 5 kg', '2 kg to 5 kg'],
    ['5% – 10%', '5% to 10%'],
    ['2 m²–4 m²', '2 square metres to 4 square metres'],
    ['18+–21', '18+ to 21'],
    ['5 – .5', '5 to .5'],
    ['10.–12', '10. to 12'],
    ['(5)–8', '(5)–8'],
    ['5 – eight', '5 – eight'],
    ['$2 – $5', '2 $ to 5 $'],
    ['2 $ – $ 5', '2 $ to 5 $'],
    ['$7 – 8', '7 $ to 8'],
    ['7:40 PM – $205', '7:40 PM, 205 $'],
    ['Small – $5, Large – $9', 'Small, 5 $, Large to 9 $'],
    ['40–80K', '40K to 80K'],
    ['40 – 80 k', '40k to 80 k'],
    ['$40–$80k', '40k $ to 80k $'],
    ['40.5–1,080.5k', '40.5 k to 1,080.5 k'],
    ['40–80km', '40 to 80km'],
    ['40–80 kites', '40 to 80 kites'],
    ['40–80 g', '40 to 80 g'],
    ['$50 k', '50k $'],
    ['$50 kites', '50 $ kites'],
    ['$50km', '50 $km'],
    ['$ 1,200.50', '1,200.50 $'],
    ['€ 5 or £6', '5 € or 6 £'],
    ['6"–8 "', '6 inches to 8 inches'],
    ['a 6″ pizza', 'a 6 inches pizza'],
    ['the "big" one', 'the "big" one'],
    ['1.5kg', '1.5 kg'],
    ['1,000km', '1,000 km'],
    ['15kg', '15kg'],
    ['7.30pm', '7.30pm'],
    ['7.30 P.M', '7.30 P.M'],
    ['7.30p.m.', '7.30p.m.'],
    ['12.30h', '12.30h'],
    ['12.30hp', '12.30 hp'],
    ['2.5pmol', '2.5 pmol'],
    ['v1.5kg', 'v1.5kg'],
    ['v12.5kg', 'v12.5kg'],
    ['v1.2.5kg', 'v1.2.5kg'],
    ['1.25kg', '1.25 kg'],
    ['12.5kg', '12.5 kg'],
    ['12.30 Uhr, 12.30Uhr', '12.30 Uhr, 12.30Uhr'],
    ['R$ 5 – 10', '5 R$ a 10', 'pt'],
    ['R$ 50 – R$ 100', '50 R$ a 100 R$', 'pt'],
    ['R$ 5 – r$ 80k', '5k R$ a 80k r$', 'pt'],
    ['Bolo – R$ 10', 'Bolo, 10 R$', 'pt'],
    ['R$ 5,50', '5,50 R$', 'pt'],
    ['nº 5', 'nº 5', 'pt'],
    ['9.30–10.30 Uhr', '9.30 bis 10.30 Uhr', 'de'],
  ];
  const found = rows.map(([label, _, language = 'en']) => [label, writtenOut(label, lexiconOf(language).language)]);
  expect(found).toEqual(rows.map(([label, out]) => [label, out]));
});

test('a label is a range where it says nothing but its ends', () => {
  const rows: readonly (readonly [label: string, range: string | undefined])[] = [
    ['5–8', '[5, 8]'],
    ['five to eight people', '[5, 8]'],
    ['2 and 5', '[2, 5]'],
    ['2 or 5', undefined],
    ['Sun and sea, 2 or 5', undefined],
    ['2 to', undefined],
    ['5', undefined],
    ['2 to 5 to 8', undefined],
    ['7 nights up to 14 nights', '[7 of 1440, 14 of 1440]'],
    ['7 nights and then to 14 nights', undefined],
    ['2 to 5 kg', '[2 of 1000, 5 of 1000]'],
    ['2 kg to 5', '[2 of 1000, 5]'],
    ['2 kg to 5 lb', '[2 of 1000, 5 of 453.59237]'],
    ['2 kg to 5 days', undefined],
    ['₹199 – 1 GB', undefined],
    ['£30 to 40', '[30 of 453.59237 / 30 of 1, 40]'],
    ['30 to £40', '[30 of 453.59237 / 30 of 1, 40 of 453.59237 / 40 of 1]'],
    ['2 kg to £5', '[2 of 1000, 5 of 453.59237]'],
    ['$40–80k', '[40000 of 1, 80000]'],
    ['40K–80K', '[40 of 1000000 / 40000, 80 of 1000000 / 80000]'],
    ['Under 3', '[, 3)'],
    ['Below 3', '[, 3)'],
    ['Just under 3 kg', '[, 3 of 1000)'],
    ['Thunder 5', undefined],
    ['Under the 5', undefined],
    ['Up to 100', '[, 100]'],
    ['Within 3 days', '[, 3 of 1440]'],
    ['10 or less', '[, 10]'],
    ['10 kg or less please', '[, 10 of 1000]'],
    ['10 or lessons', undefined],
    ['10 for less', undefined],
    ['Over 10 kg', '(10 of 1000, ]'],
    ['Over 10 or more', '(10, ]'],
    ['At least 3', '[3, ]'],
    ['From 18', '[18, ]'],
    ['18+', '[18, ]'],
    ['10 or more', '[10, ]'],
    ['10 or more or less', '[, 10]'],
    ['Surplus 10', undefined],
    ['10 surplus', undefined],
    ['Plus 10', undefined],
  ];
  expect(rows.map(([label]) => [label, written(rangeIn(label))])).toEqual(rows);
  expect(rangeOf('5–8', 3, english)?.index).toBe(3);
  expect(rangeOf('Over 8', 3, english)?.index).toBe(3);
  expect(rangeOf('Under 8', 3, english)?.index).toBe(3);
  expect(rangeOf('Up to 8', 3, english)?.index).toBe(3);
  expect(rangeOf('From 8', 3, english)?.index).toBe(3);
});

test('the one unit of an offer is that of all its ranges', () => {
  const rows: readonly (readonly [labels: string, ...ranges: readonly string[]])[] = [
    ['0–2|3–17 days|18+', '[0 of 1440, 2 of 1440]', '[3 of 1440, 17 of 1440]', '[18 of 1440, ]'],
    ['Under 2|3–17', '[, 2)', '[3, 17]'],
    ['Under 2 kg|3–5', '[, 2 of 1000)', '[3 of 1000, 5 of 1000]'],
    ['Under 6 hours|1–3 days|4+', '[, 6 of 60)', '[1 of 1440, 3 of 1440]', '[4, ]'],
    ['Under 1 kg|1000 metres or more|4+', '[, 1 of 1000)', '[1000 of 1000, ]', '[4, ]'],
  ];
  const found = rows.map(([labels]) => {
    const ranges = labels.split('|').flatMap((label) => rangeIn(label) ?? []);
    return [labels, ...withSharedUnit(ranges).map(written)];
  });
  expect(found).toEqual(rows);
  expect(['Under 2 kg', 'Over 3', '2–3'].map((label) => read(readingsOf(rangeIn(label) ?? {})))).toEqual([
    '2 of 1000',
    '3',
    '2 / 3',
  ]);
});

test('the amounts of a label are told with the words beside them', () => {
  const rows: readonly (readonly [label: string, amounts: string, before?: string, behind?: string])[] = [
    ['2 TB', '2 of 1000000'],
    ['15 lb Iron', '15 of 453.59237', undefined, 'iron'],
    ['Meal for 2', '2', 'for'],
    ['Up to 1.5kg bags', '1.5 of 1000', 'to', 'bags'],
    ['$1.5k off', '1500 of 1', undefined, 'off'],
  ];
  const found = rows.map(([label]) => {
    const [amount] = amountsOf(label, 2, english);
    return [label, read(amount?.readings), amount?.before, amount?.behind];
  });
  expect(found).toEqual(rows.map(([label, amounts, before, behind]) => [label, amounts, before, behind]));
  expect(amountsOf('Meal for 2 – £15', 4, english).map(({ index, readings }) => [index, read(readings)])).toEqual([
    [4, '2'],
    [4, '15 of 453.59237 / 15 of 1'],
  ]);
  expect(amountsOf('Breakfast', 0, english)).toEqual([]);
});
