import { moneyStage, wholeAmounts } from '../../../lambda/speech/written/money';
import { stageOf, wordsOf } from './stage';

const money = stageOf((written, words) => moneyStage(written, words.language));
const whole = stageOf(() => wholeAmounts);

test('amounts that say with a dash that they have no cents', () => {
  const rows = {
    'Fee 500/- only': 'Fee 500 only',
    'Fee 500 /- only': 'Fee 500 only',
    'Fee 500/ - only': 'Fee 500 only',
    'Fee 25,- or 25,– or 25.- or 25,-- or 25,—': 'Fee 25 or 25 or 25 or 25 or 25',
    'Fee 1.290,- or 12.345.678,–': 'Fee 1290 or 12345678',
    'Fee 1.290,--€': 'Fee 1290€',
    'Fee 500/-$': 'Fee 500$',
    'Fee 500/-/month, 25,-; (25,-): 25,-! 25,-? 25,-.': 'Fee 500/month, 25; (25): 25! 25? 25.',
    'Fee 25,-': 'Fee 25',
    'Fee 1.290,50 or 1.290,-': 'Fee 1.290,50 or 1290',
    'Fee 11.2901,-': 'Fee 11.2901',
    'Fee 1111.290,-': 'Fee 1111.290',
    'Fee 1,111.290,-': 'Fee 1,111.290',
    'Fee 1.290,-x': 'Fee 1.290,-x',
    'Fee 1.290': 'Fee 1.290',
    'Fee 500/-5': 'Fee 500/-5',
    'Fee 500/-x': 'Fee 500/-x',
    'Fee 25,---': 'Fee 25,---',
    'Fee 25, - and more': 'Fee 25, - and more',
    'Item a/- is gone': 'Item a/- is gone',
  };
  expect(whole.said('en-US', rows)).toEqual(rows);
});

