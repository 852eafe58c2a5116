import { powerStage } from '../../../lambda/speech/written/powers';
import { unitStage } from '../../../lambda/speech/written/units';
import { stageOf, wordsOf } from './stage';

const units = stageOf((written, words) => unitStage(written, words.language));
const powers = stageOf((written) => powerStage(written));

describe('units', () => {
  test('behind a number', () => {
    const rows = {
      'It weighs 5 kg.': 'It weighs 5 kilograms.',
      'It weighs 1 kg, not 1.0 kg or 1.5 kg.': 'It weighs 1 kilogram, not 1.0 kilograms or 1.5 kilograms.',
      '5kg and 6 lbs': '5 kilograms and 6 pounds',
      '1,500 kg, 1 000 kg or 12 500 m': '1,500 kilograms, 1 000 kilograms or 12 500 metres',
      'Use 5.5.5 kg': 'Use 5.5.5 kilograms',
      'Pack of 2x5kg, 2x 5 kg': 'Pack of 2x5 kilograms, 2x 5 kilograms',
      '5-kg bag and 12-inches board': '5 kilogram bag and 12 inch board',
      'a 5-ft. board': 'a 5 foot board',
      '100 % at 25°C': '100 percent at 25 degrees Celsius',
      '5 m², 9 km/h, 5 sq ft': '5 square metres, 9 kilometres per hour, 5 square feet',
      'Call 2093 5GB plans': 'Call 2093 5 gigabytes plans',
      '(5 kg) or "5 kg"': '(5 kilograms) or "5 kilograms"',
    };
    expect(units.said('en-US', rows)).toEqual(rows);
  });

  test('with a dot, which may end the sentence as well', () => {
    const rows = {
      'In 5 ft. 6 pt. steps': 'In 5 feet 6 pt. steps',
      'It is 5 ft. 6 lbs. more': 'It is 5 feet 6 pounds more',
      'Wait 10 min. Please stay': 'Wait 10 minutes. Please stay',
      'Wait 10 mins. please stay': 'Wait 10 minutes please stay',
      'Wait 5 hrs. 3 people': 'Wait 5 hours. 3 people',
      'Wait 5 hrs. 30 mins. or so': 'Wait 5 hours 30 minutes or so',
      'Wait 5 hrs., 3 mins.; 1 sec.: go (2 wks.) now': 'Wait 5 hours, 3 minutes; 1 second: go (2 weeks) now',
      'Wait 5 hrs.(or so), 2 hrs.| 1 hr./day': 'Wait 5 hours(or so), 2 hours| 1 hour per day',
      'Lift 5 ft. Bring it': 'Lift 5 feet. Bring it',
      'Score 5 pts. Then': 'Score 5 points. Then',
      'Score 5 pts. A win': 'Score 5 points. A win',
      'In 5 hrs Mia calls': 'In 5 hours Mia calls',
      'Up to 280 chars. Links count': 'Up to 280 characters. Links count',
      'For 5 pers. Book now': 'For 5 people. Book now',
      'Lift 5 oz. or more': 'Lift 5 ounces or more',
      'Lift 5 g. Then rest': 'Lift 5 grams. Then rest',
    };
    expect(units.said('en-US', rows)).toEqual(rows);
  });

  test('behind a part of one', () => {
    const rows = {
      'half kg or half a kg': 'half kilogram or half a kilogram',
      'three quarters of a mi': 'three quarters of a mile',
      'a quarter mi away': 'a quarter mile away',
      '2 and a half hrs': '2 and a half hours',
      '2 half kg': '2 half kilograms',
      '2, half kg': '2, half kilogram',
      'Both 2 are sold, half kg is left': 'Both 2 are sold, half kilogram is left',
      'half kg or 2 lb': 'half kilogram or 2 pounds',
      'Pack of 2 half kg bags and a spoon for them': 'Pack of 2 half kilograms bags and a spoon for them',
      'half-kg bag': 'half kilogram bag',
      'It is halfkg, behalf kg': 'It is halfkg, behalf kg',
      'Of the 2 that were left with us, there is one half kg':
        'Of the 2 that were left with us, there is one half kilogram',
    };
    expect(units.said('en-US', rows)).toEqual(rows);
  });

  test('of each', () => {
    const rows = {
      '€9/mo or $9 / wk': '€9 per month or $9 per week',
      '€9/month/user': '€9 per month per user',
      '5 g/kg, 120 kWh/mo': '5 grams per kilogram, 120 kilowatt-hours per month',
      '10 requests/min, 5x/day': '10 requests per minute, 5x per day',
      'Rent 50×30 cm/yr': 'Rent 50×30 centimetres per year',
      'Rent 10, 20/mo.': 'Rent 10, 20 per month.',
      '€9/wk. Cancel any time.': '€9 per week. Cancel any time.',
      '€9/yr. Cancel any time.': '€9 per year. Cancel any time.',
      '€9/yr. or so': '€9 per year or so',
      'Cost $5/l. It is': 'Cost $5 per litre. It is',
      'Cost $5/L or $5/l 20 times': 'Cost $5 per litre or $5 per litre 20 times',
      'Cost $5/L': 'Cost $5 per litre',
      'Rent 10 for each of these things/day': 'Rent 10 for each of these things per day',
    };
    expect(units.said('en-US', rows)).toEqual(rows);
  });

  test('behind the word for each', () => {
    const rows = {
      '$5 per mo': '$5 per month',
      'Rates per hr and per kg': 'Rates per hour and per kilogram',
      'Per hr: $5': 'Per hour: $5',
      '$5 per mo. Cancel': '$5 per month. Cancel',
      '$5 per hr. Cancel': '$5 per hour. Cancel',
      '$5 per hr. or so': '$5 per hour or so',
      '5 per m²': '5 per square metre',
      '(per qtr) or per annum': '(per quarter) or per year',
      'per kg/m, per w, super hr, per person': 'per kg/m, per w, super hr, per person',
      'per hrs': 'per hour',
    };
    expect(units.said('en-US', rows)).toEqual(rows);
  });

  test('of a column', () => {
    const rows = {
      'Chest (cm) 90': 'Chest (centimetres) 90',
      'Weight (kg), (g)': 'Weight (kilograms), (g)',
      'Time (min)': 'Time (minutes)',
      'Chest (cm), waist (in), hips (cm)': 'Chest (centimetres), waist (in), hips (centimetres)',
      'Gravity (g) and length (m)': 'Gravity (g) and length (m)',
      '(cm) or 5 (kg)': '(cm) or 5 (kg)',
    };
    expect(units.said('en-US', rows)).toEqual(rows);
  });

  test('letters that are none', () => {
    const texts = [
      'Tracking MX 4471 2093 5GB',
      'Tracking MX 4471 2093 5 GB',
      'Tracking MX 447 2093 5 GB',
      'Part x5kg, A5 kg',
      'Part 5 kgx, 5 kg2, 5 kg²',
      'Part .5 kg, 5.kg',
      'Pay $5 m, $5m, € 5 m',
      'Pay $5/hr9, $5/hr², $5/hrs',
      'Grade A/d, a/d',
      'Grade 5 A/d, 10 B/w, 5 z/w',
      'Grade $5/L 20, $5/L $20, 9 /L 3',
      '12 in a box of more than twenty-five things/day',
      'Size m, kg, cm',
      'the superkg',
    ];
    expect(units.heard('en-US', texts)).toEqual(texts);
  });

  test('in other languages', () => {
    const german = {
      '5 kg, 1 Std., 1,5 Std.': '5 Kilogramm, 1 Stunde, 1,5 Stunden',
      '1.000 km, 1 000 km': '1.000 Kilometer, 1 000 Kilometer',
      'Für 5 Pers. Frühstück inklusive': 'Für 5 Personen Frühstück inklusive',
      'halbe Std. warten': 'halbe Stunde warten',
      'pro Std. oder pro Mon. kündbar': 'pro Stunde oder pro Monat kündbar',
      'Größe (cm)': 'Größe (Zentimeter)',
    };
    expect(units.said('de-DE', german)).toEqual(german);
    const japanese = { '5kg, 時速50km/h': '5キログラム, 時速50キロメートル毎時' };
    expect(units.said('ja-JP', japanese)).toEqual(japanese);
    const arabic = { '3 kg': '3 كيلوغرامات', '11 km': '11 كيلومترا' };
    expect(units.said('ar-SA', arabic)).toEqual(arabic);
    const french = {
      '2 c. à s.': '2 cuillères à soupe',
      'Par pers. et par sem. payée': 'Par personne et par semaine payée',
      '20 € par pers. Réservez vite': '20 € par personne. Réservez vite',
      '9 fois/sem. Annulez': '9 fois par semaine. Annulez',
      '9 fois/sem. sans frais': '9 fois par semaine sans frais',
      'demi kg': 'demi kilogramme',
    };
    expect(units.said('fr-FR', french)).toEqual(french);
    const turkish = wordsOf('tr', { units: { kilogram: 'kg' }, per: { units: { ay: 'ay' } } });
    const rows = { '5 kg, 9/ay': '5 kilogram, 9 ay', '9 ay kg': '9 ay kg' };
    expect(units.said(turkish, rows)).toEqual(rows);
  });
});

