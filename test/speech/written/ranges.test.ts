import { rangeWords } from '../../../lambda/speech/written/range-words';
import { rangeStage } from '../../../lambda/speech/written/ranges';
import { stageOf, wordsOf } from './stage';

const ranges = stageOf((written) => rangeStage(written));

describe('ranges', () => {
  test('of hours and times', () => {
    const rows = {
      'Open 9–17.': 'Open 9 to 17.',
      'Open 9-17.': 'Open 9 to 17.',
      'Open 9〜17, 9～17 or 9—17': 'Open 9 to 17, 9 to 17 or 9 to 17',
      'Open: 9 - 17': 'Open: 9 to 17',
      'Hours: 9 - 5.': 'Hours: 9 to 5.',
      'Hours: 24 - 5': 'Hours: 24 - 5',
      'Hours: 23 - 24': 'Hours: 23 to 24',
      'Hours: 23 - 6': 'Hours: 23 to 6',
      'Open 9am–5pm.': 'Open 9am to 5pm.',
      'Open 9 am - 5 pm.': 'Open 9 am to 5 pm.',
      '9:00-17:00': '9:00 to 17:00',
      'Open 9:00 - 17:00, 18:00 - 2:00': 'Open 9:00 to 17:00, 18:00 to 2:00',
      '9.30-17.30': '9.30 to 17.30',
      'Open 9.30am - 5.30pm': 'Open 9.30am to 5.30pm',
      'Open 10am-noon.': 'Open 10am to noon.',
      'Open 10 am – Noon': 'Open 10 am to Noon',
      'Open 9:30-noon or 10.15 am—midnight': 'Open 9:30 to noon or 10.15 am to midnight',
      'From 0900-1700.': 'From 0900 to 1700.',
      'Mon 9–17 h': 'Mon 9 to 17',
      '9h–17:00': '9:00 to 17:00',
    };
    expect(ranges.said('en-US', rows)).toEqual(rows);
  });

  test('of hours behind the days they are of', () => {
    const rows = {
      'Open Mon–Fri 9-5.': 'Open Mon to Fri 9 to 5.',
      'Mon-Fri: 8-8': 'Mon to Fri: 8 to 8',
      'Mon-Fri, 8-8, Sat 10-2.': 'Mon to Fri, 8 to 8, Sat 10 to 2.',
      'Mon. 8-8': 'Mon. 8 to 8',
      'Saturday 24-8 and later': 'Saturday 24 to 8 and later',
      'Weekdays 8-8 and later': 'Weekdays 8 to 8 and later',
      'weekends: 8 - 4 and later': 'weekends: 8 to 4 and later',
      'Mon 08-05 and later': 'Mon 08 to 05 and later',
      'Mon 25-08 and later': 'Mon 25-08 and later',
      'Mon 08-025 and later': 'Mon 08-025 and later',
      'Salmon 08-05 and later': 'Salmon 08-05 and later',
      'Mon too 08-05 and later': 'Mon too 08-05 and later',
      'Open every single week on Sunday 08-05': 'Open every single week on Sunday 08 to 05',
    };
    expect(ranges.said('en-US', rows)).toEqual(rows);
  });

  test('of days and months', () => {
    const rows = {
      'Jan–Mar': 'Jan to Mar',
      'Jan-Mar 2026': 'Jan to Mar 2026',
      'Jan - Mar': 'Jan to Mar',
      'Sat-Sun': 'Sat to Sun',
      'Sat.–Sun.': 'Sat. to Sun.',
      'Monday–Friday, March–May': 'Monday to Friday, March to May',
      'Sat - Sun 9 - 12': 'Sat to Sun 9 to 12',
      'June 3-5': 'June 3 to 5',
      'June 3–5, 2026': 'June 3 to 5, 2026',
      'Room for 3-May–5-May': 'Room for 3-May–5-May',
      'May-5': 'May-5',
      '5-May': '5-May',
      'May–5': 'May to 5',
      '2–May': '2 to May',
    };
    expect(ranges.said('en-US', rows)).toEqual(rows);
  });

  test('of days with their month, and with their time', () => {
    const rows = {
      'Away June 3 – July 5, 2026': 'Away June 3 to July 5, 2026',
      'Away June 3, 2026 - July 5, 2027': 'Away June 3, 2026 to July 5, 2027',
      'Away Jun. 2026—Jul. 2027': 'Away Jun. 2026 to Jul. 2027',
      'Away 3 June 2026 - 5 July': 'Away 3 June 2026 to 5 July',
      'June 3, 2026 – July 5, 2026, May 3, 2027 - June 5, 2027':
        'June 3, 2026 to July 5, 2026, May 3, 2027 to June 5, 2027',
      'Away 3 June – 5 July 2026': 'Away 3 June to 5 July 2026',
      'Away 13 June 2026-15 July 2026': 'Away 13 June 2026 to 15 July 2026',
      'Away 3rd June – 5th of July': 'Away 3rd June to 5th of July',
      'Away June 3rd – July 5th, 2026': 'Away June 3rd to July 5th, 2026',
      'Away 3rd of June〜5th of July, 2026': 'Away 3rd of June to 5th of July, 2026',
      'Away 3 June, 2026～5 July': 'Away 3 June, 2026 to 5 July',
      'Away Mon June 3 – Fri June 7': 'Away Mon June 3 to Fri June 7',
      'Away Mon., June 3 – Fri., June 7': 'Away Mon., June 3 to Fri., June 7',
      'Mon, June 3, 9 am – Tue, June 4, 5 pm': 'Mon, June 3, 9 am to Tue, June 4, 5 pm',
      'June 3, 2026 9:00 – June 4, 2026 10:00': 'June 3, 2026 9:00 to June 4, 2026 10:00',
      'June 3 at 9 am - June 4 at noon': 'June 3 at 9 am to June 4 at noon',
      'June 3 9:15pm-June 4': 'June 3 9:15pm to June 4',
      '9 am – June 4': '9 am to June 4',
      '12.30 pm – June 4': '12.30 pm to June 4',
      '18:15 – June 4': '18:15 to June 4',
      'Fri 9 am – Mon 9 am': 'Fri 9 am to Mon 9 am',
      'Fri noon - Sun. 4 pm': 'Fri noon to Sun. 4 pm',
      'Fri noon–Sunday 4 pm': 'Fri noon to Sunday 4 pm',
    };
    expect(ranges.said('en-US', rows)).toEqual(rows);
  });

  test('of money', () => {
    const rows = {
      'Costs $10–$20.': 'Costs $10 to $20.',
      'Costs $10-20.': 'Costs $10 to 20.',
      'Costs $10 - $20.': 'Costs $10 to $20.',
      'Costs £9.50 – £12.50': 'Costs £9.50 to £12.50',
      '$5k–$10k': '$5k to $10k',
      'Lamp $4 – $12': 'Lamp $4 to $12',
      'between $10–$20': 'between $10 and $20',
      'Bulb 9 – 12 €': 'Bulb 9 to 12 €',
      'Bulb 9 W–12 €': 'Bulb 9 W to 12 €',
      'Menu 9 € – 12 €': 'Menu 9 € to 12 €',
      'Menu 9€-12€, 9 € - 12 € or 950 € – 1,250 €': 'Menu 9€ to 12€, 9 € to 12 € or 950 € to 1,250 €',
      'Bulb 9 – 12 W': 'Bulb 9 to 12 W',
      'Bulb 9 W – 12 W': 'Bulb 9 W to 12 W',
    };
    expect(ranges.said('en-US', rows)).toEqual(rows);
    // A thing and its price.
    const prices = [
      'Lamp 4 – $12',
      'Lamp 4 - $12',
      'Bulb 9 W – 12 €',
      'Carpet 9 sq ft – 12 €',
      'Bulb 9 W – 12€',
      'Bulb 9W – 12 €',
      'Bulb 9 W - 12 €',
      'Milk 1 l – 2 £',
      'Taxi 9 € – 12 km',
      'Taxi 9 €–12 km',
      'Large 9 € – 5 € small',
      'Large 9 € – 9 € small',
      'Large 9 € – 2 pcs',
    ];
    expect(ranges.heard('en-US', prices)).toEqual(prices);
  });

  test('of numbers', () => {
    const rows = {
      'Takes 3-5 days.': 'Takes 3 to 5 days.',
      'Takes 3 – 5 days.': 'Takes 3 to 5 days.',
      'Takes 5–3 days': 'Takes 5 to 3 days',
      'Score 3-1.': 'Score 3 to 1.',
      'Score: 3 - 1': 'Score: 3 to 1',
      '7-9': '7 to 9',
      '7-7': '7 to 7',
      '10%-20%': '10% to 20%',
      '20%-10% off': '20% to 10% off',
      '10-20%': '10 to 20%',
      '5k-10k': '5k to 10k',
      '10K-5K left': '10K to 5K left',
      '20–30 kg': '20 to 30 kg',
      '20 kg–30 kg': '20 kg to 30 kg',
      '20kg - 30kg or more': '20kg to 30kg or more',
      '2.5–3.5 m': '2.5 to 3.5 m',
      '2.5-3.5 of them': '2.5 to 3.5 of them',
      '0.5-1 of them': '0.5 to 1 of them',
      '3,5-4 of them': '3,5 to 4 of them',
      '5-5,5 of them': '5 to 5,5 of them',
      'Write 500-1,000 words.': 'Write 500 to 1,000 words.',
      'Write 1,500-10,000 words.': 'Write 1,500 to 10,000 words.',
      'Write 1.125-1.5 of it.': 'Write 1.125 to 1.5 of it.',
      'Room 020 has 100-1200 seats': 'Room 020 has 100 to 1200 seats',
      '1,000–2,000': '1,000 to 2,000',
      '1,000-2,000 people': '1,000 to 2,000 people',
      '1st–3rd': '1st to 3rd',
      '3rd-1st floor': '3rd to 1st floor',
      'between 3-5 days': 'between 3 and 5 days',
      'From 2019-2024.': 'From 2019 to 2024.',
      'From 1998-2024 and on': 'From 1998 to 2024 and on',
      'From 0900-2400 and on': 'From 0900 to 2400 and on',
      'From 0900-0959 and on': 'From 0900 to 0959 and on',
      '07–09': '07 to 09',
      'Total (3 - 5)': 'Total (3 to 5)',
      'Total | 3 - 5 |': 'Total | 3 to 5 |',
      'Total, 3 - 5; more': 'Total, 3 to 5; more',
      'Two of 3 - 5 The next': 'Two of 3 to 5 The next',
      '3 - 5 The next': '3 to 5 The next',
      '3 - 5. The next': '3 to 5. The next',
      '(3 - 5)': '(3 to 5)',
      'Total: 5 - 3, more': 'Total: 5 to 3, more',
    };
    expect(ranges.said('en-US', rows)).toEqual(rows);
  });

  test('numbers with a dash that are none', () => {
    const texts = [
      'Takes 3 - 5 days.',
      'Takes 5 - 3 days.',
      'Takes 5-4,5 days.',
      'Takes 7-7 days.',
      'Version: 5 - 1.2.3',
      'Article 7119-8120 is new',
      'Takes 5-3 days.',
      'Score: 30 - 10',
      'Score: 30-10',
      'Score: 3 - 3 the next',
      'From 2024-2019.',
      'From 2024-2024.',
      'From 0960-1700',
      'From 0900-1760',
      'From 0900-2500',
      'From 1870-1999',
      'From 1998-2401',
      'Model 07-09.',
      'Model 7-09.',
      'Model 07-9.',
      '1-2-3',
      '1–2–3',
      '1 - 2 - 3 go',
      'A1-5',
      '#1-5',
      '2/1-5',
      '5-1-5',
      ':1-5',
      '1-5b',
      '1–5b',
      '1–50000',
      '12345–12346',
      'x 3 - 5 The',
      'up 3 - 5 the',
      'Type A 3 - 5 The',
      'Total:: no 3 - 5 of it',
      'Total: 3 - 5 the next',
      'Type A-B, C–D',
      'Well-known – or not',
      'Wi-Fi 6 in May - nothing',
    ];
    expect(ranges.heard('en-US', texts)).toEqual(texts);
  });

  test('codes and phone numbers', () => {
    const texts = [
      'PIN 1234-5678.',
      'Code 12-34.',
      'code: 12-34',
      'Your tracking number 12-345 is new',
      'ends in 12-3456',
      'Call 555-1234.',
      'Call: 606-707',
      'Ring 0800-1234.',
      'Or 020 555-1234',
      'Or 02012 555-1234',
    ];
    expect(ranges.heard('en-US', texts)).toEqual(texts);
    const rows = {
      'Code 12–34.': 'Code 12 to 34.',
      'Numbers 10-20% up': 'Numbers 10 to 20% up',
      'Numbers 100-1,200 are free': 'Numbers 100 to 1,200 are free',
      'Call 100-120 min ahead': 'Call 100 to 120 min ahead',
      'Code 1-3.': 'Code 1 to 3.',
      'Decode 12-34.': 'Decode 12 to 34.',
      'Code for 12-34.': 'Code for 12 to 34.',
      'Call 555–1234.': 'Call 555 to 1234.',
      'Recall 555-1234.': 'Recall 555 to 1234.',
      'Calls 555-1234.': 'Calls 555 to 1234.',
      'Call 55-1234.': 'Call 55 to 1234.',
      'Call 1555-1950.': 'Call 1555 to 1950.',
      'Call 555-56.': 'Call 555-56.',
      'Or 12 555-1234': 'Or 12 555 to 1234',
      'Or 020,555-1234': 'Or 020,555-1234',
      'Or 1020 555-1234': 'Or 1020 555 to 1234',
    };
    expect(ranges.said('en-US', rows)).toEqual(rows);
  });

  test('in other languages', () => {
    const german = {
      'Mo-Fr 9-17 Uhr': 'Mo bis Fr 9 bis 17 Uhr',
      'Menü 9,50 € – 12 €': 'Menü 9,50 € bis 12 €',
      'Menü 9,50 €–9,90 € oder 1.250 € - 1.500 €': 'Menü 9,50 € bis 9,90 € oder 1.250 € bis 1.500 €',
      'Mo.-Fr. 9-17 Uhr': 'Mo. bis Fr. 9 bis 17 Uhr',
      'Mo–Fr: 9 – 17 Uhr': 'Mo bis Fr: 9 bis 17 Uhr',
      '9h–17h': '9h bis 17h',
      '9h30–17h': '9h30 bis 17h',
      '1.–3. Tag': '1. bis 3. Tag',
      'zwischen 9 € – 12 €': 'zwischen 9 € und 12 €',
      'zwischen 3-5 Tagen': 'zwischen 3 und 5 Tagen',
      '24. Dezember – 2. Januar': '24. Dezember bis 2. Januar',
      '24. Dezember 2025 – 2. Januar 2026, 18:00': '24. Dezember 2025 bis 2. Januar 2026, 18:00',
      '24. Dezember 2026 um 18:30 – 25. Dezember': '24. Dezember 2026 um 18:30 bis 25. Dezember',
      'Januar-März': 'Januar bis März',
    };
    expect(ranges.said('de-DE', german)).toEqual(german);
    const french = {
      'lun-ven 8h-20h': 'lun à ven 8h à 20h',
      '9h30-18h': '9h30 à 18h',
      'Entre 9 € – 12 €': 'Entre 9 € et 12 €',
      'entre 3-5 jours': 'entre 3 et 5 jours',
    };
    expect(ranges.said('fr-FR', french)).toEqual(french);
    const spanish = { 'Entre 9 € - 12 €': 'Entre 9 € y 12 €' };
    expect(ranges.said('es-ES', spanish)).toEqual(spanish);
    const italian = { 'Tra 9 € – 12 €': 'Tra 9 € e 12 €' };
    expect(ranges.said('it-IT', italian)).toEqual(italian);
    const portuguese = { 'Entre 9 € – 12 €': 'Entre 9 € e 12 €' };
    expect(ranges.said('pt-PT', portuguese)).toEqual(portuguese);
    const dutch = { 'Tussen 9 € – 12 € of tussen €9–€12': 'Tussen 9 € en 12 € of tussen €9 en €12' };
    expect(ranges.said('nl-NL', dutch)).toEqual(dutch);
    const japanese = {
      '受付は9〜17時です': '受付は9から17時までです',
      '営業時間：9:00～18:00': '営業時間：9:00から18:00まで',
      '5〜10分かかります': '5から10分かかります',
      '3〜5営業日以内': '3から5営業日以内',
      '2〜3名様、4〜6名様': '2から3名様まで、4から6名様まで',
      '1〜2、3〜4個': '1から2まで、3から4個まで',
    };
    expect(ranges.said('ja-JP', japanese)).toEqual(japanese);
    const hindi = { 'सोम–शुक्र 9-17': 'सोम से शुक्र 9 से 17', '5-7 दिन': '5 से 7 दिन' };
    expect(ranges.said('hi-IN', hindi)).toEqual(hindi);
  });

  test('with words on both sides of its second end, however long that is', () => {
    const turkish = wordsOf('tr', {
      range: '{{from}} ile {{to}} arası',
      days: { Pazartesi: 'Pzt', Cuma: 'Cum' },
      months: { Haziran: 'Haz', Temmuz: 'Tem' },
      halves: 'öğlen gece',
    });
    const rows = {
      '9-17 açık': '9 ile 17 arası açık',
      '3 Haziran – 5 Temmuz açık': '3 Haziran ile 5 Temmuz arası açık',
      '3 Haziran 2026 – 5 Temmuz 2026 açık': '3 Haziran 2026 ile 5 Temmuz 2026 arası açık',
      '9:00 – öğlen açık': '9:00 ile öğlen arası açık',
      'Pzt–Cum açık': 'Pzt ile Cum arası açık',
    };
    expect(ranges.said(turkish, rows)).toEqual(rows);
    const nothing = ['9-17', '9–17', 'Mon–Fri'];
    expect(ranges.heard(wordsOf('tr', { days: { Monday: 'Mon', Friday: 'Fri' } }), nothing)).toEqual(nothing);
  });
});

