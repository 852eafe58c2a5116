import { OperatorProblem } from '../problem';

const REACHED_WITHIN_MS = 8000;

/**
 * Whether the public address leads to the server of this process: it answers there with a word that only it knows.
 *
 * @throws OperatorProblem which says what to do
 */
export async function checkReach(publicUrl: string, path: string, word: string): Promise<void> {
  const lost = (why: string) =>
    new OperatorProblem([
      `${publicUrl} does not reach this machine: ${why}.`,
      'Let your tunnel or proxy lead from ALOUD_PUBLIC_URL to the port of the settings (PORT), stop a server that is there already, and try again.',
    ]);
  const signal = AbortSignal.timeout(REACHED_WITHIN_MS);
  const answer = await fetch(`${publicUrl}${path}`, { signal, redirect: 'manual' }).catch((error: Error) => {
    throw lost(error.name === 'TimeoutError' ? 'nothing answers there' : 'it cannot be called');
  });
  if (!answer.ok) throw lost(`HTTP ${answer.status}`);
  if ((await answer.text()) !== word) throw lost('somebody else answers there');
}
