import { english } from './english';

const OF_FIVE = { min: 1, max: 5 };
const OF_TEN = { min: 0, max: 10 };

test.each<[said: string, rating: number | 'several' | undefined, range?: object]>([
  ['okay then three', 3],
  ['the tap still drips but i would say six', 6],
  ["it rained all week so i'd give it a four i guess", 4],
  ['make it a two', 2],
  ['three out of five', 3, OF_FIVE],
  ['oh it only goes to five so four then', 4, OF_FIVE],
  ['a strong eight', 8],
  ["let's say seven", 7],
  ['seven stars', 7],
  ['nine because she was so patient', 9],
  ['hmm probably a six for the food', 6],
  ['the boy was lovely give him a ten', 10],
  ['six no make it seven', 7],
  ['six sorry five', 5],
  ['i waited for forty minutes so a two', 2],
  ["i'd give it a six and a half", 6.5],
  ["i'd say one", 1],
  ['easily a nine', 9],
  ['a one', 1],
  ['not what we hoped for so maybe a two', 2],
  // Out of the range, and said so.
  ["i'd give it a twelve", 12],
  // Nobody knows which.
  ['six or seven', 'several'],
  ['somewhere between three and four', 'several', OF_FIVE],
  ['eight for the food and six for the service', 'several'],
  ['four to five', 'several', OF_FIVE],
  ['the rooms were a nine but breakfast was a three', 'several'],
  // What holds a number and says none.
  ['they came at seven', undefined],
  ['two of the glasses were broken', undefined],
  ['i have been there four times', undefined],
  ['we had room number three', undefined],
  ["i wouldn't give it a seven", undefined],
  ['not a five', undefined],
  ['i called maybe five or six times', undefined],
  ['nine out of ten people complain', undefined],
  ['what does a five mean', undefined],
  ['is one good or bad', undefined],
  ['the last one was better', undefined],
  ['it was a good one', undefined],
  ['can i say something else first', undefined],
  ['there were three hours of waiting', undefined],
])('%j comes to %j', (said, rating, range = OF_TEN) => {
  expect(english.rating(said, range)).toBe(rating);
});
