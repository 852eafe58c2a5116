import { failStart } from '../lambda/server/process';
import { run } from '../operator/notifications';
import { createScreen } from '../operator/screen';
import { projectRoot } from '../simulator/root';

/** `npm run notices`: the former name of `npm run notifications`, for one more minor version. */
export async function main(): Promise<void> {
  const screen = createScreen(process);
  screen.note('npm run notices is deprecated: use npm run notifications.');
  try {
    process.exitCode = await run({ words: [], options: {}, env: process.env, screen, root: projectRoot() });
  } catch (error) {
    failStart(error);
  }
}
