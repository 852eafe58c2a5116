import type { Decision, Offered } from '../../../../lambda/conversation/answers/decision';
import { isInDoubt } from '../../../../lambda/conversation/answers/doubts';
import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { isSameOffer, nameOfOffer, ownOffer, sizeOfOffer } from '../../../../lambda/conversation/answers/same-offer';
import { english } from '../english';
import { inLanguage } from '../in-language';
import { lexicon, offerOf } from '../outright/marked';

const offered = (labels: string, question?: string): Offered => {
  const names = labels.split('|');
  return { labels: names, from: 0, to: names.length, ...(question !== undefined && { question }) };
};

/** What an answer means: the option, the rule and what more is told; or which, or what else. */
function outcome(said: string, labels: string, question?: string): string {
  const decision = english.decide(offered(labels, question), said);
  const names = labels.split('|');
  if (decision.kind === 'which') return `which ${decision.indexes.map((at) => names[at]).join(', ')}`;
  if (decision.kind !== 'choose') return decision.kind;
  return `${names[decision.index]} (${decision.rule})${decision.rest === undefined ? '' : ` + ${decision.rest}`}`;
}

test('what is longer than any answer is not taken apart', () => {
  const tea = offered('Tea|Coffee');
  const long = (said: string) => said.padEnd(400);
  expect(english.decide(tea, long('tea'))).toMatchObject({ kind: 'choose', index: 0 });
  expect(english.decide(tea, `${long('tea')} `)).toEqual({ kind: 'words' });
  expect(english.code(long('four seven one two'))).toBe('4712');
  expect(english.code(`${long('four seven one two')} `)).toBeUndefined();
  expect(english.rating(long("i'd say seven"), { min: 0, max: 10 })).toBe(7);
  expect(english.rating(`${long("i'd say seven")} `, { min: 0, max: 10 })).toBeUndefined();
  expect(english.yesNo(long('yes'), 'confirmation')).toBe('yes');
  expect(english.yesNo(`${long('yes')} `, 'confirmation')).toBeUndefined();
});

test('the words of a question may stand before a code, and behind a yes', () => {
  expect(english.code('my locker is two two oh nine', 'What is the number of your locker?')).toBe('2209');
  expect(english.code('my locker is two two oh nine')).toBeUndefined();
  expect(english.yesNo('yes friday at seven', 'confirmation', 'Is Friday at seven all right?')).toBe('yes');
  expect(english.yesNo('yes friday at seven', 'confirmation')).toBeUndefined();
});

test('what is understood of an answer is looked at again, as a whole', () => {
  const jobs = 'Leaking tap|Blocked drain';
  const rows: readonly (readonly [said: string, labels: string, question: string | undefined, outcome: string])[] = [
    ['', 'Tea|Coffee', undefined, 'words'],
    ['...', 'Tea|Coffee', undefined, 'words'],
    // a number in other words, what one is about to do, and what one asks of oneself
    ['just me', '1-2 people|3-4 people', undefined, '1-2 people (number)'],
    ["i'm returning something", 'Return an item|Track order', undefined, 'Return an item (part)'],
    ['oh what was her name rosie', 'Rosie|Mandy', undefined, 'Rosie (label)'],
    // what the matter is may be reported
    ['my card was stolen', 'Lost or stolen card|Balance', 'What is the matter?', 'Lost or stolen card (clause)'],
    ['my card was stolen', 'Lost or stolen card|Balance', 'Which one?', 'words'],
    ["there's a leaking tap", jobs, 'What is the matter?', 'Leaking tap (label)'],
    ["there's a leaking tap outside number nine", jobs, 'What is the matter?', 'Leaking tap (clause)'],
    // several are meant alike
    [
      'my student loans',
      'Student loan|Student loan extension',
      undefined,
      'which Student loan, Student loan extension',
    ],
    // what is weighed is told without comments, too
    [
      'crikey what a queue halibut please guv with chips',
      'Halibut|Trout|Cod',
      undefined,
      'Halibut (weighed) + with chips',
    ],
    [
      'crikey what a queue halibut please guv that sounds good to me',
      'Halibut|Trout|Cod',
      undefined,
      'Halibut (weighed)',
    ],
    // it is words after all
    ["i'd have the suite if it wasn't so dear", 'Suite|Double|Single', undefined, 'words'],
    ["the suite no actually don't bother i'll ring you", 'Suite|Double|Single', undefined, 'words'],
    // the words of the question count
    ['to swim in the north pool', 'North|South', 'Which pool would you like to swim in?', 'North (label)'],
    ['to swim in the north pool', 'North|South', undefined, 'words'],
  ];
  expect(rows.map(([said, labels, question]) => [said, labels, question, outcome(said, labels, question)])).toEqual(
    rows,
  );
});

