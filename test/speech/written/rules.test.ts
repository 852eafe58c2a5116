import type { Form, Written } from '../../../lambda/languages/written';
import { phrases } from '../../../lambda/speech/phrases';
import { wordingOf } from '../../../lambda/speech/written';
import { inAlphabet, inRanges } from '../../../lambda/speech/written/alphabet';
import { around, capital } from '../../../lambda/speech/written/around';
import { concernsOf } from '../../../lambda/speech/written/concerns';
import { signContext } from '../../../lambda/speech/written/context';
import { beside, formFor, oneAndMany } from '../../../lambda/speech/written/forms';
import {
  anyOf,
  bySpelling,
  formStage,
  inBothCases,
  listOf,
  patternOf,
  signFormStage,
  without,
} from '../../../lambda/speech/written/rules';
import { heard } from './staged';

const written = (language: string) => inAlphabet(phrases(language).written);

describe('lists of a table', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['in at', ['in', 'at']],
    [' in  at ', ['in', 'at']],
  ])('%j', (words, list) => expect(listOf(words)).toEqual(list));

  test('words, and each as it begins a sentence', () => {
    expect(inBothCases('if été Once')).toEqual(['if', 'If', 'été', 'Été', 'Once']);
    expect(without('in at on', 'at by')).toEqual(['in', 'on']);
  });

  test('spellings by what they stand for', () => {
    expect([...bySpelling({ appointment: 'appt. appt', 'phone number': 'phone|no.|x ', May: '' })]).toEqual([
      ['appt.', 'appointment'],
      ['appt', 'appointment'],
      ['phone no. x', 'phone number'],
    ]);
  });

  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['the longest first', ['hr', 'hrs', ''], ['hr', 'hrs'], ['']],
    ['signs as they are', ['w/o', 'a.m.', '(s)', '$*+?^{}[]\\'], ['w/o', 'a.m.', '(s)', '$*+?^{}[]\\'], ['axm.', 'wo']],
    ['a space for a bar', ['phone|no', 'x|y|z'], ['phone no', 'x y z'], ['phone', 'phone|no']],
    ['nothing of nothing', [], [], ['', 'a', '(?:(?!))']],
    ['nothing of empty ones', ['', ''], [], ['', 'a']],
  ])('any of several: %s', (_name, words, fits, others) => {
    const any = new RegExp(`^${anyOf(words)}$`, 'u');
    expect([...fits, ...others].filter((word) => any.test(word))).toEqual(fits);
  });

  test('of words that begin alike the longer is found', () => {
    expect('hrs'.match(new RegExp(anyOf(['hr', 'hrs']), 'u'))?.[0]).toBe('hrs');
    expect('hrs'.match(new RegExp(anyOf(new Map([['hrs', 1]]).keys()), 'u'))?.[0]).toBe('hrs');
  });

  test('a pattern that a table does not give fits nothing', () => {
    expect([patternOf('').test(''), patternOf('').test('a'), patternOf('\\p{L}').test('ü')]).toEqual([
      false,
      false,
      true,
    ]);
    expect('a b'.replace(patternOf('[ab]', 'gu'), 'x')).toBe('x x');
  });
});

describe('forms', () => {
  const forms: readonly Form[] = [['(\\d) h', '$1 hours'], ['hours hours', 'hours'], ['x']];

  test.each([
    ['1 h, 2 h', '1 hours, 2 hours'],
    ['1 h hours', '1 hours'],
    ['fax', 'fa'],
  ])('one behind the other: %s', (line, said) => expect(formStage(forms)(line)).toBe(said));

  test('only where a line holds what they are for', () => {
    const stage = formStage(forms, /[,;]/);
    expect([stage('1 h, 2 h'), stage('1 h 2 h')]).toEqual(['1 hours, 2 hours', '1 h 2 h']);
    expect(formStage([])('1 h')).toBe('1 h');
  });

  test.each([
    ['5 # a', 'five # a', '5 # a'],
    ['5 a', '5 a', '5 a'],
    ['5 § b', 'five § b', 'five § b'],
  ])('by their signs, and what stands beside them: %s', (line, said, held) => {
    const group = { signs: '#§', forms: [['5', 'five']] };
    expect(signFormStage([group])(line)).toBe(said);
    expect(signFormStage([{ ...group, holds: '[bc]' }])(line)).toBe(held);
  });

  test('by one of several groups, of which one without signs is for all lines', () => {
    const stage = signFormStage([
      { signs: '', forms: [['a', '#']] },
      { signs: '#', forms: [['#', 'number']] },
      { signs: '§', forms: [['n', 'N']] },
    ]);
    expect([stage('a'), stage('b')]).toEqual(['number', 'b']);
  });
});

