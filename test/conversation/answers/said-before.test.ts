import type { Decision, Offered } from '../../../lambda/conversation/answers/decision';
import { keepingDecisions, ofShortWords } from '../../../lambda/conversation/answers/said-before';
import { english } from './english';

const tea: Offered = { question: 'Tea or coffee?', labels: ['Tea', 'Coffee'], from: 0, to: 2 };

function counted(decide: (offered: Offered, said: string) => Decision) {
  let decided = 0;
  const engine = keepingDecisions({
    ...english,
    decide(offered, said) {
      decided++;
      return decide(offered, said);
    },
  });
  return { engine, decided: () => decided };
}

test('what was said to an offer before means the same, and is not decided again', () => {
  const { engine, decided } = counted(english.decide);
  const first = engine.decide(tea, 'the second one');
  expect(first).toMatchObject({ kind: 'choose', index: 1 });
  expect(engine.decide({ ...tea, labels: ['Tea', 'Coffee'] }, 'the second one')).toEqual(first);
  expect(decided()).toBe(1);
});

test.each<[string, Offered]>([
  ['other labels', { ...tea, labels: ['Coffee', 'Tea'] }],
  ['another question', { ...tea, question: 'Anything but coffee?' }],
  ['other synonyms', { ...tea, synonyms: [['Assam'], ['Mocha']] }],
  ['others of them read out last', { ...tea, labels: ['Tea', 'Coffee', 'Milk'], from: 1, to: 3 }],
])('the same words to %s are decided by themselves', (_what, other) => {
  const { engine, decided } = counted(english.decide);
  engine.decide(tea, 'the first one');
  expect(engine.decide(other, 'the first one')).toEqual(english.decide(other, 'the first one'));
  expect(decided()).toBe(2);
});

test('nothing is kept that holds what somebody has said, nor of long words', () => {
  const { engine, decided } = counted(english.decide);
  expect(engine.decide(tea, 'tea with a drop of milk')).toMatchObject({ kind: 'choose', rest: expect.any(String) });
  engine.decide(tea, 'tea with a drop of milk');
  const long = 'I would like to know what you open at tomorrow morning';
  expect(engine.decide(tea, long)).toEqual(engine.decide(tea, long));
  expect(decided()).toBe(4);
  expect([1, 2].map(() => engine.code('four double seven oh', 'What is your pin?'))).toEqual(['4770', '4770']);
  expect([1, 2].map(() => engine.code('when do you open', 'What is your pin?'))).toEqual([undefined, undefined]);
});

test('no more is kept than a thousand meanings', () => {
  let made = 0;
  const mean = ofShortWords(
    () => ++made,
    () => '',
    () => false,
  );
  for (let said = 0; said <= 1000; said++) mean(String(said), undefined);
  expect(mean('1000', undefined)).toBe(1001);
  expect(mean('0', undefined)).toBe(1002);
});
