import { setImmediate as soon } from 'node:timers/promises';

/** Waits until something is so, and fails where it never is: a loop without an end would tell nothing but that time was out. */
export async function until(isSo: () => boolean | Promise<boolean>, what: string, ms = 5000): Promise<void> {
  const latest = Date.now() + ms;
  while (!(await isSo())) {
    if (Date.now() > latest) throw new Error(`This never came: ${what}`);
    await soon();
  }
}
