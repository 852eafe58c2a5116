import { pairStage } from '../../../lambda/speech/written/pairs';
import { stageOf, wordsOf } from './stage';

const pairs = stageOf((written) => pairStage(written));
/** A choice is bound to its word by spaces where no line breaks. */
const said = (locale: string, rows: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(pairs.said(locale, rows)).map(([text, line]) => [text, line?.replaceAll('\u00a0', '_')]),
  );

describe('two numbers with a slash between them', () => {
  test('of which one chooses', () => {
    const rows = {
      'Refreshes every 10/15 mins.': 'Refreshes every 10_or_15 mins.',
      'Refreshes every 10 / 15 mins.': 'Refreshes every 10_or_15 mins.',
      'Every 2/3 hours': 'Every 2_or_3 hours',
      'Sizes 10/12, 12/14 and 14/16': 'Sizes 10_or_12, 12_or_14 and 14_or_16',
      'Size: 10/12 or 14/16 left': 'Size: 10_or_12 or 14_or_16 left',
      'Comes in tables of 8/10.': 'Comes in tables of 8_or_10.',
      'Ages 7/11': 'Ages 7_or_11',
      'Needs iOS 17/18': 'Needs iOS 17_or_18',
      'Serves 10/12 people.': 'Serves 10_or_12 people.',
      '10/20-minute walk': '10_or_20-minute walk',
      '10/20-minutes walk': '10_or_20-minutes walk',
      '3/5 working days': '3_or_5 working days',
      '10/12 months': '10_or_12 months',
      '5/10 hours': '5_or_10 hours',
      '24/70 days': '24_or_70 days',
      '11/20 kg': '11_or_20 kg',
      '10/29 kg': '10_or_29 kg',
      '10/20 kgs, 15/30 km': '10_or_20 kgs, 15_or_30 km',
      'On 10/15 mins notice': 'On 10_or_15 mins notice',
      'Take 10/20 mg daily.': 'Take 10_or_20 mg daily.',
      'Doses of 5/10 mg': 'Doses of 5_or_10 mg',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('of which one is a part of the other', () => {
    const rows = {
      'Page 10/24 of the guide.': 'Page 10 of 24 of the guide.',
      'page: 10/24': 'page: 10 of 24',
      'Step 3/3 done': 'Step 3 of 3 done',
      'Card no. 4/9': 'Card no. 4 of 9',
      '12/20 seats left': '12 of 20 seats left',
      '2/20 seats left': '2 of 20 seats left',
      '20/20 spots taken': '20 of 20 spots taken',
      '3/5 stars': '3 of 5 stars',
      '4/5 completed': '4 of 5 completed',
      '5/5 correct': '5 of 5 correct',
      'Exam: 12/15 marks': 'Exam: 12 of 15 marks',
      '5/60 minutes of it': '5 of 60 minutes of it',
      '10/30 days used': '10 of 30 days used',
      '9/10 customers like it': '9 of 10 customers like it',
      '4/5 guests, 7/20 guests, 9/100 guests': '4 of 5 guests, 7 of 20 guests, 9 of 100 guests',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('of which both are names, or substances', () => {
    const rows = {
      'Room 10/24 is free.': 'Room 10, 24 is free.',
      'Bus 10/12 leaves': 'Bus 10, 12 leaves',
      'units 12/10': 'units 12, 10',
      'Lisinopril 10/20 mg': 'Lisinopril 10, 20 mg',
      'Sinemet 25/100 mg': 'Sinemet 25, 100 mg',
      'Sinemet 100/25 mg': 'Sinemet 100, 25 mg',
    };
    expect(said('en-US', rows)).toEqual(rows);
  });

  test('left to others', () => {
    const texts = [
      'Step 24/10',
      'Page 10/20.5',
      'Room 10/20,5',
      'On 9/10 customers get cake.',
      'Friday 9/10 customers get cake.',
      '10/5 minutes',
      '10/10 minutes',
      '5/3 stars',
      '20/12 seats left',
      '20/12 spots left',
      '12/20 of left',
      '12/20 seats leftover',
      '3/5 starships',
      'Take 8/500 mg',
      'Take 20/10 mg',
      '9/12 customers',
      '9/15 customers',
      '9/110 customers',
      '9/1000 customers',
      '9/50 customers',
      'Size 10/40',
      'Size 10/30',
      'Sizes 12/10',
      'Resize 10/12',
      'Sizes 10/40 customers',
      'Size 3/10 customers',
      'Every 10/60 minutes',
      'Cut 3/8 inch',
      '2/3 cup',
      '1/3 people',
      '1/4 tablets',
      '13/16 inches',
      '3/32 inches',
      '2/3 kg',
      '1/2 kg',
      '3/2 kg',
      'On 10/15 we close',
      'Monday 10/15 people',
      'Mon: 10/15',
      '120/80 mmHg',
      '10/20 Mbps',
      '10/40 kg',
      '10/10 kg',
      '10/20 kgm',
      '12/24 eggs',
      '0/5 stars',
      '0/10 days',
      '24/7 days a week',
      '1/2/3 days',
      '10/20-30 days',
      '10/20/30 days',
      '10/20.5 days',
      '10/20,5 days',
      '12345/20000 days',
      '10/12345 days',
      'A10/20 days',
      '$10/20 days',
      '£10/20 days',
      '3.10/20 days',
      '3,10/20 days',
      '3-10/20 days',
      '3/10/20 days',
      '10/20 days/week',
    ];
    expect(pairs.heard('en-US', texts)).toEqual(texts);
  });

  test('in other languages', () => {
    const german = {
      'Alle 10/15 Minuten': 'Alle 10_oder_15 Minuten',
      'Seite 3/12': 'Seite 3 von 12',
      '3/12 Plätze frei': '3 von 12 Plätze frei',
      'Ibuprofen 10/20 mg': 'Ibuprofen 10, 20 mg',
      'Zimmer 10/12': 'Zimmer 10, 12',
      'am 10/12 Uhr': 'am 10/12 Uhr',
    };
    expect(said('de-DE', german)).toEqual(german);
    const french = {
      'Page 3/12': 'Page 3 sur 12',
      'Toutes les 10/15 minutes': 'Toutes les 10_ou_15 minutes',
      '4/5 étoiles': '4 sur 5 étoiles',
      '5/10 jours ouvrés': '5_ou_10 jours ouvrés',
    };
    expect(said('fr-FR', french)).toEqual(french);
    const turkish = ['Sayfa 3/12', '10/15 dakika'];
    const known = wordsOf('tr', { pairs: { parts: 'sayfa', counted: 'dakika' } });
    expect(pairs.heard(known, turkish)).toEqual(turkish);
  });
});
