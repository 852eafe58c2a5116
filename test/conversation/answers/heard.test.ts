import { memoize } from '../../../lambda/speech/memoize';
import { heardAnswers, verdictOf } from '../../corpus/heard';
import { english } from './english';
import missedBefore from './missed-heard.json';

const sets = heardAnswers('en');

type HeardSet = (typeof sets)[number];

/** What becomes of each answer of a set. */
const verdictsOf = memoize(({ answers }: HeardSet) =>
  answers.map((answer) => verdictOf(english.decide(answer.offered, answer.said), answer)),
);

/**
 * By set, the answers that are not understood as they were meant, with what becomes of them. It shrinks; what understands more
 * on the whole, and one answer less, may add it here, where everybody sees it.
 */
const MISSED: Readonly<Record<string, Readonly<Record<string, string>>>> = missedBefore;

/** Of each set: how many are right at least, and how many wrong options, and answers kept from the bot, at most. */
const ORDINARY = { right: 0.9, wrong: 0.01, kept: 0.015 };
/** Options that are named and not meant, beside others in the same words that are. */
const TRAPS = { right: 0.75, wrong: 0.06, kept: 0 };

test.each(sets)('answers by somebody who knew nothing of the code: $name', (set) => {
  const { name, answers } = set;
  const verdicts = verdictsOf(set);
  const share = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length / answers.length;
  const bounds = name.startsWith('traps') ? TRAPS : ORDINARY;
  expect(share('right')).toBeGreaterThanOrEqual(bounds.right);
  expect(share('wrong')).toBeLessThanOrEqual(bounds.wrong);
  expect(share('kept')).toBeLessThanOrEqual(bounds.kept);
  const isKnown = (said: string, verdict: string) => verdict === 'right' || MISSED[name]?.[said] === verdict;
  const worse = answers.flatMap(({ said }, at) => {
    const verdict = verdicts[at] ?? 'right';
    return isKnown(said, verdict) ? [] : [`${said} -> ${verdict}`];
  });
  expect(worse).toEqual([]);
});

test('of all ordinary sets together, at most one in 250 answers gets a wrong option', () => {
  const verdicts = sets.filter(({ name }) => !name.startsWith('traps')).flatMap(verdictsOf);
  const share = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length / verdicts.length;
  expect(share('right')).toBeGreaterThanOrEqual(0.94);
  expect(share('wrong')).toBeLessThanOrEqual(1 / 250);
  expect(share('kept')).toBeLessThanOrEqual(1 / 400);
});
