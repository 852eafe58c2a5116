import { createByRules } from '../../../../lambda/conversation/answers/by-rules';
import { createComments } from '../../../../lambda/conversation/answers/comment';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { createOfferWords } from '../../../../lambda/conversation/answers/offer-words';
import { createPolarities } from '../../../../lambda/conversation/answers/senses';
import { lexicon } from '../outright/marked';

const byRules = createByRules(lexicon, createComments(lexicon), createOfferWords(lexicon, createPolarities(lexicon)));

type Row = readonly [said: string, outcome: string];

/** What the rules decide: the option, the rule, how sure it is, and what more is told. */
function found(rows: readonly Row[], labels: string, more: { synonyms?: readonly (readonly string[])[] } = {}) {
  const names = labels.split('|');
  const offered = { labels: names, from: 0, to: names.length, ...more };
  const offer = prepareOffer(offered, lexicon);
  return rows.map(([said]): Row => {
    const decision = byRules(hear(said, lexicon), offered, offer);
    if (decision.kind === 'which')
      return [said, `which ${decision.indexes.map((at) => names[at]).join(', ')} (${decision.rule})`];
    if (decision.kind === 'confirm') return [said, `confirm ${names[decision.index]}`];
    if (decision.kind !== 'choose') return [said, decision.kind];
    const { index, rule, confidence, rest } = decision;
    return [said, `${names[index]} (${rule} ${confidence.toFixed(2)})${rest === undefined ? '' : ` + ${rest}`}`];
  });
}

test('the whole label comes first, whatever is written together', () => {
  const rows: readonly Row[] = [
    ['television set', 'Television set (exact 1.00)'],
    ['televisionset', 'Television set (exact 1.00)'],
    ['television set please', 'Television set (label 0.95)'],
    ['obrien', "O'Brien's (synonym 0.90)"],
    ["o'brien's", "O'Brien's (exact 1.00)"],
    ['obriens', "O'Brien's (exact 1.00)"],
    ['tea', 'which Tea, Tea (part)'],
    ['telly', 'Television set (synonym 0.90)'],
    ['radio', 'Radio (exact 1.00)'],
  ];
  const synonyms = [['telly'], [], [], ['radio'], ["o'brien"]];
  expect(found(rows, "Television set|Tea|Tea|Radio|O'Brien's", { synonyms })).toEqual(rows);
});

test('of two the other one is meant where the first is taken back for it', () => {
  expect(found([['the apple no the other', 'Pear (negation 0.80)']], 'Apple|Pear')).toEqual([
    ['the apple no the other', 'Pear (negation 0.80)'],
  ]);
  const rows: readonly Row[] = [['the apple no the other', 'Apple (label 0.85) + no the other']];
  expect(found(rows, 'Apple|Pear|Plum')).toEqual(rows);
});

test('an amount of something else is no option, unless it is taken back, or the option is asked for before it', () => {
  const rows: readonly Row[] = [
    ['three months', 'words'],
    ['three months and drop in classes', 'words'],
    ["three months drop in classes if you don't mind", 'words'],
    ['twelve months no scrap that drop in classes', 'Drop-in classes (correction 0.95)'],
    ['three months no scrap that drop in classes', 'Drop-in classes (correction 0.95)'],
    ["nineteen months no scrap that's too long", 'words'],
  ];
  expect(found(rows, '6 months|12 months|Drop-in classes')).toEqual(rows);
  const ranges: readonly Row[] = [
    ['fourteen months', 'words'],
    ['fourteen months drop in classes', 'words'],
    ['fourteen months no scrap that drop in classes', 'Drop-in classes (correction 0.95)'],
    ['fourteen months no scrap that drop in classes with weights', 'words'],
    ['fourteen months no scrap that whatever', 'words'],
    ['twelve months', '7-12 months (number 0.85)'],
    ['twelve months no scrap that drop in classes', 'Drop-in classes (correction 0.95)'],
    ['twelve months no scrap that six months', '1-6 months (correction 0.85)'],
    ['drop in classes no scrap that twelve months', '7-12 months (number 0.85)'],
  ];
  expect(found(ranges, '1-6 months|7-12 months|Drop-in classes')).toEqual(ranges);
  const dates: readonly Row[] = [['the third of march no sorry whenever', 'Whenever (correction 0.95)']];
  expect(found(dates, 'March 3|March 15|Whenever')).toEqual(dates);
  const minutes: readonly Row[] = [
    ["an hour and a half please i've got the time", "90 minutes (number 0.80) + i've got the time"],
    ["an hour and a half please i've got three hours", "90 minutes (number 0.80) + i've got three hours"],
    ['ninety minutes please my bus is at nine', '90 minutes (number 0.85) + my bus is at nine'],
    ['three hours please my bus is at nine', 'words'],
    ['my film is three hours so ninety minutes', '90 minutes (number 0.95)'],
  ];
  expect(found(minutes, '60 minutes|90 minutes|120 minutes')).toEqual(minutes);
  const times: readonly Row[] = [
    ["the flight's at eight so a quarter past five", '5:15 pm (time 0.80)'],
    ["three o'clock sorry nine", '9 am (correction 0.85)'],
    ["at three o'clock so saturday", 'Saturday (exact 0.90)'],
    ["at three o'clock no sorry saturday", 'Saturday (clause 0.70)'],
    ["at three o'clock no sorry saturday night with a towel", 'words'],
    ["at three o'clock no sorry i work mornings", 'words'],
    ["the saterday thing at three o'clock", 'words'],
    ["saturday mate i'm off at three o'clock", "Saturday (exact 0.90) + i'm off at three o'clock"],
    ['half past three please', 'words'],
    ['half past three please i work', 'words'],
  ];
  expect(found(times, '9 am|5:15 pm|Saturday')).toEqual(times);
});

