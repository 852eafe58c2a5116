import type { Decision, Rule } from '../../../../lambda/conversation/answers/decision';
import { findEvidence } from '../../../../lambda/conversation/answers/evidence';
import { hear } from '../../../../lambda/conversation/answers/heard';
import type { Weights } from '../../../../lambda/conversation/answers/language';
import { indexOf } from '../../../../lambda/conversation/answers/signs';
import { createWeigher, mentionsOf, type Weigher, weighed } from '../../../../lambda/conversation/answers/weighing';
import { lexicon, offerOf } from './marked';

/** What likelihoods of options, by their place, make of what the rules decided. */
function outcome(told: Decision, said: string, labels: string, likelihoods: readonly number[]): string {
  const heard = hear(said, lexicon);
  const prepared = offerOf(labels);
  const evidence = findEvidence(heard, prepared, lexicon);
  const weigher: Weigher = () =>
    mentionsOf(heard, evidence, prepared, lexicon)
      .flatMap((mention) => {
        const likelihood = likelihoods[indexOf(mention)];
        return likelihood === undefined ? [] : [{ index: indexOf(mention), mention, likelihood }];
      })
      .sort((one, other) => other.likelihood - one.likelihood);
  const decision = weighed(told, heard, prepared, weigher, lexicon, () => evidence);
  if (decision === told) return 'as told';
  if (decision.kind !== 'choose') return decision.kind;
  const { index, rule, confidence, rest } = decision;
  expect([rule, confidence]).toEqual(['weighed', likelihoods[index]]);
  return `${labels.split('|')[index]}${rest === undefined ? '' : ` + ${rest}`}`;
}

const WORDS: Decision = { kind: 'words' };
const both = (rule: Rule = 'both'): Decision => ({ kind: 'which', indexes: [0, 1], rule });
const taken = (rule: Rule, rest?: string): Decision => ({
  kind: 'choose',
  index: 0,
  rule,
  confidence: 0.7,
  ...(rest !== undefined && { rest }),
});

const ROOMS = 'Suite|Double|Single';

test('an option that is likely is taken where the rules passed on the words, or asked about two', () => {
  const rows: readonly (readonly [Decision, string, readonly number[], string])[] = [
    [WORDS, 'my gran swears by the suite', [0.9], 'Suite'],
    [WORDS, 'my gran swears by the suite', [0.8], 'Suite'],
    [WORDS, 'my gran swears by the suite', [0.79], 'as told'],
    [WORDS, 'my gran swears by the suite with a balcony', [0.9], 'Suite + with a balcony'],
    [WORDS, 'suites are dear so double it is', [0.4, 0.9], 'Double'],
    [WORDS, 'suites are dear so double it is', [0.41, 0.9], 'as told'],
    [both(), 'suites are dear so double it is', [0.1, 0.9], 'Double'],
    [both(), 'suites are dear so double it is', [0.1, 0.7], 'as told'],
    [both(), 'two suites are dear so double it is', [0.1, 0.9], 'Double'],
    [both('correction'), 'suites are dear so double it is', [0.1, 0.9], 'Double'],
    [both('part'), 'suites are dear so double it is', [0.1, 0.9], 'as told'],
    [{ ...both(), isJoined: true } as Decision, 'the suite and the double for us', [0.1, 0.9], 'as told'],
    [both(), 'suites are dear so maybe double it is', [0.1, 0.9], 'as told'],
    [{ kind: 'confirm', index: 0, rule: 'sound' }, 'my gran swears by the suite', [0.9], 'as told'],
    [{ kind: 'none' }, 'my gran swears by the suite', [0.9], 'as told'],
    // a few words are understood by rules alone, and so is what names no option
    [WORDS, 'gran loves the suite', [0.9], 'as told'],
    [WORDS, 'my gran loves the suite', [0.9], 'Suite'],
    [WORDS, 'my gran swears by this place', [0.9], 'as told'],
    [WORDS, 'my gran swears by the suite', [], 'as told'],
    // what is asked takes nothing
    [WORDS, 'how much is the suite these days', [0.9], 'as told'],
    [WORDS, 'can breakfast be had in the suite', [0.9], 'as told'],
    [both(), 'is the suite bigger than the double', [0.1, 0.9], 'Double'],
  ];
  expect(rows.map(([told, said, odds]) => [told, said, odds, outcome(told, said, ROOMS, odds)])).toEqual(rows);
});

