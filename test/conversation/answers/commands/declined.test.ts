import { outcomes, type Row } from '../outcomes';

const DAYS = ['Monday', 'Tuesday', 'Wednesday'];

test('a day that somebody is engaged on is declined, and one that suits is not', () => {
  const rows: readonly Row[] = [
    ["monday i'm at work", 'words'],
    ["monday i'm in a meeting", 'words'],
    ["on monday i've got the dentist", 'words'],
    ["um the monday i'm in a meeting", 'words'],
    ["monday she's at work", 'words'],
    ['monday i have a meeting', 'words'],
    ["monday i'm free", 'Monday'],
    ["monday i'm at home", "Monday + i'm at home"],
    ["monday i'm under the weather", 'words'],
    ['monday i can', 'Monday'],
    ["monday i'm in", 'Monday'],
    ['monday i like the dentist', 'Monday + i like the dentist'],
    ['monday i have nothing', 'Monday + i have nothing'],
    ['monday she works', 'Monday + she works'],
    ["monday that's my day at work", "Monday + that's my day at work"],
    ["monday who's at work", "Monday + who's at work"],
    ["monday i'm at work but it's fine", "Monday + i'm at work but it's fine"],
    ["monday i'm great at work", "Monday + i'm great at work"],
    ["monday i'm at work so yes", "Monday + i'm at work so yes"],
  ];
  expect(outcomes(rows, DAYS)).toEqual(rows);
});

test('so is a time, a part of the day and a date, and nothing but those', () => {
  const hours: readonly Row[] = [
    ["nine i'm at work", 'words'],
    ["at nine i'm at work", 'words'],
    ["nine i'm free", '9 am'],
  ];
  expect(outcomes(hours, ['9 am', '10 am', '11 am'])).toEqual(hours);
  const parts: readonly Row[] = [
    ["the morning i'm at work", 'words'],
    ["in the morning i'm at work", 'words'],
    ["the morning i'm free", 'Morning'],
  ];
  expect(outcomes(parts, ['Morning', 'Evening'])).toEqual(parts);
  const dates: readonly Row[] = [
    ["the fourth of may i'm at work", 'words'],
    ["may the fourth i've got the dentist", 'words'],
  ];
  expect(outcomes(dates, ['4 May', '5 May'])).toEqual(dates);
  const classes: readonly Row[] = [
    ["monday i'm at work", 'words'],
    ["class monday i'm at work", 'words'],
    ["beef i'm at work", "Beef class + i'm at work"],
  ];
  expect(outcomes(classes, ['Monday class', 'Beef class'])).toEqual(classes);
  const meals: readonly Row[] = [
    ["beef i'm at work", "Beef + i'm at work"],
    ["beef i've got the dentist", "Beef + i've got the dentist"],
    ["beef tomorrow i'm at work", "Beef + tomorrow i'm at work"],
  ];
  expect(outcomes(meals, ['Beef', 'Fish'])).toEqual(meals);
});

test('what somebody does not do with an option declines it, unless it is approved of or asked about', () => {
  const rows: readonly Row[] = [
    ["beef i don't eat", 'words'],
    ["the beef i don't eat", 'words'],
    ["beef we can't have", 'words'],
    ["beef isn't easy", 'words'],
    ["beef it doesn't agree", 'words'],
    ['beef i never eat', 'words'],
    ["beef i don't mind", 'Beef'],
    ["beef i can't eat why", "Beef + i can't eat why"],
    ["beef i can't but do it anyway", "Beef + i can't but do it anyway"],
    ["beef i can't so go on", "Beef + i can't so go on"],
    ["beef who doesn't eat that", "Beef + who doesn't eat that"],
    ["beef which i don't eat", "Beef + which i don't eat"],
    ["beef i can't fish i can", 'words'],
    ["not beef i don't eat it", 'Fish'],
    ['beef i eat', 'Beef'],
    ["beef doesn't agree", 'words'],
    ["beef i don't eat fish", 'words'],
    ['beef he never finishes his fish', 'Beef + he never finishes his fish'],
    ["beef with a sauce he doesn't know", "Beef + with a sauce he doesn't know"],
    ["beef and peas she doesn't like carrots", "Beef + peas she doesn't like carrots"],
    ["beef quickly she can't wait", "Beef + quickly she can't wait"],
    ["um i don't eat fish i like beef", 'Beef'],
    ["well i don't like nuts i like beef", 'Beef'],
    ["well i don't eat that i'll have beef", 'Beef'],
    ['beef make it with no salt', 'Beef + with no salt'],
    ['beef that is not too salty please', 'Beef + that is not too salty'],
    ['beef never', 'words'],
    ['beef tastes nice', 'Beef'],
    ["please beef i don't eat nuts", "Beef + i don't eat nuts"],
    ["i love beef i don't eat fish", 'Beef'],
  ];
  expect(outcomes(rows, ['Beef', 'Fish'])).toEqual(rows);
  const long: readonly Row[] = [
    ["the roast beef i don't eat", 'words'],
    ["roast beef i don't eat", 'words'],
    ["beef roast i don't eat", 'words'],
    ["two roast beef i don't eat", 'words'],
  ];
  expect(outcomes(long, ['Roast beef', 'Fish'])).toEqual(long);
});

test('where it is asked what the matter is, what does not work is an answer', () => {
  const rows: readonly Row[] = [["card i can't use", "My card + i can't use"]];
  expect(outcomes(rows, ['My card', 'My order'], 'What is the problem?')).toEqual(rows);
  const choice: readonly Row[] = [["card i can't use", 'words']];
  expect(outcomes(choice, ['My card', 'My order'], 'How would you like to pay?')).toEqual(choice);
});

test('an amount may be declined, too', () => {
  const rows: readonly Row[] = [
    ["four i can't carry", 'words'],
    ["two i can't carry more", 'words'],
    ['two bags please', '2 bags'],
  ];
  expect(outcomes(rows, ['2 bags', '4 bags'])).toEqual(rows);
});

test('a yes or a place is not declined by what follows it', () => {
  const rows: readonly Row[] = [
    ["no i can't", 'No'],
    ["no i don't eat beef", "No + i don't eat beef"],
  ];
  expect(outcomes(rows, ['Yes', 'No'])).toEqual(rows);
});
