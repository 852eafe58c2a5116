import { answered, type Row } from './asked';

test('a yes may be excused by what did not happen', () => {
  const rows: readonly Row[] = [
    ["yes i wasn't listening", 'yes'],
    ['yes i was not listening to you', 'yes'],
    ['yes i was not paying attention', 'yes'],
    ['yes it was not working', 'yes'],
    ['yes i have not got that', 'yes'],
    ['yes i was not paying attention to the radio station', undefined],
    ["yes wasn't listening", undefined],
    ['yes i just really could not hear', undefined],
    ['yes i was really listening', undefined],
    ['yes i had not heard and so', undefined],
    ['yes i was not listening why', undefined],
    ['yes i was not listening can you', undefined],
    ['yes who was not listening', undefined],
    ['yes i could not see two', undefined],
    ["yes i couldn't hear you", 'yes'],
    ['yes one i could not see', undefined],
    ["two yes i wasn't listening", 'yes', 'Is it two rooms?'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('an excuse counts only where it cannot be what the bot must hear', () => {
  const excuse = "yes i wasn't using it";
  expect(answered([[excuse, 'yes']], 'offer')).toEqual([[excuse, 'yes']]);
  expect(answered([[excuse, undefined]], 'anything-else')).toEqual([[excuse, undefined]]);
  expect(answered([[excuse, undefined]], 'delete')).toEqual([[excuse, undefined]]);
});

test('a no may be told why, and a wish behind it is the bot’s', () => {
  const rows: readonly Row[] = [
    ['no i moved', 'no'],
    ['no um i moved', 'no'],
    ['no thanks i moved', 'no'],
    ["no i don't live there", 'no'],
    ['no he never lived there', 'no'],
    ['no he really never ever lived there', 'no'],
    ['no mum never drives', 'no'],
    ['no it was wet', 'no'],
    ['no he in a big old place never lived', undefined],
    ['never my big house', 'no'],
    ['no not on sunday', 'no'],
    ['no not that', 'no'],
    ['no not monday tuesday', undefined],
    ["no i don't want that big house", 'no'],
    ['no i moved house', undefined],
    ['no he actually definitely never lived there', undefined],
    ['no my house', undefined],
    ['no mum drives', undefined],
    ['no mum she never drives', undefined],
    ["no i don't need two", undefined],
    ['no two i never live there', undefined],
    ['two no i never live there', 'no', 'Is it two rooms?'],
    ["no i don't know who lives there", undefined],
    ["no i don't live there can you check", undefined],
    ['no why i never live there', undefined],
    ['no because it rains', 'no'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('what is wished for behind a no is the bot’s, unless it is not wished for', () => {
  const rows: readonly Row[] = [
    ['no i want my balance', undefined],
    ["no i don't want to order", 'no'],
    ['no i do not really want my balance', 'no'],
    ["no i don't ever really want my balance", undefined],
    ['no i want to go', undefined],
    ['no i want it', 'no'],
    ['no i need it not broken', undefined],
    ['no i like it', 'no'],
    ['no i see john', undefined],
    ["no i see it's wrong", 'no'],
    ['no i like to see it', 'no'],
    ['no it never wants order', 'no'],
    ['no i want it cancelled', 'no', 'Shall I cancel it?'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('a yes may repeat the deed in other words', () => {
  const rows: readonly Row[] = [
    ['yes get rid of it', 'yes'],
    ['yes throw it', 'yes'],
    ['yes um throw it', 'yes'],
    ['yes please throw it', 'yes'],
    ['yes put me through', 'yes'],
    ['yes and throw it', 'yes'],
    ['yes but take it', 'yes'],
    ["yes that's the one throw it", 'yes'],
    ['yes because it rains', 'yes'],
    ['yes so throw it', undefined],
    ['yes throw it because', undefined],
    ['yes throw it away', undefined],
    ['yes throw rubbish', undefined],
    ['yes throw the rubbish at it', undefined],
    ['yes but take it from savings', undefined],
    ['yes and take it from savings', undefined],
    ['yes take it from my savings', undefined],
    ['yes give it to john', undefined],
    ['yes throw two of them', undefined],
    ['yes two throw it', undefined],
    ['yes what throws it', undefined],
    ['yes can you throw it', undefined],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('words of the question alone are an answer, too', () => {
  const rows: readonly Row[] = [
    ['book it', 'yes', 'Shall I book it?'],
    ['please book it now', 'yes', 'Shall I book it?'],
    ["don't book it", 'no', 'Shall I book it?'],
    ['never book it', 'no', 'Shall I book it?'],
    ['not the table', 'no', 'Shall I book the table?'],
    ['the table not', 'no', 'Shall I book the table?'],
    ['the table thing', 'yes', 'Shall I book the table?'],
    ['four of us people', 'yes', 'Is it for four people?'],
    ['for four guests', 'yes', 'Is it for four people?'],
    ['that thing', undefined, 'Shall I book the table?'],
    ['thing table', undefined, 'Shall I book the table?'],
    ['book a table', undefined, 'Shall I book it?'],
    ['it', undefined, 'Shall I book it?'],
    ['you', undefined, 'Shall I book it for you?'],
    ['did you book it', undefined, 'Shall I book it?'],
    ['book it where', undefined, 'Shall I book it?'],
    ['book it though', undefined, 'Shall I book it?'],
    ['book it', undefined],
    ["no tuesday's fine", undefined, 'Shall I book Tuesday?'],
    ["tuesday's fine", 'yes', 'Shall I book Tuesday?'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('a wish of its own is no yes, however small it is', () => {
  const rows: readonly Row[] = [
    ['yes i would like to book an appointment', undefined],
    ['yes check', undefined],
    ['yes my people', undefined],
    ['yes dog one', undefined],
    ['yes without that', undefined],
    ['yes not', undefined],
    ['yes dog one', 'yes', 'Is it your dog?'],
    ['yes one people', undefined, 'Is it your dog?'],
    ['yes you may and thank you very much my dear', 'yes'],
    ['yes so do we then', 'yes'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('a number of the question may be said otherwise', () => {
  const rows: readonly Row[] = [
    ['yes four people', 'yes', 'Is it for four people?'],
    ['yes four adults', undefined, 'Is it for four people?'],
    ['yes make that four people', undefined, 'Is it for four people?'],
    ["no it isn't four people", 'no', 'Is it for four people?'],
    ['no half past six', undefined, 'Is it at seven?'],
    ["no it isn't seven", 'no', 'Is it at seven?'],
    ["no sorry it isn't four people", 'no', 'Is it for four people?'],
    ['make that seven', undefined, 'Is it for four people?'],
    ['make that four people', undefined, 'Is it for four people?'],
    ['no seven', undefined, 'Is it at seven?'],
    ['yes seven', 'yes', 'Is it at seven?'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('to delete takes an explicit yes', () => {
  const rows: readonly Row[] = [
    ['yes', 'yes'],
    ['sure', 'yes'],
    ['do it', 'yes'],
    ['delete it', 'yes', 'Shall I delete it?'],
    ['yes delete it', 'yes', 'Shall I delete it?'],
    ['no because i need it', 'no'],
    ['no i need it', 'no'],
    ['no we moved', 'no'],
    ['yes throw it', undefined],
    ['great', undefined],
    ['grand', undefined],
    ['messages', undefined, 'Shall I delete your messages?'],
  ];
  expect(answered(rows, 'delete')).toEqual(rows);
});

test('what each kind of question takes for yes and no', () => {
  const all = ["that's it", 'keep going', "i'm good", 'tell me', "that's enough"] as const;
  const rows = [
    ['confirmation', 'yes', undefined, 'yes', undefined, undefined],
    ['offer', 'yes', undefined, 'no', 'yes', undefined],
    ['anything-else', 'no', undefined, 'no', undefined, 'no'],
    ['go-on', 'no', 'yes', 'no', undefined, 'no'],
    ['delete', undefined, undefined, 'no', undefined, undefined],
  ] as const;
  const found = rows.map(([kind]) => [
    kind,
    ...answered(
      all.map((said) => [said, undefined]),
      kind,
    ).map(([, is]) => is),
  ]);
  expect(found).toEqual(rows);
});
