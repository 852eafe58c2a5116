import { foundBy } from './alone';
import { found, type Offer } from './decided';

test('amounts are put right, told twice or beside others', () => {
  const offers: readonly Offer[] = [
    {
      labels: ['1 to 4', '5 to 8', '9 or more'],
      question: 'How many people are coming?',
      answers: [
        ['no six people', 'open'],
        ['sorry six', '5 to 8, by number'],
        ['six sorry four', '1 to 4, by correction'],
        ['no five to eight', '5 to 8, by number'],
        ['six no', 'open'],
        ['six people no thanks', 'open'],
        ['a few or six', 'open'],
        ['the first one or six', 'open'],
        ['two teachers who are sick', 'open'],
        ['six minutes two buses', 'open'],
        ['um six', '5 to 8, by number'],
        ['um can a six year old come', 'open'],
        ['well how many is six', 'open'],
        ['hello there', 'open'],
        ['five to eight kilos', 'open'],
      ],
    },
    {
      labels: ['1 to 4', '5 to 8', '9 or more'],
      question: 'How old is the child?',
      answers: [
        ["the little one's four", '1 to 4, by number'],
        ['one is enough', '1 to 4, by number'],
        ['one', '1 to 4, by number'],
        ["she's six", '5 to 8, by number'],
        ['six', '5 to 8, by number'],
      ],
    },
    {
      labels: ['Under 5 kg', '5 to 10 kg', 'Over 10 kg'],
      question: 'How heavy is the parcel?',
      answers: [
        ['two suitcases seven', 'open'],
        ['two suitcases the seven kilos', '5 to 10 kg, by number'],
        ['two suitcases the one kilo', 'Under 5 kg, by number'],
        ['seven days over', 'words'],
        ['seven days to go', 'words'],
        ['the under five one', 'Under 5 kg, by number'],
        ['the over ten one please', 'Over 10 kg, by number'],
        ['the five to ten one', '5 to 10 kg, by number'],
        ['five to ten one of them is big', 'open'],
        ['seven kilos no half a kilo', 'Under 5 kg, by correction'],
      ],
    },
    {
      labels: ['1 to 4', '5 to 10'],
      question: 'How many kilos?',
      answers: [
        ['five to ten kilos', '5 to 10, by number'],
        ['seven kilos', '5 to 10, by number'],
      ],
    },
    {
      labels: ['£5 to £10', '£10 to £20'],
      answers: [
        ['five to ten pounds', '£5 to £10, by number'],
        ['five to ten', '£5 to £10, by number'],
      ],
    },
    {
      labels: ['1 to 4', '5'],
      answers: [
        ['three', '1 to 4, by number'],
        ['five', 'open'],
      ],
    },
    {
      labels: ['1 to 4', 'A large group'],
      answers: [
        ['six', 'open'],
        ['six of us', 'open'],
        ['three', '1 to 4, by number'],
      ],
    },
    { labels: ['Under 5 kg', '5 to 10 days'], answers: [['seven', 'open']] },
    { labels: ['5 to 8 seats', '5 to 8 beds', '9 seats'], answers: [['five to eight', 'open']] },
    {
      labels: ['Up to 100', 'Up to 500', 'Over 1,000'],
      answers: [
        ['fifty', 'which Up to 100 | Up to 500, by number'],
        ['a hundred', 'Up to 100, by number'],
        ['two thousand', 'Over 1,000, by number'],
      ],
    },
    { labels: ['Up to 100', '50 to 200'], answers: [['a hundred', 'which Up to 100 | 50 to 200, by number']] },
    { labels: ['Up to 100', 'Up to 500'], answers: [['six hundred', 'words']] },
    {
      labels: ['30 minutes', '60 minutes', '90 minutes'],
      question: 'How long should it be?',
      answers: [
        ['sixty minutes an hour', 'open'],
        ["sixty minutes that's an hour", '60 minutes, by number'],
        ['thirty minutes half an hour please', '30 minutes, by number'],
        ['sixty minutes ninety minutes', 'open'],
        ['sixty minutes an hour ninety minutes', 'open'],
        ['sixty minutes an hour sixty minutes', 'open'],
        ['sixty minutes an hour and a robe please', 'open'],
        ['ninety minutes no sixty minutes', '60 minutes, by correction'],
        ['ninety minutes no sixty', 'open'],
        ['ninety minutes no sixty minutes please', '60 minutes, by correction'],
        ['ninety minutes no make it sixty minutes', '60 minutes, by correction'],
        ['ninety minutes no wait forty minutes', 'open'],
        ['sixty minutes no', 'open'],
        ['i will take sixty minutes on monday', 'open'],
      ],
    },
    {
      labels: ['60 minutes massage', '60 minutes facial', '90 minutes'],
      answers: [
        ['sixty minutes an hour', 'open'],
        ['sixty minutes', 'which 60 minutes massage | 60 minutes facial, by number'],
      ],
    },
    {
      labels: ['$10', '$20', '$30'],
      answers: [
        ['i will spend twenty dollars on my son', '$20 + on my son, by number'],
        ['i can spend twenty dollars', '$20, by number'],
        ['twenty dollars is fine', '$20, by number'],
        ["i'll spend twenty dollars that's all", '$20, by number'],
      ],
    },
    {
      labels: ['20 hours a week', '30 hours a week', '40 hours'],
      answers: [
        ['thirty hours a week', '30 hours a week, by number'],
        ['thirty hours in a week', '30 hours a week, by number'],
        ['thirty hours', '30 hours a week, by number'],
        ['twenty hours every week', 'open'],
      ],
    },
    {
      labels: ['30 minutes', '60 minutes', '10 am'],
      answers: [
        ['thirty minutes', '30 minutes, by number'],
        ['thirty people', 'words'],
        ['ten', 'open'],
      ],
    },
    {
      labels: ['1 to 4 people', '10 am', '11 am'],
      answers: [
        ['between one and four', '1 to 4 people, by number'],
        ['three people', 'open'],
      ],
    },
    {
      labels: ['Tea', 'Coffee'],
      answers: [
        ['two people', 'open'],
        ['six minutes', 'open'],
      ],
    },
  ];
  expect(foundBy('byRange', offers)).toEqual(offers);
});

