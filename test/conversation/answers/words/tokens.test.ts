import { folded } from '../../../../lambda/conversation/answers/folded';
import { hear } from '../../../../lambda/conversation/answers/heard';
import type { AnswerLanguage } from '../../../../lambda/conversation/answers/language';
import { createLexicon } from '../../../../lambda/conversation/answers/lexicon';
import { createSegments } from '../../../../lambda/conversation/answers/segments';
import { withoutStutter } from '../../../../lambda/conversation/answers/stutter';
import { createTokenizer } from '../../../../lambda/conversation/answers/words';
import { LANGUAGES } from '../../../../lambda/languages';
import { memoize } from '../../../../lambda/speech/memoize';
import { readerOf } from '../../../speech/numbers/readers';

function dataOf(language: string): AnswerLanguage {
  const data = LANGUAGES[language];
  if (!data) throw new Error(`no answers in ${language}`);
  return data.answers();
}

const tokenizerOf = memoize((language: string) => createTokenizer(dataOf(language), readerOf(language)));

/** The tokens of each word, words apart by a bar. */
function tokensOf(said: string, language = 'en'): string {
  const { words, texts, wordOf } = tokenizerOf(language)(said);
  expect(texts).toHaveLength(wordOf.length);
  return words.map((_, word) => texts.filter((__, at) => wordOf[at] === word).join(' ')).join('|');
}

describe('what was said is taken apart', () => {
  test.each([
    ['the large one', 'the|large|one'],
    ['  the  large ', 'the|large'],
    ['Large', 'large'],
    ['', ''],
    [' ', ''],
    ['...', ''],
    ['tea, please!', 'tea|please'],
    ['(tea)', 'tea'],
    ['"¡tea!"', 'tea'],
    ['¿tea?', 'tea'],
    ['well-known', 'well known'],
    ['-tea', 'tea'],
    ['CAFÉ', 'cafe'],
    ['Crème brûlée', 'creme|brulee'],
    // Contractions, with and without their apostrophe, and whatever sign that is.
    ["I can't", 'i|can not'],
    ['i cant', 'i|can not'],
    ['don’t', 'do not'],
    ['don`t donʼt don‘t don´t', 'do not|do not|do not|do not'],
    ["it's it’s", "it 's|it 's"],
    [`"(can't)" can't?!`, 'can not|can not'],
    ["i'll", 'i will'],
    ["i'd've", 'i would have'],
    ["dogs'", 'dogs'],
    ["'s", "'s"],
    ["n't", 'not'],
    ["rock'n'roll", 'rocknroll'],
    ['gonna', 'going to'],
    // Signs.
    ['$5', 'dollars|5'],
    ['10%', '10|percent'],
    ['fish & chips', 'fish|and|chips'],
    ['½ a litre', '0.5|a|litre'],
    ['2½ litres', '2.5|litres'],
    ['٢¾', '2.75'],
    ['¼', '0.25'],
    ['1½ or 3¼', '1.5|or|3.25'],
    // Numbers.
    ['the B12', 'the|b 12'],
    ['22nd', '22nd'],
    ['5pm', '5 pm'],
    ['A4B', 'a 4 b'],
    ['10:30', '10 30'],
    ['1,000.5', '1000.5'],
    ['.5', '0.5'],
    ['12हजार', '12 हजार'],
    ['१२', '12'],
    // Two words for one.
    ['less than five', 'under||five'],
    ['less', 'less'],
    ['less five', 'less|five'],
    ['than less', 'than|less'],
    ['less less than than', 'less|under||than'],
    ['a fiver or a tenner', '5||or|10|'],
    ['not less than', 'not|under|'],
    ['twelve  noon', 'noon|'],
    ["it's a grand", "it 's|1000|"],
  ])('%j is %j', (said, tokens) => {
    expect(tokensOf(said)).toBe(tokens);
  });

  test.each([
    ['fr', "l'été", 'le ete'],
    ['fr', "l'", 'l'],
    ['fr', "l'l'eau", 'le le eau'],
    ['fr', "qu'il", 'que il'],
    ['fr', "aujourd'hui", 'aujourdhui'],
    ['fr', 'où ou', 'où|ou'],
    ['fr', 'OÙ', 'où'],
    ['it', "dell'acqua", 'di lo acqua'],
    ['it', "È l'una", 'è|lo una'],
  ])('in %s, %j is %j', (language, said, tokens) => {
    expect(tokensOf(said, language)).toBe(tokens);
  });

  test('words are kept as they were said', () => {
    expect(tokenizerOf('en')('  The CAFÉ, $5!').words).toEqual(['The', 'CAFÉ,', 'dollars', '5!']);
    expect(tokenizerOf('en')('½ a litre').words).toEqual(['0.5', 'a', 'litre']);
    expect(tokenizerOf('en')('... tea ...').texts).toEqual(['tea']);
    expect(tokenizerOf('en')('a  large tea').words).toEqual(['a', 'large', 'tea']);
  });

  test('a word of any length is taken apart the same again', () => {
    const long = `${'very'.repeat(20)}n't`;
    for (const word of [long, "can't", 'tea'])
      expect(tokensOf(`${word} ${word}`)).toBe([tokensOf(word), tokensOf(word)].join('|'));
  });
});

