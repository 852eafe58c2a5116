import { byLicence, licence, type Told } from './licence';

const OFFERS: readonly (readonly [title: string, question: string, labels: readonly string[], told: Told])[] = [
  [
    'an age is told by itself, and of somebody who is named shortly',
    'How old is the child?',
    ['Under 4', '4 to 7', '8 to 12', '13 or older'],
    {
      told: [
        'six',
        "i'm forty",
        "the little one's six",
        'my younger brother is six',
        'my eldest is three',
        'about five',
        "they're both nine",
      ],
      unclear: [
        'my brother the dentist is six',
        "my brother's small curly poodle is six",
        'under four',
        'over 12',
        'six when is it',
        "the little one's asleep",
        'a young one',
        "the good one's asleep",
      ],
    },
  ],
  [
    'how many come is told by the number, not by an age, a time, a room, or what goes on',
    'How many guests are you expecting?',
    ['1–3', '4–6', '7 or more'],
    {
      told: [
        'six',
        "we're expecting around forty five",
        'a party of five',
        "we've got five",
        'i have five',
        'six and the kids love it',
        "we've invited around five",
        'grandma and grandpa expect five',
        "six now while it's quiet",
      ],
      unclear: [
        'the best of five',
        "it isn't five",
        'room two',
        'room three',
        'you told me five',
        'six guests when can we come',
        'six of us when can we come',
        'six altogether when can we come',
        'six when is it',
        'six can we bring a dog',
        'six where do we park',
        'six i want a window',
        'six and we want a window',
        'the shop charges nine pounds',
        'more than five',
        "if it's five",
        'we lost five',
        'the tall one',
        'the early one',
        'six guests when is it',
        'six of us when is it',
        'six altogether when is it',
        'six so where do we park',
      ],
      other: [
        "i'm sixty",
        'our house number is five',
        "we're meeting at five",
        "five's too many",
        'room five',
        'room nine',
        'we have four on order',
        'my flight is at five',
      ],
    },
  ],
  [
    'a small number may be a place where the options hold large ones',
    'What is your budget?',
    ['Under £200', '£200–£600', 'Over £600'],
    {
      told: ['fifty', 'a nice one hundred pounds', 'the one hundred', 'five hundred pounds'],
      unclear: ['two', 'three', 'option two', 'option three'],
      other: ['option nine'],
    },
  ],
  [
    'ten times as much is large',
    'Which price range?',
    ['Under $20', '$20–$40', 'Over $40'],
    {
      unclear: ['two'],
    },
  ],
  [
    'a weight is told by what weighs, and a bare number by what is there is none',
    'How heavy is it?',
    ['Under 2 kg', '2–10 kg', 'Over 10 kg'],
    {
      told: [
        'five',
        'the box holds nine kilos',
        'it weighs five kilos',
        'it must weigh five',
        'nine kilos',
        "i'd say five",
      ],
      unclear: ['the shop charges nine pounds', "i've lost five kilos"],
      other: ["i've got five", "there's five", 'there are five on the scales'],
    },
  ],
  [
    'how long ago it was is told, not how long something lasts',
    'When did the leak start?',
    ['Within 24 hours', '1–7 days ago', 'More than a week ago'],
    {
      told: ['three days ago', 'three days', 'about three days', 'i think three'],
      other: ['give me three minutes', 'four days ago i had a bath'],
    },
  ],
  [
    'a number of something else is small beside thousands',
    'How many kilometres has it done?',
    ['Under 5,000 km', '5,000–20,000 km', 'Over 20,000 km'],
    {
      unclear: ["we've got two", 'two'],
    },
  ],
  [
    'when something else was may be told behind a number of years',
    'How old is the boiler?',
    ['Under 5 years', '5 to 10 years', 'Over 10 years'],
    {
      told: ['twelve years we had it done when the twins came', 'twelve years'],
      unclear: ['twelve years when was yours'],
    },
  ],
  [
    'two numbers of a time are no amount',
    'Which window is good for you?',
    ['8 to 10', '10 to 12', '12 to 2'],
    {
      unclear: ['eight to ten', 'i work from eight to ten'],
    },
  ],
  [
    'the one of a size is its number',
    'Which size?',
    ['Size 1–3', 'Size 4–6'],
    {
      told: ["the size one's hers", 'the size one'],
    },
  ],
  [
    'the one of an option is its number',
    'Which ticket?',
    ['Toddler 1–3', 'Junior 4–6'],
    {
      told: ["the toddler one's hers"],
    },
  ],
  [
    'a number that some options are not far from is one',
    'How many are coming?',
    ['1–3', '4–30', 'Over 30'],
    {
      told: ['two'],
    },
  ],
];

test.each(OFFERS)('%s', (_, question, labels, told) => {
  expect(byLicence(labels, question, told)).toEqual(told);
});

test('an amount that was put in place of another answers, whatever stands before it', () => {
  const labels = ['1–3', '4–6', '7 or more'];
  expect(licence(labels, 'How many guests?', 'you told me five', true)).toBe('told');
  expect(licence(labels, 'How many guests?', 'you told me five')).toBe('unclear');
});
