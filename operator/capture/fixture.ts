import { writeFileSync } from 'node:fs';
import type { Captured } from '../../lambda/capture/entry';
import { OperatorProblem } from '../problem';

/** A capture in a file, for the contract suite of its platform (test/contract/captured.contract.ts). */
export interface CapturedFixture {
  readonly format: 'aloud-captured/1';
  readonly platform: string;
  readonly exchanges: readonly Captured[];
}

/** @throws OperatorProblem where nothing was kept */
export function fixtureOf(captured: readonly Captured[]): CapturedFixture {
  const [first] = captured;
  if (!first) throw new OperatorProblem(['Nothing was captured: there is nothing to write.']);
  const { platform, at } = first;
  const exchanges = captured.filter((one) => one.platform === platform).map((one) => ({ ...one, at: one.at - at }));
  return { format: 'aloud-captured/1', platform, exchanges };
}

/** For its owner only, as words may be in it; never over a file that is there. */
export function writeFixture(file: string, fixture: CapturedFixture): void {
  try {
    writeFileSync(file, `${JSON.stringify(fixture, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'it is there already' : (code ?? 'it cannot be written');
    throw new OperatorProblem([`${file}: ${why}. Name another file.`]);
  }
}
