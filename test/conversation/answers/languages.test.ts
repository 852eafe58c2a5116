import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type HeardAnswer, heardAnswers, type Verdict, verdictOf } from '../../corpus/heard';
import { engineOf } from './engine-of';

const LANGUAGES = readdirSync(join(__dirname, '../../corpus/heard')).filter((language) => language !== 'en');

/** Of all sets of a language together. English has bounds of its own. */
const BOUNDS = { right: 0.88, wrong: 0.01 };

describe.each(LANGUAGES)('answers in %s by people who knew nothing of the code', (language) => {
  const engine = engineOf(language);
  const heard = heardAnswers(language).flatMap(({ answers }) =>
    answers.map((answer) => ({ answer, verdict: verdictIn(answer) })),
  );

  function verdictIn(answer: HeardAnswer): Verdict {
    const { offered, said, polar } = answer;
    const yesNo = polar.length > 0 ? engine.yesNo(said, 'confirmation', offered.question) : undefined;
    if (yesNo !== undefined) return polar.includes(yesNo) ? 'right' : 'wrong';
    return verdictOf(engine.decide(offered, said), answer);
  }

  it('picks the option that is meant, asks back, or lets the words go to the bot', () => {
    const share = (wanted: Verdict) => heard.filter(({ verdict }) => verdict === wanted).length / heard.length;
    expect(share('right')).toBeGreaterThanOrEqual(BOUNDS.right);
    expect(share('wrong')).toBeLessThanOrEqual(BOUNDS.wrong);
  });

  it('keeps no words from the bot', () => {
    const kept = heard.filter(({ verdict }) => verdict === 'kept').map(({ answer }) => answer.said);
    expect(kept).toEqual([]);
  });
});
