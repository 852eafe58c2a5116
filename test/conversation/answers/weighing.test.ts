import { signOf } from '../../../lambda/conversation/answers/sign-names';
import { phrases } from '../../../lambda/speech/phrases';
import { type Example, fitted } from '../../../scripts/weighing/regression';
import { english } from './english';

const { weights } = phrases('en').answers;

test('each weight is of a sign that there is', () => {
  const unknown = Object.entries(weights).flatMap(([place, named]) =>
    Object.keys(named).filter((name) => place !== 'bias' && signOf(place, name) < 0),
  );
  expect(unknown).toEqual([]);
});

describe('weights that are learnt', () => {
  const example = (signs: readonly number[], isMeant: boolean): Example => ({ signs, isMeant });
  const seen = (count: number, signs: readonly number[], isMeant: boolean) =>
    Array.from({ length: count }, () => example(signs, isMeant));

  test('speak for an option where their sign was seen beside options that were meant, and against it elsewhere', () => {
    const { weights: learnt } = fitted([...seen(20, [0], true), ...seen(20, [1], false)], 2);
    expect(learnt[0]).toBeGreaterThan(0.5);
    expect(learnt[1]).toBeLessThan(-0.5);
  });

  test('say nothing of a sign that was hardly ever seen', () => {
    expect(fitted([...seen(20, [0], true), example([1], false)], 2).weights[1]).toBe(0);
  });

  test('are the same for the same examples', () => {
    const examples = [...seen(7, [0, 1], true), ...seen(9, [1], false), ...seen(6, [0], true)];
    expect(fitted(examples, 2)).toEqual(fitted(examples, 2));
  });
});

describe('an option that is only asked about goes to the bot', () => {
  const cabins = { labels: ['Economy', 'Premium Economy', 'Business'], from: 0, to: 3 };
  test.each([
    'tell me how much legroom there is in premium economy',
    'can you get a wheelchair into business',
    'i wonder whether there are sockets in business',
    'can i wear business over my glasses',
  ])('%s', (said) => {
    expect(english.decide(cabins, said)).toEqual({ kind: 'words' });
  });

  test.each([
    ['i was wondering if i could have business', 2],
    ['can i get business for my son', 2],
    ['could you possibly put me down for business', 2],
  ])('but not a wish: %s', (said, index) => {
    expect(english.decide(cabins, said)).toMatchObject({ kind: 'choose', index });
  });
});
