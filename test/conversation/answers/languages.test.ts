import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { memoize } from '../../../lambda/speech/memoize';
import { type HeardAnswer, heardAnswers, type Verdict, verdictOf } from '../../corpus/heard';
import { inLanguage } from './in-language';
import missedBefore from './missed-in-languages.json';

const LANGUAGES = readdirSync(join(__dirname, '../../corpus/heard')).filter((language) => language !== 'en');

/** Of all sets of a language together. English has bounds of its own. */
const BOUNDS = { right: 0.88, wrong: 0.01 };

/** By language and set, the answers that are not understood as they were meant, with what becomes of them. It shrinks. */
const MISSED: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = missedBefore;

function verdictIn(language: string, answer: HeardAnswer): Verdict {
  const { offered, said, polar } = answer;
  const yesNo = polar.length > 0 ? inLanguage.yesNo(language, said, 'confirmation', offered.question) : undefined;
  if (yesNo !== undefined) return polar.includes(yesNo) ? 'right' : 'wrong';
  return verdictOf(inLanguage.decide(language, offered, said), answer);
}

describe.each(LANGUAGES)('answers in %s by people who knew nothing of the code', (language) => {
  const sets = heardAnswers(language);
  const verdictsOf = memoize(({ answers }: (typeof sets)[number]) =>
    answers.map((answer) => ({ said: answer.said, verdict: verdictIn(language, answer) })),
  );

  test.each(sets)('are understood as they were meant, but those that are known not to be: $name', (set) => {
    const missed = verdictsOf(set).filter(({ verdict }) => verdict !== 'right');
    const isKnown = ({ said, verdict }: (typeof missed)[number]) => MISSED[language]?.[set.name]?.[said] === verdict;
    expect(missed.filter((one) => !isKnown(one))).toEqual([]);
  });

  test('pick the option that is meant, ask back, or go to the bot, which gets all words that are for it', () => {
    const heard = sets.flatMap(verdictsOf);
    const share = (wanted: Verdict) => heard.filter(({ verdict }) => verdict === wanted).length / heard.length;
    expect(share('right')).toBeGreaterThanOrEqual(BOUNDS.right);
    expect(share('wrong')).toBeLessThanOrEqual(BOUNDS.wrong);
    expect(heard.filter(({ verdict }) => verdict === 'kept')).toEqual([]);
  });
});
