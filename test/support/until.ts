import { setTimeout as delay } from 'node:timers/promises';

/** Between two looks: a loop that looked at each turn would take a core from the tests beside it. */
const LOOK_MS = 2;

/** Waits until something is so, and fails where it never is: a loop without an end would tell nothing but that time was out. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, ms = 5000): Promise<void> {
  const latest = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > latest) throw new Error(`This never came: ${what}`);
    await delay(LOOK_MS);
  }
}
