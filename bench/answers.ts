import type { Decision, Offered } from '../lambda/conversation/answers/decision';
import { normalize } from '../lambda/conversation/normalize';
import { answerFiles, type Line } from '../test/conversation/answers/corpus';
import { english } from '../test/conversation/answers/english';
import { markdown, writeSection } from './docs';
import { machine, quantile, summary, table } from './figures';
import type { Options } from './main';
import { takeTurns } from './rounds';

type Decide = (offered: Offered, said: string) => Decision;

/**
 * Cold: each answer is another than the one before. Warm, as a function is measured most often: the same answer was decided
 * `before` so many times, and all that it needs lies in the caches of the processor.
 */
const CONTENDERS: readonly (readonly [name: string, decide: Decide, before: number])[] = [
  ['floor: labels as they are written, cold', exact, 0],
  ['the answer engine, cold', english.decide, 0],
  ['floor, warm', exact, 8],
  ['the answer engine, warm', english.decide, 8],
];

/** So many offers are made ready before their answers are decided: fewer than the engine keeps. */
const OFFERS_AT_A_TIME = 100;

/** How long it takes to decide what an answer to offered options means, beside a loop that knows labels word for word. */
export async function benchAnswers({ write }: Options): Promise<void> {
  const lines = answerFiles('en', 'test/corpus').flatMap((file) => file.lines);
  const { figures } = await takeTurns(CONTENDERS, async ([, decide, before]) => timesOf(decide, lines, before));
  const rows = CONTENDERS.map(([name], index) => {
    const rounds = figures[index] ?? [];
    return [
      name,
      ...[0.5, 0.95].map((share) =>
        summary(
          rounds.map((times) => quantile(times, share)),
          1,
        ),
      ),
    ];
  });
  console.log(`microseconds for one decision: ${machine()}, ${lines.length} answers of the corpus a round`);
  const all = [['', 'median', '95 of 100'], ...rows];
  console.log(table(all));
  if (write) writeSection('performance.md', 'answers', markdown(all));
}

/** Microseconds of each decision. Offers are made ready before, as they are for all of their users but the first. */
function timesOf(decide: Decide, lines: readonly Line[], before: number): readonly number[] {
  const times: number[] = [];
  for (let from = 0; from < lines.length; from += OFFERS_AT_A_TIME) {
    const some = lines.slice(from, from + OFFERS_AT_A_TIME);
    for (const { offered } of some) decide(offered, '');
    for (const { offered, said } of some) {
      for (let time = 0; time < before; time++) decide(offered, said);
      const begun = process.hrtime.bigint();
      decide(offered, said);
      times.push(Number(process.hrtime.bigint() - begun) / 1000);
    }
  }
  return times;
}

/** The least that can be done: labels are compared as they are said. */
function exact({ labels }: Offered, said: string): Decision {
  const words = normalize(said);
  const index = labels.findIndex((label) => normalize(label) === words);
  return index < 0 ? { kind: 'words' } : { kind: 'choose', index, rule: 'exact', confidence: 1 };
}
