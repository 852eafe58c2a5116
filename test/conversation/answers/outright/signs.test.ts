import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { nameOf } from '../../../../lambda/conversation/answers/sign-names';
import { isCountedName, signsAround } from '../../../../lambda/conversation/answers/signs';
import { mentionsOf } from '../../../../lambda/conversation/answers/weighing';
import { lexicon, marked, offerOf } from './marked';

/** The signs at a place around the option that is named at a place among all that are. */
function signsAt(place: string, said: string, labels: string, at = 0, question?: string): string {
  const heard = hear(said, lexicon);
  const prepared = offerOf(labels, question);
  const mentions = mentionsOf(heard, findEvidence(heard, prepared, lexicon), prepared, lexicon);
  const told: string[] = [];
  signsAround(heard, at, mentions, prepared, lexicon, (sign) => {
    const [where, name] = nameOf(sign);
    if (where === place) told.push(name);
  });
  return told.join(', ');
}

const TOPPINGS = 'Ham|Olives|Onions';

test('how an option is named, and what else is', () => {
  const rows: readonly (readonly [said: string, at: number, signs: string])[] = [
    ['ham', 0, 'whole, begins, ends, led by start, words 3'],
    ['the ham', 0, 'whole, ends, led by start, words 3'],
    ['ham please mate', 0, 'whole, begins, led by start, words 3'],
    ['ham for me please', 0, 'whole, begins, led by start, words 6'],
    ['so put ham on it please', 0, 'whole, led by pick, words 6'],
    ['so put ham on it for me', 0, 'whole, led by pick, words 10'],
    ['so put ham on it for me mate would you', 0, 'whole, led by pick, words 10'],
    ['so put ham on it for me and him mate would you', 0, 'whole, led by pick, words more'],
    ['ham and olives and onions on it', 0, 'whole, begins, others behind, led by start, words 10'],
    ['ham and olives and onions on it', 1, 'whole, other before, other behind, led by unclear, words 10'],
    ['ham and olives and onions on it', 2, 'whole, others before, led by unclear, words 10'],
    ['ham and olives', 0, 'whole, begins, other behind, led by start, words 3'],
    ['ham no olives no ham', 0, 'whole, begins, again, other behind, led by start, words 6'],
    ['ham no olives no ham', 1, 'whole, excluded, other before, other behind, led by turn, words 6'],
    ['ham no olives no ham', 2, 'whole, excluded, ends, again, other before, led by turn, words 6'],
    ['my grumpy lodger is off ham', 0, 'whole, ends, led by unclear, words 6, told before 3'],
    ['my grumpy lodger had um the ham', 0, 'whole, ends, led by past, words 10, told before 3'],
    ['my dear old grumpy lodger threw the ham', 0, 'whole, ends, led by past, words 10, told before 4'],
    ['ham slices', 0, 'whole, begins, led by start, words 3, told behind 1'],
    ['ham slices cut thin', 0, 'whole, begins, led by start, words 6, told behind 3'],
    ['ham slices cut nicely thin chilled', 0, 'whole, begins, led by start, words 6, told behind 4'],
    ['is the ham smoked', 0, 'whole, led by unclear, inquiry, words 6, told behind 1'],
    ['can ham be frozen', 0, 'whole, led by unclear, inquiry, polar question, words 6, told behind 1'],
  ];
  expect(rows.map(([said, at]) => [said, at, signsAt('itself', said, TOPPINGS, at)])).toEqual(rows);
});

test('whether it is the only one of its name, and a number', () => {
  const rows: readonly (readonly [said: string, labels: string, signs: string])[] = [
    ["i'd take number two over there", 'Number 2|Number 3', 'whole, number, led by unclear, counted name, words 10'],
    ['blue or red', 'Light blue|Red|Dark blue', 'tie, begins, other behind, led by start, words 3'],
    ['blue', 'Light blue|Dark blue|Red', 'tie, begins, ends, led by start, words 3'],
    [
      "i'm in two minds about terminal two",
      'Terminal 2|Terminal 3',
      'whole, number, long, ends, led by unclear, words 10, told before 2',
    ],
    [
      'my good old trusty neighbour grew red',
      'Red rose|White rose',
      'whole, ends, led by past, words 10, told before 4',
    ],
    [
      'a lovely rose bush with thorns',
      'Red rose|White rose',
      'tie, led by unclear, words 6, told before 1, told behind 2',
    ],
  ];
  expect(rows.map(([said, labels]) => [said, labels, signsAt('itself', said, labels)])).toEqual(rows);
});

