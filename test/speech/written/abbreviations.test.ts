import { abbreviationStage } from '../../../lambda/speech/written/abbreviations';
import { airportStage } from '../../../lambda/speech/written/airports';
import { nameStage } from '../../../lambda/speech/written/names';
import { regionStage } from '../../../lambda/speech/written/regions';
import { heard, staged } from './staged';

describe('abbreviations', () => {
  const said = staged(abbreviationStage);

  test.each([
    ['Approx. 5 min walk', 'Approximately 5 min walk'],
    ['Approx 5 min walk', 'Approximately 5 min walk'],
    ['Max. 5 people incl. kids', 'Maximum 5 people including kids'],
    ['MAX. 5 PEOPLE', 'Maximum 5 PEOPLE'],
    ['We take MAX. 5 people', 'We take maximum 5 people'],
    ['E.g. a passport', 'For example a passport'],
    ['Bring ID, e.g. passport', 'Bring ID, for example passport'],
    ['Your appt is at 5', 'Your appointment is at 5'],
    ['Appt. moved', 'Appointment moved'],
    ['See the Appt. page', 'See the Appointment page'],
    ['A VS B', 'A versus B'],
    ['w/ Dr Lee, w/o Mr Lee', 'with Dr Lee, without Mr Lee'],
    ['N/A', 'Not available'],
    ['It is N/A', 'It is Not available'],
    ["INT'L flights", 'International flights'],
    ['Phone no. 5', 'Phone number 5'],
  ])('any: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    'path/appt here',
    'x.appt y',
    '@appt me',
    'appt@ me',
    '5appt',
    'appt5',
    'Call me ASAP',
    'See app-service@shop.example',
    'Mail to tel@shop.example',
    'Mail to svc.dept.mgr+misc@shop.example now',
    'Mail to qty-desk@shop.example now',
    'Mail to acct+misc-desk@shop.example now',
    'Mail to me@dept.shop.example now',
    'Mail to me@my-dept.shop.example or go to the desk on the second floor of the house',
  ])('a part of something, of an address, or letters: %s', (text) => expect(said(text)).toBe(text));

  test.each([
    ['me@shop.example ext 5', 'me@shop.example extension 5'],
    ['Your ref (me@shop.example)', 'Your reference (me@shop.example)'],
    ['Your ref, me@shop.example', 'Your reference, me@shop.example'],
    ['Your tel @ home', 'Your telephone @ home'],
  ])('beside an address: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['VS 206 departs at 5', 'VS 206 departs at 5'],
    ['Flight VS206 departs', 'Flight VS206 departs'],
    ['Take VS 20, please', 'Take VS 20, please'],
    ['VS 206. Now', 'VS 206. Now'],
    ['VS 2 of us', 'Versus 2 of us'],
    ['VS 20,50 of us', 'Versus 20,50 of us'],
    ['VS 20:50 of us', 'Versus 20:50 of us'],
    ['VS 20km of us', 'Versus 20km of us'],
    ['VS 20655 of us', 'Versus 20655 of us'],
    ['VS 206', 'Versus 206'],
    ['Vs 206 of us', 'Versus 206 of us'],
    ['VS. 206 of us', 'Versus 206 of us'],
    ['We are 5 vs 206 of them', 'We are 5 versus 206 of them'],
  ])('of a flight: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['Open 8 hrs. Call us', 'Open 8 hours. Call us'],
    ['Open 8 hrs. call us', 'Open 8 hours call us'],
    ['Open 8 hrs. Monday is free', 'Open 8 hours Monday is free'],
    ['Open 8 hrs. July is free', 'Open 8 hours July is free'],
    ['Open 8 hrs. Mondays are free', 'Open 8 hours. Mondays are free'],
    ['Open 8 hrs. CALL US', 'Open 8 hours CALL US'],
    ['Open 8 hrs.', 'Open 8 hours'],
    ['We are at 5 Elm Rd. Our shop', 'We are at 5 Elm Road. Our shop'],
    ['$5 p.p. Please pay', '$5 per person. Please pay'],
    ['Min. Order is $5', 'Minimum Order is $5'],
    ['Note: Min. Order is $5', 'Note: Minimum Order is $5'],
    ['Note:Min. Order is $5', 'Note:Minimum Order is $5'],
    ['(Min. Order is $5)', '(Minimum Order is $5)'],
    ['Free (Min. Order is $5)', 'Free (Minimum Order is $5)'],
    ['Note! Min. Order', 'Note! Minimum Order'],
    ['Stay 5 nights min. Order now', 'Stay 5 nights minimum. Order now'],
    ['Your appts. See them', 'Your appointments See them'],
  ])('at the end of a sentence: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['Pg. 5, p. 6 and pp. 7-8', 'Page 5, page 6 and pages 7-8'],
    ['Apt 5, Ste 200, Rm 12', 'Apartment 5, Suite 200, Room 12'],
    ['apt.5', 'apartment 5'],
    ['APT 5', 'Apartment 5'],
    ['Go to vol. 2, ch. 3', 'Go to volume 2, chapter 3'],
    ['The apt is nice', 'The apt is nice'],
    ['x/apt 5', 'x/apt 5'],
    ['5.apt 5', '5.apt 5'],
    ['napt 5', 'napt 5'],
  ])('before a number: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['Ask if he/she will come, he/him', 'Ask if he or she will come, he, him'],
    ['Open M-F', 'Open Monday to Friday'],
    ['r u there', 'are you there'],
    ['R u there', 'Are you there'],
    ['c u 2moro', 'see you tomorrow'],
    ['f/u with us', 'follow-up with us'],
    ['x/A/C', 'x/A/C'],
    ['on/A/C', 'on/AC'],
    ['PRN only', 'As needed only'],
    ['take PRN', 'take as needed'],
    ['G R U', 'G R U'],
    ['A/Cs', 'A/Cs'],
    ['5A/C', '5A/C'],
  ])('as written: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['de', 'Ihre Kd.-Nr. ist 4567', 'Ihre Kundennummer ist 4567'],
    ['de', 'Kd.-Nr. 67, Bestell-Nr. 5', 'Kundennummer 67, Bestell-Nummer 5'],
    ['de', 'Abf. 10:05 Gl. 3, Ank. 12:00', 'Abfahrt 10:05 Gleis 3, Ankunft 12:00'],
    ['fr', 'Séance 50 €/h, min. 2 h', "Séance 50 € de l'heure, minimum 2 heures"],
  ])('are heard, %s: %s', (language, text, words) => expect(heard(text, language)).toBe(words));

  test.each([
    ['de', 'Ca. 5 km inkl. Pause', 'Circa 5 km inklusive Pause'],
    ['de', 'Preise inkl. MwSt. Versand kostet extra.', 'Preise inklusive Mehrwertsteuer. Versand kostet extra.'],
    ['de', 'Termine n. V. Rufen Sie an', 'Termine nach Vereinbarung. Rufen Sie an'],
    ['de', 'Nr. 5, S. 6', 'Nummer 5, Seite 6'],
    ['de', 'Kd.-Nr. 67, Art.-Nr. 5, Gl. 3', 'Kundennummer 67, Artikelnummer 5, Gleis 3'],
    ['de', '(Kd.-Nr. 67) 2 Kd. frei', '(Kundennummer 67) 2 Kinder frei'],
    ['fr', 'Séjour min. 2 nuits', 'Séjour minimum 2 nuits'],
    ['es', 'Aprox. 5 min, pág. 6', 'Aproximadamente 5 min, página 6'],
    ['fr', 'Env. 5 min, chap. 6', 'Environ 5 min, chapitre 6'],
    ['it', 'Rif. 5, cap. 6', 'Riferimento 5, capitolo 6'],
    ['nl', 'Bijv. op blz. 6', 'Bijvoorbeeld op pagina 6'],
    ['pt', 'Aprox. 5 min, pág. 6', 'Aproximadamente 5 min, página 6'],
  ])('%s: %s', (language, text, words) => expect(said(text, language)).toBe(words));
});