test('what more is told is written as the language writes words', () => {
  const fruit = { labels: ['りんご', 'みかん'], from: 0, to: 2 };
  expect(inLanguage.decide('ja', fruit, '二十個りんご')).toMatchObject({ index: 0, rest: '二十個' });
  expect(inLanguage.decide('ja', fruit, 'りんご')).toEqual({ kind: 'choose', index: 0, rule: 'exact', confidence: 1 });
  expect(inLanguage.decide('ja', fruit, 'すいか')).toEqual({ kind: 'words' });
  expect(outcome('tea and is there cake', 'Tea|Coffee')).toBe('Tea (label) + is there cake');
});

test('the same answer to another offer is another, whatever was offered before', () => {
  const question = 'What would you like?';
  const decided = (more: Partial<Offered>, said: string) => {
    const decision = english.decide({ labels: ['Tea', 'Coffee'], from: 0, to: 2, question, ...more }, said);
    return decision.kind === 'choose' ? decision.index : decision.kind;
  };
  expect(decided({}, 'coffee')).toBe(1);
  expect(decided({ labels: ['Coffee', 'Tea'] }, 'coffee')).toBe(0);
  expect(decided({ labels: ['Tea', 'Coffee', 'Milk'] }, 'milk')).toBe(2);
  expect(decided({}, 'milk')).toBe('words');
  expect(decided({ synonyms: [['cuppa'], []] }, 'cuppa')).toBe(0);
  expect(decided({ synonyms: [[], ['cuppa']] }, 'cuppa')).toBe(1);
  expect(decided({ synonyms: [['cuppa'], []] }, 'cuppa')).toBe(0);
});

test('offers are the same by their question, labels and other words, wherever one list ends', () => {
  const tea: Offered = {
    labels: ['Tea', 'Coffee'],
    synonyms: [['cuppa'], ['java']],
    question: 'Which?',
    from: 0,
    to: 2,
  };
  const others: readonly Offered[] = [
    { ...tea, question: 'What?' },
    { ...tea, labels: ['Tea', 'Milk'] },
    { ...tea, labels: ['Tea', 'Coffee', 'Milk'] },
    { ...tea, labels: ['Tea'], synonyms: [['Coffee'], ['cuppa'], ['java']] },
    { ...tea, synonyms: [['cuppa', 'java'], []] },
    { ...tea, synonyms: [['cuppa'], ['mocha']] },
    { labels: tea.labels, question: 'Which?', from: 0, to: 2 },
    { labels: tea.labels, from: 0, to: 2 },
  ];
  expect(others.filter((other) => isSameOffer(tea, other) || isSameOffer(other, tea))).toEqual([]);
  expect(others.every((other) => isSameOffer(other, { ...other }))).toBe(true);
  expect(isSameOffer(tea, { ...tea, from: 1, to: 2 })).toBe(true);
  expect(others.map(ownOffer)).toEqual(others);
  expect(ownOffer(tea)).toEqual(tea);
  expect(others.map(nameOfOffer)).toEqual([...'What?|Which?|Which?|Which?|Which?|Which?|Which?'.split('|'), 'Tea']);
  expect(nameOfOffer({ labels: [], from: 0, to: 0 })).toBe('');
  expect([tea, ...others].map(sizeOfOffer)).toEqual([24, 23, 22, 28, 24, 24, 25, 15, 9]);
});

test('several that are left where others were excluded are asked about only where that is usual', () => {
  const heard = hear('anything but the suite', lexicon);
  const prepared = offerOf('Suite|Double|Single');
  const left: Decision = { kind: 'which', indexes: [1, 2], rule: 'negation' };
  const isDoubtful = (decision: Decision, asksOthers: boolean) =>
    isInDoubt(heard, decision, () => findEvidence(heard, prepared, lexicon), prepared, {
      ...lexicon,
      language: { ...lexicon.language, asksOthers },
    });
  expect(isDoubtful(left, true)).toBe(false);
  expect(isDoubtful(left, false)).toBe(true);
  expect(isDoubtful({ ...left, rule: 'part' }, false)).toBe(false);
  expect(isDoubtful({ kind: 'choose', index: 1, rule: 'negation', confidence: 1 }, false)).toBe(false);
  expect(isDoubtful({ kind: 'words' }, false)).toBe(false);
});