describe('the form of a word behind a number', () => {
  const en = { language: 'en', decimal: '.' };
  const de = { language: 'de', decimal: ',' };
  const ar = { language: 'ar', decimal: '.' };
  const days = 'صفر|يوم|يومان|أيام|يوما|يوم.';
  const fr = { language: 'fr', decimal: ',' };

  test.each<[string, string, typeof en, string]>([
    ['1', 'hour|hours', en, 'hour'],
    ['2', 'hour|hours', en, 'hours'],
    ['0', 'hour|hours', en, 'hours'],
    ['1.0', 'hour|hours', en, 'hours'],
    ['1.5', 'hour|hours', en, 'hours'],
    ['1,000', 'hour|hours', en, 'hours'],
    ['1', 'kilo', en, 'kilo'],
    ['2', 'kilo', en, 'kilo'],
    ['1,5', 'Stunde|Stunden', de, 'Stunden'],
    ['1', 'Stunde|Stunden', de, 'Stunde'],
    ['1.000', 'Stunde|Stunden', de, 'Stunden'],
    ['1,5', 'heure|heures', fr, 'heure'],
    ['0', 'heure|heures', fr, 'heure'],
    ['2', 'heure|heures', fr, 'heures'],
    [`1.${'0'.repeat(120)}`, 'hour|hours', en, 'hours'],
    ['1.5', 'hour|hours', { ...en, decimal: '' }, 'hours'],
    ['0', days, ar, 'صفر'],
    ['1', days, ar, 'يوم'],
    ['2', days, ar, 'يومان'],
    ['5', days, ar, 'أيام'],
    ['11', days, ar, 'يوما'],
    ['100', days, ar, 'يوم.'],
    ['1,003', days, ar, 'أيام'],
    ['1.5', days, ar, 'يوم.'],
    ['11', days, { ...ar, decimal: '' }, 'يوما'],
    ['0', 'رطل|أرطال', ar, 'أرطال'],
    ['5', 'dzień|dni|dni.', { language: 'pl', decimal: ',' }, 'dni.'],
    ['2', 'dzień|dni|dni.', { language: 'pl', decimal: ',' }, 'dni'],
    ['1', '', en, ''],
  ])('%s of %s', (number, forms, style, form) => expect(formFor(number, forms, style)).toBe(form));

  test.each<[string, readonly [string, string]]>([
    ['hour|hours', ['hour', 'hours']],
    ['kilo', ['kilo', 'kilo']],
    [days, ['يوم', 'يوم.']],
    ['dzień|dni|dni.', ['dzień', 'dni.']],
    ['', ['', '']],
  ])('of one, and of many, of %s', (forms, both) => expect(oneAndMany(forms)).toEqual(both));

  test.each([
    ['5', 'hours', '5 hours'],
    ['5', '時間', '5時間'],
    ['5', 'カ月', '5カ月'],
    ['5', 'kg・キロ', '5 kg・キロ'],
    ['5', 'ひと', '5ひと'],
    ['5', 'บาท', '5บาท'],
    ['5', 'ساعات', '5 ساعات'],
  ])('%s beside %s', (number, word, both) => expect(beside(number, word)).toBe(both));
});

