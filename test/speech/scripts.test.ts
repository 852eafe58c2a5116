import { plainDigits } from '../../lambda/conversation/digits';
import { listIn } from '../../lambda/conversation/menu-list';
import { repliesIn } from '../../lambda/conversation/menu-replies';
import { en } from '../../lambda/languages/en';
import type { Language } from '../../lambda/languages/language';
import type { Script, SentenceEnds } from '../../lambda/languages/punctuation';
import type { Resource } from '../../lambda/languages/resource';
import { asked } from '../../lambda/speech/asking';
import { closed, separatorBehind } from '../../lambda/speech/line/punctuation';
import { menuPatterns } from '../../lambda/speech/menu-patterns';
import { secondsOf } from '../../lambda/speech/pace';
import { withPauses } from '../../lambda/speech/pauses';
import { phrases, phrasesOf } from '../../lambda/speech/phrases';
import { isUnfinished } from '../../lambda/speech/sentence-ends';
import { inOneLine, speakableLines, spokenName } from '../../lambda/speech/spoken-text';
import { spokenUnread } from '../../lambda/speech/unread-messages';
import { voiceFor } from '../../lambda/speech/voice';
import { lastWordEnd, wordCount } from '../../lambda/speech/word-ends';
import { wordPattern } from '../../lambda/speech/word-patterns';

const LETTERS: Script = { spaced: true, ascii: false };
const UNSPACED: Script = { spaced: false, ascii: false };

/** English with some of its words in those of another language. */
function made(language: string, changes: Partial<Resource>): ReturnType<typeof phrasesOf> {
  const data: Language = {
    ...en,
    words: () => ({ ...en.words(), understood: { ...en.words().understood }, ...changes }),
  };
  return phrasesOf(data, { language });
}

const GERMAN: SentenceEnds = { abbreviations: ['z. B.', 'Dr.', 'bzw.'], 'longest-short': 1, ordinals: true };
const german = made('de', { script: LETTERS, sentences: GERMAN });
const spanish = made('es', {
  script: LETTERS,
  sentences: { abbreviations: ['p. ej.', 'Sra.'], 'longest-short': 1, ordinals: false },
});
const japanese = made('ja', {
  script: UNSPACED,
  sentences: { abbreviations: [], 'longest-short': 0, ordinals: false },
});

describe('the sentence that asks is whole', () => {
  test.each([
    [german, 'Wir haben frei. Passt es am 3. Mai?', 'Passt es am 3. Mai?'],
    [german, 'Schön. Möchten Sie etwas, z. B. Kaffee?', 'Möchten Sie etwas, z. B. Kaffee?'],
    [german, 'Schön. Möchten Sie zu Dr. Weber?', 'Möchten Sie zu Dr. Weber?'],
    [german, 'Ja. Sollen wir?', 'Sollen wir?'],
    [german, 'Sie sagte: „Geht es?“ Das war alles. Kommen Sie am 24. Dezember?', 'Kommen Sie am 24. Dezember?'],
    [spanish, 'Vale. ¿Quiere algo, p. ej. Café?', '¿Quiere algo, p. ej. Café?'],
    [spanish, 'Vale. ¿Es usted la Sra. Ruiz?', '¿Es usted la Sra. Ruiz?'],
    [japanese, '予約できます。何時がいいですか？', '何時がいいですか？'],
    [japanese, '店員は「どうしますか？」と言いました。何時がいいですか？', '何時がいいですか？'],
    [phrases('en-US'), 'هذا متجرنا. هل تريد موعدا؟', 'هل تريد موعدا؟'],
    [phrases('en-US'), 'हम खुले हैं। क्या आप आएँगे?', 'क्या आप आएँगे?'],
  ])('%#', (words, text, question) => {
    expect(asked(text, words)?.asked).toBe(question);
  });
});

test.each([
  ['Das ist z.', 'B. gut', true],
  ['Das ist z.', 'Basel', false],
  ['am 3.', 'Mai', true],
  ['im Jahr 2026.', 'Dann', false],
  ['Ende.', 'Dann', false],
  ['Bzw.', 'so', true],
])('%s %s: %s', (text, after, unfinished) => {
  expect(isUnfinished(text, after, GERMAN)).toBe(unfinished);
});

