import type { AnswerEngine, Decision, Offered } from '../../../../lambda/conversation/answers/decision';
import { keepingDecisions, ofShortWords } from '../../../../lambda/conversation/answers/said-before';

/** What somebody says over and over, and how often it has to be made out. */
function timesMade(
  said: readonly string[],
  context: string | undefined = '',
  meaning: (said: string) => string | undefined = (one) => one,
  holdsWords = (_: string | undefined) => false,
): number {
  let made = 0;
  const mean = ofShortWords(
    (one: string) => {
      made++;
      return meaning(one);
    },
    () => context,
    holdsWords,
  );
  const meant = said.map((one) => mean(one, undefined));
  expect(meant).toEqual(said.map(meaning));
  return made;
}

test('short words are made out once, and each by themselves', () => {
  const short = 'i would like the room with the balcony y';
  expect(short).toHaveLength(40);
  const rows: readonly (readonly [said: readonly string[], made: number])[] = [
    [['the balcony', 'the balcony'], 1],
    [['the balcony', 'the garden', 'the balcony', 'the garden'], 2],
    [[short, short], 1],
    [[`${short}s`, `${short}s`], 2],
  ];
  expect(rows.map(([said]) => [said, timesMade(said)])).toEqual(rows);
});

test('that short words mean nothing is kept, too, but nothing with words in it or of too much else', () => {
  const twice = ['the balcony', 'the balcony'];
  expect(timesMade(twice, '', () => undefined)).toBe(1);
  expect(timesMade(twice, '', undefined, (meaning) => meaning === 'the balcony')).toBe(2);
  expect(timesMade(twice, '', undefined, (meaning) => meaning === 'the garden')).toBe(1);
  expect(
    timesMade(
      twice,
      '',
      () => undefined,
      (meaning) => meaning === undefined,
    ),
  ).toBe(2);
  let made = 0;
  const mean = ofShortWords(
    () => ++made,
    () => undefined,
    () => false,
  );
  expect([mean('the balcony', 'too much'), mean('the balcony', 'too much')]).toEqual([1, 2]);
});

test('a thousand meanings are kept, and all are forgotten for the next', () => {
  const numbers = Array.from({ length: 1000 }, (_, at) => `number ${at}`);
  expect(timesMade([...numbers, ...numbers])).toBe(1000);
  expect(timesMade([...numbers, 'one more', 'one more', ...numbers.slice(0, 5)])).toBe(1006);
});

const WORDS: Decision = { kind: 'words' };

/** An engine that tells how often it was asked. */
function counting(decision: Decision = WORDS, digits?: string) {
  const asked = { decide: 0, code: 0 };
  const engine: AnswerEngine = keepingDecisions({
    decide() {
      asked.decide++;
      return decision;
    },
    code() {
      asked.code++;
      return digits;
    },
    yesNo: () => 'yes',
    rating: () => 4,
  });
  return { engine, asked };
}

test('yes, no and a rating are made out each time', () => {
  const { engine } = counting();
  expect([engine.yesNo('yes', 'confirmation'), engine.rating('four', {})]).toEqual(['yes', 4]);
});

test('what is no code is kept for its question, digits never are', () => {
  const none = counting();
  for (const question of ['What is your PIN?', 'What is your PIN?', 'Which order?', undefined, undefined])
    expect(none.engine.code('no idea', question)).toBeUndefined();
  expect(none.asked.code).toBe(3);
  const pin = counting(WORDS, '4770');
  expect([1, 2].map(() => pin.engine.code('four double seven oh', undefined))).toEqual(['4770', '4770']);
  expect(pin.asked.code).toBe(2);
  const long = 'w'.repeat(1000);
  const { engine, asked } = counting();
  for (const question of [long, long, `${long}w`, `${long}w`]) engine.code('no idea', question);
  expect(asked.code).toBe(3);
});

test('a decision is kept for all of its offer, but not with what more was said', () => {
  const tea: Offered = { question: 'Tea or coffee?', labels: ['Tea', 'Coffee'], from: 0, to: 2 };
  const rows: readonly (readonly [decision: Decision, offers: readonly Offered[], decided: number])[] = [
    [WORDS, [tea, { ...tea }], 1],
    [WORDS, [tea, { ...tea, question: 'Coffee or tea?' }], 2],
    [WORDS, [tea, { ...tea, labels: ['Coffee', 'Tea'] }], 2],
    [WORDS, [tea, { ...tea, synonyms: [['Assam'], ['Mocha']] }], 2],
    [WORDS, [tea, { ...tea, from: 1 }], 2],
    [WORDS, [tea, { ...tea, to: 1 }], 2],
    [{ kind: 'choose', index: 0, rule: 'exact', confidence: 1 }, [tea, tea], 1],
    [{ kind: 'choose', index: 0, rule: 'label', confidence: 1, rest: 'with milk' }, [tea, tea], 2],
  ];
  const found = rows.map(([decision, offers]) => {
    const { engine, asked } = counting(decision);
    expect(offers.map((offered) => engine.decide(offered, 'tea'))).toEqual(offers.map(() => decision));
    return [decision, offers, asked.decide];
  });
  expect(found).toEqual(rows);
});