describe('patterns in the letters of a language', () => {
  const alphabet = { '\\p{L}': 'A-Zé', '\\p{Lu}': 'A-Z', '\\p{N}': '\\d' };

  test.each([
    ['\\p{L}+', '[A-Zé]+'],
    ['[\\p{L}\\p{N}-]', '[A-Zé\\d-]'],
    ['[^\\p{L}]\\p{N}', '[^A-Zé][\\d]'],
    ['\\p{Lu}[\\p{Lu}]', '[A-Z][A-Z]'],
    ['\\p{M}[\\p{M}]', '\\p{M}[\\p{M}]'],
    ['\\[\\p{L}\\]', '\\[[A-Zé]\\]'],
    ['[\\]\\p{L}]', '[\\]A-Zé]'],
    ['abc', 'abc'],
  ])('%s', (pattern, ranges) => expect(inRanges(pattern, { alphabet })).toBe(ranges));

  test('in all forms of a table', () => {
    const forms: readonly Form[] = [['\\p{L}', 'x'], []];
    const table = inAlphabet({
      alphabet,
      blank: forms,
      struck: forms,
      ranges: forms,
      early: [
        { signs: '#', holds: '\\p{N}', forms },
        { signs: '', forms },
      ],
      late: [],
    } as unknown as Written);
    const known = [
      ['[A-Zé]', 'x'],
      ['', ''],
    ];
    expect([table.blank, table.struck, table.ranges, table.early[0]?.forms]).toEqual([known, known, known, known]);
    expect(table.early.map(({ signs, holds }) => [signs, holds])).toEqual([
      ['#', '[\\d]'],
      ['', undefined],
    ]);
    expect('holds' in (table.early[1] ?? {})).toBe(false);
    expect(table.early[0]?.forms).toBe(table.early[0]?.forms);
    expect(table.pattern('\\p{L}')).toEqual(/[A-Zé]/u);
    expect(table.pattern('\\p{L}', 'giu')).toEqual(/[A-Zé]/giu);
  });
});

test('what stands around a part of a line', () => {
  const line = `${'a'.repeat(45)} X ${'b'.repeat(45)}`;
  expect(around(line, 46, 47)).toEqual({ before: 'a'.repeat(39), after: 'b'.repeat(39) });
  expect(around('a X', 2, 3)).toEqual({ before: 'a', after: '' });
  expect([capital('élan', ''), capital('élan', 'the'), capital('', '')]).toEqual(['Élan', 'élan', '']);
});

describe('what a line may hold that is said in other words', () => {
  const concerns = (language: string, line: string) => concernsOf(phrases(language).written)(line);

  test.each([
    ['en', 'We open at 9'],
    ['en', 'Call us ASAP'],
    ['en', 'Tea & cake'],
    ['en', 'Open Monday - Friday'],
    ['en', 'Open Monday-Friday'],
    ['en', 'item(s) here'],
    ['en', 'Hello null'],
    ['en', 'None of us'],
    ['en', '\ufdd0 you'],
    ['en', '\ufdd4yes'],
    ['en', 'Thanks xx'],
    ['en', 'Open Mon today'],
    ['en', 'in Nov we'],
    ['en', 'Our appt is set'],
    ['en', 'Our Appt is set'],
    ['en', 'e.g. tea'],
    ['en', 'E.g. tea'],
    ['en', 'r u there'],
    ['en', 'WiFi here'],
    ['en', 'see (appt) there'],
    ['en', 'Elm St'],
    ['en', 'Elm St, there'],
    ['en', 'Elm St a'],
    ['en', 'It is ok. appt soon'],
    ['en', 'do u mind'],
    ['de', 'Mo und Di offen'],
    ['de', 'Das ist z. B. gut'],
    ['ja', '○は営業中です'],
  ])('%s, something: %s', (language, line) => expect(concerns(language, line)).toBe(true));

  test.each([
    ['en', ''],
    ['en', 'We are open today, and you are welcome!'],
    ['en', 'Your order: it’s “here”; (at last) well-made.'],
    ['en', 'Is it?'],
    ['en', 'A I'],
    ['en', 'Open Monday'],
    ['en', 'Money talks'],
    ['en', 'A Monsoon'],
    ['en', 'Novel ideas'],
    ['en', 'the xappt'],
    ['en', 'n.appt'],
    ['en', '.appt now'],
    ['en', 'Elm Street'],
    ['en', 'Elm St’s'],
    ['en', "Elm St's"],
    ['en', 'Elm St-x'],
    ['en', 'St and more'],
    ['en', 'Wi-Fi'],
    ['en', 'Café olé'],
    ['en', 'Lovely'],
    ['de', 'Wir haben heute offen'],
    ['ja', '本日は「営業中」です、どうぞ（店）！？'],
    ['hi', 'हम खुले हैं।'],
    ['ar', 'نحن مفتوحون، أهلا نعم؟'],
  ])('%s, nothing: %s', (language, line) => expect(concerns(language, line)).toBe(false));
});

