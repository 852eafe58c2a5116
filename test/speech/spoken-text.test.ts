import { emojiNames, holdsEmoji } from '../../lambda/speech/emoji/names';
import { withoutMarks } from '../../lambda/speech/marks';
import { readText } from '../../lambda/speech/markup';
import { type Phrases, phrases } from '../../lambda/speech/phrases';
import {
  emojisOf,
  inOneLine,
  isDrawn,
  sentenceCase,
  speakableLines,
  speaking,
  spokenEmoji,
  spokenName,
} from '../../lambda/speech/spoken-text';
import { atOnce } from '../../lambda/speech/steps';

const english = phrases('en-US');
const german = phrases('de-DE');
const japanese = phrases('ja-JP');
const arabic = phrases('ar-SA');

describe('what emoji are called', () => {
  test.each<[string, ...string[]]>([
    ['👍', 'thumbs up'],
    ['👍🏽👍🏻', 'thumbs up'],
    ['👍👍❤👍', 'thumbs up', 'red heart', 'thumbs up'],
    ['❤️', 'red heart'],
    ['✔️', 'check mark'],
    ['🙋‍♀️', 'person raising a hand'],
    ['🤷🏽‍♂️', 'shrug'],
    ['🧑‍🍳', 'person'],
    ['🏳️‍🌈', 'rainbow flag'],
    ['🏳️', 'white flag'],
    ['👨‍👩‍👧', 'family'],
    ['🚗\u200d', 'car'],
    ['🇫🇷', 'France'],
    ['🇫🇷🇩🇪', 'France', 'Germany'],
    ['🇫🇷 and 🇯🇵', 'France', 'Japan'],
    ['🇫'],
    ['🇽🇽'],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'England'],
    ['🏴󠁵󠁳󠁣󠁡󠁿'],
    ['🏴', 'black flag'],
    [':)', 'smiling face'],
    [':-)', 'smiling face'],
    [':-D', 'grinning face'],
    [';-)', 'winking face'],
    [';D', 'winking face'],
    [':(', 'sad face'],
    [':-(', 'sad face'],
    ['see you :)', 'smiling face'],
    [':)x'],
    [':-'],
    ['(D'],
    ['a-b'],
    ['★', 'one star'],
    ['★★★☆☆', 'three stars'],
    ['☆★', 'one star'],
    ['🌟⭐★', 'three stars'],
    ['⭐⭐👍⭐', 'two stars', 'thumbs up', 'one star'],
    ['☆☆☆', 'empty star'],
    ['⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐', 'ten stars'],
    ['⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐', 'star'],
    ['🌶', 'hot pepper'],
    ['🌶🌶⭐⭐', 'two peppers', 'two stars'],
    ['⭐🌶🌶🌶', 'one star', 'three peppers'],
    ['💲💲', 'two dollar signs'],
    ['🪐👍', 'thumbs up'],
    ['🪐'],
    ['✅ Done ❌ Failed', 'check mark', 'cross'],
    ['Pay → done', 'right arrow'],
    ['$5'],
    ['no emoji'],
    [''],
  ])('%s', (text, ...names) => {
    expect(emojiNames(text, english)).toEqual(names);
  });

  test('in other languages', () => {
    const rows: [string, Phrases, string[]][] = [
      ['👍🏽', german, ['Daumen hoch']],
      ['🇫🇷', german, ['Frankreich']],
      ['🇫🇷', japanese, ['フランス']],
      ['★★★☆☆', german, ['drei Sterne']],
      ['⭐⭐⭐⭐⭐', japanese, ['星いつつ']],
      ['⭐⭐⭐⭐⭐⭐⭐ 👍', german, ['sieben Sterne', 'Daumen hoch']],
      ['⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐ 👍', german, ['Stern', 'Daumen hoch']],
      ['⭐⭐⭐⭐⭐⭐⭐⭐⭐⭐', japanese, ['星とお']],
      ['⭐⭐⭐⭐⭐⭐', arabic, ['ست نجوم']],
      ['💲💲', german, []],
    ];
    expect(rows.map(([text, words]) => [text, words, emojiNames(text, words)])).toEqual(rows);
  });

  test('where a language has no names, nothing is said', () => {
    const unnamed = { ...english, emoji: { unnamed: '', scales: [], names: {} } };
    expect(emojiNames('👍 🇫🇷 ⭐⭐', unnamed)).toEqual([]);
  });

  test('at most ten, of the first five hundred characters', () => {
    expect(emojiNames('🍕🍔🍟🌭🌮🌯🥗🍝🍜🍣🍱', english)).toEqual([
      ...['pizza', 'burger', 'fries', 'hot dog', 'taco', 'burrito', 'salad', 'spaghetti', 'noodles', 'sushi'],
    ]);
    expect(emojiNames(`${'a'.repeat(499)}✓`, english)).toEqual(['check mark']);
    expect(emojiNames(`${'a'.repeat(500)}✓`, english)).toEqual([]);
  });

  test.each([
    ['👍', true],
    ['Yes 👍', true],
    ['🇫🇷', true],
    ['🪐', true],
    [':)', false],
    ['☆', false],
    ['5 → 6', false],
    ['Fish', false],
    ['', false],
  ])('%j holds emoji: %s', (text, holds) => {
    expect(holdsEmoji(text)).toBe(holds);
  });
});

