import { existsSync, statSync } from 'node:fs';
import { AloudError, toAloudError } from '../errors';

/** Runs until SIGTERM or SIGINT. A second signal ends the process at once. */
export function stopOnSignal(close: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Says in plain lines why the start failed, and ends the process. */
export function failStart(thrown: unknown): never {
  const { code, message, hint } = toAloudError(thrown);
  process.stderr.write(`${code}\n${message}\n${hint}\n`);
  process.exit(1);
}

/**
 * Takes the settings of `.env`, where there is one; what the environment says goes first.
 *
 * @throws AloudError ALOUD_CONFIG_INVALID for one that is a folder, as Docker makes it of a file that is not there, or somebody else's
 */
export function loadEnvFile(): void {
  if (!existsSync('.env')) return;
  try {
    process.loadEnvFile('.env');
  } catch (cause) {
    const what = statSync('.env').isDirectory() ? 'is a folder, where a file should be' : 'cannot be read by this user';
    throw new AloudError('ALOUD_CONFIG_INVALID', `.env ${what}`, { cause });
  }
}