test('what the question asks for', () => {
  const rows: readonly (readonly [said: string, question: string, signs: string])[] = [
    [
      'we had a leaking tap',
      'What is the matter?',
      'whole, long, ends, led by past, matter asked, matter and past, words 6, told before 1',
    ],
    ['the leaking tap', 'What is the matter?', 'whole, long, ends, led by start, matter asked, words 3'],
    ['we had a leaking tap', 'Which job is it?', 'whole, long, ends, led by past, words 6, told before 1'],
    ['amend the leaking tap', 'What would you like to amend?', 'whole, long, ends, led by pick, words 6'],
  ];
  expect(
    rows.map(([said, question]) => [said, question, signsAt('itself', said, 'Leaking tap|Blocked drain', 0, question)]),
  ).toEqual(rows);
});

test('what the words at each place around it are', () => {
  const said = 'we had ham last time so give him three olives with four leaves mate';
  const rows: readonly (readonly [place: string, signs: string])[] = [
    ['first', 'subjects, existentials*, speakers*'],
    ['second', 'statements, pasts, existentials*'],
    ['third', 'unknown, option'],
    ['last', 'courtesies'],
    ['before3', 'carriers, wishes, picks*'],
    ['before2', 'light, objects*'],
    ['before1', 'unknown, number'],
    ['behind1', 'light, prepositions, additions*'],
    ['behind2', 'unknown, number'],
    ['behind3', 'unknown'],
    [
      'before',
      'light, carriers, boundaries, statements, subjects, idioms, wishes, pasts, conclusions, objects*, existentials*, speakers*, picks*',
    ],
    ['behind', 'light, courtesies, prepositions, additions*'],
  ];
  expect(rows.map(([place]) => [place, signsAt(place, said, TOPPINGS, 1)])).toEqual(rows);
});

test('beside the first and the last word there is an edge', () => {
  const rows: readonly (readonly [place: string, signs: string])[] = [
    ['first', 'generic, unknown'],
    ['second', 'unknown'],
    ['third', 'edge'],
    ['last', 'unknown'],
    ['before3', 'edge'],
    ['before2', 'edge'],
    ['before1', 'generic, unknown'],
    ['behind1', 'edge'],
    ['behind2', 'edge'],
    ['behind3', 'edge'],
    ['before', ''],
    ['behind', ''],
  ];
  const question = 'Which toppings?';
  expect(rows.map(([place]) => [place, signsAt(place, 'toppings ham', TOPPINGS, 0, question)])).toEqual(rows);
  expect(signsAt('behind2', 'ham um ham', TOPPINGS)).toBe('unknown, option');
  expect(signsAt('behind1', 'ham dirty', TOPPINGS)).toBe('facts*');
  expect(signsAt('last', 'ham dirty thing', TOPPINGS)).toBe('nouns');
});

test('a number behind the word that it counts in a label is a name', () => {
  const isName = (said: string, labels: string) => {
    const { heard, span } = marked(said);
    const decision = { kind: 'choose', index: 0, rule: 'number', confidence: 1 } as const;
    return isCountedName(heard, { ...span, decision, isExcluded: false, isFull: true }, offerOf(labels));
  };
  const rows: readonly (readonly [said: string, labels: string, isName: boolean])[] = [
    ['terminal [two]', 'Terminal 2|Terminal 3', true],
    ['terminal [twenty two]', 'Terminal 22|Terminal 3', true],
    ['[two]', 'Terminal 2|Terminal 3', false],
    ['terminal [two please]', 'Terminal 2|Terminal 3', false],
    ['harbour [two]', 'Terminal 2|Terminal 3', false],
    ['terminal [two]', 'Terminal 2|Harbour', false],
    ['terminal [two]', '2 terminal|3 terminal', false],
    ['terminal [two]', 'Bus terminal|Air terminal|2', false],
    ['terminal [two]', 'Bus terminal|Terminal 2', true],
    ['terminal [two]', 'Terminal building|Terminal hall', false],
    ['terminal [two]', 'Gate 2|Bus terminal|Air terminal', false],
  ];
  expect(rows.map(([said, labels]) => [said, labels, isName(said, labels)])).toEqual(rows);
});