describe('what a text tells of its signs and numbers', () => {
  const { checks, lights, thumbs, pluses } = written('en');

  test.each<[string, readonly unknown[]]>([
    ['Wi-Fi ✅, pool ❌', [checks]],
    ['Wi-Fi ✅, pool ✓', []],
    ['🟢 or 🔴, 👍 or 👎', [lights, thumbs]],
    ['➕ and ➖', [pluses]],
    ['Wi-Fi', []],
    ['🍕', []],
  ])('%s', (text, groups) => expect([...signContext(text, written('en')).contrasted]).toEqual(groups));

  test.each<[string, string, object]>([
    ['en', 'Until 25/12/2026, from 1/11/2026', { dayOrder: 'day' }],
    ['en', 'Until 12/25/2026', { dayOrder: 'month' }],
    ['en', 'Until 12-25-2026', { dayOrder: 'month' }],
    ['en', 'closed 25/12', { dayOrder: 'day' }],
    ['en', 'Monday, 25/12', { dayOrder: 'day' }],
    ['en', 'Mon 25/12', { dayOrder: 'day' }],
    ['en', 'On 25/12', { dayOrder: 'day' }],
    ['en', 'Take 25/12', {}],
    ['en', 'Until 1/2/2026', {}],
    ['en', 'Until 25/12/2026 or 12/25/2026', {}],
    ['en', '£5', { isDayFirst: true }],
    ['en', '$5', {}],
    ['en', 'All prices in £', { isDayFirst: true, currency: '£' }],
    ['en', 'Prices are in US dollars', { currency: '$' }],
    ['en', 'Prices are in dollars', { currency: '$' }],
    ['en', 'Prices: in euros', { currency: '€' }],
    ['en', 'Our prices are low', {}],
    ['en', 'Pay in £', { isDayFirst: true }],
    ['ja', '2026/12/25', {}],
    ['ja', '価格は円です', {}],
    ['de', 'Preise in €', { isDayFirst: true }],
  ])('%s: %s', (language, text, told) => {
    const { contrasted, ...others } = signContext(text, written(language));
    expect([contrasted.size, others]).toEqual([0, { isDayFirst: false, ...told }]);
  });
});

describe('the wording of a text', () => {
  test('there is none where nothing is written otherwise, or in another language', () => {
    expect(wordingOf('We are open', phrases('en-US'))).toBeUndefined();
    expect(wordingOf('Wir haben Mo und Di für Sie offen', phrases('en-US'))).toBeUndefined();
    expect(wordingOf('Mo 9–17', phrases('xx-XX'))).toBeUndefined();
    expect(wordingOf('Your appt is on Mon', phrases('xx-XX'))?.words('Your appt')).toBe('Your appointment');
  });

  test('signs, words and capitals', () => {
    const wording = wordingOf('Wi-Fi ✅, pool ❌, incl. SAUNA', phrases('en-US'));
    expect(wording?.concerns('incl. sauna')).toBe(true);
    expect(wording?.concerns('sauna')).toBe(false);
    expect(wording?.signs('Wi-Fi ✅')).toBe('Wi-Fi : yes ');
    expect(wording?.words('incl. sauna')).toBe('including sauna');
    expect(wording?.capitals('Our SAUNA', 'Our SAUNA')).toBe('Our Sauna');
  });

  test('of code, as a sentence and within one', () => {
    const code = { ...phrases('en-US'), written: { ...phrases('en-US').written, code: 'some code' } };
    const said = (line: string, words = code) => wordingOf(line, words)?.signs(line);
    expect([said('\ufdd1'), said('Run \ufdd1 or \ufdd1')]).toEqual(['Some code', 'Run  some code  or  some code ']);
    expect(said('Run \ufdd1', { ...code, written: { ...code.written, code: '' } })).toBe('Run \ufdd1');
  });

  test('of a table that is not there', () => {
    expect(wordingOf('5', { ...phrases('en-US'), written: undefined } as never)).toBeUndefined();
  });

  test('text that is struck out needs no cross, and what takes its place no check', () => {
    const signs = wordingOf('✅', phrases('en-US'))?.signs ?? String;
    expect(signs('❌ \ufdd2no\ufdd3✅yes')).toBe('\ufdd2no\ufdd3 yes');
    expect(signs('Wi-Fi ✅ yes')).toBe('Wi-Fi ✅ yes');
  });

  test.each([
    ['❌ ~~£12~~ ✅ £9, ❌ ~~£5~~ ✅ £4', 'was £12, now £9, was £5, now £4'],
    ['❌️ ~~£12~~✅️£9', 'was £12, now £9'],
    ['```\nnpm i\n```', "Some code, it's in your Alexa app"],
  ])('of %s', (text, words) => expect(heard(text)).toBe(words));
});
