import { askedAtEnd, askLast, endOf, offerLast } from '../../lambda/conversation/asking';
import { voiceFor } from '../../lambda/speech/voice';

const voice = voiceFor('en-US');

describe('what the bot asks', () => {
  test.each<[string, readonly string[], ReturnType<typeof askLast>]>([
    [
      'at the end stays there',
      ['We are open.', 'Which day?'],
      { paragraphs: ['We are open.', 'Which day?'], asking: 'Which day?', others: ['We are open.'] },
    ],
    [
      'before something else is said behind it',
      ['Which day? We are open.', 'And on Sunday as well.'],
      {
        paragraphs: ['We are open.', 'And on Sunday as well.', 'Which day?'],
        asking: 'Which day?',
        others: ['We are open.', 'And on Sunday as well.'],
      },
    ],
    [
      'in two paragraphs is one question',
      ['We are open.', 'Which day?', 'And at what time?', 'There is parking.'],
      {
        paragraphs: ['We are open.', 'There is parking.', 'Which day? And at what time?'],
        asking: 'Which day? And at what time?',
        others: ['We are open.', 'There is parking.'],
      },
    ],
    [
      'behind a sentence of its paragraph takes nothing of what is before',
      ['Hello. Which day?', 'And at what time?'],
      {
        paragraphs: ['Hello. Which day?', 'And at what time?'],
        asking: 'Which day? And at what time?',
        others: ['Hello.'],
      },
    ],
    [
      'before a list ends in a full stop once it stands behind it',
      ['Please choose your day:', 'Monday.', 'Friday.'],
      {
        paragraphs: ['Monday.', 'Friday.', 'Please choose your day.'],
        asking: 'Please choose your day.',
        others: ['Monday.', 'Friday.'],
      },
    ],
    [
      'is nothing that leads to an address',
      ['Please post your form to:', 'Bluebell Dental. 12 Mill Lane. York.'],
      {
        paragraphs: ['Please post your form to:', 'Bluebell Dental. 12 Mill Lane. York.'],
        others: ['Please post your form to:', 'Bluebell Dental. 12 Mill Lane. York.'],
      },
    ],
    [
      'is nothing that leads to steps',
      ['To stop a lost or stolen card:', '1. Open the app. 2. Tap Stop.'],
      {
        paragraphs: ['To stop a lost or stolen card:', '1. Open the app. 2. Tap Stop.'],
        others: ['To stop a lost or stolen card:', '1. Open the app. 2. Tap Stop.'],
      },
    ],
    ['is nothing', ['We are open.'], { paragraphs: ['We are open.'], others: ['We are open.'] }],
    ['where nothing is said is nothing', [], { paragraphs: [], others: [] }],
  ])('%s', (_what, paragraphs, expected) => {
    expect(askLast(paragraphs, voice)).toEqual(expected);
    expect(askedAtEnd(paragraphs, voice)).toBe(
      expected.paragraphs === paragraphs || expected.paragraphs.at(-1) === paragraphs.at(-1)
        ? expected.asking
        : undefined,
    );
  });

  test('among questions that the text answers is none that has its answer behind it', () => {
    const answered = ['Is there parking? Yes, behind the house.', 'Are dogs allowed? Yes, small ones.'];
    expect(askLast([...answered, 'What is the fee? It depends on the day.'], voice).asking).toBeUndefined();
    expect(askLast([...answered, 'What is the fee?'], voice).asking).toBe('What is the fee?');
    expect(askLast(['Which day?', ...answered, 'We are glad to help you.'], voice).asking).toBe('Which day?');
  });

  test('of a heading with its answer is nothing', () => {
    expect(askLast(['Lost your card?', 'Call us at once.', 'We are here all day.'], voice).asking).toBeUndefined();
  });
});

describe('the offer to do more', () => {
  const offer = 'Let us know if you need anything else.';

  test.each<[string, readonly string[], ReturnType<typeof offerLast>]>([
    ['at the end stays there', ['We are open.', offer], { paragraphs: ['We are open.', offer], offer }],
    [
      'before something else is said behind it',
      [offer, 'We are open.'],
      { paragraphs: ['We are open.', offer], offer },
    ],
    [
      'leaves the words before it in their place',
      [`Hello. ${offer}`, 'We are open.'],
      { paragraphs: ['Hello.', 'We are open.', offer], offer },
    ],
    ['is none', ['We are open.'], { paragraphs: ['We are open.'] }],
    ['of nothing is none', [], { paragraphs: [] }],
  ])('%s', (_what, paragraphs, expected) => {
    expect(offerLast(paragraphs, voice)).toEqual(expected);
  });
});

test('only the last ten thousand characters are looked at for what they ask, and always the last paragraph', () => {
  const long = (length: number) => 'a'.repeat(length);
  expect(endOf([])).toEqual([]);
  expect(endOf(['one', 'two'])).toEqual(['one', 'two']);
  expect(endOf([long(4000), long(5000), long(5000)])).toEqual([long(5000), long(5000)]);
  expect(endOf([long(4001), long(4000), long(6000)])).toEqual([long(4000), long(6000)]);
  expect(endOf(['one', long(10_001)])).toEqual([long(10_001)]);
  expect(endOf([long(10_001)])).toEqual([long(10_001)]);
});
