import { byClause } from '../../../../lambda/conversation/answers/clause';
import { plain } from '../../../../lambda/conversation/answers/named';
import { lexicon, ready } from './ready';

const ROOMS = ['Standard', 'Deluxe', 'Suite', 'Family room'];
const CARS = ['Compact', 'Estate', 'Van'];
const DAMAGES = ['Fire', 'Flood', 'Storm', 'Burglary'];
const PETS = ['Dog', 'Cat', 'Rabbit'];
const CLASSES = ['Spin', 'Boxing', 'Yoga flow', 'Body pump'];
const PLANS = ['Starter', 'Family', 'Gamer'];
const PAINTS = ['Light blue', 'Dark blue', 'Red'];
const WINGS = ['5 Wings', '10 Wings', 'Bucket of 25'];
const TABLES = ['Book a table', 'Cancel a table', 'Menu'];
const WAYS = ['Pick up', 'Delivery'];
const PORTIONS = ['Full', 'Half', 'Quarter'];
const COURSES = ['Pottery', 'Welding', 'Life drawing'];
const DETAILS = ['Address', 'Slot', 'Name'];
const MEMBERS = ['Family', 'Student', 'Full'];
const FAMILIES = ['Family room', 'Family suite', 'Single', 'Yoga flow'];
const CONTACTS = ['Phone', 'Email', 'Post'];

/** What was said, and what its last clause that names an option picks, with what is told behind it; nothing where it picks none. */
type Row = readonly [labels: readonly string[], said: string, picked: string, question?: string];

function found(rows: readonly Row[]): Row[] {
  return rows.map(([labels, said, , question]) => {
    const { heard, prepared, evidence } = ready(said, labels, question);
    const decision = byClause(heard, prepared, evidence, (only) => plain(only, prepared, lexicon), lexicon);
    const indexes = decision?.kind === 'which' ? decision.indexes : decision?.kind === 'choose' ? [decision.index] : [];
    if (decision && 'rule' in decision)
      expect(['clause', decision.kind === 'which' && 'both']).toContain(decision.rule);
    const rest = decision?.kind === 'choose' && decision.rest !== undefined ? ` + ${decision.rest}` : '';
    const picked = `${indexes.map((index) => labels[index]).join(' or ')}${rest}`;
    return question === undefined ? [labels, said, picked] : [labels, said, picked, question];
  });
}

test('the last clause picks, whatever the others tell', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'oh let us push the boat out and have the suite', 'Suite'],
    [CARS, 'we had a compact last time it was murder so give us the estate', 'Estate'],
    [ROOMS, 'give us the suite please', 'Suite'],
    [ROOMS, 'better make it the suite', 'Suite'],
    [ROOMS, 'a mess so make the suite', 'Suite'],
    [ROOMS, 'no hang about give us the suite', 'Suite'],
    [ROOMS, 'he was ill we want the suite', 'Suite'],
    [ROOMS, 'they came we want the suite', 'Suite'],
    [ROOMS, 'my wife says no she wants the suite', 'Suite'],
    [WINGS, 'i never oops give us ten', '10 Wings'],
    [ROOMS, 'they say that i want the suite', 'Suite'],
    [ROOMS, 'i like the suite', 'Suite'],
    [ROOMS, 'a view um suite', 'Suite'],
    [ROOMS, 'a view so the suite please', 'Suite'],
    [ROOMS, 'bless your heart suite', 'Suite'],
    [ROOMS, 'i am no good with that just give me the suite', 'Suite'],
    [ROOMS, 'i am no good with that just suite', 'Suite'],
    [CONTACTS, 'i am hopeless with it just phone me', 'Phone'],
    [ROOMS, 'ao no do not touch that sorry suite', 'Suite'],
    [COURSES, 'my twins want to do life', 'Life drawing'],
    [WAYS, 'change delivery', 'Delivery', 'What would you like to change?'],
    [ROOMS, 'the view is nice go family', 'Family room'],
    [ROOMS, 'give us family today', 'Family room'],
    [ROOMS, 'deluxe we had the suite so suite', 'Suite'],
    // A part of a name that nothing leads to, and what is no name.
    [ROOMS, 'um family', ''],
    [ROOMS, 'a view um family', ''],
    [TABLES, 'i want a table', ''],
    [TABLES, 'i want to book', 'Book a table'],
    [ROOMS, 'a cot', ''],
  ];
  expect(found(rows)).toEqual(rows);
});

test('an option is picked that is said to be wanted', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'the suite is plenty', 'Suite'],
    [ROOMS, 'mango the suite is plenty', 'Suite'],
    [ROOMS, 'the suite would be lovely for us', 'Suite'],
    [ROOMS, 'suite will do', 'Suite'],
    [WINGS, "ten's plenty", '10 Wings'],
    [ROOMS, 'he was ill the suite is plenty', 'Suite'],
    [ROOMS, 'the suite is tiny', ''],
    [WINGS, 'six is plenty for a cardi', ''],
  ];
  expect(found(rows)).toEqual(rows);
  const sure = (said: string) => {
    const { heard, prepared, evidence } = ready(said, ROOMS);
    const decision = byClause(heard, prepared, evidence, (only) => plain(only, prepared, lexicon), lexicon);
    return decision?.kind === 'choose' && [decision.rule, decision.confidence];
  };
  expect(['suite is plenty', 'the suite is plenty', 'suite will do and a cot'].map(sure)).toEqual([
    ['clause', 0.95],
    ['clause', 0.7],
    ['clause', 0.7],
  ]);
});

