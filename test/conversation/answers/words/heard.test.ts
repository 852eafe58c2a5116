import { holdsPhrase, phraseAt } from '../../../../lambda/conversation/answers/automaton';
import {
  asSaid,
  beforeDeterminers,
  core,
  has,
  hasAny,
  hear,
  holdsAny,
  is,
  isByItself,
  isObliging,
  isOwnerAt,
  range,
} from '../../../../lambda/conversation/answers/heard';
import type { Mark, WordClass } from '../../../../lambda/conversation/answers/language';
import { allOf, CLASS, classOf, createLexicon, MARK } from '../../../../lambda/conversation/answers/lexicon';
import type { Phrases } from '../../../../lambda/conversation/answers/phrases';
import { LANGUAGES } from '../../../../lambda/languages';
import { readerOf } from '../../../speech/numbers/readers';

const english = LANGUAGES.en?.answers();
if (!english) throw new Error('no answers in English');

const none = <Name extends string>(names: Readonly<Record<Name, number>>) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, []])) as unknown as Record<Name, readonly string[]>;

/** English with few words of few classes, so that it is seen which of them do what. */
const LANGUAGE = {
  ...english,
  words: {
    ...none(CLASS),
    light: ['the', 'not', 'a'],
    determiners: ['the', 'a', 'my', 'all (of|the)'],
    carriers: ['i would like', 'has', 'to', 'have'],
    being: ['be', 'is', "'s"],
    courtesies: ['please', 'thank you', 'thank you very much', 'good morning'],
    hesitations: ['um', 'let me see'],
    negators: ['not', 'does not', 'none of'],
    idioms: ['keep the change', 'let it be'],
    subjects: ['you', 'i', 'it'],
    boundaries: ['and', 'and the'],
    wishes: ['see it now'],
  },
  marks: {
    ...none(MARK),
    picks: ['have', 'would like'],
    states: ['the', 'already have', 'see'],
    pauses: ['um', 'let me'],
  },
  homophones: {
    alike: [
      ['sea', 'see'],
      ['two', 'to', 'too'],
    ],
    common: ['time'],
    meant: ['take your time'],
  },
  polarity: { ...english.polarity, labels: { ...english.polarity.labels, agreement: ['(confirm|agree)'] } },
  ponderings: ['what was it'],
  aside: { ...english.aside, roles: ['your role'], orders: ['to join'] },
};
const lexicon = createLexicon(LANGUAGE, readerOf('en'));
const heardOf = (said: string) => hear(said, lexicon);

function namesOf(names: Readonly<Record<string, number>>, bits: number): string {
  return Object.keys(names)
    .filter((name) => (bits & (names[name] ?? 0)) !== 0)
    .join(' ');
}

test.each<[said: string, classes: string[]]>([
  ['the large', ['light determiners', '']],
  ['not please', ['light negators', 'courtesies']],
  // A phrase of several words counts for each of them, beside what they are by themselves.
  ['all the', ['determiners', 'light determiners']],
  ['all of my', ['determiners', 'determiners', 'determiners']],
  ['all my', ['', 'determiners']],
  ['i would like it', ['carriers subjects', 'carriers', 'carriers', 'subjects']],
  ['i would', ['subjects', '']],
  // What is set means nothing of its own.
  ['does not have', ['negators', 'negators', 'carriers']],
  ['thank you', ['courtesies', 'courtesies']],
  ['thank you very', ['courtesies', 'courtesies', '']],
  ['thank you very much', ['courtesies', 'courtesies', 'courtesies', 'courtesies']],
  ['keep the change', ['idioms', 'idioms', 'idioms']],
  ['keep the the change', ['', 'light determiners', 'light determiners', '']],
  ['let me see', ['hesitations', 'hesitations', 'hesitations']],
  ['let me', ['', '']],
  ['let me see it now', ['hesitations', 'hesitations', 'hesitations', 'subjects', '']],
  ['see it now', ['wishes', 'subjects wishes', 'wishes']],
  ['and the sea', ['boundaries', 'light boundaries determiners', '']],
  ['none of thank you', ['negators', 'negators', 'courtesies', 'courtesies']],
  ['sea', ['']],
  ['', []],
])('the classes of the words of %j', (said, classes) => {
  const heard = heardOf(said);
  expect(heard.classes.map((bits) => namesOf(CLASS, bits))).toEqual(classes);
  expect(heard.anyClass).toBe(allOf(heard.classes));
  for (const name of Object.keys(CLASS)) {
    const wanted = CLASS[name as WordClass];
    const holders = classes.map((own) => own.split(' ').includes(name));
    expect(holdsAny(heard, wanted)).toBe(holders.includes(true));
    expect(classes.map((_, at) => is(heard, at, wanted))).toEqual(holders);
    expect([is(heard, -1, wanted), is(heard, classes.length, wanted)]).toEqual([false, false]);
  }
});

