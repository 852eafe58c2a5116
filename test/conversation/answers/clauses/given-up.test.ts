import type { Rule } from '../../../../lambda/conversation/answers/decision';
import { isGivenUp } from '../../../../lambda/conversation/answers/given-up';
import { lexicon, ready } from './ready';

const GROOMS = ['Nail trim', 'Full groom', 'Bath'];
const DAYS = ['Friday', 'Saturday', 'Monday'];
const CLASSES = ['Pottery', 'Life drawing', 'Upholstery'];
const CHECKS = ['Oil change', 'Tyres', 'Valet'];
const CARE = ['Childcare', 'Kids club', 'None'];
const ADDONS = ['Sports', 'Films', 'News'];
const STOPS = ['Harbour', 'Castle', 'Museum'];
const COLOURS = ['Red', 'Blue'];
const TIMES = ['9 am', '10 am', '2 pm', '5 pm'];
const PAINTS = ['Light blue', 'Dark blue'];
const CHANNELS = ['Film channel', 'Landline'];
const PLACES = ['Office', 'Home', 'Depot'];
const NIGHTS = ['1 night', '2 nights', '3 nights'];

/** What was said, the option that was taken, and whether it is given up. */
type Row = readonly [labels: readonly string[], said: string, option: string, isGivenUp: boolean, question?: string];

function found(rows: readonly Row[], rule: Rule = 'label'): Row[] {
  return rows.map(([labels, said, option, , question]) => {
    const { heard, prepared, evidence } = ready(said, labels, question);
    const decision = { kind: 'choose', index: labels.indexOf(option), rule, confidence: 0.8 } as const;
    const isUp = isGivenUp(heard, decision, () => evidence, prepared, lexicon);
    return question === undefined ? [labels, said, option, isUp] : [labels, said, option, isUp, question];
  });
}

test('an option is given up behind a change of mind that comes to nothing', () => {
  const rows: readonly Row[] = [
    [GROOMS, 'full groom no actually do not bother', 'Full groom', true],
    [GROOMS, 'full groom oh never mind', 'Full groom', true],
    [GROOMS, 'full groom never mind', 'Full groom', true],
    [GROOMS, 'full groom no leave it', 'Full groom', true],
    [GROOMS, 'full groom please no leave it', 'Full groom', true],
    [GROOMS, 'full groom one no leave it', 'Full groom', true],
    [GROOMS, 'full groom please no actually um leave it', 'Full groom', true],
    [GROOMS, 'full groom no i will ring the shop', 'Full groom', true],
    [GROOMS, 'full groom scratch that', 'Full groom', true],
    [GROOMS, 'full groom excuse me leave it', 'Full groom', true],
    [GROOMS, 'full groom i have changed my mind', 'Full groom', true],
    [COLOURS, 'red never mind', 'Red', true],
    [COLOURS, 'red scratch that', 'Red', true],
    // Another option follows, nothing is withdrawn, or before the option.
    [GROOMS, 'full groom no actually the bath leave it', 'Bath', false],
    [GROOMS, 'full groom no do the bath', 'Bath', false],
    [GROOMS, 'full groom leave it', 'Full groom', false],
    [['Continue', 'Cancel'], 'cancel that', 'Cancel', false],
    [GROOMS, 'no leave it full groom', 'Full groom', false],
    [COLOURS, 'red', 'Red', false],
  ];
  expect(found(rows)).toEqual(rows);
});