describe('the words of a range', () => {
  test('one between its ends', () => {
    const { joined, whole, settled } = rangeWords('to');
    expect([joined('9', '17'), whole('9', '17'), settled('9 to 17')]).toEqual(['9 to ', '9 to 17', '9 to 17']);
  });

  test('one behind each of them', () => {
    const { joined, whole, settled } = rangeWords('{{from}}から{{to}}まで');
    expect(whole('9', '17時')).toBe('9から17時まで');
    const rows = [
      [`${joined('9', '17時')}17時です`, '9から17時までです'],
      [`受付は${joined('9', '17時')}17時、${joined('18', '20時')}20時`, '受付は9から17時まで、18から20時まで'],
      [`${joined('9', '')}17時`, '9からまで17時'],
      ['私用文字 \ue000 です', '私用文字 \ue000 です'],
      [`${joined('9', '17時')}17時 \ue000`, '9から17時まで \ue000'],
      ['9時です', '9時です'],
    ];
    expect(rows.map(([line = '']) => [line, settled(line)])).toEqual(rows);
  });

  test('words before, between and behind them', () => {
    const { joined, whole, settled } = rangeWords('von {{from}} bis {{to}} Uhr');
    expect(whole('9', '17')).toBe('von 9 bis 17 Uhr');
    expect(settled(`Heute ${joined('9', '17')}17, auch morgen`)).toBe('Heute von 9 bis 17 Uhr, auch morgen');
    expect(settled(`${joined('9', '17')}17, ${joined('18', '20')}20`)).toBe('von 9 bis 17 Uhr, von 18 bis 20 Uhr');
    const long = '1'.repeat(300);
    expect(settled(joined('9', long) + long)).toBe(`von 9 bis ${'1'.repeat(255)} Uhr${'1'.repeat(45)}`);
  });
});
