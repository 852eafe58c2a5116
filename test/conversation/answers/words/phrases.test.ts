import {
  begunWith,
  type Filling,
  filledPhraseAt,
  goesOn,
  holdsPhrase,
  meaningsOf,
  phraseAt,
} from '../../../../lambda/conversation/answers/automaton';
import { createPhrases } from '../../../../lambda/conversation/answers/phrases';
import { createSeeds, lineAt, startsOf } from '../../../../lambda/conversation/answers/seeds';
import type { PlainTemplates, Tokenizer } from '../../../../lambda/conversation/answers/words';

const wordsOf = (text: string) => text.split(' ').filter((word) => word !== '');

/** A language of plain words, but for one that stands for two and for accents, which it leaves out. */
function tokenizerWith(plain: (templates: string) => PlainTemplates | undefined): Tokenizer {
  const tokenize = (text: string) => {
    const texts = wordsOf(text.replaceAll("can't", 'can not').replaceAll('é', 'e'));
    return { words: texts, texts, wordOf: texts.map((_, at) => at) };
  };
  return Object.assign(tokenize, { plain });
}

const TOKENIZERS: readonly (readonly [name: string, tokenize: Tokenizer])[] = [
  ['all there at once', tokenizerWith(() => undefined)],
  [
    'grown as they are said',
    tokenizerWith((templates) => {
      const text = templates.replaceAll("can't", 'can not');
      return { text, others: [...text.matchAll(/é/g)].map(({ index }) => index) };
    }),
  ],
];

const LISTED: readonly (readonly [meaning: string, phrases: readonly string[]])[] = [
  ['more', ['more', '(tell|give) me more [options]', 'what else [is there|have you got]', 'go on']],
  ['again', ['again', 'say [that|it] [all] again', "i can't hear [you]", 'go on', 'répétez (ça|tout)']],
  ['none', ['none', '[no] [thank you] none of (them|these|the (first|last) two)', '(|oh) never mind', 'resume']],
  ['first', ['[the] {{ordinal}} [one]', 'number {{number}}', '{{noun}} {{number}}', '{{ordinal}} of the {{number}}']],
  ['last', ['the last [one]', 'the {{ordinal}} [(from|to) the] last', 'the {{word}}', '{{word}} last']],
  ['courtesy', ['please', '[very] kind of you', '[]', 'thé [au (lait|citron)]', 'résumé']],
];

