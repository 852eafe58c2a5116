import type { QuestionKind } from '../../../../lambda/conversation/answers/decision';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { readPolarity } from '../../../../lambda/conversation/answers/polarity';
import { type First, isStronger, isTakenBack, isTorn } from '../../../../lambda/conversation/answers/second-answer';
import { createPolarities, type Sense } from '../../../../lambda/conversation/answers/senses';
import { english } from '../english';
import { inLanguage } from '../in-language';
import { lexiconOf } from '../lexicon-of';

const LEXICON = lexiconOf('en');
const POLARITIES = createPolarities(LEXICON);

type Read = 'yes' | 'no' | undefined;
type Row = readonly [said: string, read: Read];

/** What utterances begin with or come to, whatever is said beyond it. */
function read(rows: readonly Row[], kind: QuestionKind, question: string): readonly Row[] {
  const known = new Set(LEXICON.tokenize(question).texts.map(LEXICON.stem));
  return rows.map(([said]) => [said, readPolarity(hear(said, LEXICON), POLARITIES(kind), known)?.value]);
}

test('the later of two counts behind a change of mind, and where nothing else is said', () => {
  const rows: Row[] = [
    ['yeah no', 'no'],
    ['no yeah', 'yes'],
    ['yeah no thanks', 'no'],
    ['er yeah no', 'no'],
    ['yes er no', 'no'],
    ['yes wait no', 'no'],
    ['yes wait yes', 'yes'],
    ['no wait yes', 'yes'],
    ['no sorry yes', 'yes'],
    ['no wait a bit yes', 'yes'],
    ['yes no wait no', 'no'],
    ['wait no', 'no'],
    ['wait okay', 'yes'],
    ['yes well actually no', 'no'],
    ['no actually yes', 'yes'],
    ['no actually the cake yes', undefined],
    ['yeah no no', 'no'],
    ['sounds good no', 'no'],
    ['okay not now', 'no'],
    ['sure not really', 'no'],
    ['hmm okay yes', 'yes'],
  ];
  expect(read(rows, 'offer', 'Shall I book it?')).toEqual(rows);
});

test('a phrase that refuses as an answer to the question takes back what only agrees', () => {
  const rows: Row[] = [
    ["yes that's all", 'no'],
    ["okay that's all", 'no'],
    ['will do bye', 'no'],
    ['great bye', 'no'],
    ['will do no', 'no'],
    ['will do thanks', 'yes'],
    ["no you've done enough thanks", 'no'],
  ];
  expect(read(rows, 'anything-else', 'Can I do anything else for you?')).toEqual(rows);
});

test('nobody knows what is refused right behind a yes', () => {
  const rows: Row[] = [
    ["yes that's not right", undefined],
    ["yes it's wrong", undefined],
    ["yes please that's not right", undefined],
    ["okay that's not right", 'no'],
    ["exactly it isn't okay", undefined],
    ["that's right it's wrong", undefined],
    ['perfect never mind', undefined],
    ['sounds good not now', undefined],
    ["yes it isn't", undefined],
    ["yes it isn't thanks", undefined],
    ["yes it isn't hard", 'yes'],
    ["yes that's great i can't wait", 'yes'],
    ['yes that is exactly what i want', 'yes'],
    ['okay and you can go ahead', 'yes'],
    ["yes er it isn't", undefined],
    ["okay it isn't", 'no'],
    ["no it isn't", 'no'],
  ];
  expect(read(rows, 'confirmation', 'Is this your number?')).toEqual(rows);
});

test('a part that is left out of what is agreed to is for the bot to know', () => {
  const rows: Row[] = [
    ['yes but no gravy', undefined],
    ['yes but no', 'no'],
    ['yes but no thanks', 'no'],
    ['no but no gravy', 'no'],
    ['yes no gravy', undefined],
  ];
  expect(read(rows, 'offer', 'Would you like the roast?')).toEqual(rows);
});

test('a no before what was asked about and is approved of means something else', () => {
  const rows: Row[] = [
    ["no tuesday's fine", undefined],
    ['no tuesday is fine', undefined],
    ['no the tuesday is fine', undefined],
    ['no thanks tuesday is fine', undefined],
    ['no tuesday works', undefined],
    ['no tuesday is not fine', 'no'],
    ['no tuesday is fine but late', 'no'],
    ['no tuesday is bad', 'no'],
    ['no tuesday is please', 'no'],
    ['no tuesday please', 'no'],
    ['no tuesday early is fine', 'no'],
    ['no tuesday today is fine', 'no'],
    ['no wednesday is fine', 'no'],
    ['no it is fine', 'no'],
    ['yes tuesday is fine', 'yes'],
  ];
  expect(read(rows, 'confirmation', 'Shall I come on Tuesday?')).toEqual(rows);
});

