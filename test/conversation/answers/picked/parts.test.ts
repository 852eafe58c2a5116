import { kindsOf, type Surroundings, surroundings } from '../../../../lambda/conversation/answers/context';
import type { Rule } from '../../../../lambda/conversation/answers/decision';
import { findEvidence, type Hit } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { isForSomeone, isHollow, isNumberOrShared, picked } from '../../../../lambda/conversation/answers/picking';
import { lexicon, marked, offerOf } from '../outright/marked';

const NOTHING: Surroundings = {
  before: false,
  behind: false,
  apart: false,
  denied: false,
  inSentence: false,
  hasNoun: false,
};

/** What naming an option in brackets comes to: words, or by which rule, how sure, and what more was said. */
function outcome(said: string, prepared: ReturnType<typeof offerOf>, around?: Partial<Surroundings>, rule?: Rule) {
  const { heard, span } = marked(said);
  const hit = [...findEvidence(heard, prepared, lexicon).values()].find(({ content }) => content.has(span.from));
  if (!hit) return 'not named';
  const kinds = kindsOf(heard, prepared, new Set([...hit.content, ...hit.light]));
  const beside = around ? { ...NOTHING, ...around } : surroundings(heard, span, kinds);
  const decision = picked(heard, hit, span, beside, kinds, rule);
  if (decision?.kind !== 'choose') return decision?.kind;
  const { confidence, rest } = decision;
  return `${decision.rule} ${confidence.toFixed(2)}${rest === undefined ? '' : ` + ${rest}`}`;
}

type Row = readonly [said: string, labels: string, outcome: string];
const found = (rows: readonly Row[]) => rows.map(([said, labels]) => [said, labels, outcome(said, offerOf(labels))]);

