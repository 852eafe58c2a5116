import { english } from '../english';
import { type Told, told } from './asked';

test('a yes or no picks the label that begins so', () => {
  const labels = ['Yes, cancel it', 'No, keep it'];
  const rows: readonly Told[] = [
    ['yes', 'Yes, cancel it'],
    ['sure', 'Yes, cancel it'],
    ['no', 'No, keep it'],
    ['never mind', 'No, keep it'],
    ['keep it', 'No, keep it'],
    ['cancel it', 'Yes, cancel it'],
    ["don't cancel it", 'No, keep it'],
    ["no oh well it's icy out there isn't it yes cancel it", 'Yes, cancel it'],
  ];
  expect(told(rows, labels)).toEqual(rows);
});

test('a yes picks a label that is nothing but agreement, where none begins with yes', () => {
  const rows: readonly Told[] = [
    ['yes', 'Confirm'],
    ['sure please', 'Confirm'],
    ['yes and a taxi', 'Confirm + a taxi'],
    ['no', 'words'],
    ['yes change it', 'Change'],
  ];
  expect(told(rows, ['Confirm', 'Change'])).toEqual(rows);
  expect(told([['sure', 'Yes']], ['Confirm', 'Yes'])).toEqual([['sure', 'Yes']]);
  expect(told([['sure', 'words']], ['Tea', 'Coffee'])).toEqual([['sure', 'words']]);
});

test('a label that agrees and then excludes is one for no', () => {
  for (const labels of [
    ['Of course', 'Of course not'],
    ['Absolutely', 'Absolutely not'],
  ]) {
    const rows: readonly Told[] = [
      ['yes', labels[0] ?? ''],
      ['no', labels[1] ?? ''],
      ['of course not', labels[1] ?? ''],
    ];
    expect(told(rows, labels)).toEqual(rows);
  }
  const both = 'which Sure, no nuts | Sure, nuts';
  expect(told([['yes', both]], ['Sure, no nuts', 'Sure, nuts'])).toEqual([['yes', both]]);
});

test('where several labels begin so, it is asked which', () => {
  const rows: readonly Told[] = [
    ['yes', 'which Yes, nuts | Yes, milk'],
    ['yes please um', 'which Yes, nuts | Yes, milk'],
    ['sure and a taxi', 'which Yes, nuts | Yes, milk'],
    ['yes milk', 'Yes, milk'],
    ['milk yes', 'Yes, milk'],
    ['yes what are they', 'list'],
    ['nope', 'No'],
  ];
  expect(told(rows, ['Yes, nuts', 'Yes, milk', 'No'])).toEqual(rows);
  const today: readonly Told[] = [
    ['yes today', 'Yes, today'],
    ['today yes', 'Yes, today'],
    ['yes talk to us', 'Talk to us'],
    ['yes talk', 'Talk to us'],
    ['sure', 'which Yes, today | Yes, tomorrow'],
  ];
  expect(told(today, ['Yes, today', 'Yes, tomorrow', 'Talk to us'])).toEqual(today);
  const ribbon: readonly Told[] = [
    ['yes', 'which Yes, with a ribbon | Yes, no ribbon'],
    ['no', 'No thanks'],
    ['no ribbon', 'Yes, no ribbon'],
    ['yes no ribbon', 'Yes, no ribbon'],
  ];
  expect(told(ribbon, ['Yes, with a ribbon', 'Yes, no ribbon', 'No thanks'])).toEqual(ribbon);
  const agreeing: readonly Told[] = [['yes', 'which Go ahead | Do it']];
  expect(told(agreeing, ['Go ahead', 'Do it', 'Stop'])).toEqual(agreeing);
});

test('it is surer of a yes or no alone', () => {
  const offered = { labels: ['Yes', 'No'], from: 0, to: 2 };
  const rows = [
    ['sure', { kind: 'choose', index: 0, rule: 'yes-no', confidence: 0.9 }],
    ['nope', { kind: 'choose', index: 1, rule: 'yes-no', confidence: 0.9 }],
    ['sure and a taxi', { kind: 'choose', index: 0, rule: 'yes-no', confidence: 0.8, rest: 'a taxi' }],
  ] as const;
  expect(rows.map(([said]) => [said, english.decide(offered, said)])).toEqual(rows);
});

test('a no that puts something right is the bot’s', () => {
  const rows: readonly Told[] = [
    ['no i meant friday', 'words'],
    ['no um i meant friday', 'words'],
    ['no please i meant friday', 'words'],
    ['no sorry friday', 'words'],
    ['no sorry um the friday', 'words'],
    ['no wait friday', 'words'],
    ['no sorry', 'No'],
    ['no sorry thanks', 'No'],
    ['no wait', 'No'],
    ['no sorry not friday', 'No + sorry not friday'],
    ['no not friday', 'No + not friday'],
    ['no friday', 'No + friday'],
    ['no i live in leeds', 'No + i live in leeds'],
    ['yes sorry friday', 'Yes + sorry friday'],
    ['yes i meant friday', 'Yes + i meant friday'],
  ];
  expect(told(rows)).toEqual(rows);
});

