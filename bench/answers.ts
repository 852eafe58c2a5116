import type { Decision, Offered } from '../lambda/conversation/answers/decision';
import { normalize } from '../lambda/conversation/normalize';
import { answerFiles, type Line } from '../test/conversation/answers/corpus';
import { english } from '../test/conversation/answers/english';
import { machine, quantile, summary, table } from './figures';
import { takeTurns } from './rounds';

type Decide = (offered: Offered, said: string) => Decision;

const CONTENDERS: readonly (readonly [name: string, decide: Decide])[] = [
  ['floor: labels as they are written', exact],
  ['the answer engine', english.decide],
];

/** How long it takes to decide what an answer to offered options means, beside a loop that knows labels word for word. */
export async function benchAnswers(): Promise<void> {
  const lines = answerFiles('en', 'test/corpus').flatMap((file) => file.lines);
  const { figures } = await takeTurns(CONTENDERS, async ([, decide]) => timesOf(decide, lines));
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
  console.log(table([['', 'median', '95 of 100'], ...rows]));
}

/** Microseconds of each decision. An offer is made ready before, as it is for all of its users but the first. */
function timesOf(decide: Decide, lines: readonly Line[]): readonly number[] {
  return lines.map(({ offered, said }) => {
    decide(offered, '');
    const begun = process.hrtime.bigint();
    decide(offered, said);
    return Number(process.hrtime.bigint() - begun) / 1000;
  });
}

/** The least that can be done: labels are compared as they are said. */
function exact({ labels }: Offered, said: string): Decision {
  const words = normalize(said);
  const index = labels.findIndex((label) => normalize(label) === words);
  return index < 0 ? { kind: 'words' } : { kind: 'choose', index, rule: 'exact', confidence: 1 };
}