describe('a pattern knows the words of its script', () => {
  test.each([
    ['\\bfür\\b', LETTERS, 'das ist für dich', true],
    ['\\bfür\\b', LETTERS, 'das ist wofür', false],
    ['\\bür\\b', LETTERS, 'für', false],
    ['^\\w+$', LETTERS, 'größe', true],
    ['[\\w-]+é$', LETTERS, 'à-côté', true],
    ['\\bهل\\b', LETTERS, 'هل تريد', true],
    ['\\bहाँ\\b', LETTERS, 'हाँ जी', true],
    ['\\bह\\b', LETTERS, 'हाँ', false],
    ['\\d', LETTERS, '٣', true],
    ['\\b予約\\b', UNSPACED, 'ご予約ですか', true],
    ['\\\\b', LETTERS, '\\b', true],
  ])('%s on %j: %s', (source, script, text, fits) => {
    expect(wordPattern(source, 'u', script).test(text)).toBe(fits);
  });

  test('in English by the engine’s own', () => {
    expect(wordPattern('\\bfoo\\b', 'u', phrases('en-GB').script).source).toBe('\\bfoo\\b');
  });
});

describe('how long it takes', () => {
  const { pace } = phrases('en-US');

  test.each([
    ['دَرَسَ', 'درس'],
    ['कि', 'क'],
  ])('%s takes as long as %s: a vowel sign takes no time', (pointed, plain) => {
    expect(secondsOf(pointed, pace)).toBeCloseTo(secondsOf(plain, pace));
  });

  test.each(['١٢', '१२', '１２'])('%s takes as long as 12', (digits) => {
    expect(secondsOf(digits, pace)).toBeCloseTo(secondsOf('12', pace));
  });

  test('a sentence ends without a space behind it', () => {
    const [one, two] = [secondsOf('はい', pace), secondsOf('はい。はい。', pace)];
    expect(two).toBeCloseTo(2 * one + 2 * (pace.sentence + pace.character));
    expect(secondsOf('はい。 はい。', pace)).toBeCloseTo(two + pace.character);
  });
});

describe('what we put between and behind words is of their script', () => {
  test.each([
    ['Tea', 'Tea.', 'Tea, '],
    ['お茶', 'お茶。', 'お茶、'],
    ['コーヒー', 'コーヒー。', 'コーヒー、'],
    ['चाय', 'चाय।', 'चाय, '],
    ['شاي', 'شاي.', 'شاي، '],
    ['お茶。', 'お茶。', 'お茶。 '],
  ])('%s', (text, ended, separated) => {
    expect([closed(text), text + separatorBehind(text)]).toEqual([ended, separated]);
  });

  test('the lines of a name', () => {
    expect(inOneLine('お茶\nコーヒー', japanese)).toBe('お茶、コーヒー');
  });
});

describe('where words do not stand apart', () => {
  test('a name is cut where it is full', () => {
    const name = '新宿駅前の美しい庭園レストラン本店';
    const said = spokenName(`A ${name}`, 12, japanese);
    expect(said.length).toBeGreaterThan(8);
    expect(`A ${name}`.startsWith(said)).toBe(true);
  });

  test('a vowel sign stays with its letter', () => {
    expect(spokenName('किकिकिकिकिकि', 3, phrases('en-US'))).toBe('कि');
  });

  test('characters count as words', () => {
    expect([wordCount('two words'), wordCount('予約を変更する'), wordCount('')]).toEqual([2, 3, 1]);
  });

  test('no line begins with what closes one', () => {
    expect(lastWordEnd('予約。変更', 2)).toBe(1);
  });
});

test.each([
  ['١', '1'],
  ['१', '1'],
  ['１', '1'],
  ['𝟭', '1'],
  ['𝟡', '9'],
  ['𝟶', '0'],
])('%s is %s', (digit, plain) => expect(plainDigits(digit)).toBe(plain));