test('an option is picked by its name, or by a part of it if nothing more is told', () => {
  const rows: readonly Row[] = [
    ['the [suite] please', 'Suite|Double', 'label 0.95'],
    ['the [suite] with a view', 'Suite|Double', 'label 0.85 + with a view'],
    ['the [suite] please', 'Grand suite|Double', 'part 0.80'],
    ['the [suite] with a view', 'Grand suite|Double', 'words'],
    ['give me the [suite] near the lift', 'Grand suite|Double', 'words'],
    ['the [suite] please near the lift', 'Grand suite|Double', 'part 0.70 + near the lift'],
    ['the [second] please', 'Second appointment|First appointment', 'number 0.95'],
    ['[two]', '2 people|4 people', 'number 0.95'],
    ['[two] people', '2 people|4 people', 'number 0.95'],
    ['[gate two]', 'Gate 2 north|Gate 3 south', 'part 0.80'],
    ['[gate two north]', 'Gate 2 north|Gate 3 south', 'number 0.95'],
    ['[north]', 'Gate 2 north|Gate 3 south', 'part 0.80'],
    // what is told otherwise
    ['my grumpy neighbour the [suite]', 'Suite|Double', 'words'],
    ['today the [suite] is no good', 'Suite|Double', 'words'],
    ['the [suite] makes me sleepy', 'Suite|Double', 'words'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('something goes with a part that tells it plainly: its first word, or "one"', () => {
  const rooms = 'Grand suite|Double';
  const rows: readonly Row[] = [
    ['[grand] with a view', rooms, 'part 0.70 + with a view'],
    ['the [grand] with a view', rooms, 'part 0.70 + with a view'],
    ['um the [grand] with a view', rooms, 'part 0.70 + with a view'],
    ['lovely [grand] with a view', rooms, 'words'],
    ['the lovely [grand] with a view', rooms, 'words'],
    ['the [grand] for my mother', rooms, 'part 0.70 + for my mother'],
    ['the [grand] for my old mother', rooms, 'words'],
    ['the [grand] for mother dear', rooms, 'words'],
    ['the [grand] so my mother', rooms, 'words'],
    ['the [suite] for my mother', rooms, 'words'],
    ['the [suite] one with a view', rooms, 'part 0.70 + with a view'],
    ['the [suite] one for my mother', rooms, 'part 0.70 + for my mother'],
    ['the [suite] one facing a lake', rooms, 'words'],
    ['the [suite] room with a view', rooms, 'words'],
    ['[start rent] for my mother', 'Start rent over|Go back', 'part 0.70 + for my mother'],
    ['[start] from the beginning', 'Start over|Go back', 'words'],
    ['[start] for my mother', 'Start over|Go back', 'words'],
    ['[start] with the beginning', 'Start over|Go back', 'part 0.70 + with the beginning'],
  ];
  const rowsBehind = rows.map(([said, labels]) => [said, labels, outcome(said, offerOf(labels), { behind: true })]);
  expect(rowsBehind).toEqual(rows);
});

test('a word that is said around anything is no option where a sentence goes on', () => {
  const rows: readonly Row[] = [
    ["[great] what's next", 'Great|Poor', 'words'],
    ["[great] so what's next", 'Great|Poor', 'words'],
    ['[great] so can i pay', 'Great|Poor', 'words'],
    ['[great] so pay', 'Great|Poor', 'label 0.95'],
    ['[great]', 'Great|Poor', 'label 0.95'],
    ["[grand] what's next", 'Grand suite|Double', 'words'],
    ["[suite] what's next", 'Suite|Double', "label 0.85 + what's next"],
    ["i think it's [great]", 'Great price|Poor', 'words'],
    ["it's the [great suite]", 'Great suite deluxe|Poor', 'part 0.80'],
    ["i'm [fine]", 'Fine art|Poor', 'words'],
    ['[fine]', 'Fine art|Poor', 'part 0.80'],
    ["it's [great price]", 'Great price|Poor', 'label 0.95'],
    ["it's the [suite]", 'Grand suite|Poor', 'part 0.80'],
    ["[once] i'm better i'll start", 'Once a week|Twice a week', 'words'],
    ['[once] it is', 'Once|Twice', 'label 0.95'],
    ['[once]', 'Once a week|Twice a week', 'label 0.95'],
    ['[once a week] for us', 'Once a week|Twice a week', 'label 0.95'],
    ["it's [weekly]", 'Weekly payment|Never', 'part 0.80'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('another word before it makes another thing of a part', () => {
  const rows: readonly Row[] = [
    ['my check [card]', 'Credit card|Bank transfer', 'words'],
    ['the normal [card]', 'Credit card|Bank transfer', 'words'],
    ['my [card]', 'Credit card|Bank transfer', 'part 0.80'],
    ['check [card]', 'Credit card|Bank transfer', 'part 0.80'],
    ['my one [card]', 'Credit card|Bank transfer', 'part 0.80'],
    ['my check [credit card]', 'Credit card|Bank transfer', 'label 0.95'],
    ['my own [card]', 'Credit card|Bank transfer', 'part 0.80'],
  ];
  expect(rows.map(([said, labels]) => [said, labels, outcome(said, offerOf(labels), {})])).toEqual(rows);
});

test('a number of something else is none of an option', () => {
  const visits = 'Second appointment|First appointment';
  const rows: readonly Row[] = [
    ['the [second] floor', visits, 'words'],
    ['the [second] floor at three', visits, 'words'],
    ['the third [gate two] harbour', 'Gate 2|Gate 3', 'number 0.95'],
    ['the [second] fine', visits, 'number 0.95'],
    ['the [second] great', visits, 'number 0.95'],
    ['the [second]', visits, 'number 0.95'],
    ['the [second] appointment', visits, 'number 0.95'],
    ['[appointment second] floor', visits, 'words'],
    ['[two] to three', '12 to 2|2 to 4', 'words'],
    ['[two] to four', '12 to 2|3 to 5', 'words'],
    ['[two]', '12 to 2|3 to 5', 'part 0.80'],
    ['[two] please', '12 to 2|3 to 5', 'part 0.80'],
    ['[twelve to two] for four', '12 to 2|3 to 5', 'number 0.85 + for four'],
    ['[gate two] for four', 'Gate 2 north|Gate 3 south', 'part 0.70 + for four'],
  ];
  expect(rows.map(([said, labels]) => [said, labels, outcome(said, offerOf(labels), {})])).toEqual(rows);
});

test('what is taken back for something else is not picked', () => {
  const rows: readonly Row[] = [
    ['the [suite] no wait the penthouse', 'Suite|Double', 'words'],
    ['the [suite] no penthouse', 'Suite|Double', 'label 0.85 + no penthouse'],
    ['[two] no penthouse', '2|4', 'words'],
    ['[two nights] no penthouse', '2 nights|4 nights', 'words'],
    ['[two] no penthouse', 'Room 2|Suite', 'part 0.70 + no penthouse'],
    ['[room two] no penthouse', 'Room 2|Suite', 'number 0.85 + no penthouse'],
  ];
  expect(rows.map(([said, labels]) => [said, labels, outcome(said, offerOf(labels), {})])).toEqual(rows);
});

test('the rule is the one that is given, or that of other words for it', () => {
  const synonyms = [['telly'], []];
  const prepared = prepareOffer({ labels: ['Television set', 'Radio'], synonyms, from: 0, to: 2 }, lexicon);
  expect(outcome('the [telly]', prepared)).toBe('synonym 0.95');
  expect(outcome('the [radio]', prepared)).toBe('label 0.95');
  expect(outcome('the [suite]', offerOf('Grand suite|Double'), {}, 'negation')).toBe('negation 0.80');
});

test('each of what stands around an option may leave it to the bot', () => {
  const rows: readonly (readonly [labels: string, around: Partial<Surroundings>, outcome: string])[] = [
    ['Suite|Double', {}, 'label 0.95'],
    ['Suite|Double', { before: true }, 'words'],
    ['Suite|Double', { denied: true }, 'words'],
    ['Suite|Double', { inSentence: true }, 'words'],
    ['Suite|Double', { behind: true }, 'label 0.95'],
    ['Suite|Double', { hasNoun: true }, 'label 0.95'],
    ['Grand suite|Double', { behind: true }, 'words'],
    ['Grand suite|Double', { behind: true, apart: true }, 'part 0.80'],
    ['Grand suite|Double', { apart: true }, 'part 0.80'],
  ];
  const got = rows.map(([labels, around]) => [labels, around, outcome('the [suite]', offerOf(labels), around)]);
  expect(got).toEqual(rows);
});

test('what is nothing but the lack of something is named only with a word of lacking', () => {
  const rows: readonly (readonly [said: string, isHollow: boolean])[] = [
    ['cheese', true],
    ['no cheese', false],
    ['nothing on the cheese', false],
    ['the cheese without pickle', false],
  ];
  const prepared = offerOf('No cheese|Pickle');
  const [label] = prepared.labels;
  expect(rows.map(([said]) => [said, isHollow(hear(said, lexicon), { label } as Hit)])).toEqual(rows);
  expect(isHollow(hear('pickle', lexicon), { label: prepared.labels[1] } as Hit)).toBe(false);
});

test('"for my mother" tells for whom it is, and no more', () => {
  const rows: readonly (readonly [said: string, isFor: boolean])[] = [
    ['[suite] for my mother', true],
    ['[suite] for my mother please', true],
    ['[suite] for mother', false],
    ['[suite] for my old mother', false],
    ['[suite] my mother', false],
    ['[suite] like my mother', false],
  ];
  expect(
    rows.map(([said]) => {
      const { heard, span } = marked(said);
      return [said, isForSomeone(heard, span.to)];
    }),
  ).toEqual(rows);
});

test('numbers, and words of several labels, are told apart from names', () => {
  const names = offerOf('The Gate 2 north|Gate 3 south').labels.map(({ items }) =>
    items.filter((item) => !isNumberOrShared(item)).map(({ text }) => text),
  );
  expect(names).toEqual([['north'], ['south']]);
});
