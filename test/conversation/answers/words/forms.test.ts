import { createHomophones } from '../../../../lambda/conversation/answers/homophones';
import { createStemmer } from '../../../../lambda/conversation/answers/stem';
import { LANGUAGES } from '../../../../lambda/languages';

const english = LANGUAGES.en?.answers();
if (!english) throw new Error('no answers in English');

describe('what stays of a word', () => {
  const stem = createStemmer({
    ...english,
    suffixes: [
      ['ies', 'y', 3],
      ['ings', '', 3],
      ['ing', '', 3],
      ['ss', 'ss', 1],
      ['er', '', 4],
      ['ly', '', 4],
      ['al', '', 5],
      ['e', '', 3],
      ['ous', 'o', 3],
      ['s', '', 2],
      ['o', 'u', 3],
      ['u', 'a', 3],
      ['a', 'i', 3],
    ],
    prefixes: [
      ['al', '', 3],
      ['ultra', 'super', 2],
      ['ult', '', 1],
    ],
    equivalents: [
      ['delivery', 'deliver', 'delivered'],
      ['colour', 'color'],
      ['persons', 'people', 'guests'],
      ['ware', 'goods'],
      ['fine', 'good'],
    ],
  });

  test.each([
    ['cat', 'cat', 'a word as it is'],
    ['cats', 'cat', 'without its ending'],
    ['is', 'is', 'too little would remain'],
    ['gas', 'ga', 'enough remains'],
    ['berries', 'berry', 'with another ending in its place'],
    ['dies', 'die', 'the next ending where too little remains for the first'],
    ['ratings', 'rat', 'the first ending that fits'],
    ['trimming', 'trim', 'one of two letters alike'],
    ['bill', 'bil', 'so, too, where nothing ended it'],
    ['all', 'all', 'not of three letters'],
    ['glass', 'glas', 'an ending that stays ends it'],
    ['locally', 'local', 'an ending behind another, if enough remains'],
    ['generally', 'gener', 'endings one behind the other'],
    ['famouss', 'famous', 'an ending that stays, and one letter of two'],
    ['famous', 'fama', 'as many endings as there may be'],
    ['famoul', 'famoul', 'no ending in the middle'],
    ['althing', 'thing', 'without its beginning'],
    ['algo', 'algi', 'not where too little would remain'],
    ['ultrasound', 'supersound', 'with another beginning in its place'],
    ['ultrasounds', 'supersound', 'beginning and ending'],
    ['ultx', 'x', 'the next beginning where too little remains for the first'],
    ['royal', 'royal', 'no beginning at the end'],
    ['seal', 'seal', 'four letters remain of none'],
    ['', '', 'nothing'],
    ['deliver', 'delivery', 'a word that means the same'],
    ['delivering', 'delivery', 'a form of it'],
    ['delivered', 'delivery', 'another'],
    ['deliveryed', 'deliveryed', 'no form of it'],
    ['color', 'colour', 'another spelling'],
    ['colors', 'colour', 'several of it'],
    ['people', 'person', 'the first of a row by its own stem'],
    ['guest', 'person', 'a word whose stem is that of another'],
    ['goods', 'war', 'a word whose stem means something else'],
    ['good', 'fin', 'that stem'],
    ['peopling', 'person', 'a form of a word by its stem'],
  ])('%s: %s (%s)', (word, left) => {
    expect(stem(word)).toBe(left);
  });
});

describe('words that sound alike', () => {
  const lines = [
    ['flower', 'flour'],
    ['two', 'to', 'too'],
    ['yew', 'ewe', 'you'],
    ['u', 'you'],
    ['flue', 'flew', 'flu'],
    ['flew', 'flu'],
    ['new', 'knew'],
    ['news', 'gnus'],
  ];
  const { alike, firstAlike } = createHomophones(lines, (text) => text.replace(/s$/, ''));

  test.each<[word: string, others: string[], first: string]>([
    ['flower', ['flour'], 'flower'],
    ['flour', ['flower'], 'flower'],
    ['too', ['two', 'to'], 'two'],
    ['two', ['to', 'too'], 'two'],
    ['you', ['yew', 'ewe', 'u'], 'u'],
    ['flu', ['flue', 'flew'], 'flew'],
    ['flew', ['flue', 'flu'], 'flue'],
    ['flours', ['flowers'], 'flowers'],
    ['flowers', ['flours'], 'flowers'],
    ['news', ['gnus'], 'news'],
    ['knews', ['news'], 'news'],
    ['yous', ['yews', 'ewes', 'us'], 'us'],
    // "newt" is no form of "new".
    ['newt', [], 'newt'],
    ['bread', [], 'bread'],
    ['breads', [], 'breads'],
    ['', [], ''],
  ])('%s', (word, others, first) => {
    expect(alike(word)).toEqual(others);
    expect(firstAlike(word)).toBe(first);
  });
});
