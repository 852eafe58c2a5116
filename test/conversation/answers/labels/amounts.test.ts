import { candidateOf } from '../../../../lambda/conversation/answers/candidate';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { quantitiesOf } from '../../../../lambda/conversation/answers/quantities';
import { lexiconOf } from '../lexicon-of';
import { decided, preparedOf, type Table } from './table';

/** What is said, what it counts, and the options that it is, or is in; "none of them" where it may be compared, else "-". */
type Amounts = Readonly<Record<string, readonly (readonly [said: string, fits: string])[]>>;

const lexicon = lexiconOf('en');

function fitting(table: Amounts): Amounts {
  return Object.fromEntries(
    Object.entries(table).map(([offer, rows]) => [offer, rows.map(([said]) => fitOf(offer, said))]),
  );
}

function fitOf(offer: string, said: string): readonly [string, string] {
  const heard = hear(said, lexicon);
  const labels = offer.replace(/^.*?[?] /, '').split(' | ');
  const all = quantitiesOf(heard.texts, heard.numerals, lexicon).map((quantity) => {
    const { counts, ranges, amounts, isComparable } = candidateOf(heard, quantity, preparedOf(offer), lexicon);
    const fits = [...ranges.map((index) => `in ${labels[index]}`), ...amounts.map((index) => `is ${labels[index]}`)];
    return `${counts}: ${fits.join(', ') || (isComparable ? 'none of them' : '-')}`;
  });
  return [said, all.join(' | ')];
}

test('an amount is in the ranges that hold it, with those of their ends that belong to them', () => {
  const table: Amounts = {
    'What does it weigh? Under 500 g | 500 g–2 kg | 2–10 kg | Over 10 kg': [
      ['a kilo', 'unit: in 500 g–2 kg'],
      ['four hundred grams', 'unit: in Under 500 g'],
      ['five hundred grams', 'unit: in 500 g–2 kg'],
      ['two kilos', 'unit: in 500 g–2 kg, in 2–10 kg'],
      ['ten kilos', 'unit: in 2–10 kg'],
      ['twelve kilos', 'unit: in Over 10 kg'],
      ['half a kilo', 'unit: in 500 g–2 kg'],
      ['seven', 'bare: -'],
      ['two hours', 'unit: -'],
      ['two of us', 'people: -'],
    ],
    'How old is your little one? 0–12 months | 1–2 years | 3–4 years': [
      ['three and a half', 'bare: in 3–4 years'],
      ['six months', 'unit: in 0–12 months'],
      ['two', 'bare: in 1–2 years'],
      ['eighteen months', 'unit: in 1–2 years'],
      ['a year and a half', 'unit: in 1–2 years'],
      ['three kids', 'other: in 3–4 years'],
      ['twelve months', 'unit: in 0–12 months, in 1–2 years'],
    ],
    'How many people? 1–2 | 3–4 | 5+': [
      ['three', 'bare: in 3–4'],
      ['five', 'bare: in 5+'],
      ['six of us', 'people: in 5+'],
      ['two kids', 'other: in 1–2'],
      ['three adults', 'other: in 3–4'],
      ['eight people', 'people: in 5+'],
    ],
    'How old is the child? Under 5 | 5 to 8 | 8 to 12': [
      ['five', 'bare: in 5 to 8'],
      ['eight', 'bare: in 5 to 8, in 8 to 12'],
      ['twelve', 'bare: in 8 to 12'],
      ['four years', 'unit: in Under 5'],
      ['four', 'bare: in Under 5'],
      ['thirteen', 'bare: none of them'],
      ['nine months', 'unit: in Under 5'],
    ],
    'How many minutes a day? 0–30 | 31–60 | 61–120 | More than 120': [
      ['half an hour', 'unit: in 0–30'],
      ['two hours', 'unit: in 61–120'],
      ['fifty', 'bare: in 31–60'],
      ['one hour', 'unit: in 31–60'],
      ['three hours', 'unit: in More than 120'],
      ['a hundred and thirty', 'bare: in More than 120'],
    ],
    'Which price range? Under £40 | £40–£80 | Over £80': [
      ['fifty', 'bare: in £40–£80'],
      ['forty', 'bare: in £40–£80'],
      ['eighty', 'bare: in £40–£80'],
      ['ninety', 'bare: in Over £80'],
      ['thirty pounds', 'unit: in Under £40'],
      ['fifty dollars', 'unit: -'],
      ['eighty pounds', 'unit: in £40–£80'],
    ],
    'How many? 8 to 10 | 10 to 12 | 12 to 2': [
      ['ten', 'bare: in 8 to 10, in 10 to 12'],
      ['nine', 'bare: in 8 to 10'],
      ['one', 'bare: none of them'],
    ],
    'How much to borrow? £1,000–£5,000 | £5,000–£15,000 | More than £15,000': [
      ['over sixty months', 'unit: -'],
      ['five thousand', 'bare: in £1,000–£5,000, in £5,000–£15,000'],
      ['five grand', 'unit: in £1,000–£5,000, in £5,000–£15,000'],
      ['twenty thousand', 'bare: in More than £15,000'],
      ['ten k', 'unit: in £5,000–£15,000'],
    ],
    'Which? Up to 20 minutes | Up to an hour | 2 kg': [
      ['ten minutes', 'unit: in Up to 20 minutes, in Up to an hour'],
      ['ten', 'bare: -'],
      ['two kilos', 'unit: is 2 kg'],
      ['half an hour', 'unit: in Up to an hour'],
    ],
    'How many hours or kilos? 1–5 kg | 1–5 hours': [
      ['two', 'bare: -'],
      ['two hours', 'unit: in 1–5 hours'],
    ],
    'Which? 1–5 kg | 1–5 litres': [
      ['two kilos', 'unit: in 1–5 kg'],
      ['two', 'bare: -'],
      ['three litres', 'unit: in 1–5 litres'],
    ],
    'How many kilos? 1–5 kg | 6–10 kg | 1–2 tons': [
      ['seven', 'bare: in 6–10 kg'],
      ['two', 'bare: in 1–5 kg, in 1–2 tons'],
      ['two litres', 'unit: -'],
    ],
    'How many hours a week do you work? Less than 10 | 10–20 | 21–35 | More than 35': [
      ['three days a week', 'unit: - | unit: in More than 35'],
      ['twelve hours a week', 'unit: in 10–20 | unit: in More than 35'],
      ['twenty', 'bare: in 10–20'],
    ],
  };
  expect(fitting(table)).toEqual(table);
});

