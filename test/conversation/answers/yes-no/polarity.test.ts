import { answered, type Row, type Told, told } from './asked';

test('a word or phrase for yes or no is one, among courtesies and small words', () => {
  const rows: readonly Row[] = [
    ['yes', 'yes'],
    ['no', 'no'],
    ['um yes please', 'yes'],
    ['hello no', 'no'],
    ['good thanks', 'yes'],
    ['good', 'yes'],
    ['good morning yes', 'yes'],
    ['good morning', undefined],
    ['good morning good', 'yes'],
    ['perfect good night', 'yes'],
    ['please thanks', 'yes'],
    ['no no thanks', 'no'],
    ["no no i don't live there", 'no'],
    ['it is yes', 'yes'],
    ["i'd say that is right", 'yes'],
    ['one never mind', 'no'],
    ['yes great', 'yes'],
    ['yes and also', 'yes'],
    ['', undefined],
    ['um', undefined],
    ['my husband says yes', undefined],
    ["my word that's right", undefined],
    ['the food was good i agree', undefined],
    ['here is what i need', undefined],
    ['never mind the gap', undefined],
    ['i agree with the colour blue', undefined],
    ['yes tomorrow at the office', undefined],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('what is neither makes nothing of all of it', () => {
  const rows: readonly Row[] = [
    ['maybe', undefined],
    ['yes maybe', undefined],
    ['maybe yes', undefined],
    ['no maybe', undefined],
    ['i am not sure', undefined],
    ['yes and no', undefined],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('what agrees refuses behind a negator, up to what limits that', () => {
  const rows: readonly Row[] = [
    ['not good', 'no'],
    ['not um fine', 'no'],
    ["don't agree", 'no'],
    ['not great no', 'no'],
    ['okay not great', 'no'],
    ['yes not great', undefined],
    ['not but okay', 'yes'],
    ['not here but fine', 'yes'],
    ['not here fine', 'no'],
    ['not my thing but fine', undefined],
    ['not grand', 'no'],
    ['not grand piano', undefined],
    ['never i agree', 'no'],
    ['not a problem', 'yes'],
    ['without that yes please', 'yes'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('a phrase of words of the question is no refusal of it', () => {
  const rows: readonly Row[] = [
    ['yes skip it', 'yes', 'Shall I skip the song?'],
    ['yes skip it', undefined, 'Shall I play the song?'],
    ['okay leave it', 'yes', 'Shall I leave the order?'],
    ['leave it', 'no', 'Shall I leave the order?'],
    ['no leave it', 'no', 'Shall I leave the order?'],
    ["okay don't leave it", 'no', 'Shall I leave the order?'],
    ['okay never mind', 'no', 'Do you mind?'],
    ['okay leave it', 'no', 'Is it for the boy?'],
    ['sure later', 'yes', 'Shall I try later?'],
    ['sure later thanks', 'yes', 'Shall I try later?'],
    ['yes nope', 'yes', 'Did you say nope?'],
    ['yes not right', undefined, 'Is that not right?'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('small sentences count where nothing else is said', () => {
  const rows: readonly Row[] = [
    ['i do', 'yes'],
    ['i do indeed', 'yes'],
    ['i do thanks', 'yes'],
    ['um i do', 'yes'],
    ['it is it is', 'yes'],
    ['i do not', 'no'],
    ["it's not", 'no'],
    ['i do live there', 'yes', 'Do you live there?'],
    ['i do live there', undefined],
    ['i do want it', undefined],
    ['i have lost it', undefined],
    ["you've got the wrong address", undefined],
    ["it's not working", undefined],
    ['it is absolutely not', 'no'],
    ['it is not this one', 'no'],
    ['i do never mind', undefined],
    ['i do um never mind', undefined],
    ['grand', 'yes'],
    ['grand thanks', 'yes'],
    ['grand piano', undefined],
    ['grand no', 'no'],
    ['doubtful', 'no'],
    ['pass thanks', 'no'],
    ['pass the salt', undefined],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('an answer may stand behind its reason', () => {
  const rows: readonly Row[] = [
    ["we've moved so yes", 'yes'],
    ["we've moved so no", 'no'],
    ["we've moved so yes um thanks", 'yes'],
    ['i have one already so no thanks', 'no'],
    ['i am late so so yes', 'yes'],
    ['so i am late so yes', 'yes'],
    ['so yes', 'yes'],
    ["yes i'm away so yes", 'yes'],
    ["yes no the car's gone so no", 'no'],
    ["that's right i'm away so no", 'no'],
    ["we've moved so yes tomorrow", undefined],
    ["we've moved so yes um tomorrow", undefined],
    ['my mother is ill so yes', 'yes'],
    ["we've moved so never mind", undefined],
    ["we've moved so um yes", undefined],
    ["we've moved so", undefined],
    ["no i'm away so yes", undefined],
    ["yes i'm away so no", undefined],
    ["no yes the car's gone so no", undefined],
    ['so tomorrow', undefined],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('a question is no yes, whatever else it holds', () => {
  const rows: readonly Row[] = [
    ['sorry which address is right', undefined, 'Is that your address?'],
    ['um is it right', undefined, 'Is that your address?'],
    ['please could you say yes', undefined, 'Is that your address?'],
    ['wait can i say yes', undefined, 'Is that your address?'],
    ['the details what details exactly', undefined, 'Can you confirm the details?'],
    ['details why right', undefined, 'Can you confirm the details?'],
    ['the details are right', 'yes', 'Can you confirm the details?'],
    ['my details were right', 'yes', 'Can you confirm the details?'],
    ['the details yes', 'yes', 'Can you confirm the details?'],
    ['the details no', 'no', 'Can you confirm the details?'],
    ['why not', 'yes', 'Shall I book it?'],
    ['um why not', 'yes', 'Shall I book it?'],
    ['it is right', 'yes', 'Is it right?'],
  ];
  expect(answered(rows)).toEqual(rows);
});

test('of two answers the later counts where it takes the first back', () => {
  const rows: readonly Row[] = [
    ['no wait yes', 'yes'],
    ['yeah no', 'no'],
    ['yeah no that works', undefined],
    ['yeah no yeah', 'yes'],
    ['no yes', 'yes'],
    ['yes er no', 'no'],
    ['yes but no thanks', 'no'],
    ['okay not now', 'no'],
    ['okay no way', 'no'],
    ['no yeah no', 'no'],
    ['that is right no', 'no'],
    ['no but yes', undefined],
    ['no er yes', undefined],
    ["yes that's not right", undefined],
    ['yes but no gravy', undefined],
    ['okay no it was tuesday', undefined],
    ["yeah no it's blue", undefined],
    ['yes er no it is the other', undefined],
  ];
  expect(answered(rows)).toEqual(rows);
  const others: readonly Row[] = [
    ["yes that's all", 'no'],
    ['will do bye', 'no'],
    ['will do bye and a taxi', undefined],
  ];
  expect(answered(others, 'anything-else')).toEqual(others);
});

test('what is said beyond a yes or no is told, all of it', () => {
  const rows: readonly Told[] = [
    ['yes who is this', 'Yes + who is this'],
    ['yes that is what i want', 'Yes'],
    ["no i don't live there", "No + i don't live there"],
    ['no i have no car', 'No + i have no car'],
    ['yes i have no car', 'Yes + i have no car'],
    ['yes i do and a taxi', 'Yes + i do and a taxi'],
    ['yes great and a taxi', 'Yes + a taxi'],
    ['it is absolutely not', 'No'],
    ['um that is fine and a taxi', 'Yes + a taxi'],
    ['with me fine and a taxi', 'words'],
    ['with me yes and a taxi', 'Yes + a taxi'],
    ['i do and a taxi', 'words'],
    ["it's not and a taxi", 'words'],
    ['not usually but fine', 'Yes'],
    ['i hate that but do it', 'Yes'],
    ['yes the information you have in your system is correct', 'Yes'],
    [
      'yes the information you have in your big system is correct',
      'Yes + the information you have in your big system is correct',
    ],
    ['yes no onions please', 'words'],
    ['okay no it is blue', 'words'],
    ['sure but no onions', 'words'],
    ['no i have one yes', 'words'],
    ['yes the information you have is correct', 'Yes'],
    ['yes the information you have is correct and i need a taxi', 'Yes + i need a taxi'],
    ['yes the information is not correct', 'Yes + the information is not correct'],
    ['yes the information but it is correct', 'Yes + the information but it is correct'],
    ['no the information you have is correct', 'No + the information you have is correct'],
  ];
  expect(told(rows)).toEqual(rows);
});
