import { engineOf } from './engine-of';

const french = engineOf('fr');
const italian = engineOf('it');

const decided = (engine: typeof french, labels: readonly string[], said: string) => {
  const decision = engine.decide({ labels, from: 0, to: labels.length }, said);
  return decision.kind === 'choose' ? decision.index : decision.kind;
};

test.each([
  ['midi et demi', 1],
  ['à midi moins le quart', 0],
  ['midi', 'words'],
])('what stands beside noon belongs to the time: %s', (said, outcome) => {
  expect(decided(french, ['11 h 45', '12 h 30', '18 h'], said)).toBe(outcome);
});

test('an article is no place', () => {
  const cakes = ['Torta al cioccolato con panna', 'Torta al cioccolato vegana', 'Torta di mele'];
  expect(decided(italian, cakes, 'una torta al cioccolato')).toBe('which');
  expect(decided(italian, cakes, 'numero uno')).toBe(0);
});

test('what somebody cannot have is not wished for', () => {
  expect(decided(french, ['Noisette', 'Pistache'], 'je suis allergique à la noisette')).toBe('words');
});

test.each([
  ['dodici euro e cinquanta', 1],
  ['quello da sette euro e cinquanta', 0],
  ['diciassette cinquanta', 2],
])('cents behind "e", and prices that are no times: %s', (said, outcome) => {
  expect(decided(italian, ['7,50 €', '12,50 €', '17,50 €'], said)).toBe(outcome);
});
