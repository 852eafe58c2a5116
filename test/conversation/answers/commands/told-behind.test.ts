import { english } from '../english';
import { outcomes, type Row } from '../outcomes';

const ROOMS = ['Single', 'Double', 'Suite'];

test('a reason is not told to the bot, and what stands before it is', () => {
  const rows: readonly Row[] = [
    ["the double because it's cheap", 'Double'],
    ["the double um because it's cheap", 'Double'],
    ["the double great because it's cheap", 'Double'],
    ["the double really just because it's cheap", 'Double'],
    ['the double with her so she knows where it is', 'Double'],
    ['the double because', 'Double + because'],
    ["the double tomorrow because it's cheap", "Double + tomorrow because it's cheap"],
    ["the double for my mother because it's cheap", "Double + for my mother because it's cheap"],
    ['the double for my mother', 'Double + for my mother'],
  ];
  expect(outcomes(rows, ROOMS)).toEqual(rows);
});

test('what is said of the option is not told, and what is asked is', () => {
  const rows: readonly Row[] = [
    ['the double is the best choice', 'Double'],
    ['the double has a nice view', 'Double'],
    ['the double is the most comfortable bed', 'Double'],
    ['the double is it far', 'Double + is it far'],
    ['the double is there a lift', 'Double + is there a lift'],
    ['the double and is it far', 'Double + is it far'],
    ['the double and is the lift near', 'Double + is the lift near'],
    ['the double can i pay later', 'Double + can i pay later'],
    ['the double could i get two', 'Double + could i get two'],
  ];
  expect(outcomes(rows, ROOMS)).toEqual(rows);
});

test('approval of the option is not told, and more than approval is', () => {
  const rows: readonly Row[] = [
    ['the double good choice', 'Double'],
    ['the double good great choice', 'Double'],
    ['the double best for the kids', 'Double'],
    ['the double the kids best', 'Double'],
    ['the double good seat please', 'Double'],
    ['the double i agree', 'Double'],
    ['the double um that is lovely for my wife', 'Double'],
    ['the double cheaper for my wife', 'Double'],
    ['the double the cheaper choice', 'Double'],
    ['the double is it good for my wife', 'Double + is it good for my wife'],
    ['the double the lift is it good', 'Double + the lift is it good'],
    ['the double my wife why not', 'Double + my wife why not'],
    ['the double two nights would be good', 'Double + two nights would be good'],
    ['the double with a good mattress', 'Double + with a good mattress'],
    ['the double a good seat by the window', 'Double + a good seat by the window'],
    ['the double the one is best', 'Double'],
    ['the double great for the two', 'Double + for the two'],
    ['the double with the terrace great', 'Double + with the terrace great'],
    ['the double best kids', 'Double + best kids'],
    ['the double best for kids', 'Double + best for kids'],
    ['the double best for my wife and the kids', 'Double + best for my wife and the kids'],
    ['the double my mother thinks it is good', 'Double + my mother thinks it is good'],
    ['the double my mother is happy', 'Double + my mother is happy'],
    ["the double that's good news", "Double + that's good news"],
    ['the double a good meal tomorrow', 'Double + a good meal tomorrow'],
    ['the double i want a good meal', 'Double + i want a good meal'],
    ['the double a good meal not far', 'Double + a good meal not far'],
    ['the double my wife', 'Double + my wife'],
    ['the double please thank the porter', 'Double + thank the porter'],
  ];
  expect(outcomes(rows, ROOMS)).toEqual(rows);
});

test('asides are not told', () => {
  const rows: readonly Row[] = [
    ["the double that's all thanks", 'Double'],
    ["the double and that's all um thanks", 'Double'],
    ['the double not the others', 'Double'],
    ['the double not the others and nothing else', 'Double'],
    ['the double for our trip', 'Double'],
    ['the double maybe a game to watch', 'Double'],
    ['the double please maybe a game to watch', 'Double'],
    ['the double a game to watch', 'Double + a game to watch'],
    ["the double that's all and a taxi", "Double + that's all and a taxi"],
    ['the double for our long trip', 'Double + for our long trip'],
  ];
  expect(outcomes(rows, ROOMS)).toEqual(rows);
});

test('circumstances are not told where the question asks for a choice, unless they are linked to it', () => {
  const rows: readonly Row[] = [
    ['the double we are starving', 'Double'],
    ['the double my husband is late', 'Double'],
    ['the double please my husband is late', 'Double'],
    ['the double and we are starving', 'Double + we are starving'],
    ['the double and my husband is late', 'Double + my husband is late'],
  ];
  expect(outcomes(rows, ROOMS, 'Which room would you like?')).toEqual(rows);
  const matter: readonly Row[] = [['the double we are starving', 'Double + we are starving']];
  expect(outcomes(matter, ROOMS, 'What is the problem?')).toEqual(matter);
  expect(outcomes(matter, ROOMS)).toEqual(matter);
});

test('a courtesy behind an option begins another thought', () => {
  const lasting = ['30 minutes', '60 minutes', '90 minutes'];
  const rows: readonly Row[] = [
    ["an hour and a half please i've got the time", "90 minutes + i've got the time"],
    ["an hour and a half please and i've got the time", "90 minutes + i've got the time"],
    ['an hour and a half please the dog is coming', '90 minutes + the dog is coming'],
    ['an hour and a half please but can i pay later', '90 minutes + but can i pay later'],
    ['an hour and a half thanks can you come at nine', '90 minutes + can you come at nine'],
    ['an hour and a half thank you very much can you come at nine', '90 minutes + can you come at nine'],
    ['an hour and a half please is parking free', '90 minutes + is parking free'],
    ["please i've got an hour and a half", '90 minutes'],
    ["an hour and a half for rex please i've got the time", 'words'],
    ['an hour and a half please dogs bark', 'words'],
    ["i want tea please i've got the time", 'words'],
    ["an hour and a half and tea please i've got the time", 'words'],
    ["tea please i've got an hour and a half", 'words'],
    ["an hour or an hour and a half please i've got the time", 'words'],
  ];
  expect(outcomes(rows, lasting)).toEqual(rows);
  const offered = { labels: lasting, from: 0, to: 3 };
  expect(english.decide(offered, "an hour and a half please i've got the time")).toMatchObject({ confidence: 0.8 });
  const day: readonly Row[] = [
    ["morning mate i've a question", 'words'],
    ['morning please', 'Morning'],
  ];
  expect(outcomes(day, ['Morning', 'Evening'])).toEqual(day);
  const room: readonly Row[] = [
    ['the double please is parking free', 'Double + is parking free'],
    ['the double thank you is parking free', 'Double + is parking free'],
    ['the double is the best', 'Double'],
  ];
  expect(outcomes(room, ROOMS)).toEqual(room);
});
