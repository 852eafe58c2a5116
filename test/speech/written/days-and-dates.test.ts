import { isoDate } from '../../../lambda/speech/stated-date';
import { dateStage } from '../../../lambda/speech/written/dates';
import { dayStage } from '../../../lambda/speech/written/days';
import { stageOf, wordsOf } from './stage';

const days = stageOf((written, words) => dayStage(written, words));
const dates = stageOf((written, words) => dateStage(written, words.language));

describe('days in digits', () => {
  test('a year that ends in the next one', () => {
    const rows = {
      'The 2026/27 season starts soon.': 'The 2026 to 27 season starts soon.',
      'The 2026/2027 school year.': 'The 2026 to 2027 school year.',
      'The 1999/2000 season was our first.': 'The 1999 to 2000 season was our first.',
      'The 1999/00 season was our first.': 'The 1999 to 00 season was our first.',
      'Tax year 2025/26, filed in May.': 'Tax year 2025 to 26, filed in May.',
      'Fees: 2025/26.': 'Fees: 2025 to 26.',
      '2025/26 fees': '2025 to 26 fees',
    };
    expect(days.said('en-US', rows)).toEqual(rows);
  });

  test('no such year', () => {
    const texts = [
      'Tax year 2025/27.',
      'Season 2025/2027 is long.',
      'Season 2026/25 is over.',
      'Season 2025/025 is over.',
      'The 1899/1900 edition is rare.',
      'Reference K2025/26 is closed.',
      'Reference 112025/26 is closed.',
      'Form 4.2025/26 is not needed.',
      'Form 4,2025/26 is not needed.',
      'Form 4/2025/26 is not needed.',
      'Form 4-2025/26 is not needed.',
      'Order 2025/26-4 is packed.',
      'Order 2025/26/4 is packed.',
      'Order 2025/26b is packed.',
      'Order 2025/261 is packed.',
      'Order 2025/26.5 is packed.',
      'Order 2025/26,5 is packed.',
    ];
    expect(days.heard('en-US', texts)).toEqual(texts);
  });

  test('days with their year, which can be only one', () => {
    const rows = {
      'Your trip on 12/24/2026 is booked.': 'Your trip on December 24, 2026 is booked.',
      'Valid until 31/12/2026.': 'Valid until December 31, 2026.',
      'Your trip on 12/24/26 is booked.': 'Your trip on December 24, 2026 is booked.',
      'Born 12/24/00 or 12/24/49.': 'Born December 24, 2000 or December 24, 2049.',
      'Born 12/24/50 or 12/24/99.': 'Born December 24, 1950 or December 24, 1999.',
      'Born 4/4/1986.': 'Born April 4, 1986.',
      'Born 12/12/1986 (4/13/1987).': 'Born December 12, 1986 (April 13, 1987).',
      'Seen 2/29/2024, 2/29/2023.': 'Seen February 29, 2024, 2/29/2023.',
      'Visit on 24/7/2026.': 'Visit on July 24, 2026.',
      'Shipped 3-14-2026 by courier.': 'Shipped March 14, 2026 by courier.',
      'Shipped 14-3-2026 by courier.': 'Shipped March 14, 2026 by courier.',
      'Shipped 12-31-1999 by courier.': 'Shipped December 31, 1999 by courier.',
    };
    expect(days.said('en-US', rows)).toEqual(rows);
  });

  test('a month with its year', () => {
    const rows = {
      'Valid 09/2027.': 'Valid September 2027.',
      'Valid 9/2027, then renewed.': 'Valid September 2027, then renewed.',
      'Valid 12/2027 to 01/2028': 'Valid December 2027 to January 2028',
      '10/2027': 'October 2027',
    };
    expect(days.said('en-US', rows)).toEqual(rows);
  });

  test('numbers that are none of them', () => {
    const texts = [
      'We are on call 24/7.',
      'Open on 24/7, all year.',
      'Born 3/4/1986.',
      'Born 31/4/1986.',
      'Born 13/13/2013.',
      'Born 0/13/1986.',
      'Born 4/0/1986.',
      'See file 12/24/2026/3.',
      'See file 12/24/2026-3.',
      'See file 12/24/2026b.',
      'See file 12/24/20261.',
      'See file 12/24/2026.5 of them.',
      'See file 12/24/2026,5 of them.',
      'See file A12/24/2026.',
      'See file 112/24/2026.',
      'See file 4.12/24/2026.',
      'See file 4,12/24/2026.',
      'See file 4/12/24/2026.',
      'See file 4-12/24/2026.',
      'See file 12/24/202.',
      'See file 12/24/1826.',
      'Part 3-14-26 is sold out.',
      'Part 3-14-20267 is sold out.',
      'Part 3-14-2026-B is sold out.',
      'Part 3-14-2026/B is sold out.',
      'Part A3-14-2026 is sold out.',
      'Part 3-3-14-2026 is sold out.',
      'Part 3-114-2026 is sold out.',
      'Valid 13/2027.',
      'Valid 00/2027.',
      'Valid 0/2027.',
      'Valid 09/1999.',
      'Version 2.09/2027.',
      'Case A09/2027.',
      'Case 09/2027-1.',
      'Case 09/2027/1.',
      'Case 09/2027b.',
      'Case 09/20271.',
      'Case 09/2027.5',
      'Case 09/2027,5',
    ];
    expect(days.heard('en-US', texts)).toEqual(texts);
  });

  test('from one to another', () => {
    const rows = {
      'Open 12/24–12/27 only.': 'Open December 24 to December 27 only.',
      'Open 12/24 - 12/27 only.': 'Open December 24 to December 27 only.',
      'Open 12/24-12/27, then closed.': 'Open December 24 to December 27, then closed.',
      'Closed 24-26/12 for the holidays.': 'Closed December 24 to December 26 for the holidays.',
      'Closed 24–26/12.': 'Closed December 24 to December 26.',
      'Closed 24 – 26/12, as every year.': 'Closed December 24 to December 26, as every year.',
      'Open 12/20–12/22 and 12/27-12/29.': 'Open December 20 to December 22 and December 27 to December 29.',
      'Closed 13-15/1': 'Closed January 13 to January 15',
    };
    expect(days.said('en-US', rows)).toEqual(rows);
  });

  test('no two days', () => {
    const texts = [
      'Open 2/3–2/4 only.',
      'Open 2/3–2/14 only.',
      'Open 2/14–2/3 only.',
      'Ratio 13/14–15/16.',
      'Version 3.12/24–12/27.',
      'Version 3/12/24–12/27.',
      'Version 12/24–12/27.5',
      'Version 12/24–12/27-5',
      'Closed 1-3/5 for the holidays.',
      'Closed 26-24/12.',
      'Closed 24-24/12.',
      'Closed 31-32/12.',
      'Closed 30-31/4.',
      'Rated 13-15/20 by guests.',
      'Rated 5-7/20 by guests.',
      'Rated 13-14/14 by guests.',
      'Item 24-26/12/7.',
      'Item 24-26/12.5',
      'Item 24-26/12-5',
      'Item A24-26/12',
      'Item 3.24-26/12',
      'Item 124-26/12',
      'Support 20/7–24/7',
    ];
    expect(days.heard('en-US', texts)).toEqual(texts);
  });

  test('behind the name of a day, and words that announce one', () => {
    const rows = {
      'Sale on Sunday 2/3.': 'Sale on Sunday February 3.',
      'Sale on Sunday, 2/3.': 'Sale on Sunday, February 3.',
      'Sale on Sun. 2/3.': 'Sale on Sun. February 3.',
      'Sale on Sun., 2/3 and Mon 2/4.': 'Sale on Sun., February 3 and Mon February 4.',
      'Sale on Sunday 1/2.': 'Sale on Sunday January 2.',
      'Sale on Sunday 11/2 only': 'Sale on Sunday November 2 only',
      'Sale on Sunday 10/27 and 10/31.': 'Sale on Sunday October 27 and October 31.',
      'Open on 10/27, 10/31 and 11/14.': 'Open on October 27, October 31 and November 14.',
      'Open on 10/27 & 10/31 or 1/2.': 'Open on October 27 & October 31 or January 2.',
      'Open on 10/27. Closed on 10/31.': 'Open on October 27. Closed on October 31.',
      'Due 3/4': 'Due March 4',
      'By 3/4, it is there.': 'By March 4, it is there.',
      'Delivery on 3/4: we will call.': 'Delivery on March 4: we will call.',
      'Due 12/20 of this year.': 'Due December 20 of this year.',
    };
    expect(days.said('en-US', rows)).toEqual(rows);
  });

  test('what those words may stand before besides', () => {
    const texts = [
      'Sale on Sunday 1/2 price.',
      'Sale on Sunday 13/14.',
      'The sequel 1/2.',
      'Cut it by 3/4 inch.',
      'Cut it by 3/4-inch steps.',
      'Cut it by 3/4".',
      'Cut it by 3/4 " or more.',
      'Cut it by 3/4″.',
      'Cut it by 3/4”.',
      'Cut it by 1/8 inch, or 2/3 inch.',
      'Cut it by 2/5 or 4/5 inch.',
      'Cut it by 5/6 inch.',
      'Cut it by 7/8 inch.',
      'On 5/12 of the days it rained.',
      'On 11/12 of the days it rained.',
      'Delivery by 3/4.5',
      'Delivery by 3/4,5',
      'Delivery by 3/4b',
      'Delivery by 3/41',
      'Delivery by 3/4-5',
      'Delivery by 3/4/5',
      'Delivery from A 3/4',
      'Carbon 3/4',
    ];
    expect(days.heard('en-US', texts)).toEqual(texts);
  });

  test('in an order that the region, or its money, tells', () => {
    const british = {
      'Delivery by 3/4.': 'Delivery by April 3.',
      'Delivery by 3/4 at noon.': 'Delivery by April 3 at noon.',
      'Delivery by 3/4/2026.': 'Delivery by April 3, 2026.',
      'Open 2/3–5/4 only.': 'Open March 2 to April 5 only.',
      'Closed 1-3/5.': 'Closed May 1 to May 3.',
      'Sale on Sunday 2/3.': 'Sale on Sunday March 2.',
      'Expires 31/12 or 12/31.': 'Expires December 31 or December 31.',
      'See pages 08/03.': 'See pages 08/03.',
      'Shorten it by 3/4 inch.': 'Shorten it by 3/4 inch.',
      'Shorten it by 3/4-inch steps or 1/2″.': 'Shorten it by 3/4-inch steps or 1/2″.',
      'Shorten it by 1/2 m or 3/4 ft.': 'Shorten it by 1/2 m or 3/4 ft.',
      'Delivery by 3/4 midday.': 'Delivery by April 3 midday.',
      'Delivery by 9/4 inch by inch.': 'Delivery by April 9 inch by inch.',
    };
    expect(days.said('en-GB', british)).toEqual(british);
    const canadian = { 'Delivery by 3/4.': 'Delivery by March 4.', 'Delivery by 3/4/2026.': 'Delivery by 3/4/2026.' };
    expect(days.said('en-CA', canadian)).toEqual(canadian);
    const anywhere = {
      'Delivery by 3/4.': 'Delivery by 3/4.',
      'Sale on Sunday 2/3, then Tuesday 2/5.': 'Sale on Sunday February 3, then Tuesday February 5.',
      'The deposit of £50 is due by 3/4.': 'The deposit of £50 is due by April 3.',
      'The deposit of $50 is due by 3/4.': 'The deposit of $50 is due by 3/4.',
    };
    expect(days.said('en', anywhere)).toEqual(anywhere);
  });

  test('in the order that other days of the text tell', () => {
    const rows = {
      'Delivered 13/02/2026, paid 05/03/2026.': 'Delivered February 13, 2026, paid March 5, 2026.',
      'Delivered 13/02/2026.\nReviewed 05/03.': 'Delivered February 13, 2026.\nReviewed March 5.',
      'Delivered 13-02-26.\nReviewed 31/01.': 'Delivered 13-02-26.\nReviewed January 31.',
      'Delivered 02/13/2026.\nReviewed 05/03 and 01/31.':
        'Delivered February 13, 2026.\nReviewed May 3 and January 31.',
      'Delivered on 02/13.\nReviewed 05/03.': 'Delivered on February 13.\nReviewed May 3.',
      'Delivered on: 13/02.\nReviewed 05/03.': 'Delivered on: February 13.\nReviewed March 5.',
      'Delivered on Friday, 13/02.\nReviewed 05/03.': 'Delivered on Friday, February 13.\nReviewed March 5.',
      '13/02: delivered\n05/03: reviewed': 'February 13: delivered\nMarch 5: reviewed',
      '• 13/02 – delivered\n• 05/03 – reviewed': '• February 13 – delivered\n• March 5 – reviewed',
      '- 12/31\n- 05/03': '- December 31\n- May 3',
      '13/02 Delivered\n05/03 Reviewed': 'February 13 Delivered\nMarch 5 Reviewed',
      '31/01/26: sent\n05/12: reviewed': 'January 31, 2026: sent\nDecember 5: reviewed',
      '01/31/1999: sent\n11/12: reviewed': 'January 31, 1999: sent\nNovember 12: reviewed',
    };
    expect(days.said('en', rows)).toEqual(rows);
  });

  test('numbers that tell no order, or are no days of it', () => {
    const rows = {
      // One contradicts the other.
      'Delivered 02/13/2026 or 13/02/2026.\nReviewed 05/03.':
        'Delivered February 13, 2026 or February 13, 2026.\nReviewed 05/03.',
      'Delivered 05/04/2026.\nReviewed 05/03.': 'Delivered 05/04/2026.\nReviewed 05/03.',
      'Delivered 13/00/2026.\nReviewed 05/03.': 'Delivered 13/00/2026.\nReviewed 05/03.',
      'Delivered 13/13/2026.\nReviewed 05/03.': 'Delivered 13/13/2026.\nReviewed 05/03.',
      'Delivered 32/02/2026.\nReviewed 05/03.': 'Delivered 32/02/2026.\nReviewed 05/03.',
      'Dose 12/25.\nReviewed 05/03.': 'Dose 12/25.\nReviewed 05/03.',
      '12/25 mg\nReviewed 05/03.': '12/25 mg\nReviewed 05/03.',
      'Part A 7-12/25/26.\nReviewed 05/03.': 'Part A 7-12/25/26.\nReviewed 05/03.',
      'Part 12/25/26-7.\nReviewed 05/03.': 'Part 12/25/26-7.\nReviewed 05/03.',
      'Part 12/25/26.7.\nReviewed 05/03.': 'Part 12/25/26.7.\nReviewed 05/03.',
      'Delivered 13/02/2026.\nReviewed 5/3 and 05/3.': 'Delivered February 13, 2026.\nReviewed 5/3 and 05/3.',
      'Delivered 13/02/2026.\nItems A05/03, 1.05/03, 05/03-2, 05/03/2, 05/03b, 05/03.5':
        'Delivered February 13, 2026.\nItems A05/03, 1.05/03, 05/03-2, 05/03/2, 05/03b, 05/03.5',
      'Delivered 13/02/2026.\nScored 00/12, 40/50 and 32/12':
        'Delivered February 13, 2026.\nScored 00/12, 40/50 and 32/12',
    };
    expect(days.said('en', rows)).toEqual(rows);
  });

  test('in other languages', () => {
    const german = {
      'Am Sonntag, den 24/12 geschlossen.': 'Am Sonntag, den 24. Dezember geschlossen.',
      'Höhe bis 3/4 Meter': 'Höhe bis 3/4 Meter',
      'Am Sonntag den 3/4 geschlossen.': 'Am Sonntag den 3. April geschlossen.',
      'Wir haben vom 24/12 bis 26/12 zu.': 'Wir haben vom 24. Dezember bis 26. Dezember zu.',
      'Gültig bis 31/12/2026.': 'Gültig bis 31. Dezember 2026.',
      'Gültig bis 09/2027.': 'Gültig bis September 2027.',
      'Note 08/03.': 'Note 08/03.',
    };
    expect(days.said('de-DE', german)).toEqual(german);
    const japanese = { '12/24–12/27は休みです。': '12月24日から12月27日までは休みです。' };
    expect(days.said('ja-JP', japanese)).toEqual(japanese);
    const hindi = { 'ऑर्डर 08/03.': 'ऑर्डर 8 मार्च.' };
    expect(days.said('hi-IN', hindi)).toEqual(hindi);
    const arabic = { 'التوصيل 08/03.': 'التوصيل 8 مارس.' };
    expect(days.said('ar-SA', arabic)).toEqual(arabic);
  });

  test('where little else is written with a slash', () => {
    const rows = {
      'Livraison 08/03.': 'Livraison 8 mars.',
      'Livraison 01/12': 'Livraison 1 décembre',
      'Livraison 09/10, le matin': 'Livraison 9 octobre, le matin',
      'Livraison 12/10 9h30.': 'Livraison 12 octobre 9h30.',
      'Livraison 12/10, 19h30.': 'Livraison 12 octobre, 19h30.',
      'Livraison 2/1 9:30.': 'Livraison 2 janvier 9:30.',
      'Livraison 08/03 18h.': 'Livraison 8 mars 18h.',
      'Livraison 08/03 18:30.': 'Livraison 8 mars 18:30.',
      'Livraison 08/03 9 heures.': 'Livraison 8 mars 9 heures.',
      'Retrait (27/4) au magasin.': 'Retrait (27 avril) au magasin.',
      'Retrait (31/12) ou (13/1).': 'Retrait (31 décembre) ou (13 janvier).',
      'Retrait 27/04 au magasin.': 'Retrait 27 avril au magasin.',
      'Réunion le lundi 5/10.': 'Réunion le lundi 5 octobre.',
      'Le 3/4 sur rendez-vous': 'Le 3 avril sur rendez-vous',
      "Dès le 3/4 l'entrée est libre.": "Dès le 3 avril l'entrée est libre.",
      'Soldes du 24/12 au 31/12.': 'Soldes du 24 décembre au 31 décembre.',
      'Congés 24-26/12.': 'Congés 24 décembre à 26 décembre.',
      'Paiement 13/02/2026.\nRelevé 05/3 et 05/03': 'Paiement 13 février 2026.\nRelevé 05/3 et 5 mars',
    };
    expect(days.said('fr-FR', rows)).toEqual(rows);
    const others = [
      'Retrait (27/13) au magasin.',
      'Retrait (12/4) au magasin.',
      'Retrait (27/4 au magasin).',
      'Retrait 27/4) au magasin.',
      'Retrait 27/4 au magasin.',
      'Note 17/20, bravo.',
      'Note 12/15, bravo.',
      'Note 12/15 9 fois.',
      'Numéro 06/12 34 56 78 90.',
      'Code 08/03 1234.',
      'Série 08/13, 08/00, 00/08, 40/09',
      'Réf. A08/03, lot 1.08/03, série 08/03-B, taux 08/03.5, caisse 08/03/2, 08/03b.',
    ];
    expect(days.heard('fr-FR', others)).toEqual(others);
    expect(days.heard('fr', ['Livraison 08/03.'])).toEqual(['Livraison 08/03.']);
  });

  test('where nothing is known of the words of a range', () => {
    const rows = {
      'Tatil 24/12–26/12': 'Tatil 24/12–26/12',
      '24-26/12': '24-26/12',
      '2026/27': '2026/27',
    };
    expect(days.said(wordsOf('tr', {}), rows)).toEqual(rows);
    expect(dates.heard(wordsOf('tr', {}), ['1.4.–30.6.'])).toEqual(['1.4.–30.6.']);
  });
});