describe('money', () => {
  test('with the letters of its currency', () => {
    const rows = {
      'Pay Rs. 500 now.': 'Pay 500 rupees now.',
      'Pay Rs 500.50.': 'Pay 500.50 rupees.',
      'Pay Rs.1,500.': 'Pay 1,500 rupees.',
      'Pay 500 INR.': 'Pay 500 rupees.',
      'Pay 500INR or 600 INR.': 'Pay 500 rupees or 600 rupees.',
      'Pay INR 500 or INR 600.': 'Pay 500 rupees or 600 rupees.',
      'Pay $500 USD': 'Pay 500 US dollars',
      'Pay USD20': 'Pay 20 US dollars',
      'Pay US$20 (A$ 30)': 'Pay 20 US dollars (30 Australian dollars)',
      'Pay CA$ 1,299.00': 'Pay 1,299 Canadian dollars',
      'Pay EUR 1 or 1 EUR.': 'Pay 1 euro or 1 euro.',
      'Pay EUR 1.00': 'Pay 1 euro',
      'Pay EUR 1.50': 'Pay 1.50 euros',
      'Pay EUR 100': 'Pay 100 euros',
      'Pay EUR 1 299': 'Pay 1,299 euros',
      '200 kr, kr. 300': '200 kroner, 300 kroner',
      'Pay GBP 12.50 5 times': 'Pay GBP 12.50 5 times',
    };
    expect(money.said('en-US', rows)).toEqual(rows);
    const texts = ['200 krona', 'aUSD 20', '5/USD 20', '20 USDT', 'USD rates'];
    expect(money.heard('en-US', texts)).toEqual(texts);
  });

  test('with words for large numbers', () => {
    const rows = {
      'Pay Rs 1.2 cr for it.': 'Pay 1.2 crore rupees for it.',
      'Pay Rs 2 lakh.': 'Pay 2 lakh rupees.',
      'Pay 5 million USD.': 'Pay 5 million US dollars.',
      'Pay USD 5 million.': 'Pay 5 million US dollars.',
      'Pay USD 5M': 'Pay 5 million US dollars',
      'Pay 5m USD': 'Pay 5 million US dollars',
      'Pay EUR 1m': 'Pay 1 million euros',
      'Pay EUR 5 mail': 'Pay 5 euros mail',
      'Pay $5 million.': 'Pay $5 million.',
      'Pay £200k.': 'Pay £200,000.',
      'Pay $1.5K or $12k': 'Pay $1,500 or $12,000',
      'Pay $1.5k&more, $12.34K, £200kg, £200k2, 200k': 'Pay $1.5k&more, $12.34K, £200kg, £200k2, 200k',
    };
    expect(money.said('en-US', rows)).toEqual(rows);
  });

  test('from one amount to another', () => {
    const rows = {
      'Pay USD 20–30.': 'Pay 20 to 30 US dollars.',
      'Pay USD 20-30.': 'Pay 20 to 30 US dollars.',
      'Pay USD 20 — 30.': 'Pay 20 to 30 US dollars.',
      'Pay USD 20.00–30.00 each.': 'Pay 20 to 30 US dollars each.',
      'Pay between USD 20–30.': 'Pay between 20 and 30 US dollars.',
      'Between 5 to 6 rooms, EUR 20': 'Between 5 to 6 rooms, 20 euros',
      'Pay USD 900–1,000': 'Pay 900 to 1,000 US dollars',
      'Pay USD 1.50–1.75': 'Pay 1.50 to 1.75 US dollars',
      'Pay USD 1,000–2,500': 'Pay 1,000 to 2,500 US dollars',
      'Pay INR 5-10 lakh.': 'Pay 5 to 10 lakh rupees.',
      'Pay USD 20–30%.': 'Pay 20 US dollars–30%.',
      'Pay USD 20–30 %.': 'Pay 20 US dollars–30 %.',
      'Pay USD 20 – 30 seats.': 'Pay 20 US dollars – 30 seats.',
      'Pay USD 20 – 30 seat': 'Pay 20 to 30 US dollars seat',
      'Pay USD 20 – 20': 'Pay 20 US dollars – 20',
      'Pay USD 20-2026-1': 'Pay 20 US dollars-2026-1',
      'Room EUR 90 - 2 guests': 'Room 90 euros - 2 guests',
      'Room EUR 90 - 2 beds': 'Room 90 euros - 2 beds',
      'Room EUR 90 - 2': 'Room 90 euros - 2',
    };
    expect(money.said('en-US', rows)).toEqual(rows);
  });

  test('with its sign where it is not said well', () => {
    const rows = {
      'Pay 24,90 €.': 'Pay €24.90.',
      'Pay € 45 or $ 50.': 'Pay €45 or $50.',
      'Pay 5 € 45': 'Pay 5 € 45',
      'Pay 45 €.': 'Pay 45 €.',
      'Pay 9.99 €, 8.5€': 'Pay €9.99, €8.5',
      'Pay 9 €/mo, 1,200€ / year or 1200 €/m².': 'Pay €9/mo, €1,200 / year or €1200/m².',
      'Pay 9 €/12, €5 9 €/mo, 1.234 €/mo or 9 €': 'Pay 9 €/12, €5 9 €/mo, 1.234 €/mo or 9 €',
      'Pay 1,299.99 €': 'Pay €1,299.99',
      'Pay 1.234,56 €.': 'Pay €1,234.56.',
      'Pay € 1.234,56.': 'Pay €1,234.56.',
      'Pay €12,5': 'Pay €12.5',
      'Pay 12.345 € or 1.234.567 €': 'Pay 12,345 € or 1,234,567 €',
      'Pay €12.345 or €1.234.567': 'Pay €12,345 or €1,234,567',
      'Pay €1.799 per litre or 1.234 €': 'Pay €1.799 per litre or 1.234 €',
      'Pay 9.99€ 5 or 9.99€5': 'Pay 9.99€ 5 or 9.99€5',
      'Pay $9.99 € or 19.99.99 €': 'Pay $9.99 € or 19.99.99 €',
      'Pay 12,5% of €10': 'Pay 12.5% of €10',
      'Pay 12,5 of €10': 'Pay 12,5 of €10',
      'Pay €12,3456 or €1,12,50': 'Pay €12,3456 or €1,12,50',
      'Pay €1234567890,50': 'Pay €1234567890,50',
    };
    expect(money.said('en-US', rows)).toEqual(rows);
  });

  test('digits in the groups of India', () => {
    const rows = {
      'Pay ₹1,24,999.': 'Pay ₹124,999.',
      'Pay Rs 1,24,999.': 'Pay 124,999 rupees.',
      'All 12,34,56,789 of 1,00,000': 'All 123,456,789 of 100,000',
      'All 1,24,9999': 'All 1,24,9999',
      'All 1,24,999,1': 'All 1,24,999,1',
      'All 123,24,999': 'All 123,24,999',
      'All 1.1,24,999': 'All 1.1,24,999',
      'All 12,34': 'All 12,34',
    };
    expect(money.said('en-IN', rows)).toEqual(rows);
    const hindi = {
      '₹1,24,999 दीजिए': '₹1,24,999 दीजिए',
      '1,24,999 लोग': '1,24,999 लोग',
      '500 INR': '500 रुपये',
      'INR 5 lakh': '5 लाख रुपये',
    };
    expect(money.said('hi-IN', hindi)).toEqual(hindi);
  });

  test('letters that stand for something else there', () => {
    const rows = {
      'INR 2.5 today, on warfarin.': 'INR 2.5 today, on warfarin.',
      'warfarin: 2.5 INR': 'warfarin: 2.5 INR',
      'warfarin: INR 2-3': 'warfarin: INR 2 to 3',
      'warfarin: INR 2-3 million, EUR 20': 'warfarin: INR 2 to 3 million, 20 euros',
      'PLEASE TRY 2 MORE': 'PLEASE TRY 2 MORE',
      'Pay TRY 200.': 'Pay 200 lira.',
      'PHP 8 server for PHP 8': 'PHP 8 server for PHP 8',
      'Pay PHP 800.': 'Pay 800 Philippine pesos.',
    };
    expect(money.said('en-US', rows)).toEqual(rows);
  });

  test('prices whose sign is said once for all', () => {
    const rows = {
      'All prices in £.\nSoup 4.50\nCake: 3.20, Tea 2.10': 'All prices in £.\nSoup £4.50\nCake: £3.20, Tea £2.10',
      'Prices in pounds.\nSoup – 4.50': 'Prices in pounds.\nSoup – £4.50',
      'Prices are in EUR.\nSoup | 4.50 | large | 1234.50': 'Prices are in EUR.\nSoup | €4.50 | large | €1234.50',
      'Prices in £.\nSoup 14.50/Cake 3.50, (big) 5.50': 'Prices in £.\nSoup £14.50/Cake £3.50, (big) £5.50',
      'Prices in £.\nSoup (hot 4.50), "Joy" 2.50 • Tea 1.50 | x':
        'Prices in £.\nSoup (hot £4.50), "Joy" £2.50 • Tea £1.50 | x',
      'Prices in £.\nSoup 4.50.': 'Prices in £.\nSoup £4.50.',
      'Prices in £.\nSoup 4.50. Tea 2.50; hot': 'Prices in £.\nSoup £4.50. Tea £2.50; hot',
    };
    expect(money.said('en-GB', rows)).toEqual(rows);
    const lines = [
      'Version 4.50',
      'Open at 9.30',
      'Soup 4.50%',
      'Soup 4.50 %',
      'Soup 4.5',
      'Soup 4.500',
      'Soup £4.50',
      'Soup 12345.50',
      'Soup 4.50.5',
      'Soup 4.50 now',
      '4.50',
      'Soup 3 4.50',
      'Soup 4.50-5',
    ].map((line) => `Prices in £.\n${line}`);
    expect(money.heard('en-GB', lines)).toEqual(lines);
  });

  test('in other languages', () => {
    const german = {
      'Das kostet 1.299,00 EUR.': 'Das kostet 1.299 Euro.',
      'Das kostet EUR 1299,50.': 'Das kostet 1299,50 Euro.',
      'Das kostet 1 299,50 €.': 'Das kostet 1299,50 €.',
      'Das kostet 1 299 € statt 12 299€.': 'Das kostet 1299 € statt 12299€.',
      'Das kostet € 1 299.': 'Das kostet €1299.',
      'Das kostet EUR 1 299 oder 1 299 EUR': 'Das kostet 1299 Euro oder 1299 Euro',
      "Das kostet CHF 1'299.50.": 'Das kostet 1299,50 Schweizer Franken.',
      "Das kostet 1’299’000 CHF statt 1'399'000.": 'Das kostet 1299000 Schweizer Franken statt 1399000.',
      'Zimmer 12 299 ist frei.': 'Zimmer 12 299 ist frei.',
      'Rund 12 299,5 Meter, 1 234,56 Liter': 'Rund 12299,5 Meter, 1234,56 Liter',
      '$1,299.50 oder 1,299.50 €': '$1.299,50 oder 1.299,50 €',
      '12.50 € oder €12.50': '12,50 € oder €12,50',
      '9 €/Monat': '9 €/Monat',
      '4.50% Zinsen, 12 €': '4,50% Zinsen, 12 €',
      '1.250.000,00 € oder 1,250,000 €': '1.250.000,00 € oder 1.250.000 €',
      '12,345 € oder 1,345 €': '12.345 € oder 1,345 €',
      '2 Mio. EUR': '2 Millionen Euro',
      'EUR 2,5 Mio.': '2,5 Millionen Euro',
      'EUR 20–30': '20 bis 30 Euro',
      'EUR 1,50–12': '1,50 bis 12 Euro',
      '1 CZK, 2 CZK': '1 tschechische Krone, 2 tschechische Kronen',
      '+49 170 123 €': '+49 170 123 €',
      'Tel. 030 123 456, 12 €': 'Tel. 030 123 456, 12 €',
      'Am 12.5.2026, 3 €': 'Am 12.5.2026, 3 €',
      "Teil A1'299, 5'29, 5'2999, 1.5'299, 5 299 100": "Teil A1'299, 5'29, 5'2999, 1.5'299, 5 299 100",
    };
    expect(money.said('de-DE', german)).toEqual(german);
    const french = {
      'Total : 1 234,56 €': 'Total : 1234,56 €',
      'Total 12 345 EUR': 'Total 12345 euros',
      'Total EUR 12 345': 'Total 12345 euros',
      'Chambre 12 345': 'Chambre 12 345',
      'Série 1 234,567': 'Série 1 234,567',
      '1 CHF, 2 CHF, 1,5 CHF': '1 franc suisse, 2 francs suisses, 1,5 franc suisse',
      'USD 20–30': '20 à 30 dollars',
      'Entre USD 20–30': 'Entre 20 et 30 dollars',
    };
    expect(money.said('fr-FR', french)).toEqual(french);
    // A language that does not tell what stands before the cents: no amount is written anew.
    const spanish = {
      '1.234,56 € o 24,90 €': '1.234,56 € o 24,90 €',
      '€ 45 o £200k': '€ 45 o £200k',
      '1.234,56 EUR': '1.234,56 euros',
      'EUR 12,00': '12,00 euros',
      '1,234.56 EUR': '1,234.56 euros',
      '5 millones USD': '5 millones de dólares',
      'USD 20-30': '20 a 30 dólares',
    };
    expect(money.said('es-ES', spanish)).toEqual(spanish);
    const japanese = { '5万 JPY': '5万円', 'USD 20–30': '20から30ドルまで', '1200 JPY': '1200円' };
    expect(money.said('ja-JP', japanese)).toEqual(japanese);
    const arabic = { '3 SAR': '3 ريالات', '11 SAR': '11 ريالا', '1 500 SAR': '1500 ريال' };
    expect(money.said('ar-SA', arabic)).toEqual(arabic);
    const portuguese = { 'USD 1,234.56': '1.234,56 dólares' };
    expect(money.said('pt-BR', portuguese)).toEqual(portuguese);
  });

  test('where nothing is known of ranges, or of groups', () => {
    const turkish = wordsOf('tr', { currencies: { lira: 'TRY' }, decimal: ',' });
    const rows = { 'TRY 20–30': '20 lira–30', '1.250,00 TRY': '1.250 lira', '1 250 TRY': '1.250 lira' };
    expect(money.said(turkish, rows)).toEqual(rows);
  });
});
