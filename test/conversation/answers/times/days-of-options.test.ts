import { foundBy } from './alone';
import type { Offer } from './decided';

test('a day by its number is of the option whose days hold it, or begin or end with it', () => {
  const offers: readonly Offer[] = [
    {
      labels: ['June 5–7', 'June 12–14', 'June 19–21'],
      question: 'Which weekend?',
      answers: [
        ['the weekend of the twelfth', 'June 12–14, by number'],
        ['the thirteenth', 'June 12–14, by number'],
        ['the fourteenth please', 'June 12–14, by number'],
        ['the fifteenth', 'open'],
        ['the fifth', 'June 5–7, by number'],
        ['the fifth or the thirteenth', 'open'],
        ['not the twelfth', 'open'],
        ['before the twelfth', 'open'],
        ['after the twelfth', 'open'],
        ['twelve', 'open'],
        ['the one with the twelfth', 'June 12–14, by number'],
        ['the one on the thirteenth', 'June 12–14, by number'],
        ['one of us on the thirteenth', 'open'],
        ['one on the thirteenth', 'open'],
        ['my birthday is the thirteenth', 'open'],
        ['the thirteenth is my birthday', 'open'],
        ['the thirteenth with my mum', 'open'],
        ['the seventh', 'June 5–7, by number'],
        ['starting on the fifth', 'June 5–7, by number'],
        ['starting the twelfth', 'June 12–14, by number'],
        ['ending on the fourteenth', 'June 12–14, by number'],
        ['ending the fourteenth', 'June 12–14, by number'],
        ['starting on the thirteenth', 'open'],
        ['ending on the thirteenth', 'open'],
        ['the week starting on the nineteenth', 'open'],
        ['the one starting on the nineteenth', 'June 19–21, by number'],
        ['the one ending on the twenty first', 'June 19–21, by number'],
        ['from the nineteenth', 'June 19–21, by number'],
        ['not starting on the nineteenth', 'open'],
        ['starting on the nineteenth with my mum', 'open'],
        ['starting before the nineteenth', 'open'],
        ['we are starting on the nineteenth', 'June 19–21, by number'],
        ['starting in june on the nineteenth', 'June 19–21, by number'],
        ['starting nineteenth', 'June 19–21, by number'],
        ['a start on the nineteenth', 'June 19–21, by number'],
        ['is it starting on the nineteenth', 'open'],
        ['the nineteenth to the twenty first', 'open'],
      ],
    },
    {
      labels: ['28 June–5 July', '5 July–12 July', '12 July–19 July'],
      answers: [
        ['starting on the fifth', '5 July–12 July, by number'],
        ['ending on the fifth', '28 June–5 July, by number'],
        ['starting on the twenty eighth', '28 June–5 July, by number'],
        ['ending on the nineteenth', '12 July–19 July, by number'],
        ['ending the twenty eighth', 'open'],
        ['the week of the twelfth', 'open'],
        ['the fifth', 'open'],
        ['the thirtieth', '28 June–5 July, by number'],
        ['the third', '28 June–5 July, by number'],
        ['the week starting the thirteenth', 'open'],
      ],
    },
    {
      labels: ['June 5–7', 'June 12–14', 'Another weekend'],
      answers: [
        ['the twelfth', 'open'],
        ['starting on the twelfth', 'open'],
        ['the weekend of the twelfth', 'open'],
      ],
    },
    {
      labels: ['June 5–7', 'June 6–8'],
      answers: [
        ['the sixth', 'open'],
        ['the fifth', 'June 5–7, by number'],
        ['starting on the sixth', 'June 6–8, by number'],
      ],
    },
    {
      labels: ['June 5–7 Yoga camp', 'June 5–7 Spin camp'],
      answers: [
        ['the sixth', 'open'],
        ['starting on the fifth', 'open'],
      ],
    },
    {
      labels: ['June 5', 'June 12'],
      answers: [
        ['the twelfth', 'open'],
        ['starting on the twelfth', 'June 12, by number'],
      ],
    },
    {
      labels: ['Ages 5–7', 'Ages 12–14'],
      answers: [
        ['the twelfth', 'open'],
        ['starting on the twelfth', 'open'],
      ],
    },
    {
      labels: ['June 5–7', 'June 6'],
      answers: [
        ['the sixth', 'open'],
        ['the fifth', 'open'],
      ],
    },
    {
      labels: ['June 5 or later', 'June 1–4'],
      answers: [
        ['the tenth', 'June 5 or later, by number'],
        ['the third', 'June 1–4, by number'],
        ['starting on the fifth', 'June 5 or later, by number'],
        ['ending on the fifth', 'open'],
        ['ending on the fourth', 'June 1–4, by number'],
      ],
    },
    {
      labels: ['28 June–5 July', '10 July–12 July'],
      answers: [
        ['the eighth', 'open'],
        ['the tenth', '10 July–12 July, by number'],
        ['the twelfth', '10 July–12 July, by number'],
        ['the fifth', '28 June–5 July, by number'],
        ['the twenty eighth', '28 June–5 July, by number'],
      ],
    },
    {
      labels: ['Mon 28 June – Sun 4 July', 'Mon 5 July – Sun 11 July'],
      answers: [
        ['starting on the fifth', 'Mon 5 July – Sun 11 July, by number'],
        ['starting on the fourth', 'open'],
        ['ending on the fourth', 'Mon 28 June – Sun 4 July, by number'],
        ['ending on the fifth', 'open'],
        ['ending on the twenty eighth', 'open'],
      ],
    },
  ];
  expect(foundBy('byDate', offers)).toEqual(offers);
});
