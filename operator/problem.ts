import { EXIT, type Exit } from './command';
import type { Screen } from './screen';

/** What keeps a command from going on: one line each, for the operator. Never a secret in it. */
export class OperatorProblem extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}

/** Does something, and tells what kept it from going on. Anything else is thrown on. */
export async function told(screen: Screen, work: () => Promise<Exit>): Promise<Exit> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OperatorProblem)) throw error;
    for (const line of error.lines) screen.note(line);
    return EXIT.bad;
  }
}