test('what the words tell of another thing is not taken, however likely it is', () => {
  const rows: readonly (readonly [said: string, labels: string, outcome: string])[] = [
    // numbers by themselves have rules of their own, but for those behind what they count
    ['my gran wants a full sixty minutes', '30 minutes|60 minutes|90 minutes', 'as told'],
    ['my gran is calling about number two', 'Number 2|Number 3', 'Number 2'],
    ['my gran is calling about the two', 'Number 2|Number 3', 'as told'],
    ['my gran adores the two bedroom', '2 bedrooms|3 bedrooms|Studio', '2 bedrooms'],
    ['my two girls adore the suite', ROOMS, 'as told'],
    ['my girls adore the suite two nights', ROOMS, 'Suite + two nights'],
    // a part that is of several things
    ['my gran wants something intermediate size', 'Full-size|Compact', 'as told'],
    ['my gran would love that size', 'Full-size|Compact', 'as told'],
    ['my gran would love the guest room', 'Guest room deluxe|Suite', 'Guest room deluxe'],
    ['my gran wants something intermediate full', 'Full-size|Compact', 'as told'],
    // another noun before it
    ['my gran would bake carrot cake', 'Apple cake|Tea', 'as told'],
    ['my gran adores the plain cake', 'Apple cake|Tea', 'as told'],
    ['my gran adores a proper apple cake', 'The apple cake|Tea', 'The apple cake'],
    ['my gran bakes apple cake weekly', 'Apple cake|Cheese board', 'Apple cake + weekly'],
    ['my gran adores the chocolate cake', 'Apple cake|Cheese board', 'as told'],
    ['my gran adores a proper cake', 'Apple cake|Cheese board', 'as told'],
    ['my gran adores the nice cake', 'Apple cake|Cheese board', 'Apple cake'],
    ['my gran swears by cake with him', 'Apple cake|Cheese board', 'Apple cake'],
    ['cake said my lovely gran', 'Apple cake|Cheese board', 'Apple cake + said my lovely gran'],
    ['for my gran the suite she adores it', ROOMS, 'Suite + she adores it'],
    // what would be, and when somebody is away
    ['if gran adores the suite too', ROOMS, 'as told'],
    ['and gran adores the suite too', ROOMS, 'Suite'],
    ["on thursday i'm stuck at a wedding", 'Thursday|Friday', 'as told'],
    ["thursday i'm around all day", 'Thursday|Friday', "Thursday + i'm around all day"],
    ["well thursday i'm around all day", 'Thursday|Friday', "Thursday + i'm around all day"],
    ['on thursday perhaps around teatime', 'Thursday|Friday', 'Thursday + around teatime'],
    ["maybe on thursday i'm around all day", 'Thursday|Friday', "Thursday + i'm around all day"],
  ];
  const likelihoods = [0.9, 0.9, 0.9].map((one, at) => (at === 0 ? one : 0.1));
  expect(rows.map(([said, labels]) => [said, labels, outcome(WORDS, said, labels, likelihoods)])).toEqual(rows);
});