describe('names of days and months', () => {
  const said = staged(nameStage);

  test.each([
    ['Mon to Fri', 'Monday to Friday'],
    ['Open Mon, Tue and Wed', 'Open Monday, Tuesday and Wednesday'],
    ['Open Mon.', 'Open Monday.'],
    ['Open Mon for you', 'Open Monday for you'],
    ['Mon. 9', 'Monday 9'],
    ['Mon. 9-5', 'Monday 9-5'],
    ['Mon. 9% off', 'Monday. 9% off'],
    ['Mon. 123 seats', 'Monday. 123 seats'],
    ['Mon. we are closed', 'Monday we are closed'],
    ['Mon. We are closed', 'Monday. We are closed'],
    ['Mon.: closed', 'Monday: closed'],
    ['Mon.–Fri.', 'Monday–Friday.'],
    ['Mon., Tue. and Thu', 'Monday, Tuesday and Thursday'],
    ['Mon. Mar. 5', 'Monday March 5'],
    ['Mon. March 5', 'Monday March 5'],
    ['Mon/Tue/Thu', 'Monday, Tuesday, Thursday'],
    ['Monday/Tue', 'Monday, Tuesday'],
    ['Thu Thurs Thur', 'Thursday Thursday Thursday'],
    ['XMon Monx Mon5 5Mon', 'XMon Monx Mon5 5Mon'],
  ])('days: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['Closed Sun', 'Closed Sunday'],
    ['Closed Sun.', 'Closed Sunday.'],
    ['Closed Sun. Bye', 'Closed Sunday. Bye'],
    ['Sun 5 July', 'Sunday 5 July'],
    ['Sun5', 'Sun5'],
    ['Sun (late)', 'Sunday (late)'],
    ['Closed Sun)', 'Closed Sunday)'],
    ['Sun-Tue', 'Sunday-Tuesday'],
    ['Sun – Tue', 'Sunday – Tuesday'],
    ['Sun to Tue', 'Sunday to Tuesday'],
    ['Sun and Mon', 'Sunday and Monday'],
    ['Sat or Sun', 'Saturday or Sunday'],
    ['Sun or Monday', 'Sunday or Monday'],
    ['Sun May 5', 'Sunday May 5'],
    ['Sun, Mar. 5', 'Sunday, March 5'],
    ['Sun. Mar. 5', 'Sunday March 5'],
    ['Sun Mon', 'Sunday Monday'],
    ['Sun; rain', 'Sunday; rain'],
    ['Sat, Sun only', 'Saturday, Sunday only'],
    ['Mon., Sun only', 'Monday, Sunday only'],
    ['Saturday and Sun only', 'Saturday and Sunday only'],
  ])('one that is a word as well, as a day: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    'The Sun is out',
    'Sun protection',
    'Wed in May',
    'Sat down',
    'Sun or rain',
    'Sun or Monsoon',
    'Sun-dried tomatoes',
    'Sun Mons',
    'Sun May be out',
    'Fridays, he Sat down',
    'sunday sun',
  ])('as a word: %s', (text) => expect(said(text)).toBe(text));

  test.each([
    ['12 Nov', '12 November'],
    ['12 Nov. 2026', '12 November 2026'],
    ['12 Nov. We', '12 November. We'],
    ['12th Nov', '12th November'],
    ['12th of Nov', '12th of November'],
    ['12 of the Nov', '12 of the Nov'],
    ['Nov 12', 'November 12'],
    ['Nov. 12', 'November 12'],
    ['Sept. 5', 'September 5'],
    ['Nov to Dec 5', 'November to December 5'],
    ['Nov to 5', 'November to 5'],
    ['in Nov', 'in November'],
    ['in Nov, we', 'in Nov, we'],
    ['in Nov,', 'in November,'],
    ['in Nov. we', 'in November we'],
    ['in Nov we meet', 'in November we meet'],
    ['In Nov.', 'In November.'],
    ['in Nov Wednesday', 'in Nov Wednesday'],
    ['within Nov', 'within Nov'],
    ['until Mar. 2027', 'until March 2027'],
    ['Mar a Lago', 'Mar a Lago'],
    ['Dec, the month', 'Dec, the month'],
    ['5 Mar’s', '5 March’s'],
    ['5 Marx', '5 Marx'],
    ['xNov 12', 'xNov 12'],
  ])('months: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['from Jan or Feb', 'from January or February'],
    ['in July or Aug', 'in July or August'],
    ['July\u00a0or\u00a0Aug', 'July\u00a0or\u00a0August'],
    ['in Jan, Feb and March', 'in January, February and March'],
    ['in Jan., Feb. and Mar. we', 'in January, February and March we'],
    ['Jan/Feb', 'January/February'],
    ['Jan / Feb', 'January / February'],
    ['Jan/Febx', 'Jan/Febx'],
    ['xJan/Feb', 'xJan/February'],
    ['Jan & Feb', 'January & February'],
  ])('months beside each other: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['NOV 12', 'November 12'],
    ['12 NOV 2026', '12 November 2026'],
    ['12 NOVEMBER', '12 November'],
    ['NOVEMBER 12, 2026', 'November 12, 2026'],
    ['NOV 12 2026', 'November 12 2026'],
    ['NOV 12:30', 'NOV 12:30'],
    ['NOV 12-13', 'NOV 12-13'],
    ['at 5.12 NOV', 'at 5.12 NOV'],
    ['at 5:12 NOV', 'at 5:12 NOV'],
    ['12 NOVA', '12 NOVA'],
    ['XNOV 12', 'XNOV 12'],
    ['NOV 123', 'NOV 123'],
    ['112 NOV', '112 NOV'],
    ['12 MAY', '12 May'],
    ['12 NOV and 5 DEC', '12 November and 5 December'],
  ])('months in capitals: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    ['de', 'Mo. bis Fr.', 'Montag bis Freitag.'],
    ['de', 'Di ist zu', 'Di ist zu'],
    ['de', '3. Okt. 2026', '3. Oktober 2026'],
    ['de', 'im Okt. und Nov. sind wir da', 'im Oktober und November sind wir da'],
    ['fr', 'Ouvert mar, jeu', 'Ouvert mardi, jeudi'],
    ['fr', '3 févr. 2026', '3 février 2026'],
    ['es', 'lun. a vie.', 'lunes a viernes'],
    ['es', '5 de oct. de 2026', '5 de octubre de 2026'],
    ['it', 'lun e mar', 'lunedì e martedì'],
    ['nl', '5 okt. 2026', '5 oktober 2026'],
    ['pt', 'seg. a sex.', 'segunda-feira a sexta-feira'],
    ['hi', 'रवि से शुक्र', 'रविवार से शुक्रवार'],
    ['fr', 'Mer à Ven', 'mercredi à vendredi'],
    ['it', 'da mar a ven', 'da martedì a venerdì'],
    ['de', 'So und Di', 'Sonntag und Dienstag'],
    ['ja', '月曜日', '月曜日'],
    ['ar', '5 Jan 2026', '5 يناير 2026'],
  ])('%s: %s', (language, text, words) => expect(said(text, language)).toBe(words));
});