describe('templates are plain where their words stand apart', () => {
  test.each<[templates: string, text: string, others: string[]]>([
    ['tell me more', 'tell me more', []],
    ["I'm [here|gonna]", 'i am [here|going to]', []],
    ["(can't|cannot) say\nwhat's this", "(can not|can not) say\nwhat 's this", []],
    ['the {{ordinal}} one', 'the {{ordinal}} one', []],
    ['the {{ordinal}} Café', 'the  {{ordinal}}  cafe', []],
    ["{{long-name}}'s Café", " {{long-name}} 's cafe", []],
    ['Les Cafés', 'les cafes', []],
    ['well-known', 'well-known', ['-']],
    ['well-known Café', 'well known cafe', []],
    ['5 of these', '5 of these', ['5']],
    ['less than', 'less than', ['less than']],
    ['less  than that', 'less  than that', ['less  than']],
    ['(less|more) than', '(less|more) than', ['more) than'].slice(1)],
    ['nevermind the dont', 'never mind the do not', []],
    ['lessthan', 'lessthan', []],
    ['unless than', 'unless than', []],
    ['', '', []],
  ])('%j', (templates, text, others) => {
    const plain = tokenizerOf('en').plain(templates);
    expect(plain?.text).toBe(text);
    expect(plain?.others.map((at) => text.slice(at).match(/^(?:less +than|\S)/)?.[0])).toEqual(others);
  });

  test('not where words have endings that are written together with them', () => {
    const language = { ...dataOf('en'), clitics: { ...dataOf('en').clitics, ちゃん: 'ちゃん' } };
    expect(createTokenizer(language, readerOf('en')).plain('tell me more')).toBeUndefined();
  });
});

describe('words that are not apart', () => {
  const segments = createSegments({
    tag: 'ja',
    kana: ['を', 'で', 'は', 'がいい', 'が', 'ください', 'えー', 'お', 'です', 'て'],
    endings: ['り', 'りん'],
    words: ['一緒', '千葉', '千葉県', '食べ放題', '手当て'],
  });

  test.each([
    ['', ''],
    ['を', 'を'],
    ['コーヒー', 'コーヒー'],
    ['コーヒーをください', 'コーヒー を ください'],
    ['がいいです', 'がいい です'],
    ['りんごがいい', 'りんご がいい'],
    ['りんごで', 'りんご で'],
    ['りんをで', 'りんを で'],
    ['りでです', 'りで です'],
    ['おりんごです', 'お りんご です'],
    ['大りんです', '大 りん です'],
    ['大りです', '大 り です'],
    ['大盛りをください', '大 盛 り を ください'],
    ['りをください', 'りを ください'],
    ['千葉県で', '千葉県 で'],
    ['千葉で', '千葉 で'],
    ['食べ放題で', '食べ放題 で'],
    ['手当てを', '手当て を'],
    ['東京千葉', '東京 千葉'],
    ['東京都庁', '東京 都庁'],
    ['二十三時', '二十三 時'],
    ['23時に', '23 時 に'],
    ['2.5万', '2.5 万'],
    ['ＡＢＣです', 'ABC です'],
    ['バスbus', 'バス bus'],
    ['ｺｰﾋｰ', 'コーヒー'],
    ['えーと', 'えー と'],
    ['tea please', 'tea please'],
    ['県', '県'],
  ])('%s: %s', (text, words) => {
    expect(segments(text)).toBe(words);
  });

  test('a language may know none', () => {
    expect(createSegments({ tag: 'ja', kana: [] })('お茶をください')).toBe('お 茶 をください');
  });

  test('they are taken apart before they are words', () => {
    expect(tokensOf('お茶をください', 'ja').replaceAll('|', ' ')).toBe('お 茶 を ください');
  });
});