test('an option that the rules took by its words is refused where it is unlikely, or asked about', () => {
  const rows: readonly (readonly [Decision, string, readonly number[], string])[] = [
    [taken('label'), 'my gran once had the suite here', [0.09], 'words'],
    [taken('label'), 'my gran once had the suite here', [0.1], 'as told'],
    [taken('part'), 'my gran once had the suite here', [0.05], 'words'],
    [taken('clause'), 'my gran once had the suite here', [0.05], 'words'],
    [taken('outright'), 'my gran once had the suite here', [0.05], 'words'],
    [taken('correction'), 'my gran once had the suite here', [0.05], 'words'],
    [taken('number'), 'my gran once had the suite here', [0.05], 'words'],
    [taken('exact'), 'my gran once had the suite here', [0.05], 'as told'],
    [taken('time'), 'my gran once had the suite here', [0.05], 'as told'],
    [taken('label'), 'gran had the suite', [0.05], 'as told'],
    [taken('label'), 'my gran once had the suite here', [undefined as unknown as number, 0.9], 'as told'],
    // beside another that is likely
    [taken('clause'), 'my gran had the suite give us the double', [0.39, 0.41], 'words'],
    [taken('clause'), 'my gran had the suite give us the double', [0.4, 0.41], 'as told'],
    [taken('clause'), 'my gran had the suite give us the double', [0.39, 0.4], 'as told'],
    [taken('clause'), 'my gran had the suite give us the double', [0.05, 0.05], 'words'],
    // what only gives a reason was left out
    [taken('label'), 'the suite because the double is too dear', [0.05, 0.9], 'as told'],
    [
      taken('label', 'because the double is too dear'),
      'the suite because the double is too dear',
      [0.05, 0.9],
      'words',
    ],
    [taken('clause'), 'the suite because the double is too dear', [0.05, 0.9], 'words'],
    [taken('label'), 'gran the suite because the double is too dear', [0.05, 0.9], 'words'],
    // it is asked about
    [taken('label'), 'can i wear the suite over my glasses', [0.9], 'words'],
    [taken('label'), 'tell me how much legroom there is in the suite', [0.9], 'words'],
    [taken('label'), 'i was wondering if i could have the suite', [0.9], 'as told'],
    [taken('number'), 'would a huge telly even fit in the suite', [0.9], 'words'],
    [taken('label'), 'would a huge telly even fit in the suite', [0.9], 'as told'],
    [taken('number'), 'a huge telly would even fit in the suite', [0.9], 'as told'],
  ];
  expect(rows.map(([told, said, odds]) => [told, said, odds, outcome(told, said, ROOMS, odds)])).toEqual(rows);
});

test('likelihoods come of the weights of the signs, each option where it is likeliest, the likeliest first', () => {
  const likelihoodsOf = (said: string, labels: string, weights: Weights) => {
    const heard = hear(said, lexicon);
    const prepared = offerOf(labels);
    const weigh = createWeigher(() => weights, lexicon);
    return weigh(heard, findEvidence(heard, prepared, lexicon), prepared).map(({ index, mention, likelihood }) => [
      labels.split('|')[index],
      mention.from,
      Number(likelihood.toFixed(3)),
    ]);
  };
  const said = 'not the double and the suite and double';
  expect(likelihoodsOf(said, ROOMS, {})).toEqual([
    ['Double', 2, 0.5],
    ['Suite', 5, 0.5],
  ]);
  expect(likelihoodsOf(said, ROOMS, { bias: { bias: 50 }, itself: { whole: 50 } })).toEqual([
    ['Double', 2, 0.731],
    ['Suite', 5, 0.731],
  ]);
  expect(
    likelihoodsOf(said, ROOMS, { itself: { excluded: -200, ends: 50, unknown: 900 }, nowhere: { ends: 900 } }),
  ).toEqual([
    ['Double', 7, 0.622],
    ['Suite', 5, 0.5],
  ]);
  expect(
    likelihoodsOf(said, ROOMS, { bias: { bias: -100 }, before1: { determiners: 300 }, itself: { excluded: -100 } }),
  ).toEqual([
    ['Suite', 5, 0.881],
    ['Double', 2, 0.731],
  ]);
  // What may be several is none.
  expect(likelihoodsOf('the blue one and the red', 'Light blue|Dark blue|Red', {})).toEqual([['Red', 5, 0.5]]);
});
