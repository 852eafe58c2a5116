import { byLicence, type Told } from './licence';

const OFFERS: readonly (readonly [title: string, question: string, labels: readonly string[], told: Told])[] = [
  [
    'how long it will be is told, not how long it was',
    'How long are you parking?',
    ['1 hour – £3', '2 hours – £6', '12 hours – £10'],
    {
      told: ['two hours', 'two hours already'],
      unclear: ['the six pound one', 'i stayed two hours last time'],
      other: ["i've been here two hours", "i've been here two hours already"],
    },
  ],
  [
    'a number of an option is told with what it counts',
    'How many wings?',
    ['6 wings', '12 wings', '24 wings'],
    {
      told: [
        'only the six wings this time',
        'just the twelve wings please',
        'my lad will eat the twelve with ketchup',
        'my lad will eat twelve',
      ],
      unclear: [
        'six',
        "the wee man'll only eat six",
        "she'd eat six",
        'just the six',
        "i shouldn't but twelve wings",
        'my lad will eat twelve with ketchup',
        'my lad will eat twelve when is it',
      ],
    },
  ],
  [
    'a number of a code is told at the end of what leads to it',
    'Which class is your child in?',
    ['1A', '1B', '2A', '2B'],
    {
      told: ["she's in year two", "he's in year one", 'year one', "she's in one now"],
      unclear: ['the clever lad is in one', 'two', "she's in year two and loves it"],
    },
  ],
  [
    'a size is told of what has it',
    'What shoe size?',
    ['Size 4', 'Size 5', 'Size 6'],
    {
      told: ["my foot's a size six"],
      unclear: ['my foot was a size six', "my foot's a size six but wide", 'a six', 'the size one'],
    },
  ],
  [
    'nights that were tell nothing of those to come',
    'How many nights are you staying?',
    ['2', '7', '14'],
    {
      told: ['two weeks', 'a week'],
      unclear: [
        'two',
        'we stayed a night',
        'seven years ago we stayed a night',
        'it was two the last time and it rained',
      ],
      other: ['i stayed two weeks last time'],
    },
  ],
  [
    'nights that were are told where it is asked for them',
    'How long did you stay?',
    ['2 nights', '7 nights', '14 nights'],
    {
      told: ['i stayed two nights'],
    },
  ],
  [
    'a share is told by who gives it, unless it is asked about',
    'Would you like to add a tip?',
    ['10%', '15%', '20%', 'No tip'],
    {
      told: [
        'my husband would do twenty percent',
        'my husband would do twenty percent is plenty',
        'the waiter should get twenty percent',
        "fifteen percent's fair",
        'my husband would do twenty percent for the waiter',
      ],
      unclear: [
        'she was great do twenty percent',
        'my husband would do twenty percent is that okay',
        'twenty percent where do i sign',
      ],
    },
  ],
  [
    'an amount that no option holds is told',
    'Which phone would you like?',
    ['Nova 10', 'Nova 10 Plus', 'Nova Fold'],
    {
      unclear: ['ten'],
    },
  ],
  [
    'a letter and a number are the name of an option',
    'Which bulb?',
    ['A1 Bright', 'A2 Natural', 'A3 Warm'],
    {
      told: ['a one'],
    },
  ],
  [
    'about so much is so much',
    'What size is your lawn?',
    ['1/4 acre', '1/2 acre', '1 acre'],
    {
      told: ["it's about a half acre"],
    },
  ],
  [
    'an amount is told by itself, with a unit or with approval',
    'How much would you like to top up?',
    ['$5', '$10', '$20'],
    {
      told: ["ten's fine", 'put ten dollars on it', 'ten dollars it is'],
      unclear: ['ten', 'ten dollars and i want a receipt', 'ten dollars is it a lot'],
      other: ['ten dollars is too much'],
    },
  ],
  [
    'one that somebody has is no number',
    'Do you have a loyalty card?',
    ['Yes', 'No', "I'd like one"],
    {
      unclear: ['got one already', 'i have one already', 'one'],
    },
  ],
  [
    'a time that was made is told',
    'Which lesson suits you?',
    ['8:15', '9:45', '11:30'],
    {
      told: ['make it nine forty five'],
      unclear: ['ten'],
    },
  ],
  [
    'a price that is composed is one',
    'Which box?',
    ['Small box £8.50', 'Family box £14.75'],
    {
      told: ['nine pound fifty'],
    },
  ],
  [
    'just the one is a number',
    'How many children?',
    ['0', '1', '2', '3'],
    {
      told: ['just the one'],
      unclear: ['my eldest is three'],
    },
  ],
  [
    'what a meal is for is told by the end of it',
    'Which meal?',
    ['Meal for 2 – £15', 'Meal for 4 – £28'],
    {
      told: ['for two'],
      unclear: ['for two and chips', 'the fifteen pound one'],
    },
  ],
  [
    'an age is no number of months',
    'Over how many months?',
    ['12 Months', '36 Months', '60 Months'],
    {
      unclear: ['sixty', 'over sixty'],
      other: ["i'm sixty"],
    },
  ],
  [
    'of us is no part of the number',
    'For how many?',
    ['2', '4', '6'],
    {
      unclear: ['four of us'],
    },
  ],
];

test.each(OFFERS)('%s', (_, question, labels, told) => {
  expect(byLicence(labels, question, told)).toEqual(told);
});