test.each<[said: string, marks: string[]]>([
  ['i have', ['', 'picks']],
  ['already have it', ['states', 'picks states', '']],
  ['already', ['']],
  ['i would like', ['', 'picks', 'picks']],
  ['the um', ['states', 'pauses']],
  // A word of a set phrase has none of its own; a phrase of several words has.
  ['keep the change', ['', '', '']],
  ['let me see', ['pauses', 'pauses', '']],
  ['see', ['states']],
])('the marks of the words of %j', (said, marks) => {
  const heard = heardOf(said);
  expect(heard.marks.map((bits) => namesOf(MARK, bits))).toEqual(marks);
  for (const name of Object.keys(MARK)) {
    const wanted = MARK[name as Mark];
    const holders = marks.map((own) => own.split(' ').includes(name));
    expect(hasAny(heard, wanted)).toBe(holders.includes(true));
    expect(marks.map((_, at) => has(heard, at, wanted))).toEqual(holders);
    expect([has(heard, -1, wanted), has(heard, marks.length, wanted)]).toEqual([false, false]);
  }
});

test('words of a set phrase are known by themselves', () => {
  const heard = heardOf('does not');
  expect([0, 1, 2].map((at) => isByItself(heard, at, CLASS.light))).toEqual([false, true, false]);
  expect([0, 1, 2].map((at) => is(heard, at, CLASS.light))).toEqual([false, false, false]);
  expect(heard.fixed).toEqual([true, true]);
  expect(heardOf('i would like').fixed).toEqual([false, false, false]);
  expect(heardOf('the sea').fixed).toEqual([false, false]);
  expect(heardOf('the sea').stems).toEqual(['the', 'sea']);
});

test.each<[said: string, numbers: string[]]>([
  ['a table for two', ['two 2']],
  ['two', ['two 2']],
  ['a table for a hundred please', ['a hundred 100']],
  ['the table for minus two', ['minus two -2']],
  ['two tables for ten people', ['two 2', 'ten 10']],
  ['we are ten thirty', ['ten thirty 1030', 'ten 10', 'thirty 30']],
  ['my table is two and a half', ['two and a half 2.5']],
  ['my sixth grader', ['sixth 6']],
  ['a sixth grader', ['a sixth 0.16666666666666666', 'sixth 6']],
  ['a table', []],
])('the numbers among %j', (said, numbers) => {
  const heard = heardOf(said);
  const found = heard.numerals.map(({ from, to, value }) => `${heard.texts.slice(from, to).join(' ')} ${value}`);
  expect(found).toEqual(numbers);
  const tokens = heard.texts.map((_, at) => heard.numerals.some(({ from, to }) => from <= at && at < to));
  expect(heard.isNumber).toEqual(tokens);
});

test.each<[said: string, inside: string]>([
  ['um please the sea thank you', 'the sea'],
  ['the sea', 'the sea'],
  ['please', ''],
  ['um thank you please', ''],
  ['sea please', 'sea'],
  ['please sea', 'sea'],
  ['sea please sea', 'sea please sea'],
  ['', ''],
])('of %j, %j is what remains between courtesies', (said, inside) => {
  const heard = heardOf(said);
  const { from, to } = core(heard);
  expect(heard.texts.slice(from, to).join(' ')).toBe(inside);
  expect(from).toBeLessThanOrEqual(to);
  expect(to).toBeLessThanOrEqual(heard.texts.length);
});

test('tokens in the words of the person', () => {
  const heard = heardOf("I can't SEE it, please");
  expect(heard.texts).toEqual(['i', 'can', 'not', 'see', 'it', 'please']);
  const rows = [
    [0, 6, "I can't SEE it, please"],
    [1, 3, "can't"],
    [2, 3, "can't"],
    [2, 4, "can't SEE"],
    [3, 5, 'SEE it,'],
    [5, 6, 'please'],
    [6, 7, ''],
    [4, 7, ''],
    [-1, 2, ''],
  ];
  expect(rows.map(([from, to]) => [from, to, asSaid(heard, Number(from), Number(to))])).toEqual(rows);
});

