import { phrases } from '../../lambda/speech/phrases';
import { isUnfinished } from '../../lambda/speech/sentence-ends';
import { anyPattern, withWords } from '../../lambda/speech/sentence-patterns';
import { sentences } from '../../lambda/speech/sentences';
import { spokenName } from '../../lambda/speech/spoken-text';
import { beginningOf, lastWordEnd, wordCount } from '../../lambda/speech/word-ends';
import { perWords, wordPattern } from '../../lambda/speech/word-patterns';
import { filled, wordingsIn } from '../../lambda/speech/wordings';

const LETTERS = { spaced: true, ascii: false };
const UNSPACED = { spaced: false, ascii: false };

test.each<[string, number]>([
  ['', 1],
  ['tea', 1],
  [' two  words ', 2],
  ['two\nwords', 2],
  ['予約', 1],
  ['予約を', 1],
  ['予約を変', 2],
  ['予約を変更する', 3],
  ['Tea を飲みたい', 3],
  ['ABC予約', 1],
])('%j is about %i words long', (text, count) => expect(wordCount(text)).toBe(count));

describe('where a text may be cut', () => {
  test.each<[string, number, string]>([
    ['two words here', 14, 'two words'],
    ['two words here', 9, 'two words'],
    ['two words here', 8, 'two'],
    ['two words here', 3, 'two'],
    ['two words here', 2, ''],
    ['onelongword', 5, ''],
    ['予約変更', 3, '予約変'],
    ['予約変更', 1, '予'],
    ['Tea 新宿駅', 5, 'Tea 新'],
    ['Tea 新宿駅', 4, 'Tea'],
    ['abc新宿駅', 3, ''],
    ['abc新宿駅', 4, 'abc新'],
    ['新宿abc', 4, '新'],
    ['予約。変更', 2, '予'],
    ['「予約」変更', 3, '「予'],
    ['コーヒー店', 3, 'コー'],
    ['ちょっと', 1, ''],
    ['きって', 1, ''],
    ['人々が', 1, ''],
    ['กาแฟ', 3, 'กาแ'],
  ])('%j at %i', (text, longest, cut) => expect(text.slice(0, lastWordEnd(text, longest))).toBe(cut));
});

test.each<[string, number, string]>([
  ['garden', 3, 'gar'],
  ['किकि', 3, 'कि'],
  ['cafe\u0301s', 4, 'caf'],
  ['👍👍', 3, '👍'],
  ['👍 nice', 4, '👍 n'],
  ['A👩\u200d🔧', 3, 'A'],
  ['\u0301x', 1, '\u0301'],
])('the beginning of %j of %i', (text, longest, beginning) => expect(beginningOf(text, longest)).toBe(beginning));

describe('patterns in the words of a script', () => {
  test.each<[string, typeof LETTERS, string, boolean]>([
    ['^\\D+$', LETTERS, 'für', true],
    ['^\\D+$', LETTERS, '٣', false],
    ['^\\W$', LETTERS, 'ü', false],
    ['^\\W$', LETTERS, '-', true],
    ['^[\\W]$', LETTERS, '-', true],
    ['^[a-z]\\wx$', LETTERS, 'aüx', true],
    ['^[\\w]\\wx$', LETTERS, 'üüx', true],
    ['für\\B', LETTERS, 'fürs', true],
    ['für\\B', LETTERS, 'für', false],
    ['\\Bfür', LETTERS, 'wofür', true],
    ['\\Bfür', LETTERS, 'für', false],
    ['^!\\B!', LETTERS, '!!', true],
    ['予\\B約', UNSPACED, '予約', true],
    ['予\\b約', UNSPACED, '予約', true],
    ['^\\d$', LETTERS, '٣', true],
    ['^!\\B$', LETTERS, '!', true],
    ['約\\B$', UNSPACED, '予約', true],
    ['\\[\\w\\]', LETTERS, '[ü]', true],
    ['^\\s$', LETTERS, ' ', true],
  ])('%s on %j: %s', (source, script, text, fits) => expect(wordPattern(source, 'u', script).test(text)).toBe(fits));

  test('are made once for the words of a language', () => {
    const { understood, script } = phrases('en-GB');
    let count = 0;
    const made = perWords(() => {
      count += 1;
      return { count };
    });
    expect(made({ understood, script }).count).toBe(1);
    expect(made({ understood: phrases('en-US').understood, script }).count).toBe(1);
    expect(made({ understood: phrases('de-DE').understood, script }).count).toBe(2);
  });

  test('fit where they need no word', () => {
    const any = anyPattern(['\\d', 'tea'], { spaced: true, ascii: true });
    expect(['at 5', 'tea', 'at five'].map(any)).toEqual([true, true, false]);
    const either = anyPattern(['(?:green|black) tea'], { spaced: true, ascii: true }, 'my ');
    expect(['my black tea', 'my tea', 'a black tea'].map(either)).toEqual([true, false, false]);
  });

  test('keep a name that is not known', () => {
    expect(withWords('{{a}} {{b}} {{ c }}', { a: 'one' })).toBe('one {{b}} {{ c }}');
  });
});