test('a day in the order that its author states', () => {
  const rows: readonly [string, string, string][] = [
    ['12/24/2026', 'mdy', '2026-12-24'],
    ['24/12/2026', 'dmy', '2026-12-24'],
    ['2026/12/24', 'ymd', '2026-12-24'],
    [' 2026-1-2 ', 'ymd', '2026-01-02'],
    ['24. 12. 2026', 'dmy', '2026-12-24'],
    ['31.01.2026', 'dmy', '2026-01-31'],
    ['1.1.2026', 'dmy', '2026-01-01'],
    ['12/24/2026', 'dmy', '12/24/2026'],
    ['0/24/2026', 'mdy', '0/24/2026'],
    ['13/24/2026', 'mdy', '13/24/2026'],
    ['12/0/2026', 'mdy', '12/0/2026'],
    ['12/32/2026', 'mdy', '12/32/2026'],
    ['12/24/26', 'mdy', '12/24/26'],
    ['12/24/2026', 'ydm', '12/24/2026'],
    ['2026/24/12', 'ydm', '2026/24/12'],
    ['12/24/2026', 'mdyx', '12/24/2026'],
    ['12/24/2026', 'xmdy', '12/24/2026'],
    ['12/24/2026', '', '12/24/2026'],
    ['on 12/24/2026', 'mdy', 'on 12/24/2026'],
    ['12/24/2026 at 6', 'mdy', '12/24/2026 at 6'],
    ['12/24/20261', 'mdy', '12/24/20261'],
    ['12 / 24 / 2026', 'mdy', '12 / 24 / 2026'],
    ['123/24/2026', 'mdy', '123/24/2026'],
    ['12/124/2026', 'mdy', '12/124/2026'],
    ['next Thursday', 'mdy', 'next Thursday'],
  ];
  expect(rows.map(([words, format]) => [words, format, isoDate(words, format)])).toEqual(rows);
});

