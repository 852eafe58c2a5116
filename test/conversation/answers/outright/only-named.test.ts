import { cleftIn, isOutdone } from '../../../../lambda/conversation/answers/cleft';
import type { Rule } from '../../../../lambda/conversation/answers/decision';
import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { isOnlyNamed } from '../../../../lambda/conversation/answers/only-named';
import { lexicon, marked, offerOf } from './marked';

/** Whether the first option is only named, that was taken by a rule. */
function isNamed(said: string, labels: string, { rule = 'label', question }: { rule?: Rule; question?: string } = {}) {
  const heard = hear(said, lexicon);
  const prepared = offerOf(labels, question);
  const decision = { kind: 'choose', index: 0, rule, confidence: 1 } as const;
  return isOnlyNamed(heard, decision, () => findEvidence(heard, prepared, lexicon), prepared, lexicon);
}

const BOILERS = 'Combi|System|Regular';

test('an option is only named where it is asked whether what is told of it is so', () => {
  const named = [
    'the combi only lasts eight years is that right',
    'the combi only lasts eight years is that right please mate',
    'apparently the combi leaks is that true',
    'the plumber swears by the combi is that correct',
    'the combi leaks am i right mate',
  ];
  const meant = [
    'the combi is that right',
    'the combi please is that right',
    'the combi lasts eight years',
    'is that right the combi lasts eight years',
    'the system only lasts eight years is that right',
  ];
  expect(named.filter((said) => !isNamed(said, BOILERS))).toEqual([]);
  expect(meant.filter((said) => isNamed(said, BOILERS))).toEqual([]);
  expect(isNamed('the gas combi is that right', 'Gas combi|System')).toBe(false);
});

test('where it is asked what it can do, or whether one may have it', () => {
  expect(isNamed('will the combi fit in the loft', BOILERS)).toBe(true);
  expect(isNamed("i've no loft can i still have the combi", BOILERS)).toBe(true);
  expect(isNamed('will you fit the combi in the loft', BOILERS)).toBe(false);
});

test('where it would be taken only if something were otherwise, or it is asked how much it is', () => {
  const named = [
    "i'd have the combi if it wasn't so dear",
    "i'd have the combi one now if they weren't so dear",
    "i'd have the combi if the price was lower",
    "i'd have the combi if my landlord paid",
    "i'd have the combi if that was cheaper",
    "i'd have the combi if the system failed",
    'it depends how much the combi is',
  ];
  const meant = [
    "i'd have the combi if they are not too dear",
    'the combi if the price is right',
    'the combi if price was no object',
    'the combi if the last one was yours',
    'the combi the price was right',
    'the combi although it was dear',
    'the combi if you wanted to know',
    'the combi although my wife wanted the system',
    "if they weren't so dear i'd have the combi",
    "i'd have the combi they weren't so dear",
    'how much the combi is to me',
    'it depends how much it is the combi',
    'i know how much the combi costs',
    'that is how much the combi does',
  ];
  expect(named.filter((said) => !isNamed(said, BOILERS))).toEqual([]);
  expect(meant.filter((said) => isNamed(said, BOILERS))).toEqual([]);
});

test('where it is complained of, or something is only compared with it', () => {
  const named = [
    "you're still sending me the combi bill",
    'you kept sending the combi',
    'something like the combi but firmer',
    'something similar to the combi',
  ];
  const meant = [
    'you kept sending bills so the combi',
    "you're still there good the combi",
    'the combi you kept sending',
    'more than the combi',
    'over the combi',
    'over a combi with something like the old one',
  ];
  expect(named.filter((said) => !isNamed(said, BOILERS))).toEqual([]);
  expect(meant.filter((said) => isNamed(said, BOILERS))).toEqual([]);
  expect(isNamed("you're still sending me the combi", BOILERS, { question: 'What is the matter?' })).toBe(false);
});

test('where it is something that somebody else has, and a sentence tells it', () => {
  const rows: readonly (readonly [said: string, rule: Rule, isNamed: boolean])[] = [
    ['my neighbour has the combi', 'clause', true],
    ['my neighbour has the combi', 'outright', true],
    ['my neighbour has the combi', 'weighed', true],
    ['my neighbour has the combi', 'label', false],
    ['next door are getting the combi', 'clause', true],
    ['next door has combi', 'clause', true],
    ['my neighbour has it so i want the combi', 'clause', false],
    ['my neighbour has it no the combi', 'clause', false],
    ['my neighbour has one like that and the combi', 'clause', false],
    ['the combi like my neighbour has', 'clause', false],
    ['the combi', 'clause', false],
    ['my combi', 'clause', false],
    ['i want to show my neighbour the combi', 'clause', true],
  ];
  expect(rows.map(([said, rule]) => [said, rule, isNamed(said, BOILERS, { rule })])).toEqual(rows);
});

