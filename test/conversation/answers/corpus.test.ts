import type { QuestionKind } from '../../../lambda/conversation/answers/decision';
import { answerFiles, table, unknownRules, written } from './corpus';
import { english } from './english';
import { MISSED, MISSED_YES_NO } from './missed';

const files = answerFiles('en');
const count = files.reduce((sum, { lines }) => sum + lines.length, 0);

describe('what people answer to offered options', () => {
  // Each line is decided as common sense has it. What is not yet is listed, and the list must shrink with it.
  test.each(files)('$topic', ({ topic, lines }) => {
    const decided = lines.map((line) => ({ ...line, decision: english.decide(line.offered, line.said) }));
    const missed = decided.flatMap(({ title, offered, said, outcomes, decision }) => {
      const got = written(decision, offered);
      return outcomes.includes(got) ? [] : [`${title}: ${said} -> ${got}`];
    });
    expect(missed).toEqual(MISSED[topic] ?? []);
    expect(unknownRules(decided.map(({ decision }) => decision))).toEqual([]);
  });

  test('few lines are missed', () => {
    const missed = Object.values(MISSED).flat().length;
    expect(missed / count).toBeLessThan(0.03);
  });
});

describe('yes and no in sentences', () => {
  const rows = table('yes-no/en.tsv');

  test('each is understood as common sense has it', () => {
    const missed = rows.flatMap(([kind, question = '', answer, said = '']) => {
      const got = english.yesNo(said, kind as QuestionKind, question) ?? 'neither';
      return got === answer ? [] : [`${question} ${said} -> ${got}`];
    });
    expect([...missed].sort()).toEqual([...MISSED_YES_NO].sort());
    expect(missed.length / rows.length).toBeLessThan(0.05);
  });
});