describe('numbered emoji', () => {
  test.each([
    ['1. ⭐ 2. ⭐⭐ 3. ⭐⭐⭐', '1. one star 2. two stars 3. three stars'],
    ['1. ⭐', '1. one star'],
    ['12. ⭐ 13. ⭐⭐', '12. one star 13. two stars'],
    ['1) 👎 2) 👍', '1. thumbs down 2) thumbs up'],
    ['(1) 👎 (2) 👍', '(1): thumbs down (2) thumbs up'],
    ['1️⃣ 👎 2️⃣ 👍', '1 thumbs down 2 thumbs up'],
    ['1⃣ 👎 2⃣ 👍', '1 thumbs down 2 thumbs up'],
    ['Rate us: 1: 😞 2: 😐 3: 😀', 'Rate us: 1: disappointed face 2: neutral face 3: grinning face'],
    ['1=👎, 2=👍', '1= thumbs down, 2=thumbs up'],
    ['Vote:1) 👍 2) 👎', 'Vote:1) thumbs up 2) thumbs down'],
    ['1. 👍🏽 2. 👎🏽', '1. thumbs up 2. thumbs down'],
    ['1. ❤️ 2. 💔', '1. red heart 2. broken heart'],
    ['1. 🙋‍♀️ 2. 🙅‍♂️', '1. person raising a hand 2. person saying no'],
    ['1. 👍👎 2. 🍕🍔', '1. thumbs up, thumbs down 2. pizza, burger'],
    ['- 1. 👍\n- 2. 👎', '1. thumbs up, 2. thumbs down'],
    ['1. ⭐☆ 2. ⭐⭐☆', '1. one star 2. two stars'],
    ['1. 🪐 2. 🪐', '1. 2.'],
    ['Ready by Mar 12. 📦', 'Ready by March 12.'],
    ['2. ⭐ 14 reviews', '2. one star 14 reviews'],
    ['Pick 1. 👍', 'Pick 1.'],
    ['It is 10:5) 👍', 'It is 10:5)'],
  ])('%s', (text, said) => {
    expect(inOneLine(text, english)).toBe(said);
  });

  test('are named in the language', () => {
    expect(speakableLines('1. 👍👎 2. ⭐⭐', japanese)).toEqual([['1. いいね、よくない 2. 星ふたつ']]);
  });
});

describe('a text of emoji alone', () => {
  test.each([
    ['👍', 'thumbs up', 'いいね', 'إبهام للأعلى', true],
    ['👍 👎', 'thumbs up, thumbs down', 'いいね、よくない', 'إبهام للأعلى، إبهام للأسفل', true],
    ['a\n👍\n\n👎', 'thumbs up, thumbs down', 'いいね、よくない', 'إبهام للأعلى، إبهام للأسفل', true],
    ['⭐\n⭐', 'two stars', '星ふたつ', 'نجمتان', true],
    ['★★★', 'three stars', '星みっつ', 'ثلاث نجوم', false],
    [':)\nhello', 'smiling face', '笑顔', 'ابتسامة', false],
    ['🪐', '', '', '', true],
    ['hello', '', '', '', false],
    ['', '', '', '', false],
  ])('%j', (text, inEnglish, inJapanese, inArabic, drawn) => {
    expect(spokenEmoji(text, english)).toBe(inEnglish);
    expect(spokenEmoji(text, japanese)).toBe(inJapanese);
    expect(emojisOf(readText(text), arabic)).toBe(inArabic);
    expect(isDrawn(readText(text))).toBe(drawn);
  });
});