describe('regions', () => {
  const said = staged(regionStage);

  test.each([
    ['Portland, OR 97210', 'Portland, Oregon 97210'],
    ['Portland OR 97210', 'Portland Oregon 97210'],
    ['Portland OR 97210 and Salem OR 97301', 'Portland Oregon 97210 and Salem Oregon 97301'],
    ['Portland, OR 97210-1234', 'Portland, Oregon 97210-1234'],
    ['Toronto, ON M5V 2T6', 'Toronto, Ontario M5V 2T6'],
    ['Toronto ON M5V2T6', 'Toronto Ontario M5V2T6'],
    ['Austin, TX', 'Austin, Texas'],
    ['Austin, TX is hot', 'Austin, Texas is hot'],
    ['Austin, TX, USA', 'Austin, Texas, USA'],
    ['Austin, TX. Our', 'Austin, Texas. Our'],
    ['Austin, TX!', 'Austin, Texas!'],
    ['Austin, TX : open', 'Austin, Texas : open'],
    ['(Miami, FL) and Miami, FL (main)', '(Miami, Florida) and Miami, Florida (main)'],
    ['New York, NY, and Newark, NJ', 'New York, New York, and Newark, New Jersey'],
    ['McAllen, TX', 'McAllen, Texas'],
  ])('by their names: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    'Portland, OR',
    'Portland, OR 972',
    'Portland, OR 97210,5',
    'Portland, OR 972101',
    'Austin, TX Our',
    'Austin, TXA',
    'Austin TX',
    'austin, TX',
    'Austin, TX. our',
    'Austin, TX 5',
    'Toronto, ON 5VM 2T6',
  ])('as they are written: %s', (text) => expect(said(text)).toBe(text));
});