test.each<[from: number, to: number, tokens: number[]]>([
  [0, 3, [0, 1, 2]],
  [2, 4, [2, 3]],
  [2, 2, []],
  [3, 2, []],
])('tokens from %i to %i', (from, to, tokens) => {
  expect(range(from, to)).toEqual(tokens);
});

test('the word before an option and its determiners', () => {
  const rows: readonly (readonly [said: string, option: number, before: number])[] = [
    ['have the sea', 2, 0],
    ['have all of my sea', 4, 0],
    ['have sea', 1, 0],
    ['the sea', 1, -1],
    ['sea', 0, -1],
    ['the have sea', 2, 1],
  ];
  expect(rows.map(([said, option]) => [said, option, beforeDeterminers(heardOf(said), option)])).toEqual(rows);
});

test('what has to be', () => {
  const rows: readonly (readonly [said: string, at: number, isSo: boolean])[] = [
    ['has to be', 0, true],
    ['it has to be', 1, true],
    ['it has to be', 0, false],
    ['has to go', 0, false],
    ['has be', 0, false],
    ['to be', 0, false],
    ['has it be', 0, false],
    ['it to be', 0, false],
  ];
  expect(rows.map(([said, at]) => [said, at, isObliging(heardOf(said), at)])).toEqual(rows);
});

test('whose something is', () => {
  const rows: readonly (readonly [said: string, at: number, isSo: boolean])[] = [
    ["my wife's ranger", 1, true],
    ["wife's ranger", 0, false],
    ['my wife ranger', 1, false],
    ["my wife's ranger", 2, false],
    ["my it's ranger", 1, false],
  ];
  expect(rows.map(([said, at]) => [said, at, isOwnerAt(heardOf(said), at)])).toEqual(rows);
});

test('what is known of a word', () => {
  const { entry, outlineBeginnings, soundOf, common, stems, meant, agreement, ponderings, aside } = lexicon;
  expect(entry('sea')).toMatchObject({ stem: 'sea', plain: 'sea', beginning: 'sea', alike: ['see'], classes: 0 });
  expect(entry("rock'n")).toMatchObject({ plain: 'rockn', beginning: 'rock', alike: [] });
  expect(entry('berries').stem).toBe(entry('berry').stem);
  expect(entry('not')).toMatchObject({ classes: CLASS.light | CLASS.negators, begunClasses: undefined });
  expect(entry('sea')).toMatchObject({ begunClasses: undefined, begunMarks: undefined, marks: 0 });
  expect(entry('thank').begunClasses).toBeDefined();
  expect(entry('already').begunMarks).toBeDefined();
  expect(entry('have')).toMatchObject({ marks: MARK.picks, begunMarks: undefined });
  const numbers = ['two', 'third', 'half', 'hundred', 'oh', 'sea', 'and'].map((word) => [
    word,
    entry(word).isOfNumber,
    entry(word).numberKey,
  ]);
  expect(numbers).toEqual([
    ['two', true, '#2'],
    ['third', true, undefined],
    ['half', true, '#0.5'],
    ['hundred', true, '#100'],
    ['oh', false, undefined],
    ['sea', false, undefined],
    ['and', false, undefined],
  ]);
  expect([soundOf('too'), soundOf('see')]).toEqual([soundOf('two'), soundOf('sea')]);
  expect(outlineBeginnings('drama')).toEqual(['S']);
  expect([
    common.has('time'),
    stems.dated.has('march'),
    stems.dayparts.has(lexicon.stem('morning')),
    stems.people.size > 0,
  ]).toEqual([true, true, true, true]);
  const first = (phrases: Phrases<true>, said: string) => phraseAt(phrases, said.split(' '), 0)?.meaning;
  expect([first(meant, 'take your time'), first(agreement, 'agree'), first(ponderings, 'what was it')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([holdsPhrase(aside.roles, ['your', 'role']), holdsPhrase(aside.orders, ['your', 'role'])]).toEqual([
    true,
    false,
  ]);
  expect([classOf('not', lexicon.classes), classOf('sea', lexicon.classes)]).toEqual([CLASS.light | CLASS.negators, 0]);
});

test('where the verb comes last is a matter of the language', () => {
  expect(heardOf('the sea').isVerbLast).toBe(false);
  const other = createLexicon({ ...LANGUAGE, behind: 'nothing' }, readerOf('en'));
  expect(hear('the sea', other).isVerbLast).toBe(true);
  expect(hear('the sea', createLexicon({ ...LANGUAGE, behind: 'led' }, readerOf('en'))).isVerbLast).toBe(false);
});
