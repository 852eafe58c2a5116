import { outcomes, type Row } from '../outcomes';

const DRINKS = ['Tea', 'Coffee'];

test('the options are asked for in a phrase that says nothing else', () => {
  const rows: readonly Row[] = [
    ['what were they', 'list'],
    ['um what were they', 'list'],
    ['sorry what were they please', 'list'],
    ['um sorry please what were they um thanks', 'list'],
    ['what were they what were they', 'list'],
    ['again and again', 'list'],
    ['what else', 'more'],
    ['and what else', 'more'],
    ['more please', 'more'],
    ['what were they and what else is there', 'more'],
    ['what were they and', 'words'],
    ['the next ones and', 'words'],
    ['what were they tomorrow', 'words'],
    ['tomorrow', 'words'],
    ['again tea', 'Tea'],
  ];
  expect(outcomes(rows, DRINKS)).toEqual(rows);
});

test('why they are asked for may stand around it, and asks for nothing alone', () => {
  const rows: readonly Row[] = [
    ['please repeat you talk too fast', 'list'],
    ['i was on the phone what were they', 'list'],
    ['i was on the phone what were they the dog was barking', 'list'],
    ['i was on the phone what else is there', 'more'],
    ['i was on the phone', 'words'],
    ['the dog was barking', 'words'],
    ['i was on the phone none of them', 'none'],
    ['i was on the phone tomorrow', 'words'],
    ['the dog was barking we are late', 'words'],
  ];
  expect(outcomes(rows, DRINKS)).toEqual(rows);
});

test('behind a pause they are asked for whatever was said to others', () => {
  const rows: readonly Row[] = [
    ['sweetie stop pulling that sorry what were they', 'list'],
    ['stop pulling that sorry tell me again', 'list'],
    ['stop pulling that um sorry what were they please', 'list'],
    ['stop pulling that what were they', 'words'],
    ['stop pulling that sorry again', 'words'],
    ['stop pulling that sorry come again', 'words'],
    ['stop pulling that sorry none of them', 'words'],
    ['stop pulling that sorry more of them', 'words'],
    ['stop pulling that sorry what were they and tea', 'words'],
    ['stop pulling that sorry you went too fast', 'list'],
    ['there were eggs um i forgot them', 'words'],
  ];
  expect(outcomes(rows, DRINKS)).toEqual(rows);
});

test('a long request for them ends the utterance, or begins it and is followed by a reason', () => {
  const rows: readonly Row[] = [
    ['you went too far for me read me the list again', 'list'],
    ['the child is crying read me the list again please', 'list'],
    ['the child is crying read me the rest', 'more'],
    ['the child is crying read me some more of them', 'more'],
    ['say that list once more i was parking', 'list'],
    ['um say that list once more i was parking', 'list'],
    ['say that list once more please we were parking', 'list'],
    ['read me some more of them i was parking', 'more'],
    ['the child is crying what were they', 'words'],
    ['the child is crying repeat the list', 'words'],
    ['the child is crying none of them for me', 'words'],
    ['the child is crying say that list once more i was parking', 'words'],
    ['say that list once more parking', 'words'],
    ['the child is crying read me the list again tomorrow', 'words'],
    ['tea is hot read me the list again', 'words'],
  ];
  expect(outcomes(rows, DRINKS)).toEqual(rows);
  const shared: readonly Row[] = [['the tea is hot read me the list again', 'list']];
  expect(outcomes(shared, ['Light tea', 'Dark tea'])).toEqual(shared);
});

test('none of them may be told why', () => {
  const rows: readonly Row[] = [
    ['none', 'none'],
    ['none thanks', 'none'],
    ['none of these is any good to me', 'none'],
    ['none of these cities does it for me', 'none'],
    ['none of these cities', 'none'],
    ['none of them work', 'none'],
    ['um none of them is near', 'none'],
    ['none of them is near enough for us to walk to', 'none'],
    ['none of them is near enough for us to walk to there', 'words'],
    ['none of them arrived', 'words'],
    ['none of them went', 'words'],
    ['none of these parcels were delivered', 'words'],
    ['none of them i want a taxi', 'words'],
    ['none of them is good but i want milk', 'words'],
    ['none of them is good can i have milk', 'words'],
    ['none of them cities', 'words'],
    ['none of these cities tomorrow', 'words'],
    ['nothing works', 'words'],
    ['none works', 'words'],
    ['um none works', 'words'],
  ];
  expect(outcomes(rows, DRINKS)).toEqual(rows);
});

test('all of them may be told why', () => {
  const rows: readonly Row[] = [
    ['all of them', 'all'],
    ['the lot', 'all'],
    ["all of them you've forgotten the whole street", 'all'],
    ['all of them please we are starving', 'all'],
    ['um all of them we are starving', 'all'],
    ['them all we are starving', 'all'],
    ['all of them we eat', 'words'],
    ['all of them sorry we are starving', 'words'],
    ['all of them are starving', 'words'],
    ['all of them we are starving and cold', 'words'],
    ['everything we are starving', 'words'],
    ['the lot and', 'words'],
    ['the lot and a taxi', 'words'],
    ['the lot both', 'words'],
    ['what were they we are starving', 'words'],
    ['both', 'all'],
    ['both of them we are starving', 'words'],
  ];
  expect(outcomes(rows, DRINKS)).toEqual(rows);
  const three: readonly Row[] = [
    ['both of them', 'words'],
    ['all three', 'all'],
  ];
  expect(outcomes(three, ['Tea', 'Coffee', 'Milk'])).toEqual(three);
});
