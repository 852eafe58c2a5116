import { type Found, found } from './found';
import { decided, type Table } from './table';

test('numbers of labels are found, in words and among others', () => {
  const table: Found = {
    'Which class? 1A | 1B | 2A | 2B': [
      ['two b', '2A: two = 2 | 2B: two b = 2 b | 1B: b = b'],
      ['two', '2A: two = 2 | 2B: two = 2'],
      ['b', '1B: b = b | 2B: b = b'],
      ['one a', '1A: one (a) = 1 a | 1B: one = 1 | 2A:  (a) = a'],
    ],
    'When? Today 10 AM | Today 6 PM | Saturday 10 AM': [
      ['tonight', 'Today 6 PM: tonight = today pm'],
      ['this morning', 'Today 10 AM: this morning = today am'],
      ['this evening', 'Today 6 PM: this evening = today pm'],
      ['morning', 'Today 10 AM: morning = am | Saturday 10 AM: morning = am'],
      ['today', 'Today 10 AM: today = today | Today 6 PM: today = today'],
      ['ten this morning', 'Today 10 AM: ten this morning = today 10 am | Saturday 10 AM: ten = 10'],
      ['saturday morning', 'Saturday 10 AM: saturday morning = saturday am | Today 10 AM: morning = am'],
      ['the evening', 'Today 6 PM: evening = pm'],
    ],
    'Which subscription? Basic | Plus+ | Pro (new!) | #1 Bundle': [
      ['the new one', 'Pro (new!): new = new'],
      ['number one', '#1 Bundle: one (number) = number 1'],
      ['the one', ''],
      ['basic plus one', 'Basic: basic = basic | Plus+: plus = plus plus'],
    ],
    'Which rooms? 1 Bedroom | 2 Bedrooms | 3 Bedrooms': [
      [
        'i want two bedrooms one for my mum',
        '2 Bedrooms: two bedrooms = 2 bedrooms | 1 Bedroom: bedrooms one = 1 bedroom | 3 Bedrooms: bedrooms = bedrooms',
      ],
      ['one', '1 Bedroom: one = 1'],
      [
        'one bedroom',
        '1 Bedroom: one bedroom = 1 bedroom | 2 Bedrooms: bedroom = bedrooms | 3 Bedrooms: bedroom = bedrooms',
      ],
      [
        'a bedroom',
        '1 Bedroom: a bedroom = 1 bedroom | 2 Bedrooms: bedroom = bedrooms | 3 Bedrooms: bedroom = bedrooms',
      ],
      ['two rooms', '2 Bedrooms: two rooms = 2'],
      [
        'second bedroom',
        '2 Bedrooms: second bedroom = 2 bedrooms | 1 Bedroom: bedroom = bedroom | 3 Bedrooms: bedroom = bedrooms',
      ],
      [
        'three big bedrooms',
        '3 Bedrooms: three big bedrooms = 3 bedrooms | 2 Bedrooms: bedrooms = bedrooms | 1 Bedroom: bedrooms = bedroom',
      ],
      [
        'an extra bedroom',
        '1 Bedroom: bedroom = bedroom | 2 Bedrooms: bedroom = bedrooms | 3 Bedrooms: bedroom = bedrooms',
      ],
      ['two', '2 Bedrooms: two = 2'],
    ],
    'How much milk? 1 pint | 2 pints | 4 pints': [
      ['a pint', '1 pint: a pint = 1 pint | 2 pints: pint = pints | 4 pints: pint = pints'],
      ['two pints', '2 pints: two pints = 2 pints | 4 pints: pints = pints | 1 pint: pints = pint'],
      ['a pint or two', '2 pints: pint two = 2 pints | 1 pint: a pint = 1 pint | 4 pints: pint = pints'],
      ['a big pint', '1 pint: pint = pint | 2 pints: pint = pints | 4 pints: pint = pints'],
      ['four', '4 pints: four = 4'],
      ['a', ''],
    ],
    'Which day? Tue 1 Dec | Wed 2 Dec | Thu 3 Dec': [
      ['tuesday the second', 'Wed 2 Dec: second = 2 | Tue 1 Dec: tuesday = tuesday'],
      ['the first', 'Tue 1 Dec: first = 1'],
      ['the third one', ''],
      ['the third window', ''],
      ['december', 'Tue 1 Dec: december = december | Wed 2 Dec: december = december | Thu 3 Dec: december = december'],
      [
        'the second of december',
        'Wed 2 Dec: second december = 2 december | Tue 1 Dec: december = december | Thu 3 Dec: december = december',
      ],
      ['the third of june', ''],
    ],
    'In which bay? Bay 2 | Bay 3 | Bay 14 | Street': [
      ['third', ''],
      ['bay third', 'Bay 3: bay third = bay 3 | Bay 2: bay = bay | Bay 14: bay = bay'],
      ['the third bay', 'Bay 3: third bay = bay 3 | Bay 2: bay = bay | Bay 14: bay = bay'],
      ['fourteenth', 'Bay 14: fourteenth = 14'],
      ['the second', ''],
      ['bay fourteen', 'Bay 14: bay fourteen = bay 14 | Bay 2: bay = bay | Bay 3: bay = bay'],
    ],
    'Which grade? Grade 4 | Grade 5 | Grade 6': [
      ['fourth grade', 'Grade 4: fourth grade = grade 4 | Grade 5: grade = grade | Grade 6: grade = grade'],
      ['fifth', 'Grade 5: fifth = 5'],
      ['grade six', 'Grade 6: grade six = grade 6 | Grade 4: grade = grade | Grade 5: grade = grade'],
      ['seventh', ''],
      ['six graders', 'Grade 6: six graders = grade 6 | Grade 4: graders = grade | Grade 5: graders = grade'],
    ],
    'How many? 0 | 1 | 2 | 3': [
      ['only one bag', '1: one = 1'],
      ['just the one', ''],
      ['a good one', ''],
      ["i'd take one", '1: one = 1'],
      ['the usual one', ''],
      ['one of the bags', ''],
      ['one', '1: one = 1'],
      ['number one', '1: one = 1'],
      ['one more', '1: one = 1'],
      ['big one', ''],
      ['one or two', '1: one = 1 | 2: two = 2'],
      ['at most one', ''],
      ['less than one', ''],
    ],
    'How old? 1 year | 2 years | 3 years': [
      ['number one year', '1 year: one year = 1 year | 2 years: year = years | 3 years: year = years'],
      ['year one', '1 year: year one = 1 year | 2 years: year = years | 3 years: year = years'],
      ['the one', ''],
      ['my one', ''],
      ['the year one', '1 year: year one = 1 year | 2 years: year = years | 3 years: year = years'],
    ],
    'Which flat? 1 BHK | 2 BHK | 4 BHK': [
      ['a one b h k', '1 BHK: one b h k = 1 bhk | 2 BHK: b h k = bhk | 4 BHK: b h k = bhk'],
      ['three b h k', '1 BHK: b h k = bhk | 2 BHK: b h k = bhk | 4 BHK: b h k = bhk'],
    ],
    'When? Today 3 PM | Tomorrow 8 AM | Tomorrow 3 PM': [
      ['eight this morning', 'Tomorrow 8 AM: eight = 8'],
      ['this afternoon', 'Today 3 PM: this afternoon = today pm'],
      ['tomorrow morning', 'Tomorrow 8 AM: tomorrow morning = tomorrow am | Tomorrow 3 PM: tomorrow = tomorrow'],
      ['today', 'Today 3 PM: today = today'],
    ],
    'When? 03/02/2026 | 17/02/2026 | 03/03/2026': [
      ['the third', '03/02/2026: third =  | 03/03/2026: third = '],
      ['third of march', '03/03/2026: march = '],
      ['seventeen', ''],
      ['the seventeenth', '17/02/2026: seventeenth = '],
      ['in march', '03/03/2026: march = '],
      ['three', ''],
    ],
    'Which coach? First coach | Second coach': [
      ['second', 'Second coach: second = second'],
      ['the first', 'First coach: first = first'],
      ['two', 'Second coach: two = second'],
      ['coach two', 'Second coach: coach two = second coach | First coach: coach = coach'],
      ['first coach', 'First coach: first coach = first coach | Second coach: coach = coach'],
    ],
    'Which bus? 46A | 39 | 145 | 16': [
      ['the one forty five', '145: one forty five = 145'],
      ['the forty six a', '46A: forty six (a) = 46 a'],
      ['thirty nine', '39: thirty nine = 39'],
      ['one four five', '145: one four five = 145'],
      ['sixteen', '16: sixteen = 16'],
      ['forty six', '46A: forty six = 46'],
    ],
    'Which paper? Maths Paper 1 | Maths Paper 2 | Physics Paper 1': [
      [
        'one of the maths papers',
        'Maths Paper 1: maths papers = maths paper | Maths Paper 2: maths papers = maths paper | Physics Paper 1: papers = paper',
      ],
      ['maths one', 'Maths Paper 1: maths one = maths 1 | Physics Paper 1: one = 1 | Maths Paper 2: maths = maths'],
      ['one of my maths ones', 'Maths Paper 1: maths = maths | Maths Paper 2: maths = maths'],
      [
        'the one paper',
        'Maths Paper 1: one paper = paper 1 | Physics Paper 1: one paper = paper 1 | Maths Paper 2: paper = paper',
      ],
    ],
  };
  expect(found(table)).toEqual(table);
});

