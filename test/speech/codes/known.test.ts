import { withCodes } from '../../../lambda/speech/codes';
import { marked } from '../../../lambda/speech/marks';
import { phrases } from '../../../lambda/speech/phrases';
import { withWholeCodes } from '../../../lambda/speech/whole-codes';
import { areHeard, bracketed } from './heard';

describe('without a word before it is known', () => {
  test('a phone number', () => {
    areHeard([
      'Rosa: [phone: +49 (30) 90-18/20.7]',
      'Rosa: [phone: +4930901820]',
      'Rosa: [phone: (030) 901 820]',
      'Rosa: [phone: (+49) 30 90182]',
      'Rosa: [phone: (20) 7946-0958]',
      'Rosa: [phone: 1-555-014-2299]',
      'Rosa: [phone: 555-014-2299]',
      'Rosa: [phone: 555-0142], or Ben',
      'Rosa: [phone: 020 7946 0958]',
      'Rosa: [phone: 01632 960123]',
      'Rosa: [phone: 020 794 6095]',
      'Rosa: [phone: 03-1234-5678]',
      'Rosa: [phone: 0120-444-444]',
      'Rosa: [phone: 01 23 45 67 89]',
      'Rosa: [phone: 0301 22 33]',
      'Rosa: [phone: 912 34 56 78]',
      'Rosa: [phone: 912 345 67 89]',
      'Rosa: [phone: 912 34 56]',
      'Rosa: [phone: 98765 43210]',
      'Rosa: [phone: 11 91234-5678]',
      'Rosa: [phone: 11 91234 5678]',
      'Rosa: [phone: 0808.157.0192]',
      'Rosa: [phone: 0345.123.4567]',
      'Rosa: [phone: 1300 525 37]',
      'Rosa: [phone: 1800 525 372]',
    ]);
  });

  test('what is no phone number', () => {
    areHeard([
      '$555-0142 or €555-0142',
      'From 555-0142-3 on',
      '12-555-0142',
      'a/020 7946 0958',
      'Rooms 12345 123 and 12 345',
      '1200 525 37',
      'It was 0545.123.45 then',
      'é555-0142 and 555-0142b',
      '(5) 0142',
      '2026-03-14',
      '+12 3',
      '912 34 56 7',
      '01 23 4',
      '98765 4321',
    ]);
  });

  test('a code of letters and digits', () => {
    areHeard([
      'It is [spelled: INV-2026-00123] now',
      'It is [spelled: AB123456].',
      'It is [spelled: 1A2B3C4D]',
      'It is [spelled: JD0146 0009 8127]',
      'It is [spelled: 7f3a9c2e-11d4-4b7e-9a0c-2d5e8b61f0aa]',
      'It is [spelled: 7F3A9C2E-11D4-4B7E-9A0C-2D5E8B61F0AA]',
      'It is [spelled: 00:1B:44:11:3a:B7]',
      'It is [spelled: DE89 3704 0044 0532 0130 00]',
      'It is [spelled: DHP482Z]',
      'It is [spelled: GSR123KMB]',
      'It is [spelled: AB12 CDE]',
      'It is [spelled: QQ 12 34 56 C], or [spelled: QQ123456C]',
      'It is [spelled: 1Z 999 AA1 0123 4567 84]',
      'It is [spelled: 1Z999AA10123456784]',
      'It is [spelled: RR 4471 2093 5GB]',
      'It is [spelled: RR447120935GB]',
      'It is [spelled: SE15 4NX], [spelled: M5V 2T6] or [spelled: T12 XY34]',
      'これは[spelled: AB123456]です',
    ]);
  });

  test('what is none', () => {
    areHeard([
      'It is AB123 and ABC-DEF',
      'It is CHF100K, or CHF100M',
      'It is AEI482Z and DHP48Z',
      'Look: x/AB123456, .AB123456, x:AB123456, +AB123456, -AB123456',
      'éAB123456 and AB123456é',
      'It is 7f3a9c2e-11d4-4b7e-9a0c',
      'It is 00:1B:44:11',
      'at 10:30:00',
      'It is AB12 cde',
      'We open',
      'NATO is here',
    ]);
  });

  test('many digits', () => {
    areHeard([
      'It is [digits: 4711471] now',
      'It is [digits: 1234 5678 9012]',
      'It is [digits: 1234 5678 9012 345].',
      'It is 471147 now',
      'It is $4711471, €4711471, £4711471, ₹4711471, 1.4711471, 1,4711471',
      'It is 4711471.5 or 4711471,5',
      '1234 5678 now',
    ]);
  });

  test('the name of a thing behind a word for it is read as it is written', () => {
    areHeard(['Form 1040-AB12 and form AB123456', 'Perform [spelled: AB123456]', 'Form: [spelled: AB123456]']);
    areHeard(['Le formulaire AB123456'], 'fr-FR');
  });

  test('what is marked already is left as it is', () => {
    const text = `See ${marked('say-as date', 'AB123456')} and AB123456`;
    expect(bracketed(withCodes(text, phrases('en-US')))).toBe('See [say-as date: AB123456] and [spelled: AB123456]');
  });

  test('a text without any is the same', () => {
    const text = `See ${marked('say-as digits', '44')}-X, ${marked('emphasis strong', 'open')} at 9`;
    expect(withCodes(text, phrases('en-US'))).toBe(text);
  });
});