describe.each(TOKENIZERS)('phrases, %s', (_, tokenize) => {
  const phrases = createPhrases(LISTED, tokenize);

  /** The phrases among words, with what each means. */
  const found = (said: string) => {
    const texts = wordsOf(said);
    return texts.flatMap((__, at) => {
      const phrase = phraseAt(phrases, texts, at);
      if (!phrase) return [];
      const { from, to, meaning, meanings } = phrase;
      expect([from, meaning]).toEqual([at, meanings[0]]);
      return [`${texts.slice(from, to).join(' ')}: ${meanings.join(' and ')}`];
    });
  };

  test.each<[said: string, found: string[]]>([
    ['more', ['more: more']],
    ['some more please', ['more: more', 'please: courtesy']],
    ['tell me more', ['tell me more: more', 'more: more']],
    ['give me more options again', ['give me more options: more', 'more: more', 'again: again']],
    ['tell me options', []],
    ['tell more', ['more: more']],
    ['what else', ['what else: more']],
    ['what else is', ['what else: more']],
    ['what else is there', ['what else is there: more']],
    ['what else have you got', ['what else have you got: more']],
    ['what else is there have you got', ['what else is there: more']],
    ['go on', ['go on: more and again']],
    ['go', []],
    ['on', []],
    ['say again', ['say again: again', 'again: again']],
    ['say that all again', ['say that all again: again', 'again: again']],
    ['say it again', ['say it again: again', 'again: again']],
    ['say that it again', ['again: again']],
    ['i can not hear', ['i can not hear: again']],
    ['i can not hear you', ['i can not hear you: again']],
    ["i can't hear you", []],
    [
      'no thank you none of these',
      ['no thank you none of these: none', 'thank you none of these: none', 'none of these: none'],
    ],
    ['no none of them', ['no none of them: none', 'none of them: none']],
    ['none of the last two', ['none of the last two: none', 'the last: last']],
    ['none of the two', ['none: none', 'the: courtesy']],
    ['no', []],
    ['never mind', ['never mind: none']],
    ['oh never mind', ['oh never mind: none', 'never mind: none']],
    ['oh mind', []],
    ['very kind of you', ['very kind of you: courtesy', 'kind of you: courtesy']],
    ['the', ['the: courtesy']],
    ['the au citron', ['the au citron: courtesy']],
    ['the last one', ['the last one: last']],
    ['repetez tout', ['repetez tout: again']],
    ['repetez ca', []],
    ['répétez tout', []],
    ['{{ordinal}} one', ['{{ordinal}} one: first']],
    ['resume', ['resume: none and courtesy']],
    ['', []],
  ])('in %j: %j', (said, expected) => {
    expect(found(said)).toEqual(expected);
    // Once they are grown, the same.
    expect(found(said)).toEqual(expected);
    expect(holdsPhrase(phrases, wordsOf(said))).toBe(expected.length > 0);
  });

  test('nothing stands behind the last word', () => {
    expect(phraseAt(phrases, ['more'], 1)).toBeUndefined();
    expect(phraseAt(phrases, ['more'], -1)).toBeUndefined();
  });

  test.each<[word: string, meanings: string[], isLonger: boolean | undefined]>([
    ['more', ['more'], false],
    ['again', ['again'], false],
    ['none', ['none'], true],
    ['the', ['courtesy'], true],
    ['go', [], true],
    ['options', [], undefined],
    ['', [], undefined],
  ])('%s by itself means %j, and may go on: %s', (word, meanings, isLonger) => {
    expect(meaningsOf(phrases, word)).toEqual(meanings);
    const begun = begunWith(phrases, word);
    expect(begun && goesOn(begun)).toBe(isLonger);
  });

  const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, last: 9 };
  const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, zero: 0 };

  const filled = (said: string) => {
    const texts = wordsOf(said);
    const fill = (token: number): readonly Filling[] => {
      const text = texts[token] ?? '';
      const [ordinal, number] = [ORDINALS[text], NUMBERS[text]];
      const next = ORDINALS[texts[token + 1] ?? ''];
      return [
        ...(text === 'room' ? [{ place: '{{noun}}', to: token + 1 }] : []),
        ...(ordinal === undefined ? [] : [{ place: '{{ordinal}}', to: token + 1, value: ordinal }]),
        ...(text === 'twenty' && next ? [{ place: '{{ordinal}}', to: token + 2, value: 20 + next }] : []),
        ...(number === undefined ? [] : [{ place: '{{number}}', to: token + 1, value: number }]),
        ...(text === '' ? [] : [{ place: '{{word}}', to: token + 1 }]),
      ];
    };
    return texts.flatMap((__, at) => {
      const phrase = filledPhraseAt(phrases, texts, at, fill);
      if (!phrase) return [];
      const { from, to, meaning, meanings, value } = phrase;
      expect(from).toBe(at);
      expect('value' in phrase).toBe(value !== undefined);
      const means = [...new Set([meaning, ...meanings])].join(' and ');
      return [`${texts.slice(from, to).join(' ')}: ${means}${value === undefined ? '' : ` ${value}`}`];
    });
  };

  test.each<[said: string, found: string[]]>([
    ['first', ['first: first 1']],
    ['the first', ['the first: first and last 1', 'first: first 1']],
    ['the first one', ['the first one: first 1', 'first one: first 1']],
    ['the twenty first one', ['the twenty first one: first 21', 'twenty first one: first 21', 'first one: first 1']],
    ['the twenty first', ['the twenty first: first 21', 'twenty first: first 21', 'first: first 1']],
    ['the twenty', ['the twenty: last']],
    ['number two', ['number two: first 2']],
    ['number zero', ['number zero: first 0']],
    ['number', []],
    ['number first', ['first: first 1']],
    ['room three', ['room three: first 3']],
    ['room', []],
    ['three', []],
    ['first of the two', ['first of the two: first 2', 'the two: last']],
    ['first of the room', ['first: first 1', 'the room: last']],
    ['the last', ['the last: first and last 9', 'last: first 9']],
    ['the last one', ['the last one: first and last 9', 'last one: first 9']],
    [
      'the second from the last',
      ['the second from the last: last 2', 'second: first 2', 'the last: first and last 9', 'last: first 9'],
    ],
    ['the second last', ['the second last: last 2', 'second last: last', 'last: first 9']],
    ['the room last', ['the room: last', 'room last: last', 'last: first 9']],
    ['the', ['the: courtesy']],
    ['go on', ['go on: more and again']],
    ['tell me more', ['tell me more: more', 'more: more']],
    ['hello', []],
    ['', []],
  ])('with places, in %j: %j', (said, expected) => {
    expect(filled(said)).toEqual(expected);
    expect(filled(said)).toEqual(expected);
  });
});