describe('what goes on behind a full stop', () => {
  const GERMAN = { abbreviations: ['z. B.', 'i. d. R.', 'bzw.', 'Nr.'], 'longest-short': 0, ordinals: true };
  const ENGLISH = { abbreviations: ['e.g.', 'no.'], 'longest-short': 3, ordinals: false };
  const FRENCH = { abbreviations: ['par ex.'], 'longest-short': 1, ordinals: false };

  test.each<[string, string, typeof GERMAN, boolean]>([
    ['Das ist z.', 'B. gut', GERMAN, true],
    ['Das ist z.', ' B. gut', GERMAN, true],
    ['Das ist z.', 'Das', GERMAN, false],
    ['Das ist Z.', 'B. gut', GERMAN, true],
    ['Das ist xz.', 'B. gut', GERMAN, false],
    ['Das ist i.', 'd. R. gut', GERMAN, true],
    ['Das ist i.', 'd. S. gut', GERMAN, false],
    ['Das ist i. d.', 'R. gut', GERMAN, true],
    ['Das ist i.d.', ' R. gut', GERMAN, true],
    ['Das ist i. d.', 'Gut', GERMAN, false],
    ['Das ist i. d. R.', 'gut', GERMAN, true],
    ['(bzw.', 'so', GERMAN, true],
    ['„Bzw.', 'so', GERMAN, true],
    ['Nr.', '5', GERMAN, true],
    ['Ende nr.', '5', GERMAN, false],
    ['am 3.', 'Mai', GERMAN, true],
    ['am 31.', 'Mai', GERMAN, true],
    ['im Jahr 2026.', 'Dann', GERMAN, false],
    ['Herr M.', 'Dann', GERMAN, false],
    ['Ask Dr.', 'Smith', ENGLISH, true],
    ['Ask Mrs.', 'Smith', ENGLISH, true],
    ['Ask Prof.', 'Smith', ENGLISH, false],
    ['Ask J.', 'Smith', ENGLISH, true],
    ['Ask JO.', 'Smith', ENGLISH, false],
    ['on the 3.', 'Then', ENGLISH, false],
    ['tea, E.g.', 'green', ENGLISH, true],
    ['It is xe.g.', 'green', ENGLISH, false],
    ['It is exg.', 'green', ENGLISH, false],
    ['Ask Dr', 'Smith', ENGLISH, false],
    ['Venez par', 'ex. lundi', FRENCH, false],
    ['Venez par ex.', 'lundi', FRENCH, true],
    ['Avec M.', 'Roux', FRENCH, true],
    ['Avec Mr.', 'Roux', FRENCH, false],
    ['Das.', 'Dann', { abbreviations: [], 'longest-short': 0, ordinals: false }, false],
  ])('%s %s', (text, after, ends, unfinished) => expect(isUnfinished(text, after, ends)).toBe(unfinished));

  test.each([
    ['en-US', 'Gate5. Come now.', 'Gate5. |Come now.'],
    ['en-US', '12. Soup. 13. Salad.', '12. Soup. |13. Salad.'],
    ['en-US', '1) Soup. 2) Salad.', '1) Soup. |2) Salad.'],
    ['en-US', '1.5 km is far. Go now.', '1.5 km is far. |Go now.'],
    ['en-US', 'We have 12. Come now.', 'We have 12. |Come now.'],
    ['en-US', 'Ask for Dr.', 'Ask for Dr.'],
    ['en-US', 'Come in. Ask for Dr.', 'Come in. |Ask for Dr.'],
    ['de-DE', 'Das ist z. B. Montag. Ja.', 'Das ist z. B. Montag. |Ja.'],
    ['de-DE', 'Am 3. Mai ist zu. Ja.', 'Am 3. Mai ist zu. |Ja.'],
    ['ja-JP', '１．スープ。２．サラダ。', '１．スープ。|２．サラダ。'],
  ])('%s: %s', (locale, text, cut) => expect(sentences(text, locale).join('|')).toBe(cut));
});

describe('wordings', () => {
  const words = [{ items: ['one'], items_other: ['many'], one: { two: ['deep'] } }] as unknown as Parameters<
    typeof wordingsIn
  >[0];

  test.each<[string, string | undefined, string[]]>([
    ['items', undefined, ['one']],
    ['items', 'few', ['many']],
    ['items', 'other', ['many']],
    ['one.two', undefined, ['deep']],
    ['one.two.three', undefined, []],
    ['one', undefined, []],
  ])('of %s, %s', (key, context, found) => expect(wordingsIn(words, key, context)).toEqual(found));

  test('stay where there is nothing to fill in', () =>
    expect(filled('Hello {{name}}.', undefined)).toBe('Hello {{name}}.'));
});

test.each([...'.!?…؟।॥۔。！？,،、，:;؛：；'])('a name ends before a "%s"', (mark) =>
  expect(spokenName(`Tea${mark}`, 40, phrases('en-US'))).toBe('Tea'),
);
