import { createHomophones } from '../../../../lambda/conversation/answers/homophones';
import {
  createSounds,
  createSpoken,
  differing,
  distance,
  lettersOf,
} from '../../../../lambda/conversation/answers/sounds';
import { createStemmer } from '../../../../lambda/conversation/answers/stem';
import { LANGUAGES } from '../../../../lambda/languages';

describe('a word is spelled by its sound', () => {
  test.each<[title: string, rules: [string, string][], text: string, sound: string]>([
    [
      'by rules in their order',
      [
        ['ph', 'f'],
        ['f', 'v'],
      ],
      'phil',
      'vil',
    ],
    ['a rule wherever it fits', [['o', 'a']], 'foo', 'faa'],
    ['only whole patterns', [['ph', 'f']], 'pot hole', 'pot hole'],
    [
      'a rule for letters that an earlier one made',
      [
        ['c', 'k'],
        ['k', 'g'],
      ],
      'cat',
      'gat',
    ],
    [
      'no rule for letters that an earlier one took away',
      [
        ['c', 'k'],
        ['c', 's'],
      ],
      'cat',
      'kat',
    ],
    ['one of several letters', [['[ck]at', 'X']], 'kat', 'X'],
    ['one or the other word', [['tea|coffee', 'drink']], 'coffee', 'drink'],
    ['one or the other in brackets', [['(tea|coffee)s', 'drinks']], 'coffees', 'drinks'],
    ['in brackets within brackets', [['((tea)|coffee)', 'drink']], 'coffee', 'drink'],
    ['a letter that may be left out', [['colou?r', 'C']], 'color', 'C'],
    ['a letter that may be there several times', [['to*t', 'T']], 'tt', 'T'],
    ['a letter once or several times', [['to+t', 'T']], 'toot', 'T'],
    ['so many of a letter', [['o{2}', 'u']], 'foot', 'fut'],
    ['a set whose brackets hold a bracket', [['[(]o', 'u']], '(o', 'u'],
    ['a letter by its kind', [['\\bkn', 'n']], 'knee', 'nee'],
    ['at the end', [['er$', 'a']], 'butter', 'butta'],
    ['a letter of another language', [['ß', 'ss']], 'straße', 'strasse'],
    ['any letter', [['(.)\\1', '$1']], 'butter', 'buter'],
    ['a letter behind any other', [['.t', 'X']], 'at', 'X'],
    ['big letters, which sounds are written with', [['E', 'e']], 'tEl', 'tel'],
    ['a set with the sign that begins it', [['[^aeiou]e$', 'X']], 'ze', 'X'],
    ['a place in front of letters', [['w(?=r)', '']], 'wrap', 'rap'],
  ])('%s', (_, rules, text, sound) => {
    expect(createSounds(rules)(text)).toBe(sound);
  });
});

describe('words sound run together and each for itself', () => {
  const sounds = (text: string) => text.replace('ph', 'f');
  const soundOf = (text: string) => (text === 'dee' ? 'd' : sounds(text).toUpperCase());
  const outlines = (text: string) => text.replace(/[aeiou]/gi, '');
  const alike = (text: string) => (text === 'dee' ? ['d', 'dei'] : text === 'read' ? ['red', 'reid'] : []);
  const spoken = createSpoken(sounds, soundOf, outlines, alike);

  test.each([
    [
      ['up', 'hill'],
      ['ufill', 'UPHILL'],
      ['fll', 'PHLL'],
    ],
    [['dee'], ['dee'], ['d']],
    [['read'], ['read', 'READ'], ['rd', 'RD']],
    [
      ["phil's", "'s"],
      ['filss', 'FILSS'],
      ['flss', 'FLSS'],
    ],
    [
      ['be', 'dee'],
      ['bedee', 'BEdee'],
      ['bd', 'Bd'],
    ],
    [[], [''], ['']],
  ])('%j', (texts, soundsOf, outlinesOf) => {
    expect(spoken(texts)).toEqual(soundsOf.map((sound, at) => ({ sound, outline: outlinesOf[at] })));
  });
});

describe('letters of a text', () => {
  test.each([
    ['', ''],
    ['abc', 'cab'],
    ['aab', 'ab'],
  ])('%j holds the letters of %j', (one, other) => {
    expect(lettersOf(one)).toBe(lettersOf(other));
  });

  test.each([
    ['ab', 'ba', 0],
    ['abc', 'abd', 1],
    ['abc', 'a', 2],
    ['a', 'abc', 2],
    ['', 'tea', 3],
    ['soup', 'salad', 3],
    ['yz', 'abc', 3],
  ])('%j and %j differ in %i at least', (one, other, least) => {
    expect(differing(lettersOf(one), lettersOf(other))).toBe(least);
    expect(differing(lettersOf(other), lettersOf(one))).toBe(least);
  });
});

describe('letters that must be changed', () => {
  test.each<[one: string, other: string, limit: number, found: number]>([
    ['tea', 'tea', 0, 0],
    ['', '', 0, 0],
    ['', 'tea', 3, 3],
    ['tea', '', 3, 3],
    ['tea', 'sea', 2, 1],
    ['tea', 'sea', 0, 1],
    ['tea', 'teas', 1, 1],
    ['teas', 'eas', 1, 1],
    ['tea', 'ten', 1, 1],
    ['form', 'from', 2, 1],
    ['ab', 'ba', 2, 1],
    ['abc', 'bca', 3, 2],
    ['ca', 'abc', 5, 3],
    ['kitten', 'sitting', 5, 3],
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, 3],
    ['kitten', 'sitting', 1, 2],
    ['saturday', 'sunday', 8, 3],
    ['abcdef', 'abdcfe', 6, 2],
    ['latte', 'altte', 2, 1],
    ['gnocchi', 'nyokki', 7, 5],
    ['drama', 'drummer', 7, 4],
    ['abcd', 'badc', 4, 2],
    ['abab', 'baba', 4, 2],
    ['tea', 'coffee', 2, 3],
    ['tea', 'coffee', 3, 4],
    ['aaaa', 'bbbb', 2, 3],
    ['aaaa', 'bbbb', 4, 4],
    ['soup', 'soap', 1, 1],
    ['abcdefgh', 'xabcdefg', 2, 2],
    ['abcdefgh', 'xxabcdef', 3, 4],
  ])('of %j to make %j, up to %i: %i', (one, other, limit, found) => {
    expect(distance(one, other, limit)).toBe(found);
    expect(distance(other, one, limit)).toBe(found);
  });
});

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