test('an ordinal, a pronoun and what is counted otherwise are told from the number of a label', () => {
  const table: Found = {
    'When? Today 6 PM | Saturday 6 PM': [
      ['tonight', 'Today 6 PM: tonight = today pm'],
      ['this evening', 'Today 6 PM: this evening = today pm'],
      ['the evening', 'Today 6 PM: evening = pm | Saturday 6 PM: evening = pm'],
    ],
    'When? Friday 10 AM | Saturday 6 PM': [
      ['this morning', 'Friday 10 AM: morning = am'],
      ['tonight', 'Saturday 6 PM: tonight = pm'],
    ],
    'How many? 1 | 2 | 3': [
      ['one moment two', '2: two = 2'],
      ['just a sec three', '3: three = 3'],
      ['one second three', '3: three = 3'],
    ],
    'Which coach? Coach first | Coach second': [
      ['second', 'Coach second: second = second'],
      ['the second', 'Coach second: second = second'],
      ['first coach', 'Coach first: first coach = coach first | Coach second: coach = coach'],
      ['two', 'Coach second: two = second'],
    ],
    'How many bags? Up to 2 bags | Up to 3 bags': [
      ['two suitcases', 'Up to 2 bags: two suitcases = 2'],
      ['two big cases', 'Up to 2 bags: two big cases = 2'],
      ['three', 'Up to 3 bags: three = 3'],
      ['two cases of wine', ''],
      ['two boxes', ''],
    ],
    'How much? Up to 1 pint | 2 pints': [
      ['a pint', 'Up to 1 pint: a pint = 1 pint | 2 pints: pint = pints'],
      ['a', ''],
      ['one pint', 'Up to 1 pint: one pint = 1 pint | 2 pints: pint = pints'],
    ],
    'Which room? On 2 | On 3 | On 4': [
      ['on third', 'On 2:  (on) = on | On 3:  (on) = on | On 4:  (on) = on'],
      ['on three', 'On 3: three (on) = on 3 | On 2:  (on) = on | On 4:  (on) = on'],
      ['third', ''],
    ],
    'Which bay? Bay 3 north | Bay 2 north | Bay 4 south': [
      ['the third bay', 'Bay 3 north: third bay = bay 3 | Bay 2 north: bay = bay | Bay 4 south: bay = bay'],
      ['the third', ''],
    ],
    'Which paper? Paper 1 | Paper 2': [
      ['one of the papers', 'Paper 1: papers = paper | Paper 2: papers = paper'],
      ['one of my papers', 'Paper 1: papers = paper | Paper 2: papers = paper'],
      ['one of them', 'Paper 1: one = 1'],
      ['paper one of the two', 'Paper 2: paper two = paper 2 | Paper 1: paper = paper'],
      ['number one of the papers', 'Paper 1: papers = paper | Paper 2: papers = paper'],
    ],
    'Which pack? Bundle 1 | Bundle 2 | Other': [
      ['the big one', ''],
      ['the bundle one', 'Bundle 1: bundle one = bundle 1 | Bundle 2: bundle = bundle'],
      ['thanks one', 'Bundle 1: one = 1'],
      ['number one', 'Bundle 1: one = 1'],
      ['no one', ''],
      ['bundle number one', 'Bundle 1: bundle one = bundle 1 | Bundle 2: bundle = bundle'],
      ['take a bundle one', 'Bundle 1: bundle one = bundle 1 | Bundle 2: bundle = bundle'],
      ['the usual one', ''],
      ['the other one', 'Other: other = other'],
    ],
    'How many? 1 day | 1 night | 2 days': [
      ['a day', '1 day: a day = 1 day | 2 days: day = days'],
      ['a night', '1 night: night = night'],
      ['an extra day', '1 day: day = day | 2 days: day = days'],
      ['the day', '1 day: day = day | 2 days: day = days'],
      ['a night or a day', '1 day: a day = 1 day | 1 night: night = night | 2 days: day = days'],
    ],
  };
  expect(found(table)).toEqual(table);
});

test('numbers that a label writes apart are several', () => {
  const table: Table = {
    'June 12, 11:00 | June 12, 14:00 | June 13, 11:00': [
      ['the twelfth at eleven', 'June 12, 11:00', 'time'],
      ['june twelfth at eleven', 'June 12, 11:00', 'time'],
      ['the twelfth at two', 'June 12, 14:00', 'time'],
      ['the thirteenth', 'June 13, 11:00', 'number'],
      ['june thirteenth', 'June 13, 11:00'],
    ],
    'Saturday, June 13, 9 AM | Sunday, June 14, 9 AM': [
      ['the thirteenth', 'Saturday, June 13, 9 AM'],
      ['nine on the fourteenth', 'Sunday, June 14, 9 AM', 'time'],
    ],
    'Nova 9 128 GB | Nova 9 256 GB | Nova 8 128 GB': [
      ['the nova eight', 'Nova 8 128 GB'],
      ['the nova nine with two hundred fifty six', 'Nova 9 256 GB'],
    ],
    'Flat 12 500 | Flat 7 300': [['flat twelve', 'Flat 12 500']],
    '12,500 | 9,300': [['twelve thousand five hundred', '12,500']],
  };
  expect(decided(table)).toEqual(table);
});