describe('airports', () => {
  const said = staged(airportStage);

  test.each([
    ['Your flight from Madrid (MAD)', 'Your flight from Madrid'],
    ['Frankfurt-Hahn (HHN) airport', 'Frankfurt-Hahn airport'],
    ['Nonstop to Las Palmas (LPA)', 'Nonstop to Las Palmas'],
    ['Madrid (MAD) to Oporto (OPO)', 'Madrid to Oporto'],
    ['Madrid (MAD) to Rome (FCO)', 'Madrid to Rome (F C O)'],
    ['Your flight to São Paulo (GRU)', 'Your flight to São Paulo (G R U)'],
    ['Your flight to Milan Malpensa (MXP)', 'Your flight to Milan Malpensa (M X P)'],
  ])('their letters are said where a city has several: %s', (text, words) => expect(said(text)).toBe(words));

  test.each([
    'Ask for Madrid (MAD)',
    'Your flight to London (LHR)',
    'Your Flight (FLT) to Rome',
    'Special Assistance Request (SAR) for your flight',
    'Check-In Desk (CID) for your flight',
    'New Check-In Desk (CID) for your flight',
    'Your flight lands in Rome (ABCD)',
    'Your flight lands in rome (FCO)',
    'Your flight lands in Rome(FCO)',
    'Your flight to Madrid',
    'Your flights (MAD)',
  ])('what is something else stays: %s', (text) => expect(said(text)).toBe(text));

  test.each([
    ['es', 'Su vuelo a Madrid (MAD)', 'Su vuelo a Madrid'],
    ['pt', 'Seu voo para Lisboa (LIS)', 'Seu voo para Lisboa'],
    ['de', 'Von Madrid (MAD) nach Lissabon (LIS)', 'Von Madrid (MAD) nach Lissabon (LIS)'],
  ])('%s: %s', (language, text, words) => expect(said(text, language)).toBe(words));

  test('letters that are said apart are no words', () => {
    expect(heard('Your flight to São Paulo (GRU)')).toBe('Your flight to São Paulo (G R U)');
  });
});