test('a no that ends in a yes is neither', () => {
  const rows: Row[] = [
    ['no gravy but yes please', undefined],
    ['no gravy but yes', undefined],
    ['no gravy but yes the roast', 'no'],
    ['no gravy but no please', 'no'],
    ['no but yes please', undefined],
    ['no thanks yes', undefined],
    ["I never do but that'd be lovely", undefined],
    ['I never do but sounds good', undefined],
    ['not really but sounds good', undefined],
    ['not really but sounds good please', undefined],
    ['not really but sounds good to my wife', 'no'],
    ['not really sounds good', 'no'],
    ['not really but never', 'no'],
    ['never but sounds good', 'no'],
    ['yeah no that works', undefined],
    ['no that works', 'no'],
    ['yeah no it does not work', 'no'],
    ["no I'm good", 'no'],
  ];
  expect(read(rows, 'offer', 'Would you like the roast?')).toEqual(rows);
});

test('who is told to go on is told yes, and no more than that behind what is never done', () => {
  const meant = ['go on', 'go on then', "I shouldn't but go on", 'never but go on', 'I never do but go on'];
  expect(meant.filter((said) => english.yesNo(said, 'offer', 'Would you like a pudding?') === 'yes')).toEqual(
    meant.slice(0, 2),
  );
  expect(english.yesNo("I shouldn't but go on", 'offer', 'Would you like a pudding?')).not.toBe('no');
});

test('a later answer is the stronger one behind a change of mind, and as a word behind a phrase', () => {
  const rows: readonly (readonly [said: string, at: number, sense: Sense, value: 'yes' | 'no', isMore: boolean])[] = [
    ['yes wait no', 2, 'no', 'no', true],
    ['yes wait yes', 2, 'yes', 'yes', false],
    ['wait yes no', 2, 'no', 'no', false],
    ['yes um no', 2, 'no', 'no', false],
    ['yes no', 1, 'no', 'no', true],
    ['yes no gravy', 1, 'no', 'no', false],
    ['yes not now', 1, 'refusal', 'no', false],
  ];
  const first = (said: string) => ({ value: 'yes', sense: 'yes' as const, first: said.split(' ').indexOf('yes') + 1 });
  expect(
    rows.map(([said, at, sense, value]) => [
      ...[said, at, sense, value],
      isStronger(hear(said, LEXICON), at, sense, first(said), value),
    ]),
  ).toEqual(rows);
});

const before = (sense: Sense, value: 'yes' | 'no' = 'yes'): First => ({ value, sense, first: 1, isSecond: false });

test('which no takes back which yes', () => {
  const rows: readonly (readonly [yes: Sense, no: Sense, isOver: boolean, isTaken: boolean])[] = [
    ['yes', 'no', true, true],
    ['yes', 'no', false, false],
    ['yes', 'own-refusal', false, true],
    ['yes', 'refusal', true, false],
    ['opener', 'no', true, true],
    ['opener', 'no', false, false],
    ['opener', 'refusal', false, true],
    ['opener', 'own-refusal', false, true],
    ['no', 'refusal', true, false],
    ['no', 'own-refusal', false, true],
    ['agreement', 'own-refusal', true, true],
    ['agreement', 'own-refusal', false, false],
    ['agreement', 'refusal', true, false],
    ['whole-yes', 'own-refusal', true, false],
  ];
  expect(rows.map(([yes, no, isOver]) => [yes, no, isOver, isTakenBack(before(yes), 'no', no, isOver)])).toEqual(rows);
  expect(isTakenBack(before('no', 'no'), 'no', 'own-refusal', true)).toBe(false);
  expect(isTakenBack(before('yes'), 'yes', 'own-refusal', true)).toBe(false);
});

test('a yes is torn by a refusal right behind it', () => {
  expect(isTorn(before('yes'), 1, 'no', 'refusal')).toBe(true);
  expect(isTorn(before('agreement'), 1, 'no', 'refusal')).toBe(true);
  expect(isTorn(before('yes'), 2, 'no', 'refusal')).toBe(false);
  expect(isTorn(before('yes'), 1, 'yes', 'refusal')).toBe(false);
  expect(isTorn(before('yes'), 1, 'no', 'no')).toBe(false);
  expect(isTorn(before('opener'), 1, 'no', 'refusal')).toBe(false);
});

test('a yes is torn in other languages, too', () => {
  expect(inLanguage.yesNo('de', 'genau, das stimmt nicht', 'confirmation')).toBe(undefined);
  expect(inLanguage.yesNo('de', 'ja, das stimmt nicht', 'confirmation')).toBe(undefined);
  expect(inLanguage.yesNo('de', 'ja, das stimmt', 'confirmation')).toBe('yes');
  expect(inLanguage.yesNo('de', 'ja, das reicht', 'confirmation')).toBe('yes');
});