test('what more is told of it stands behind it, and nothing may be said of it', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'give us the suite and a cot', 'Suite + a cot'],
    [ROOMS, 'so the suite for the view', 'Suite + for the view'],
    [ROOMS, 'um suite for my mum', 'Suite + for my mum'],
    [ROOMS, 'um family for my mum', ''],
    [ROOMS, 'give us family for my mum', 'Family room + for my mum'],
    [ROOMS, 'give us family for the summer', 'Family room + for the summer'],
    [ROOMS, 'give us the suite if you can', 'Suite'],
    [ROOMS, 'give us the suite bath', ''],
    [ROOMS, 'give us the suite not the deluxe', ''],
  ];
  expect(found(rows)).toEqual(rows);
});

test('a wish of somebody who is named picks the whole name, and no more may be told', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'my wife would love the suite', 'Suite'],
    [ROOMS, 'um my wife wants the suite', 'Suite'],
    [ROOMS, 'my wife would love the suite with a view', ''],
    [ROOMS, 'my wife would love a big suite', ''],
    [ROOMS, 'my wife would love the family', ''],
    [ROOMS, 'i would love the suite with a view', 'Suite + with a view'],
    [ROOMS, 'me and my brother want the suite with a view', 'Suite + with a view'],
    [ROOMS, 'me and my brother want the suite', 'Suite'],
    [MEMBERS, 'my daughter has passed put her down for family', 'Family', 'Which membership?'],
    [MEMBERS, 'my daughter has passed put her down for family with gym', 'Family + with gym', 'Which membership?'],
    [DETAILS, 'the address is fine change the slot', 'Slot', 'What would you like to change?'],
    [DETAILS, 'the address is fine change the slot for friday', 'Slot + for friday', 'What would you like to change?'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what was, what is not and what would be pick nothing', () => {
  const rows: readonly Row[] = [
    [CARS, 'we had the estate', ''],
    [CARS, 'they lost the estate', ''],
    [CARS, 'we hired the estate', ''],
    [CARS, 'we already have the estate', ''],
    [CARS, 'a mess no estate', ''],
    [ROOMS, 'do not go out of your way to give us the suite', ''],
    [ROOMS, 'call it a day have the suite', ''],
    [ROOMS, 'not the suite', ''],
    [ROOMS, 'i never want the suite', ''],
    [ROOMS, 'if we have the suite there is no money', ''],
    [ROOMS, 'unless we want the suite', ''],
    [ROOMS, 'when i have the suite', ''],
    [ROOMS, 'i do not know when i want the suite', ''],
    [ROOMS, 'we were ill and had to want the suite', ''],
    [ROOMS, 'never mind the suite', ''],
    [ROOMS, 'never mind oh the suite', 'Suite'],
    [ROOMS, 'we chose the suite', 'Suite'],
    [ROOMS, 'we picked the suite', 'Suite'],
    [ROOMS, 'the kids voted suite', 'Suite'],
    [ROOMS, 'we chose the suite and it was awful', ''],
    [ROOMS, 'we picked the suite and it was awful', ''],
    [ROOMS, 'i preferred the suite and a bath', ''],
    [ROOMS, 'i wanted the suite and a bath', 'Suite + a bath'],
    // Asked what was, what was is the answer; what is there, where it ends it.
    [DAMAGES, 'it was the storm', 'Storm', 'What was it?'],
    [DAMAGES, 'it was the storm that took the roof', '', 'What was it?'],
    [DAMAGES, 'there was a storm but nothing broke', '', 'What was it?'],
    [DAMAGES, 'there is a storm', 'Storm', 'What was it?'],
    [DAMAGES, 'there is a storm outside', '', 'What was it?'],
    [DAMAGES, 'there is a storm and the roof is off', '', 'What was it?'],
    [DAMAGES, 'there is a storm since this morning', 'Storm + since this morning', 'What was it?'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('words that several options hold are asked back, unless all do, or the question does', () => {
  const rows: readonly Row[] = [
    [PAINTS, 'i want the blue', 'Light blue or Dark blue'],
    [PAINTS, 'it is the blue', 'Light blue or Dark blue'],
    [PAINTS, 'red so blue', 'Light blue or Dark blue'],
    [PAINTS, 'i want the light', 'Light blue'],
    [PAINTS, 'blue so red', 'Red'],
    [PAINTS, 'give me the blue you sold me', ''],
    [PAINTS, 'give me the blue he sold me', 'Light blue or Dark blue'],
    [PAINTS.slice(0, 2), 'i want the blue', ''],
    [PAINTS, 'i want the blue', '', 'Which shade of blue?'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what follows a concession takes nothing back; what it comes to does, or is asked about', () => {
  const rows: readonly Row[] = [
    [PETS, 'she is a rabbit though she thinks she is a dog', ''],
    [CLASSES, 'spin please although actually my knee is bad so yoga', 'Spin or Yoga flow'],
    [CLASSES, 'yoga please but actually my knee is bad so body', 'Yoga flow or Body pump'],
    [CLASSES, 'body please but actually my knee is bad so yoga', 'Yoga flow or Body pump'],
    [ROOMS, 'we had the suite so family', 'Suite or Family room'],
    [ROOMS, 'the suite please so deluxe', 'Deluxe'],
    [FAMILIES, 'single so yoga', 'Single or Yoga flow'],
    [FAMILIES, 'um so yoga', ''],
    [FAMILIES, 'family so yoga', '', 'Which family?'],
    [FAMILIES, 'single so family', '', 'Which family?'],
    [ROOMS, 'family room so family', 'Family room'],
    [PLANS, 'starter though we should go for gamer', 'Starter or Gamer'],
    [PLANS, 'gamer though we must have the starter', 'Starter or Gamer'],
    [PLANS, 'gamer though mango starter is plenty', 'Starter or Gamer'],
    [PLANS, 'starter though we go for gamer', ''],
    [PLANS, 'starter though my wife should go for gamer', ''],
    [PLANS, 'starter though the kids would rather gamer', ''],
    [PLANS, 'starter sorry though they go for gamer', ''],
    [PLANS, 'starter though actually gamer', 'Gamer'],
    [PLANS, 'starter although let us go for family', 'Family'],
    [PLANS, 'starter although so family', 'Family'],
    [PLANS, 'starter although my son would go for family', ''],
    [PLANS, 'starter although they have family', ''],
    [PLANS, 'starter although i would rather family', ''],
  ];
  expect(found(rows)).toEqual(rows);
});

test('two options that are linked pick none, but with another clause between the last does', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'give us the suite or the deluxe', ''],
    [ROOMS, 'give us the suite and the deluxe', ''],
    [ROOMS, 'give us the suite or give us the deluxe', ''],
    [ROOMS, 'we like the suite and want the deluxe', ''],
    [ROOMS, 'give us the suite please and have the deluxe', ''],
    [ROOMS, 'give us the suite have the deluxe', 'Deluxe'],
    [ROOMS, 'give us the suite and then i want the deluxe', 'Deluxe'],
    [ROOMS, 'we want the suite and so the deluxe', 'Deluxe'],
    [ROOMS, 'we want the suite but give us the deluxe', 'Deluxe'],
    [ROOMS, 'we want the suite or no give us the deluxe', 'Deluxe'],
    [ROOMS, 'we like the suite or we want the deluxe', 'Deluxe'],
  ];
  expect(found(rows)).toEqual(rows);
});

test('an utterance that asks picks nothing, unless it wishes so or the question is given up', () => {
  const rows: readonly Row[] = [
    [ROOMS, 'could you give us the suite', 'Suite'],
    [ROOMS, 'can we put our name down for the suite', 'Suite'],
    [ROOMS, 'i wonder could you put me down for the suite', 'Suite'],
    [ROOMS, 'give us the suite can you do that', ''],
    [ROOMS, 'put us down for the suite is there a bath', ''],
    [ROOMS, 'how much is it give us the suite', ''],
    [ROOMS, 'is there a bath give us the suite', ''],
    [ROOMS, 'is the bath big could you put me down for the suite', ''],
    [ROOMS, 'do people take the suite', ''],
    [PORTIONS, 'full how much oh half then', 'Half'],
    [PORTIONS, 'how much um give me the half', 'Half'],
    [PORTIONS, 'sorry how much give me the half', 'Half'],
    [PORTIONS, 'full sorry how much give me the half', 'Half'],
    [PORTIONS, 'is that dear oh give me the half', 'Half'],
    [PORTIONS, 'do people oh give me the half', 'Half'],
    [PORTIONS, 'are half oh give me the half', 'Half'],
    [PORTIONS, 'how much um give me the half for my mum', ''],
    [PORTIONS, 'what is full oh give me the half', ''],
    [PORTIONS, 'full um what is full oh give me the half', ''],
    [PORTIONS, 'what half um give me the half', 'Half'],
    [PAINTS, 'how much um give me the light blue', 'Light blue'],
    [PORTIONS, 'could you um half for my mum', ''],
    [PORTIONS, 'so how much is it give me the half', ''],
    [PORTIONS, 'is dear give me the half', 'Half'],
    [PORTIONS, 'full is um give me the half', 'Half'],
    [ROOMS, 'would the bath fit give us the suite', ''],
    [PORTIONS, 'oh is it dear give me the half', ''],
    [PORTIONS, 'have you give me the half', ''],
  ];
  expect(found(rows)).toEqual(rows);
});