test('a no that says what is not wanted is told with it', () => {
  const rows: readonly Told[] = [
    ['no onions please', 'words'],
    ['no onions', 'words'],
    ['no the onions', 'No + the onions'],
    ['no um onions', 'No + onions'],
    ['nope onions', 'No + onions'],
    ['no thanks onions', 'No + onions'],
    ['no two onions', 'No + two onions'],
    ['no tomorrow', 'No + tomorrow'],
    ['no monday', 'No + monday'],
    ['no october', 'No + october'],
    ['no it crackles', 'No + it crackles'],
    ['no already paid', 'No + already paid'],
    ['yes onions', 'Yes + onions'],
  ];
  expect(told(rows)).toEqual(rows);
});

test('words of a label beside a no do not pick the other way', () => {
  const moved: readonly Told[] = [
    ["that's not right", "No, I've moved"],
    ["that's right", "Yes, that's right"],
    ["um that's not right thanks", "No, I've moved"],
    ["i've moved", "No, I've moved"],
  ];
  expect(told(moved.slice(0, 3), ["Yes, that's right", "No, I've moved"])).toEqual(moved.slice(0, 3));
  const card: readonly Told[] = [
    ['no card', 'Yes, no card'],
    ['no card please', 'Yes, no card'],
    ['um no card', 'Yes, no card'],
    ['no', 'No'],
  ];
  expect(told(card, ['Yes, no card', 'No'])).toEqual(card);
  const unsure: readonly Told[] = [
    ["no i haven't", 'No'],
    ["no i don't", 'No'],
    ["i don't know", "Don't know"],
    ["don't know", "Don't know"],
  ];
  expect(told(unsure, ['Yes', 'No', "Don't know"])).toEqual(unsure);
  const broken: readonly Told[] = [
    ["it doesn't work", 'No, it broke'],
    ['it works', 'Yes, it works'],
    ['works please', 'Yes, it works'],
    ["um doesn't work please", 'words'],
    ['great news yes', 'Yes, it works'],
  ];
  expect(told(broken, ['Yes, it works', 'No, it broke'])).toEqual(broken);
});

test('words of a label count beside a yes or no that it is said with', () => {
  const fine: readonly Told[] = [
    ["i'm fine", "No, I'm fine"],
    ["um i'm fine thanks", "No, I'm fine"],
    ['yes', 'Yes, please'],
  ];
  expect(told(fine, ['Yes, please', "No, I'm fine"])).toEqual(fine);
  const okay: readonly Told[] = [
    ['yes fine', 'Yes, please'],
    ['fine', "No, it's fine"],
    ['um fine thanks', "No, it's fine"],
    ['great that is fine', 'Yes, please'],
    ['okay fine', "No, it's fine"],
  ];
  expect(told(okay, ['Yes, please', "No, it's fine"])).toEqual(okay);
  const others: readonly Told[] = [
    ['yes talk to us', 'Talk to us'],
    ['yes talk', 'Talk to us'],
    ['yes', 'Yes'],
  ];
  expect(told(others, ['Yes', 'No', 'Talk to us'])).toEqual(others);
  expect(told(others, ['Yes', 'No', 'Talk to us', "Don't know"])).toEqual(others);
  const denied: readonly Told[] = [
    ['right', 'Yes'],
    ['yes right', 'Yes'],
    ['not right', 'Not right'],
    ["that's right", 'Yes'],
    ['foot', 'Left foot'],
  ];
  expect(told(denied, ['Yes', 'No', 'Not right', 'Left foot'])).toEqual(denied);
  const heating: readonly Told[] = [
    ['no the heating is too loud', 'Loud heating'],
    ['nope it is too warm', 'words'],
    ['nope', 'No heating'],
  ];
  expect(told(heating, ['No heating', 'Loud heating'])).toEqual(heating);
});

test('a place picks no label that says the opposite', () => {
  const rows: readonly Told[] = [
    ['yes two', 'Yes + two'],
    ['no the first', 'No + the first'],
    ['no the third one', 'Maybe later'],
    ['the second one', 'No'],
  ];
  expect(told(rows, ['Yes', 'No', 'Maybe later'])).toEqual(rows);
  const agreeing: readonly Told[] = [
    ['yes two', 'Confirm + two'],
    ['no the first', 'Confirm'],
  ];
  expect(told(agreeing.slice(0, 1), ['Confirm', 'No'])).toEqual(agreeing.slice(0, 1));
});

test('what is told beyond a yes begins and ends with what says something', () => {
  const rows: readonly Told[] = [
    ['yes um and a taxi please', 'Yes + a taxi'],
    ['yes um please a taxi thanks', 'Yes + a taxi'],
    ['yes thanks a taxi thanks very much please', 'Yes + a taxi'],
    ['yes please only a taxi', 'Yes + only a taxi'],
    ['yes by all means and a taxi', 'Yes + a taxi'],
    ['yes at seven', 'Yes + at seven'],
    ['yes one', 'Yes'],
    ['yes who is this', 'Yes + who is this'],
    ['yes thanks who is this', 'Yes + who is this'],
    ['yes and who is this', 'Yes + who is this'],
    ['yes and which', 'Yes + which'],
    ['yes the which', 'Yes'],
    ['yes that is what i want', 'Yes'],
    ['yes is it', 'Yes'],
    ['yes thanks', 'Yes'],
    ['yes so', 'Yes'],
    ['yes of course you know', 'Yes'],
  ];
  expect(told(rows)).toEqual(rows);
});
