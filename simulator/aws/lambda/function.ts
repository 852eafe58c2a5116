import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { type Outcome, type Sandbox, type SandboxOptions, startSandbox } from './sandbox';

export interface FunctionOptions extends Omit<SandboxOptions, 'folder' | 'onLog'> {
  /** `build.zip`, as it was uploaded. */
  readonly zip: Buffer;
}

/** A deployed function: as many execution environments as there are invocations at a time. */
export interface LambdaFunction {
  readonly options: FunctionOptions;
  /** Every line that it has logged. */
  readonly log: readonly string[];
  /** Waits for the outcome, as a synchronous caller does. */
  invoke(event: unknown): Promise<Outcome>;
  close(): Promise<void>;
}

export function createFunction(options: FunctionOptions): LambdaFunction {
  const folder = mkdtempSync(join(tmpdir(), 'aloud-function-'));
  for (const [name, content] of Object.entries(unzipSync(options.zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(join(folder, name), content);
  }
  const log: string[] = [];
  const sandboxes: Promise<Sandbox>[] = [];
  const running: Sandbox[] = [];

  async function invoke(event: unknown): Promise<Outcome> {
    const free = running.find(({ isFree }) => isFree);
    if (free) return free.invoke(event);
    const starting = startSandbox({ ...options, folder, onLog: (line) => log.push(line) });
    sandboxes.push(starting);
    const sandbox = await starting;
    const outcome = sandbox.invoke(event);
    running.push(sandbox);
    return outcome;
  }

  return {
    options,
    log,
    invoke,
    async close() {
      for (const sandbox of sandboxes) await (await sandbox).close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
