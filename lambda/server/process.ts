import { toAloudError } from '../errors';

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