test('an option is given up for something else that is asked, or for a question of its own', () => {
  const rows: readonly Row[] = [
    [CLASSES, 'life drawing no hang on i work late have you got one at weekends', 'Life drawing', true],
    [CLASSES, 'life drawing one no hang on is there one', 'Life drawing', true],
    [CLASSES, 'life drawing please no hang on is there one', 'Life drawing', true],
    [CLASSES, 'life drawing hang on have you got one', 'Life drawing', true],
    [CLASSES, 'life drawing excuse me is there one', 'Life drawing', true],
    [CLASSES, 'life drawing no hang on could you call', 'Life drawing', true],
    [CLASSES, 'life drawing no hang on are the dogs in', 'Life drawing', true],
    [CLASSES, 'life drawing no hang on i am the one', 'Life drawing', false],
    [CLASSES, 'life drawing no hang on are dogs in', 'Life drawing', false],
    [CLASSES, 'life drawing no no have you got one', 'Life drawing', true],
    [CLASSES, 'life drawing sorry have you got one', 'Life drawing', false],
    [CLASSES, 'upholstery no hold on i have no car is there anything nearer', 'Upholstery', true],
    [CLASSES, 'life drawing no have you got one at weekends', 'Life drawing', false],
    [CLASSES, 'life drawing no hang on i am on nights', 'Life drawing', false],
    [CLASSES, 'life drawing no hang on that is the one', 'Life drawing', false],
    [CLASSES, 'life drawing no um is there one', 'Life drawing', false],
    [CLASSES, 'life drawing um is there one', 'Life drawing', false],
    [PLACES, 'to the office no wait it is friday i am at home', 'Office', false],
    [DAYS, 'friday no hang on is friday a bank holiday', 'Friday', true],
    [DAYS, 'friday hang on is friday a bank holiday', 'Friday', true],
    [DAYS, 'friday hang on is the friday a bank holiday', 'Friday', true],
    [DAYS, 'friday or saturday hang on is friday a bank holiday', 'Friday', true],
    [CHECKS, 'valet hang on um is the valet extra', 'Valet', true],
    [CHECKS, 'valet sorry is a valet extra', 'Valet', false],
    [CHECKS, 'valet no hang on is a valet extra', 'Valet', true],
    [CHECKS, 'valet hang on is it extra', 'Valet', true],
    [CHECKS, 'valet hang on has the valet gone', 'Valet', false],
    [CHECKS, 'hang on is valet extra', 'Valet', false],
    [DAYS, 'friday hang on is saturday a bank holiday', 'Friday', false],
    [DAYS, 'friday hang on the friday is a bank holiday', 'Friday', true],
    [DAYS, 'friday no is friday a bank holiday', 'Friday', false],
    [DAYS, 'friday hang on is friday', 'Friday', false],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what is undecided behind "but" is given up, what is not known of it is not', () => {
  const rows: readonly Row[] = [
    [CARE, 'childcare but i do not know', 'Childcare', true],
    [CARE, 'childcare but i do not know if i should', 'Childcare', true],
    [CARE, 'childcare but um i am not sure really', 'Childcare', true],
    [CARE, 'childcare but today i am not sure', 'Childcare', true],
    [CARE, 'childcare but so not sure', 'Childcare', true],
    [CARE, 'childcare but i am not sure i am not sure', 'Childcare', true],
    [CARE, 'childcare but i am not sure please', 'Childcare', true],
    [CARE, 'childcare please but i can not decide yet', 'Childcare', true],
    [CARE, 'childcare but i do not know my size', 'Childcare', false],
    [CARE, 'childcare but not sure of the days', 'Childcare', false],
    [CARE, 'childcare but the cat is not sure', 'Childcare', false],
    [CARE, 'childcare though i am not sure', 'Childcare', false],
    [CARE, 'childcare i am not sure', 'Childcare', false],
    [CARE, 'childcare but it is fine', 'Childcare', false],
  ];
  expect(found(rows)).toEqual(rows);
});

test('what is to be ended is not ordered, unless that is asked or offered', () => {
  const rows: readonly Row[] = [
    [ADDONS, 'i want to cancel the sports', 'Sports', true],
    [ADDONS, 'cancel the sports', 'Sports', true],
    [ADDONS, 'take the sports off my bill', 'Sports', true],
    [ADDONS, 'i want the sports one off my bill', 'Sports', true],
    [ADDONS, 'can you take the sports package off my account', 'Sports', true],
    [ADDONS, 'i want to get out of the sports', 'Sports', true],
    [STOPS, 'i want to get off at the harbour', 'Harbour', false],
    [ADDONS, 'i want to stop watching the sports', 'Sports', true],
    [ADDONS, 'get rid of sports please', 'Sports', true],
    [ADDONS, 'i want a refund for the sports', 'Sports', true],
    [ADDONS, 'cancel those nice sports', 'Sports', true],
    [ADDONS, 'sports cancel please', 'Sports', true],
    [ADDONS, 'cancel sports', 'Sports', true],
    [CHANNELS, 'please cancel the film channel', 'Film channel', true],
    [CHANNELS, 'film channel off my bill', 'Film channel', true],
    [CHANNELS, 'film channel package off my bill', 'Film channel', true],
    [ADDONS, 'i am cancelling the sports', 'Sports', true],
    [ADDONS, 'cancel my order i want the sports', 'Sports', false],
    [['Refund', 'Sports'], 'i want a refund for the sports', 'Sports', false],
    [ADDONS, 'add the sports please', 'Sports', false],
    [ADDONS, 'add the sports and cancel', 'Sports', false],
    [ADDONS, 'i want to cancel the sports', 'Sports', false, 'Which would you like to cancel?'],
    [ADDONS, 'cancel the sports please', 'Sports', false, 'What is the problem?'],
    [['Stop the sports', 'Add films'], 'please stop the sports', 'Stop the sports', false],
  ];
  expect(found(rows)).toEqual(rows);
});

test('nor is a time at which something is to be cancelled or moved', () => {
  const times: readonly Row[] = [
    [TIMES, "i need to cancel my ten o'clock", '10 am', true],
    [TIMES, "i need to move my five o'clock", '5 pm', true],
    [TIMES, "push back my nine o'clock", '9 am', true],
    [TIMES, 'cancel two pm', '2 pm', true],
    [TIMES, "i want my ten o'clock", '10 am', false],
    [TIMES, "my usual ten o'clock please", '10 am', false],
    [TIMES, 'ten and move my five', '10 am', false],
    [TIMES, "cancel my nine o'clock i want ten o'clock", '10 am', false],
    [TIMES, "ten o'clock never mind", '10 am', true],
    [TIMES, "i need to move my five o'clock", '5 pm', false, 'Which would you like to move?'],
  ];
  expect(found(times, 'time')).toEqual(times);
  const days: readonly Row[] = [
    [DAYS, 'i want to cancel my monday', 'Monday', true],
    [DAYS, 'reschedule my monday please', 'Monday', true],
    [DAYS, 'i want my monday please', 'Monday', false],
    [GROOMS, 'move my bath please', 'Bath', false],
  ];
  expect(found(days)).toEqual(days);
  // A verb that means something else beside a number.
  const nights: readonly Row[] = [
    [NIGHTS, 'we will stop two nights', '2 nights', false],
    [NIGHTS, 'two nights no leave it', '2 nights', true],
  ];
  expect(found(nights, 'number')).toEqual(nights);
});

test('an option that something is said against behind a change of mind is given up', () => {
  const rows: readonly Row[] = [
    [PLACES, 'office no the office is shut', 'Office', true],
    [PLACES, 'the office no office is shut', 'Office', true],
    [PLACES, 'the office sorry the office has no lift', 'Office', true],
    [PLACES, 'the office no my office is miles away', 'Office', true],
    [CLASSES, 'life drawing no hang on life drawing is full', 'Life drawing', true],
    [PAINTS, 'light blue no the light blue is dull dark blue', 'Light blue', false],
    // Nothing against it, of another, or before any change of mind.
    [PLACES, 'the office no the office is fine', 'Office', false],
    [PLACES, 'the office no the office is', 'Office', false],
    [PLACES, 'the office no the office shut', 'Office', false],
    [PLACES, 'the office no the office is shut home', 'Office', false],
    [PLACES, 'home no the office is shut', 'Office', false],
    [PLACES, 'the office the office is shut', 'Office', false],
    [PLACES, 'no the office is shut today', 'Office', false],
    [PLACES, 'the office no home is shut', 'Office', false],
  ];
  expect(found(rows)).toEqual(rows);
});

test('only an option can be given up, and where one was named', () => {
  const { heard, prepared, evidence } = ready('blue or red never mind', COLOURS);
  const which = { kind: 'which', indexes: [0, 1], rule: 'both' } as const;
  expect(isGivenUp(heard, which, () => evidence, prepared, lexicon)).toBe(false);
  const nothing: readonly Row[] = [
    [COLOURS, 'oh never mind', 'Red', false],
    [COLOURS, 'the second one cancel it', 'Blue', false],
    [COLOURS, 'red no', 'Red', false],
  ];
  expect(found(nothing)).toEqual(nothing);
});
