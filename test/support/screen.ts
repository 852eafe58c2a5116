import { createScreen, type Screen } from '../../operator/screen';

/** A screen that a test reads: a pipe, or a terminal of somebody who reads along. */
export function screenOfTest(isTTY = false): { screen: Screen; out(): string; err(): string } {
  const out: string[] = [];
  const err: string[] = [];
  const streamOf = (to: string[]) => ({ isTTY, write: (text: string) => to.push(text) });
  return {
    screen: createScreen({ stdin: { isTTY }, stdout: streamOf(out), stderr: streamOf(err), env: {} }),
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