describe('a language is folded as its words are', () => {
  const english = dataOf('en');
  const fold = (part: Partial<AnswerLanguage>) => folded({ ...english, isFolded: false, ...part }, tokenizerOf('en'));

  test.each<[title: string, part: Partial<AnswerLanguage>, folded: Partial<AnswerLanguage>]>([
    ['a word', { dated: ['März', 'mai'] }, { dated: ['marz', 'mai'] }],
    ['several words', { datedParts: ['début Mai', 'la fin'] }, { datedParts: ['debut mai', 'la fin'] }],
    ['a phrase with places stays', { reasons: ['früh {{word}}', 'spät'] }, { reasons: ['früh {{word}}', 'spat'] }],
    ['a phrase with options stays', { reasons: ['[sehr] früh', 'spät'] }, { reasons: ['[sehr] früh', 'spat'] }],
    ['plain words stay', { dated: ["i'm", '5 pm'] }, { dated: ["i'm", '5 pm'] }],
    [
      'words among words',
      {
        equivalents: [
          ['a', 'b'],
          ['Tür', 'Türe'],
        ],
      },
      {
        equivalents: [
          ['a', 'b'],
          ['tur', 'ture'],
        ],
      },
    ],
    [
      'names of its own',
      { spelled: { größe: ['Größe'], xl: ['x l'] } },
      { spelled: { grosse: ['grosse'], xl: ['x l'] } },
    ],
    ['numbers stay', { measures: [{ stück: 1 }] }, { measures: [{ stuck: 1 }] }],
    ['nothing stays', { ratings: english.ratings }, { ratings: english.ratings }],
    [
      'endings',
      {
        suffixes: [
          ['ün', 'ö', 3],
          ['en', 'ä', 2],
        ],
      },
      {
        suffixes: [
          ['un', 'o', 3],
          ['en', 'a', 2],
        ],
      },
    ],
    ['beginnings', { prefixes: [['ün', 'en', 3]] }, { prefixes: [['un', 'en', 3]] }],
    ['not sounds', { sounds: [['ä', 'Ä']] }, { sounds: [['ä', 'Ä']] }],
  ])('%s', (_, part, expected) => {
    expect(fold(part)).toMatchObject(expected);
  });

  test('what is folded is left alone', () => {
    const language = { ...english, isFolded: true, dated: ['März'] };
    expect(folded(language, tokenizerOf('en'))).toBe(language);
  });

  test('parts that are folded are the same', () => {
    expect(fold({}).dated).toBe(english.dated);
  });
});

test('words that were only begun, or said again, are left out with their place', () => {
  const lexicon = createLexicon(dataOf('en'), readerOf('en'));
  const rows: readonly (readonly [said: string, words: string | undefined, wordOf?: readonly number[]])[] = [
    ['a foc focaccia please', 'a focaccia please', [0, 2, 3]],
    ['p polish', 'polish', [1]],
    ['two two rolls', 'two rolls', [1, 2]],
    ['two two two rolls', 'two rolls', [2, 3]],
    ['sing the single', 'the single', [1, 2]],
    ['sing um a single', 'um a single', [1, 2, 3]],
    ['sing large single', undefined],
    ['single sing', undefined],
    ['single um single', undefined],
    ['gle single', undefined],
    // A word that says something by itself was not only begun.
    ['a apple', undefined],
    ['i italian', undefined],
    ['thank you thank you', undefined],
    ['no no the tea', undefined],
    ['', undefined],
  ];
  const found = rows.map(([said]) => {
    const heard = withoutStutter(hear(said, lexicon), lexicon);
    return heard ? [said, heard.texts.join(' '), heard.wordOf] : [said, undefined];
  });
  expect(found).toEqual(rows);
});
