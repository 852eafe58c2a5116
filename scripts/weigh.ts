import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Weights } from '../lambda/conversation/answers/language';
import { createLexicon } from '../lambda/conversation/answers/lexicon';
import { nameOf, SIGNS } from '../lambda/conversation/answers/sign-names';
import { createNumberReader } from '../lambda/speech/numbers/reader';
import { phrases } from '../lambda/speech/phrases';
import { projectRoot } from '../simulator/root';
import { answerFiles } from '../test/conversation/answers/corpus';
import { heardAnswers } from '../test/corpus/heard';
import { examplesOf, type Sample } from './weighing/examples';
import { type Fit, fitted } from './weighing/regression';

const FILE = join(projectRoot(), 'lambda/languages/en/weights.json');
const CORPUS = join(projectRoot(), 'test/corpus');

/** `npm run weigh`: learns from the corpus what tells that an option is meant, and writes the weights. */
export async function main(): Promise<void> {
  const { answers, numbers, numberWords } = phrases('en');
  const lexicon = createLexicon(answers, createNumberReader(numbers, numberWords));
  const examples = samples('en').flatMap((sample) => examplesOf(sample, lexicon));
  const weights = written(fitted(examples, SIGNS));
  writeFileSync(FILE, `${JSON.stringify(weights, undefined, 2)}\n`);
  process.stdout.write(
    `${examples.length} options that were named; ${Object.values(weights)
      .map((named) => Object.keys(named).length)
      .reduce((sum, one) => sum + one, 0)} weights.\n`,
  );
}

function samples(language: string): readonly Sample[] {
  const lines = answerFiles(language, CORPUS).flatMap((file) => file.lines);
  const heard = heardAnswers(language, CORPUS).flatMap(({ answers }) => answers);
  return [
    ...lines.map(({ offered, said, outcomes }) => ({
      offered,
      said,
      meant: outcomes.flatMap((one) => optionOf(one, offered.labels)),
    })),
    ...heard.map(({ offered, said, wanted }) => ({
      offered,
      said,
      meant: wanted.flatMap((want) => ('choose' in want ? [want.choose] : [])),
    })),
  ];
}

/** The option of an outcome as the corpus writes it: "Suite + with a view". */
function optionOf(outcome: string, labels: readonly string[]): readonly number[] {
  const index = Math.max(labels.indexOf(outcome), labels.indexOf(outcome.split(' + ')[0] ?? ''));
  return index < 0 ? [] : [index];
}

/** In hundredths; what weighs less is left out. */
function written({ bias, weights }: Fit): Weights {
  const found: Record<string, Record<string, number>> = { bias: { bias: Math.round(bias * 100) } };
  for (const [sign, weight] of weights.entries()) {
    const rounded = Math.round(weight * 100);
    if (Math.abs(rounded) < LEAST) continue;
    const [place, name] = nameOf(sign);
    found[place] = { ...found[place], [name]: rounded };
  }
  return found;
}

const LEAST = 3;