describe('dates as machines write them', () => {
  test('with and without a time', () => {
    const rows = {
      'Your parcel arrives 2026-12-24.': 'Your parcel arrives December 24, 2026.',
      '2026-12-24, 2027-01-05': 'December 24, 2026, January 5, 2027',
      'Created 2026-12-24T18:30.': 'Created December 24, 2026 at 6:30 PM.',
      'Created 2026-12-24 08:05:15.': 'Created December 24, 2026 at 8:05 AM.',
      'Created 2026-12-24T18:30:15.123Z.': 'Created December 24, 2026 at 6:30 PM UTC.',
      'Created 2026-12-24T18:30:15.123456789Z': 'Created December 24, 2026 at 6:30 PM UTC',
      'Created 2026-12-24T18:30Z': 'Created December 24, 2026 at 6:30 PM UTC',
      'Created 2026-12-24 18:30 Z': 'Created December 24, 2026 at 6:30 PM UTC',
      'Created 2026-12-24T18:30+02:00.': 'Created December 24, 2026 at 6:30 PM.',
      'Created 2026-12-24T18:30-0500.': 'Created December 24, 2026 at 6:30 PM.',
      'Created 2026-12-24T18:30+01:00[Europe/Paris]': 'Created December 24, 2026 at 6:30 PM',
      'Created 2026-12-24T18:30-05:00[America/Indiana/Knox].': 'Created December 24, 2026 at 6:30 PM.',
      // Midnight of a zone is a day; on its own, and any other time, it is what is said.
      'Renews 2026-12-24T00:00:00Z.': 'Renews December 24, 2026.',
      'Renews 2026-12-24T00:00:00.000+02:00.': 'Renews December 24, 2026.',
      'Renews 2026-12-24T00:00.': 'Renews December 24, 2026 at 12:00 AM.',
      'Renews 2026-12-24T00:30Z': 'Renews December 24, 2026 at 12:30 AM UTC',
      'Renews 2026-12-24T10:00Z': 'Renews December 24, 2026 at 10:00 AM UTC',
    };
    expect(dates.said('en-US', rows)).toEqual(rows);
  });

  test('with the year first', () => {
    const rows = {
      'Order of 2026/12/24.': 'Order of December 24, 2026.',
      'Order of 2026.12.24.': 'Order of December 24, 2026.',
      'Order of 2026/1/5, please.': 'Order of January 5, 2026, please.',
      'Orders of 2026/12/24 and 2026/12/27': 'Orders of December 24, 2026 and December 27, 2026',
      'Order of 1999/12/31': 'Order of December 31, 1999',
      'An inversion 2026.05.01': 'An inversion May 1, 2026',
      'Due 20261224.': 'Due December 24, 2026.',
      'Due date 20261224': 'Due date December 24, 2026',
      'Expiry date: 19991231, renewed': 'Expiry date: December 31, 1999, renewed',
      'On 20261224 and on 20261225': 'On December 24, 2026 and on December 25, 2026',
    };
    expect(dates.said('en-US', rows)).toEqual(rows);
  });

  test('with the name of the month, or with dots', () => {
    const rows = {
      'Delivered 24-Dec-2026.': 'Delivered December 24, 2026.',
      'Delivered 24-DEC-26.': 'Delivered December 24, 2026.',
      'Delivered 1-May-2026 and 3-September-1999': 'Delivered May 1, 2026 and September 3, 1999',
      'Delivered 4-Sept-26': 'Delivered September 4, 2026',
      'Delivered 24.12.2026.': 'Delivered December 24, 2026.',
      'Delivered 1.4.2026, 2.5.2026': 'Delivered April 1, 2026, May 2, 2026',
      'Open 01.04.–30.06.2026': 'Open April 1, 2026–June 30, 2026',
      'Open 1.4. - 30.6.2026, then closed': 'Open April 1, 2026 - June 30, 2026, then closed',
      'Open 1.4.–30.6.1999': 'Open April 1, 1999–June 30, 1999',
      'Closed 24.12.2025-05.01.2026.': 'Closed December 24, 2025–January 5, 2026.',
      'Closed 24.12.-31.12.2026, as usual.': 'Closed December 24, 2026–December 31, 2026, as usual.',
      'Open 1.4–30.6.2026': 'Open April 1, 2026–June 30, 2026',
      'Open 01.10. - 24.12., Mondays': 'Open October 1 to December 24, Mondays',
      'Open 1.4. - 30.6. and 1.9.–30.9': 'Open April 1 to June 30 and September 1 to September 30',
    };
    expect(dates.said('en-US', rows)).toEqual(rows);
  });

  test('numbers that are none', () => {
    const texts = [
      'Renews 2026-12-24T24:00.',
      'Renews 2026-02-30.',
      'Renews 2026-13-01.',
      'Renews 2026-00-01.',
      'Renews 2026-01-00.',
      'Part A2026-12-24.',
      'Part 1.2026-12-24.',
      'Part 1-2026-12-24.',
      'Part 12026-12-24.',
      'Part 2026-12-24-1.',
      'Part 2026-12-24b.',
      'Part 2026-12-241.',
      'Order of 2026/12.24.',
      'Order of 2026/13/5.',
      'Order of 1826/12/5.',
      'Order A2026/12/24',
      'Order 12026/12/24',
      'Order 1.2026/12/24',
      'Order 1/2026/12/24',
      'Order 1-2026/12/24',
      'Order 2026/12/24/3',
      'Order 2026/12/24-3',
      'Order 2026/12/24b',
      'Order 2026.12.24.3',
      'Version 2026.05.01',
      'version 2026.05.01',
      'Version: 2026.05.01',
      'Firmware: 2026.05.01',
      'build no. 2026.05.01',
      'Number 20261224',
      'Number: 20261224',
      'Carbon 20261224',
      'Due 20261324',
      'Due 18261224',
      'Due 202612245',
      'Due 20261224b',
      'Due 20261224-1',
      'Due 20261224.5',
      'Delivered 31-Feb-2026.',
      'Delivered 24-Xmas-2026.',
      'Delivered A24-Dec-2026',
      'Delivered 124-Dec-2026',
      'Delivered 1-24-Dec-2026',
      'Delivered 24-Dec-2026-B',
      'Delivered 24-Dec-2026b',
      'Delivered 24-Dec-1826',
      'Delivered 12.24.2026',
      'Delivered 24.12.2026.5',
      'Delivered 24.12.2026-5',
      'Delivered 24.12.20261',
      'Delivered A24.12.2026',
      'Delivered 3.24.12.2026',
      'Delivered 3,24.12.2026',
      'Delivered 3-24.12.2026',
      'Level 31.2.–30.6.',
      'Level 1.4.–31.6.',
      'Level 1.4.–30.6b',
      'Level 1.4.–30.6.5',
      'Levels 1.4.1234-2.5.1234-7',
      'Level 1.4.–30.61',
      'Level 3.1.4.–30.6.',
      'Level 3-1.4.–30.6.',
      'Level 3,1.4.–30.6.',
      'Level 24.12.',
    ];
    expect(dates.heard('en-US', texts)).toEqual(texts);
  });

  test('with dots and without a year, where a language writes them so', () => {
    const rows = {
      'Geliefert am 24.12.': 'Geliefert am 24. Dezember',
      'Geliefert am 24.12., spätestens am 5.1.': 'Geliefert am 24. Dezember, spätestens am 5. Januar',
      'Geliefert am 24.12.26 um 9 Uhr.': 'Geliefert am 24. Dezember 2026 um 9 Uhr.',
      'Geliefert am 24.12.26.': 'Geliefert am 24. Dezember 2026.',
      'Am 24.12.26. Danke!': 'Am 24. Dezember 2026. Danke!',
      'Vom 24.12.-31.12.2026 zu.': 'Vom 24. Dezember 2026–31. Dezember 2026 zu.',
      'Vom 24.12.25-05.01.26 zu.': 'Vom 24. Dezember 2025–5. Januar 2026 zu.',
      'Vom 24.12.–05.01.26 zu.': 'Vom 24. Dezember–5. Januar 2026 zu.',
      'Am 01.01. und 09.09.': 'Am 1. Januar und 9. September',
      'Am 10.10., 20.02. und 30.11.': 'Am 10. Oktober, 20. Februar und 30. November',
      'Am 31.12. (29.2.) zu': 'Am 31. Dezember (29. Februar) zu',
      'Vom 01.04.–30.06.2026 offen.': 'Vom 1. April 2026–30. Juni 2026 offen.',
      'Vom 1.4. – 30.6. offen.': 'Vom 1. April bis 30. Juni offen.',
      'Vom 1.4.–30.6. und 1.9.–30.9.': 'Vom 1. April bis 30. Juni und 1. September bis 30. September',
      'Ab 3-Mai-2026': 'Ab 3. Mai 2026',
      'Ab 24-Dez-26': 'Ab 24. Dezember 2026',
      'Ab 3-Mrz-26, 3-Mär-26': 'Ab 3. März 2026, 3. März 2026',
      'Fällig am 20261224': 'Fällig am 24. Dezember 2026',
      'Seit 2026-12-24T18:30 offen': 'Seit 24. Dezember 2026 um 18:30 offen',
    };
    expect(dates.said('de-DE', rows)).toEqual(rows);
    const others = [
      'Version 2.12. ist da.',
      'Siehe Kapitel 2.12. oder Abschnitt 3.12. im Heft.',
      'Art. Nr. 4.12. bestellt',
      'Preis 24.12.5',
      'Preis 1.24.12.',
      'Preis 1,24.12.',
      'Preis 1-24.12.',
      'Preis 124.12.',
      'Preis 24.12.b',
      'Preis 32.12. und 12.13.',
      'Preis 0.12. und 12.0.',
      'Am 31.2. nie',
      'Am 31.2.26 nie',
      'Am 24.12.260 nie',
      'Nummer: 24.12.26-3',
      'Nummer: 24.12.26-3.4.5',
      'Nummern: 24.12.26-30.12.26-1, 24.12.26-30.12.26.1, 5-24.12.26-30.12.26',
      'Nummer: 24.12.26b',
      'Nummer: 24.12.26.5',
    ];
    expect(dates.heard('de-DE', others)).toEqual(others);
  });
});