describe('signs around words do what they do around those of English', () => {
  test.each([
    ['hi', '#दिवाली #ऑफर आज से शुरू', 'दिवाली, ऑफर आज से शुरू'],
    ['hi', 'आज की छूट देखें। #दिवाली #ऑफर', 'आज की छूट देखें।'],
    ['hi', '[हाँजी] [नहीं]', 'हाँजी, नहीं'],
    ['hi', 'यह पतंजली® है', 'यह पतंजली है'],
    ['hi', 'अच्छी सुविधा¹ मिलेगी', 'अच्छी सुविधा मिलेगी'],
    ['hi', 'चाय और कॉफ़ी\t₹20', 'चाय और कॉफ़ी, ₹20'],
    ['hi', 'यह सच है [1]।', 'यह सच है।'],
    ['ja', 'セール中です。#夏 #セール', 'セール中です。'],
    ['ja', '本当です。[1]', '本当です。'],
    ['ar', 'هل هذا صحيح؟[1]', 'هل هذا صحيح؟'],
    ['ar', 'عروض اليوم؟ #عروض #تخفيضات', 'عروض اليوم؟'],
    ['ar', 'مُحَمَّدٌ® هنا', 'مُحَمَّدٌ هنا'],
    ['en', 'It is true [1].', 'It is true.'],
  ])('%s: %s', (language, text, said) => {
    expect(speakableLines(text, phrases(language)).flat().join(' ')).toBe(said);
  });
});

test('items are apart by pauses, whatever their digits', () => {
  expect(withPauses('१. चाय। २. दूध।')).not.toBe('१. चाय। २. दूध।');
});

describe('numbers and lists are those of the language', () => {
  const arabic = made('ar', {
    unread: {
      ...en.words().unread,
      'all-bot_two': ['رسالتان جديدتان.'],
      'all-bot_few': ['{{number}} رسائل جديدة.'],
      'all-bot_many': ['{{number}} رسالة جديدة.'],
    },
    list: { ...en.words().list, 'as-in': 'ar' },
  });
  const senders = (count: number) => Array.from({ length: count }, () => ({ kind: 'bot' }) as const);

  test.each([
    [2, 'رسالتان جديدتان.'],
    [3, '٣ رسائل جديدة.'],
    [11, '١١ رسالة جديدة.'],
  ])('%i messages', (count, said) => {
    const plain = (text: string) => plainDigits(text);
    expect(plain(spokenUnread(senders(count), false, arabic))).toBe(plain(said));
  });

  test.each([
    ['en-GB', 'A, B or C'],
    ['ja', 'A、B、またはC'],
    ['de', 'A, B oder C'],
    ['hi', 'A, B या C'],
    ['ar', 'A أو B أو C'],
  ])('%s', (locale, said) => {
    const words = made('xx', { list: { ...en.words().list, 'as-in': locale } });
    expect(words.listed(['A', 'B', 'C'], 'or')).toBe(said);
  });
});

test('a region says single keys in other words, with all others of its language', () => {
  const data: Language = {
    ...en,
    regions: { IN: () => ({ goodbye: ['Namaste!'], question: { reply: ['Your reply?'] } }) },
  };
  const words = phrasesOf(data, { language: 'en', region: 'IN' });
  expect([words.say('goodbye'), words.say('question.reply'), words.say('question.forget-me')]).toEqual([
    'Namaste!',
    'Your reply?',
    'Shall I forget you?',
  ]);
  expect(phrasesOf(data, { language: 'en', region: 'GB' }).say('goodbye')).not.toBe('Namaste!');
});

describe('menus', () => {
  test.each([
    ['أي خدمة تريد؟\n١. حجز\n٢. إلغاء', ['حجز', 'إلغاء']],
    ['आप क्या चाहते हैं?\n१. बुकिंग\n२. रद्द', ['बुकिंग', 'रद्द']],
    ['どちらにしますか？\n１）予約\n２）取消', ['予約', '取消']],
    ['どちらにしますか？\n1．予約\n2．取消', ['予約', '取消']],
  ])('of digits in any script: %j', (text, labels) => {
    const options = listIn(text, text.length, voiceFor('en-US'));
    expect(options.map(({ label }) => label)).toEqual(labels);
    expect(options.map(({ reply }) => reply)).toEqual(['1', '2']);
  });

  test('in the order of a language whose verbs stand last', () => {
    const { understood } = en.words();
    const empty = { ...understood.menu, verbs: [], joins: [], conjunctions: [], articles: [], leads: [], entries: [] };
    const menu = { ...empty, templates: ['(?<label>[^、。\\n]{1,60}?)は(?<reply>\\d{1,2})を押'] };
    const words = made('ja', { script: UNSPACED, understood: { ...understood, menu } });
    const found = repliesIn('予約は1を押してください。取消は２を押してください。', {
      ...voiceFor('en-US'),
      menu: menuPatterns(words),
    });
    expect(found.map(({ label, reply }) => [label, reply])).toEqual([
      ['予約', '1'],
      ['取消', '2'],
    ]);
  });
});
