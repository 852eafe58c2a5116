import { readdirSync } from 'node:fs';
import { join } from 'node:path';
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
  const known = (name: string) => MISSED[language]?.[name] ?? {};

  test.each(sets)('are understood as they were meant, but those that are listed: $name', ({ name, answers }) => {
    const verdicts = answers.map((answer) => [answer.said, verdictIn(language, answer)] as const);
    expect(Object.fromEntries(verdicts.filter(([, verdict]) => verdict !== 'right'))).toEqual(known(name));
  });

  test('few are listed, and fewer get an option that was not meant; all words that are for the bot go there', () => {
    const verdicts = sets.flatMap(({ name, answers }) => answers.map(({ said }) => known(name)[said] ?? 'right'));
    const share = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length / verdicts.length;
    expect(share('right')).toBeGreaterThanOrEqual(BOUNDS.right);
    expect(share('wrong')).toBeLessThanOrEqual(BOUNDS.wrong);
    expect(share('kept')).toBe(0);
  });
});
