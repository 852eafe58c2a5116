import { beforeAside } from '../../../../lambda/conversation/answers/before-aside';
import { createComments } from '../../../../lambda/conversation/answers/comment';
import { byConclusion } from '../../../../lambda/conversation/answers/concluding';
import type { Decision } from '../../../../lambda/conversation/answers/decision';
import type { Heard } from '../../../../lambda/conversation/answers/heard';
import { english } from '../english';
import { lexicon, ready } from './ready';

const comments = createComments(lexicon);

const SHEDS = ['Grey', 'Black', 'Light blue', 'Dark blue', 'Pirate costume'];
const SIZES = ['10', '12', '14'];
const DAYS = ['7 March', '8 March', '12 March'];
const TIMES = ['4:45 AM', '5:15 AM', '5:45 AM'];
const TICKETS = ['Student', 'Child', 'Oak', 'Light blue', 'Dark red'];

/** The option that is taken, several that are asked about, or none; and what is told to the bot behind it. */
type Row = readonly [labels: readonly string[], said: string, taken?: string, rest?: string];

/** The row with what comes of it. */
function taken([labels, said]: Row, decide: (heard: Heard, labels: readonly string[]) => Decision | undefined): Row {
  const decision = decide(ready(said, labels).heard, labels);
  if (decision?.kind === 'which') return [labels, said, decision.indexes.map((index) => labels[index]).join(', ')];
  if (decision?.kind !== 'choose') return [labels, said];
  const option = labels[decision.index] ?? '';
  return decision.rest === undefined ? [labels, said, option] : [labels, said, option, decision.rest];
}

/** Decides by all the rules what a part of an answer means, if it is an option. */
function meant(labels: readonly string[]) {
  return ({ texts }: Heard) => {
    const decision = english.decide({ labels, from: 0, to: labels.length }, texts.join(' '));
    return decision.kind === 'words' ? undefined : decision;
  };
}

function asideOf(rows: readonly Row[]): Row[] {
  return rows.map((row) => taken(row, (heard, labels) => beforeAside(heard, lexicon, meant(labels))));
}

test('an option is taken before what it is like, whom it suits, and what one would wish it to be', () => {
  const rows: readonly Row[] = [
    [SHEDS, 'grey like next door', 'Grey'],
    [SHEDS, 'grey like the one next door', 'Grey'],
    [SHEDS, 'grey same as last time', 'Grey'],
    [SHEDS, 'grey if only it was cheaper', 'Grey'],
    [SHEDS, 'blue like the sea', 'Light blue, Dark blue'],
    [SIZES, 'fourteen i wish it was a ten', '14'],
    [SIZES, 'fourteen though i wish it was a ten', '14'],
    [DAYS, 'the seventh suits the dog', '7 March'],
    [DAYS, 'the first one suits my mum', '7 March'],
    [DAYS, 'number one suits my shoulder'],
    [SHEDS, 'like the sea'],
  ];
  expect(asideOf(rows)).toEqual(rows);
});

test('what an option is for is told behind it', () => {
  const rows: readonly Row[] = [
    [SHEDS, 'pirate costume it is for saturday', 'Pirate costume', 'it is for saturday'],
    [SHEDS, 'the grey one it is for the shed', 'Grey', 'it is for the shed'],
    [SHEDS, 'grey um it is for the shed', 'Grey', 'it is for the shed'],
    [SHEDS, 'grey it is for this one', 'Grey', 'it is for this one'],
    [SIZES, 'size fourteen it is for my mum', '14', 'it is for my mum'],
    [DAYS, 'the eighth it is for my mum', '8 March', 'it is for my mum'],
    [TIMES, 'quarter past five it is for my mum', '5:15 AM', 'it is for my mum'],
    // By a part of its label or by its place, and where more was told before.
    [SHEDS, 'grey with a lid it is for the shed'],
    [SHEDS, 'the first step it is for the shed'],
    [SHEDS, 'the pirate it is for the party'],
    [SHEDS, 'blue it is for the shed', 'Light blue, Dark blue'],
    [SHEDS, 'grey or black it is for the shed'],
    [DAYS, 'the second one it is for my mum'],
    // What was, what something has, what somebody else is, and what is no clause of its own.
    [SHEDS, 'grey it was for the shed'],
    [SHEDS, 'grey it has a scratch'],
    [SHEDS, 'grey they are for the shed'],
    [SHEDS, 'grey that is for the shed'],
    [SHEDS, 'grey is it for the shed'],
    [SHEDS, 'grey and it is for the shed'],
    [SHEDS, 'grey give it is'],
    [SHEDS, 'fourteen though it is a bit big'],
    [SHEDS, 'it is grey'],
  ];
  expect(asideOf(rows)).toEqual(rows);
});

test('nothing is taken where what follows asks, denies, counts, owns it already or names another', () => {
  const rows: readonly Row[] = [
    [SHEDS, 'how much is grey like next door'],
    [SHEDS, 'grey like next door or black'],
    [SHEDS, 'grey like next door no black'],
    [SHEDS, 'grey it is not for me'],
    [SHEDS, 'grey it is for my own shed'],
    [SHEDS, 'grey it is for five people'],
    [SHEDS, 'grey like at number nine'],
  ];
  expect(asideOf(rows)).toEqual(rows);
});

test('an option that is taken so is a little less sure', () => {
  const sure = (said: string) => {
    const decision = beforeAside(ready(said, SHEDS).heard, lexicon, meant(SHEDS));
    return decision?.kind === 'choose' ? decision.confidence : undefined;
  };
  expect(sure('grey like next door')).toBeCloseTo(0.9);
  const { heard } = ready('only me so student', TICKETS);
  expect(byConclusion(heard, comments, lexicon, meant(TICKETS))).toMatchObject({ confidence: 0.9 });
});

test('an option is taken that a story comes to, or that a reason follows', () => {
  const rows: readonly Row[] = [
    [TIMES, 'the flight is at eight so a quarter past five', '5:15 AM'],
    [SIZES, 'he is tall so fourteen', '14'],
    [TICKETS, 'only me so student', 'Student'],
    [TICKETS, 'only me and my books so the student', 'Student'],
    [TICKETS, 'the floor is dark therefore oak', 'Oak'],
    [TICKETS, 'the floor is dark so so oak', 'Oak'],
    [TICKETS, 'it rained so we stayed in so oak', 'Oak'],
    [DAYS, 'on the seventh because i get paid on the eighth', '7 March'],
    [TICKETS, 'child because he is five', 'Child'],
    [TICKETS, 'child for him because he is five', 'Child'],
    // No story, something denied, more than the option, or a part of its label.
    [TICKETS, 'um so student'],
    [TICKETS, 'so student'],
    [TICKETS, 'only me student so'],
    [TICKETS, 'the dog cannot come so the student'],
    [TICKETS, 'i want oak because it is not dark'],
    [TICKETS, 'the floor is dark so oak and a sample'],
    [TICKETS, 'it is for my child he has fever since two days'],
    [TICKETS, 'only me so the blue'],
    [TICKETS, 'the red because it is dark'],
    // A time is no reason.
    [TICKETS, 'the oak since monday'],
    [TICKETS, 'because it is dark oak'],
  ];
  const found = rows.map((row) => taken(row, (heard, labels) => byConclusion(heard, comments, lexicon, meant(labels))));
  expect(found).toEqual(rows);
});