test('an amount is that of a label in its unit, in the one that is asked for, or where nothing else is counted', () => {
  const table: Amounts = {
    'How much? £5 | £10 | £25': [
      ['ten quid', 'unit: is £10'],
      ['ten', 'bare: is £10'],
      ['ten pounds', 'unit: is £10'],
      ['twelve pounds', 'unit: none of them'],
      ['ten kilos', 'unit: none of them'],
      ['ten of them', 'noun: -'],
    ],
    'How many people? 2 | 4 | 6': [
      ['two', 'bare: is 2'],
      ['two of us', 'people: is 2'],
      ['two people', 'people: is 2'],
      ['two kilos', 'unit: -'],
      ['five', 'bare: none of them'],
      ['two dogs', 'other: is 2'],
      ['two or four', 'bare: is 2 | bare: is 4'],
    ],
    'How many? 40W | 60W | 100W': [
      ['sixty watts', 'unit: is 60W'],
      ['sixty of them', 'noun: -'],
      ['sixty', 'bare: is 60W'],
      ['sixty bulbs', 'other: is 60W'],
    ],
    'How many nights? 2 | 7 | 14 | 21': [
      ['a week', 'unit: is 7'],
      ['two weeks', 'unit: is 14'],
      ['seven', 'bare: is 7'],
      ['seven nights', 'unit: is 7'],
      ['two days', 'unit: is 2'],
      ['three nights', 'unit: none of them'],
      ['three weeks', 'unit: is 21'],
      ['a month', 'unit: none of them'],
      ['two hours', 'unit: none of them'],
      ['two kilos', 'unit: -'],
    ],
    'Insure for? $1,000 | $10,000 | $100,000': [
      ['ten grand', 'unit: is $10,000'],
      ['ten k', 'unit: is $10,000'],
      ['ten thousand dollars', 'unit: is $10,000'],
      ['a hundred k', 'unit: is $100,000'],
    ],
    'Which box? Box for 1 – £9 | Box for 2 – £16 | Feast for 4 – £28': [
      ['two boxes', 'noun: -'],
      ['two', 'bare: is Box for 2 – £16'],
      ['for two', 'bare: is Box for 2 – £16'],
      ['sixteen', 'bare: none of them'],
      ['sixteen pounds', 'unit: is Box for 2 – £16'],
      ['two of us', 'people: is Box for 2 – £16'],
      ['four people', 'people: is Feast for 4 – £28'],
      ['nine', 'bare: none of them'],
      ['nine boxes', 'noun: -'],
    ],
    'How many nights will you stay? 2 | 3 | 5': [
      ['three nights', 'unit: is 3'],
      ['three', 'bare: is 3'],
      ['a night', 'unit: none of them'],
      ['three rooms', 'other: is 3'],
    ],
    'Which distance? 5 km | 10 km | 21 km': [
      ['five k', 'unit: is 5 km'],
      ['ten', 'bare: is 10 km'],
      ['ten miles', 'unit: none of them'],
      ['ten kilometres', 'unit: is 10 km'],
    ],
    'How many cupcakes? 6 Cupcakes | 12 Cupcakes | 24 Cupcakes': [
      ['in six days', 'unit: -'],
      ['six', 'bare: is 6 Cupcakes'],
      ['six cupcakes', 'noun: is 6 Cupcakes'],
      ['six people', 'other: is 6 Cupcakes'],
      ['a dozen', 'bare: is 12 Cupcakes'],
      ['twelve of them', 'noun: is 12 Cupcakes'],
      ['six of us', 'people: -'],
    ],
    'How much? 2 GB for £5 | 5 GB for £10 | 10 GB for £15': [
      ['five', 'bare: is 2 GB for £5, is 5 GB for £10'],
      ['five pounds', 'unit: is 2 GB for £5'],
      ['five gigs', 'unit: is 5 GB for £10'],
      ['ten', 'bare: is 5 GB for £10, is 10 GB for £15'],
      ['ten pounds', 'unit: is 5 GB for £10'],
    ],
    'How long is the film? 90 | 120 | 150': [
      ['two hours', 'unit: -'],
      ['ninety', 'bare: is 90'],
      ['ninety minutes', 'unit: -'],
      ['an hour and a half', 'unit: -'],
    ],
    'How much time do you have? 10 | 30 | 60': [
      ['half an hour', 'unit: -'],
      ['an hour', 'unit: -'],
      ['ten minutes', 'unit: -'],
    ],
    'What weight or length? 2 | 5 | 10': [
      ['five kilos', 'unit: -'],
      ['five metres', 'unit: -'],
      ['five', 'bare: is 5'],
    ],
    'For whom? 2 people £20 | 4 people £40': [
      ['twenty people', 'noun: none of them'],
      ['four people', 'noun: is 4 people £40'],
      ['twenty pounds', 'unit: is 2 people £20'],
    ],
    'For whom? Table for 2 – £20 | Table for 4 – £40': [
      ['twenty of us', 'people: none of them'],
      ['four of us', 'people: is Table for 4 – £40'],
    ],
    'How many km? 5 | 10': [
      ['five k', 'unit: is 5'],
      ['five miles', 'unit: none of them'],
    ],
    'How many kilos? 5 | 10 | 20': [
      ['five', 'bare: is 5'],
      ['five kilos', 'unit: is 5'],
      ['five thousand grams', 'unit: is 5'],
      ['ten pounds', 'unit: none of them'],
      ['ten litres', 'unit: -'],
    ],
    'How many hours or kilos? 2 | 5 | 10': [
      ['a hundred and twenty minutes', 'unit: -'],
      ['five kilos', 'unit: is 5'],
      ['five', 'bare: is 5'],
    ],
    'Which? Small 5 m | Large 10 m | Huge': [
      ['five', 'bare: is Small 5 m'],
      ['five metres', 'unit: is Small 5 m'],
      ['two metres', 'unit: none of them'],
    ],
    'Which? 12 months | 24 months | 3 years': [
      ['two years', 'unit: is 24 months'],
      ['a year', 'unit: is 12 months'],
      ['three', 'bare: is 3 years'],
      ['thirty six months', 'unit: is 3 years'],
      ['five', 'bare: none of them'],
      ['two', 'bare: none of them'],
    ],
    'How many hours a week? 5 | 10 | 20': [
      ['ten', 'bare: is 10'],
      ['ten hours', 'unit: is 10'],
      ['six hundred minutes', 'unit: is 10'],
    ],
    'How many kg, in kilograms? 5 | 10': [['five thousand grams', 'unit: is 5']],
  };
  expect(fitting(table)).toEqual(table);
});

test('what is asked for by the day or the week is answered in another unit, but not by other days', () => {
  const table: Table = {
    'How many minutes a day? 0–30 | 31–60 | 61–120 | More than 120': [
      ['half an hour', '0–30', 'number'],
      ['an hour and a half', '61–120', 'number'],
      ['fifty', '31–60', 'number'],
    ],
    'How many hours a week do you work? Less than 10 | 10–20 | More than 20': [
      ['three days a week', 'words'],
      ['twelve hours a week', '10–20', 'number'],
    ],
  };
  expect(decided(table)).toEqual(table);
});