test.each(TOKENIZERS)('words that may stand in place of each other lead to the same, %s', (_, tokenize) => {
  const phrases = createPhrases([['more', ['(tell|give) me more', '(go|go|carry) on']]], tokenize);
  expect(begunWith(phrases, 'tell')).toBe(begunWith(phrases, 'give'));
  expect(begunWith(phrases, 'go')).toBe(begunWith(phrases, 'carry'));
  expect(begunWith(phrases, 'tell')).not.toBe(begunWith(phrases, 'go'));
});

test('phrases without places look at nothing but words', () => {
  const phrases = createPhrases([['more', ['more', 'go on']]], TOKENIZERS[1]?.[1] as Tokenizer);
  const fill = (): never => {
    throw new Error('asked for a place');
  };
  expect(filledPhraseAt(phrases, ['go', 'on'], 0, fill)).toEqual({
    meaning: 'more',
    meanings: ['more'],
    from: 0,
    to: 2,
  });
  expect(filledPhraseAt(phrases, ['on'], 0, fill)).toBeUndefined();
  expect(filledPhraseAt(phrases, ['on'], 1, fill)).toBeUndefined();
});

test.each<[template: string, beginnings: string[]]>([
  ['more options', ['more']],
  ['[the] first one', ['the', 'first']],
  ['[the] [very] first [one] again', ['the', 'very', 'first']],
  ['(tell|give) me more', ['tell', 'give']],
  ['(tell me|give) more', ['tell', 'give']],
  ['([please] tell|give) me', ['please', 'tell', 'give', 'me']],
  ['(|oh) never mind', ['oh', 'never']],
  ['(oh|) never mind', ['oh', 'never']],
  ['(oh| |well) never mind', ['oh', 'well', 'never']],
  ['( |oh) never mind', ['oh', 'never']],
  ['[oh (no|well)] never mind', ['oh', 'never']],
  ['[(no|well) then] never mind', ['no', 'well', 'never']],
  ['(no|well [so]) never mind', ['no', 'well', 'never']],
  ['((no|oh) well|so) never mind', ['no', 'oh', 'so']],
  ['((no|oh)|so) never mind', ['no', 'oh', 'so']],
  ['(so|(no|oh) well) never mind', ['so', 'no', 'oh']],
  ['[a [b] c] d', ['a', 'd']],
  ['[[a] b] c', ['a', 'b', 'c']],
  ['x [a] b', ['x']],
  ['tell me|give me|[oh] hello', ['tell', 'give', 'oh', 'hello']],
  ['x (a|b) c', ['x']],
  ['{{ordinal}} [one]', ['{{ordinal}}']],
  ['[the] {{ordinal}}', ['the', '{{ordinal}}']],
])('%j may begin with %j', (template, beginnings) => {
  const words = [...new Set(template.replace(/[()[\]|]/g, ' ').split(' '))].filter((word) => word !== '');
  const lines = `before\n${template}\nbehind`;
  const begins = words.filter((word) => createSeeds(lines, new Set()).beginningWith(word).includes(1));
  expect(begins).toEqual(beginnings);
});

test('a template is given once, and not where it is done', () => {
  const seeds = createSeeds('go on\n[please] go [away]\nthe go\ngo (on|go) go\ngone\nnew go\ngo', new Set([3]));
  expect(seeds.beginningWith('go')).toEqual([0, 1, 6]);
  expect(seeds.beginningWith('go')).toEqual([]);
  expect(seeds.beginningWith('please')).toEqual([]);
  expect(seeds.beginningWith('the')).toEqual([2]);
  expect(seeds.beginningWith('on')).toEqual([]);
  expect(seeds.beginningWith('never')).toEqual([]);
  expect([0, 1, 6].map(seeds.template)).toEqual(['go on', '[please] go [away]', 'go']);
  expect(seeds.template(7)).toBe('');
});

test.each([
  [['tea'], [0, 0, 0]],
  [
    ['tea', 'milk', '', 'coffee'],
    [0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 3, 3],
  ],
  [
    ['', 'a', 'b', 'c', 'd'],
    [0, 1, 1, 2, 2, 3, 3, 4],
  ],
])('each sign of %j is in its line', (lines, found) => {
  const starts = startsOf(lines);
  expect(lines.map((line, at) => lines.join('\n').slice(starts[at]).startsWith(line))).toEqual(lines.map(() => true));
  expect(found.map((_, at) => lineAt(starts, at))).toEqual(found);
});