test('powers of ten and of two', () => {
  const rows = {
    '10⁻³': '10 to the power of minus 3',
    '10⁶': '10 to the power of 6',
    '2⁸': '2 to the power of 8',
    'About 10⁶ cells, 2¹⁰ bytes': 'About 10 to the power of 6 cells, 2 to the power of 10 bytes',
    'Up to 10¹²³.': 'Up to 10 to the power of 123.',
    '6.02×10²³ of them': '6.02×10 to the power of 23 of them',
    '10²⁴, 10³⁰, 10⁴, 10⁵, 10⁷, 10⁸, 10⁹, 10⁰':
      '10 to the power of 24, 10 to the power of 30, 10 to the power of 4, 10 to the power of 5, 10 to the power of 7, 10 to the power of 8, 10 to the power of 9, 10 to the power of 0',
  };
  expect(powers.said('en-US', rows)).toEqual(rows);
  // Squares and cubes, and notes.
  const texts = [
    '10² or 10³',
    '5⁴ or 12⁴',
    'Price $10⁴',
    'Price 1.10⁴',
    'Room A10⁴',
    'Room 10⁴b',
    'Sum 10⁴⁵⁶⁷',
    'Sum 10⁻',
    'Nothing',
  ];
  expect(powers.heard('en-US', texts)).toEqual(texts);
  expect(powers.heard('de-DE', ['10⁻³'])).toEqual(['10 hoch minus 3']);
  expect(powers.heard(wordsOf('tr', {}), ['10⁻³'])).toEqual(['10⁻³']);
});