describe('what is written as one thing is said in one way', () => {
  const digits = (code: string) => marked('say-as digits', code);
  const spelled = (code: string) => marked('say-as characters', code);
  const phone = (code: string) => marked('say-as telephone', code);

  test.each([
    // What goes on right behind it.
    [`It is ${digits('9203')}-00417.`, 'It is [digits: 9203-00417].'],
    [`It is ${digits('10')}-2231/B now`, 'It is [spelled: 10-2231/B] now'],
    [`It is ${phone('030/901820')}-0.`, 'It is [phone: 030/901820-0].'],
    [`It is ${digits('12')}-3/4-5/6, too`, 'It is [digits: 12-3/4-5/6], too'],
    [`It is ${spelled('AB-12')}/3456-C`, 'It is [spelled: AB-12/3456-C]'],
    // The letters before it, where it is no number alone.
    [`Policy HH ${digits('440-2271')}-X is`, 'Policy [spelled: HH 440-2271-X] is'],
    [`Policy HR-B ${digits('12345')}-X is`, 'Policy [spelled: HR-B 12345-X] is'],
    [`HH-${digits('440')}-X`, '[spelled: HH-440-X]'],
    [`Policy HH ${digits('440')}-22 is`, 'Policy HH [digits: 440-22] is'],
    [`Policy ABCDE ${digits('440')}-X is`, 'Policy ABCDE [spelled: 440-X] is'],
    [`Policy HR-BC ${digits('12345')}-X is`, 'Policy [spelled: HR-BC 12345-X] is'],
    [`AB of ${digits('440')}-X`, 'AB of [spelled: 440-X]'],
    [`${marked('emphasis strong', 'HH ')}${digits('440')}-X`, '[emphasis strong: HH ][spelled: 440-X]'],
    [`${digits('12')}${marked('emphasis strong', '-34')}`, '[digits: 12][emphasis strong: -34]'],
    [`It is ${digits('12 345')}, 6.`, 'It is [digits: 12 345], 6.'],
    [`Policy xHH ${digits('440')}-X is`, 'Policy xHH [spelled: 440-X] is'],
    [`${spelled('HH')}${digits('440')}-X`, '[spelled: HH][spelled: 440-X]'],
    [`${digits('440')}-X, HH ${digits('1')}-Y`, '[spelled: 440-X], [spelled: HH 1-Y]'],
    // The last digits of a number in groups.
    [`It is ${digits('12 345')} 678.`, 'It is [digits: 12 345 678].'],
    [`It is ${digits('12 345')} 678`, 'It is [digits: 12 345 678]'],
    [`It is ${digits('12 345')} 6, too`, 'It is [digits: 12 345 6], too'],
    [`(It is ${digits('12 345')} 6789)`, '(It is [digits: 12 345 6789])'],
    [
      `Is it ${digits('12 345')} 6? ${digits('12 3')} 4; ${digits('1 2')} 3!`,
      'Is it [digits: 12 345 6]? [digits: 12 3 4]; [digits: 1 2 3]!',
    ],
    [`It is ${digits('12 345')} 6,5`, 'It is [digits: 12 345] 6,5'],
    [`It is ${digits('12 345')} 67890.`, 'It is [digits: 12 345] 67890.'],
    [`It is ${digits('12 345')} 678 items`, 'It is [digits: 12 345] 678 items'],
    [`It is ${digits('12345')} 678.`, 'It is [digits: 12345] 678.'],
    [`It is ${phone('12 345')} 678.`, 'It is [phone: 12 345] 678.'],
    // What is something else.
    [`It is ${digits('9203')}-a`, 'It is [digits: 9203]-a'],
    [`It is ${digits('9203')}-4x`, 'It is [digits: 9203]-4x'],
    [`It is ${digits('9203')}-4.5`, 'It is [digits: 9203]-4.5'],
    [`It is ${digits('9203')}-4,5`, 'It is [digits: 9203]-4,5'],
    [`It is ${digits('9203')} -4`, 'It is [digits: 9203] -4'],
    [`It is ${digits('9203')}-ABCDEFGHIJKLM`, 'It is [digits: 9203]-ABCDEFGHIJKLM'],
    [`It is ${digits('1')}-2-3-4-5-6`, 'It is [digits: 1-2-3-4-5]-6'],
    [`It is ${marked('say-as date', '2026')}-03`, 'It is [say-as date: 2026]-03'],
    [`It is ${marked('emphasis strong', 'AB')}-03`, 'It is [emphasis strong: AB]-03'],
    [`${digits('12')}${digits('34')}`, '[digits: 12][digits: 34]'],
    [`${digits('12')}`, '[digits: 12]'],
    ['AB 12-34', 'AB 12-34'],
  ])('%j', (text, said) => {
    expect(bracketed(withWholeCodes(text))).toBe(said);
  });
});