test('amounts are told as labels write them', () => {
  const offers: readonly Offer[] = [
    {
      labels: ['R$ 50 – R$ 100', 'R$ 100 – R$ 200'],
      language: 'pt',
      answers: [
        ['setenta reais', 'R$ 50 – R$ 100'],
        ['de cem a duzentos', 'R$ 100 – R$ 200'],
      ],
    },
    {
      labels: ['$10–40k', '$40–80k', '$80–120k'],
      answers: [
        ['sixty thousand dollars', '$40–80k'],
        ['twenty thousand', '$10–40k'],
      ],
    },
    {
      labels: ['6"–8"', '9"–12"'],
      question: 'How big is the pizza?',
      answers: [
        ['seven inches', '6"–8"'],
        ['ten inches', '9"–12"'],
        ['nine to twelve inches', '9"–12"'],
      ],
    },
    {
      labels: ['1.5kg', '2.5kg'],
      answers: [
        ['one and a half kilos', '1.5kg'],
        ['two point five kilos', '2.5kg'],
      ],
    },
    {
      labels: ['30 minutes', '60 minutes', '90 minutes'],
      answers: [['ninety minutes no sixty minutes', '60 minutes']],
    },
    {
      labels: ['Under 5 kg', '5 to 10 kg', 'Over 10 kg'],
      answers: [
        ['the under five one', 'Under 5 kg'],
        ['the five to ten one please', '5 to 10 kg'],
      ],
    },
  ];
  expect(found(offers)).toEqual(offers);
});