describe('the lines of a text', () => {
  const linesOf = (text: string, words = english) =>
    atOnce(speaking(readText(text), words)).map((lines) =>
      lines.map(({ said, isEntry }) => `${isEntry ? '- ' : ''}${withoutMarks(said)}`),
    );

  test.each<[string, string[][]]>([
    ['Soup\nSalad', [['Soup', 'Salad']]],
    ['Soup\n\nSalad', [['Soup'], ['Salad']]],
    ['- soup\n- bread', [['- soup', '- bread']]],
    ['1. soup\n2. bread', [['1. soup', '2. bread']]],
    ['We have:\n- soup', [['We have:'], ['- soup']]],
    ['Hello.\n\n👍\n\nBye.', [['Hello.'], ['Bye.']]],
    ['Hello.\n👍\nBye.', [['Hello.', 'Bye.']]],
    ['- 👍\n- soup', [['- soup']]],
    ['', []],
    ['...', []],
    ['👍', []],
    ['| Day | Open | Shut |\n|---|---|---|\n| Monday | 9 | 5 |', [['Monday, Open: 9, Shut: 5']]],
    ['Soup\nSoup\nSoup', [['Soup', 'Soup', 'Soup']]],
    ['Visit https://x.example/a', [['Visit the link in your Alexa app']]],
    ['Book at https://x.example/a.', [['Book at the link in your Alexa app.']]],
    ['Our menu https://x.example/a', [['Our menu. The link is in your Alexa app']]],
    ['A treat https://x.example/a', [['A treat. The link is in your Alexa app']]],
    ['https://x.example/a', [['The link is in your Alexa app']]],
    ['Fish & chips', [['Fish and chips']]],
  ])('%j', (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
    expect(speakableLines(text, english).map((said) => said.map(withoutMarks))).toEqual(
      lines.map((said) => said.map((line) => line.replace(/^- /, ''))),
    );
  });

  test('speak the language of the voice', () => {
    expect(linesOf('Fisch & Chips: https://x.example/a', german)).toEqual([
      ['Fisch und Chips: Der Link ist in Ihrer Alexa-App'],
    ]);
  });

  test('what is said in other words counts for the whole text', () => {
    expect(linesOf('Die Öffnungszeiten am Montag.\n\nAb 9 Uhr, ca. 2 Std.', german)).toEqual([
      ['Die Öffnungszeiten am Montag.'],
      ['Ab 9 Uhr, circa 2 Stunden'],
    ]);
  });
});

test('all of a text in one line', () => {
  const rows: [string, string][] = [
    ['Soup\nSalad', 'Soup, Salad'],
    ['Soup\n\nSalad\n\nBread', 'Soup, Salad, Bread'],
    ['Hello.\nBye', 'Hello. Bye'],
    ['Soup:\nhot', 'Soup: hot'],
    ['Really?\nYes', 'Really? Yes'],
    ['- soup\n- bread', 'soup, bread'],
    ['1. soup\n2. bread', '1. soup, 2. bread'],
    ['予約\n確認', '予約、確認'],
    ['سارة\nعلي', 'سارة، علي'],
    ['Code <say-as interpret-as="characters">AB12</say-as> now', 'Code AB12 now'],
    ['Say <say-as interpret-as="characters"> AB </say-as> now', 'Say AB now'],
    ['👍', ''],
    ['', ''],
  ];
  expect(rows.map(([text]) => [text, inOneLine(text, english)])).toEqual(rows);
});

test('a name within a sentence', () => {
  const rows: [string, number, string][] = [
    ['Is it open?!', 20, 'Is it open'],
    ['Pay now ...', 20, 'Pay now'],
    ['Why? Because', 20, 'Why? Because'],
    ['Fish &amp; chips,', 20, 'Fish and chips'],
    ['**Bold**:', 20, 'Bold'],
    ['Dr. Lee ;', 20, 'Dr. Lee'],
    ['(closed)', 20, '(closed)'],
    ['Ann\nLee', 20, 'Ann, Lee'],
    ['...', 20, ''],
    ['👍', 20, ''],
    ['', 20, ''],
    ['Table for two', 13, 'Table for two'],
    ['Table for two', 12, 'Table for'],
    ['Table for two', 9, 'Table for'],
    ['Table for two', 8, 'Table'],
    ['Table for, two', 10, 'Table for'],
    ['Table for two', 5, 'Table'],
    ['Streatham', 4, 'Stre'],
    ['Streatham', 9, 'Streatham'],
    ['🍕 Pizza Roma', 5, 'Pizza'],
    ['予約をお願いします', 4, '予約をお'],
    ['𠮷野家本店', 2, '𠮷野'],
    ['été chaud', 3, 'été'],
    [`Ann${' '.repeat(1996)}L Lee`, 20, 'Ann L'],
    [`Ann${' '.repeat(1997)}L Lee`, 20, 'Ann'],
  ];
  expect(rows.map(([name, longest]) => [name, longest, spokenName(name, longest, english)])).toEqual(rows);
});

test('a text as the beginning of a sentence', () => {
  const rows: [string, string][] = [
    ['hello there', 'Hello there'],
    ['élan vital', 'Élan vital'],
    ['ñandú', 'Ñandú'],
    ['привет', 'Привет'],
    ['Über', 'Über'],
    ['1st floor', '1st floor'],
    ['"yes"', '"yes"'],
    ['', ''],
  ];
  expect(rows.map(([text]) => [text, sentenceCase(text, english)])).toEqual(rows);
  // In the capitals of its language.
  expect(sentenceCase('istanbul', { ...english, language: 'tr' })).toBe('İstanbul');
});