test('words that were only begun are left out where they keep an option from being understood', () => {
  const rows: readonly Row[] = [
    ['a foc focaccia', 'Focaccia (label 0.95)'],
    ['foc focaccia with oil', 'Focaccia (label 0.85) + with oil'],
    ['crikey foc focaccia what a day', 'Focaccia (label 0.85) + what a day'],
    ["i'd i'd like f focaccia", 'Focaccia (label 0.95)'],
    ['fo focaccia with oil please', 'Focaccia (label 0.85) + with oil'],
    ['focaccia with with oil', 'Focaccia (label 0.85) + with with oil'],
    ['a foc fo', 'words'],
    ['a cia ciabat', 'words'],
  ];
  expect(found(rows, 'Focaccia|Ciabatta')).toEqual(rows);
  expect(found([['two two rolls', '']], '4 rolls|2 rolls')).toEqual([['two two rolls', '2 rolls (number 0.95)']]);
  expect(found([['f focaccia', '']], 'Focaccia bread|Ciabatta bread')).toEqual([
    ['f focaccia', 'Focaccia bread (label 0.95)'],
  ]);
});

test('what sounds alike decides at last, and what is a part of several', () => {
  const rows: readonly Row[] = [
    ['blue', 'which Light blue, Dark blue (part)'],
    ['light blew', 'Light blue (sound 0.70)'],
    ['the dark blew one', 'Dark blue (sound 0.70)'],
    ['blue like my gran had', 'which Light blue, Dark blue (part)'],
    ['light dark blew', 'words'],
    ['red read', 'Red (label 0.95)'],
  ];
  expect(found(rows, 'Light blue|Dark blue|Red')).toEqual(rows);
  const numbers: readonly Row[] = [
    ['i want to', '2 (sound 0.70)'],
    ['to', 'confirm 2'],
    ['to please', '2 (sound 0.70)'],
    ['number too', '2 (sound 0.70)'],
    ['i want to complain', 'words'],
    ['i want to buy to', 'words'],
    ['number too hot', 'words'],
  ];
  expect(found(numbers, '1|2|3')).toEqual(numbers);
  const rooms: readonly Row[] = [
    ['room too', 'Room 2 (sound 0.70)'],
    ['room too hot', 'words'],
  ];
  expect(found(rooms, 'Room 1|Room 2')).toEqual(rooms);
  const places: readonly Row[] = [
    ['number too', 'words'],
    ['number too hot', 'words'],
  ];
  expect(found(places, 'Tea|Coffee')).toEqual(places);
  const named: readonly Row[] = [
    ['a flower', 'Flour (sound 0.70)'],
    ['a flower for my mum', 'Flour (sound 0.70) + for my mum'],
    ['a flower is a rose', 'words'],
  ];
  expect(found(named, 'Flour|Rose')).toEqual(named);
});

test('what the words as a whole do not tell, a part of them does: what is asked for, stands before an aside, or concludes', () => {
  const rows: readonly Row[] = [
    ['the sauna please my knees hurt', 'Sauna (label 0.85) + my knees hurt'],
    [
      'sauna mate my knees hurt and the steam bath hurts',
      'Sauna (exact 0.90) + my knees hurt and the steam bath hurts',
    ],
    ['sauna like my gran had', 'Sauna (label 0.85) + like my gran had'],
    ['steam like my gran had', 'words'],
    ['my knees creak so sauna', 'Sauna (label 0.95)'],
    ['my knees creak because sauna', 'Sauna (outright 0.60)'],
    ['sauna since my knees creak', 'Sauna (label 0.85)'],
    ['crikey what a day the sauna', 'Sauna (outright 0.60)'],
    ['crikey sau sauna what a day', 'Sauna (label 0.85) + what a day'],
    ['two saunas', 'Sauna (label 0.95) + two'],
    ['two sauna for the lads', 'Sauna (label 0.85) + two for the lads'],
    ['i need two saunas please', 'Sauna (label 0.95) + two'],
    ['two sauna no three steam bath', 'which Sauna, Steam bath (correction)'],
    ['two sauna and steam bath', 'words'],
    ['two fridges', 'words'],
  ];
  expect(found(rows, 'Sauna|Steam bath')).toEqual(rows);
});

test('an option is only spoken of where more is told of it, or what follows goes through others', () => {
  const rows: readonly Row[] = [
    ['my wednesday never works', 'words'],
    ['wednesday please i work on thursday', 'Wednesday (label 0.85) + i work on thursday'],
    ['wednesday please i work thursday and sunday', 'words'],
    ['wednesday please my gran drives me', 'Wednesday (label 0.85) + my gran drives me'],
    ['wednesday please my gran drives me thursday and every sunday night', 'words'],
    [
      'wednesday please my gran drives our kids into leeds thursday and wednesday',
      'Wednesday (label 0.85) + my gran drives our kids into leeds thursday and wednesday',
    ],
    ['wednesday thursday i work sunday is church so saturday', 'Saturday (correction 0.95)'],
  ];
  expect(found(rows, 'Wednesday|Thursday|Saturday|Sunday')).toEqual(rows);
});