test('where somebody of that role is asked for, more is asked of it, or it is what one may have', () => {
  const rows: readonly (readonly [said: string, labels: string, question: string, isNamed: boolean])[] = [
    ['can i speak to a manager', 'Manager|Clerk', 'What is your current role?', true],
    ['put me through to a manager', 'Manager|Clerk', 'What is your current role?', true],
    ['a manager put me through to one', 'Manager|Clerk', 'What is your current role?', true],
    ['a manager can i speak to', 'Manager|Clerk', 'What is your current role?', true],
    ["i'm a manager", 'Manager|Clerk', 'What is your current role?', false],
    ['can i speak to a manager', 'Manager|Clerk', 'Who would you like?', false],
    ['speak to us', 'Speak to us|Clerk', 'What is your current role?', false],
    ['tell me about the aqua aerobics', 'Aqua aerobics|Boxing', 'Which class would you like to join?', true],
    ["i'd like to know more about just the aqua aerobics", 'Aqua aerobics|Boxing', 'What would you like to try?', true],
    [
      'a question about the booking for aqua aerobics',
      'Aqua aerobics|Boxing',
      'Which class would you like to join?',
      false,
    ],
    ['aqua aerobics tell me about it', 'Aqua aerobics|Boxing', 'Which class would you like to join?', false],
    ['tell me about the aqua aerobics', 'Aqua aerobics|Boxing', 'Which class is it?', false],
    ["i think i've got the flu", 'Flu jab|Travel jab', 'What would you like?', true],
    ['i came down with flu', 'Flu jab|Travel jab', 'Which jab would you like?', true],
    ["i think i've got the flu", 'Flu jab|Travel jab', 'Which jab is it?', false],
    ["i'd like one for flu", 'Flu jab|Travel jab', 'Which jab would you like?', false],
    ["i think i've got it so the flu one", 'Flu jab|Travel jab', 'Which jab would you like?', false],
  ];
  expect(rows.map(([said, labels, question]) => [said, labels, question, isNamed(said, labels, { question })])).toEqual(
    rows,
  );
});

test('where it only goes well, and something else is what one means', () => {
  const rows: readonly (readonly [said: string, isNamed: boolean])[] = [
    ["she's good at maths it's the english she struggles with", true],
    ["she's good at maths it's the music she struggles with", false],
    ["she's good at maths and music it's the music she struggles with", false],
    ["it's the english she struggles with she's good at maths", false],
    ["she's good at maths it's the english", false],
  ];
  expect(rows.map(([said]) => [said, isNamed(said, 'Maths|Music')])).toEqual(rows);
});

test('what was not taken is not only named, and neither is what holds no word of it', () => {
  const heard = hear('the combi only lasts eight years is that right', lexicon);
  const prepared = offerOf(BOILERS);
  const said = () => findEvidence(heard, prepared, lexicon);
  expect(isOnlyNamed(heard, { kind: 'words' }, said, prepared, lexicon)).toBe(false);
  expect(isOnlyNamed(heard, { kind: 'which', indexes: [0, 1], rule: 'part' }, said, prepared, lexicon)).toBe(false);
});

test('what somebody does tells that a thing is what they mean', () => {
  const rows: readonly (readonly [said: string, cleft: string])[] = [
    ["maths is fine it's the english he struggles with", "it 's the english"],
    ["maths is fine it's english he needs", "it 's english"],
    ["maths is fine it's the spoken english he needs", "it 's the spoken english"],
    ["maths is fine it's some old spoken english he needs", "it 's some old spoken english"],
    ["maths is fine and it's english and it's french he needs", ''],
    ["it's the english he struggles with", ''],
    ["maths is fine it's some dull old spoken english he needs", ''],
    ["maths is fine it's the really spoken english he needs", ''],
    ["maths is fine it's the english it needs", ''],
    ["maths is fine it's the english", ''],
    ["maths is fine it's the english he", ''],
    ["maths is fine it's he who struggles", ''],
    ["maths is fine it's the he who struggles", ''],
    ['maths is fine it was the english he struggled with', ''],
    ['maths is fine it struggles the english he said', ''],
    ["maths is fine that's the english he struggles with", ''],
    ["maths is fine give them 's the english he struggles with", ''],
    ['maths is fine', ''],
    ['do maths she likes', ''],
  ];
  expect(
    rows.map(([said]) => {
      const heard = hear(said, lexicon);
      const cleft = cleftIn(heard);
      return [said, cleft ? heard.texts.slice(cleft.from, cleft.to).join(' ') : ''];
    }),
  ).toEqual(rows);
});

test('before it, an option goes well, or something is said against', () => {
  const rows: readonly (readonly [said: string, isOutdone: boolean])[] = [
    ["she's good at [maths] it's the english she struggles with", true],
    ["she's good with our [maths] it's the english she struggles with", true],
    ["[maths] is fine it's the english she struggles with", true],
    ["[maths] was fine it's the english she struggles with", true],
    ["her [maths] work is great it's the english she struggles with", true],
    ["he loves [maths] but it's the english he needs", true],
    ["he loves [maths] it's the english he needs", false],
    ["good [maths] of course it's the english he needs", false],
    ["good old [maths] in class it's the english he needs", false],
    ["she's good [maths] with that it's the english he needs", false],
    ["please on [maths] it's the english he needs", false],
    ["so please on [maths] it's the english he needs", false],
    ["[maths] has been great it's the english he struggles with", false],
    ["[maths] is please it's the english he struggles with", false],
    ["[maths] please it's the english he struggles with", false],
    ["[maths] great it's the english he struggles with", false],
    ["it is great [maths] it's the english he struggles with", false],
    ["[maths] is tough great work it's the english he struggles with", false],
    ["maths is tough it's the [english] he struggles with", false],
    ["maths is tough but it's the [english] he struggles with", false],
    ["maths is fine it's the english he struggles with not [french]", false],
  ];
  expect(
    rows.map(([said]) => {
      const { heard, span } = marked(said);
      const cleft = cleftIn(heard);
      return [said, cleft !== undefined && isOutdone(heard, span, cleft)];
    }),
  ).toEqual(rows);
});
