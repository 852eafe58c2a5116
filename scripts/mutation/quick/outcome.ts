import type { FoundTest } from './suite';

export type Outcome = 'passed' | 'failed' | 'hung';

/** Runs a test. One that waits for longer than it may asserts nothing. */
export async function outcomeOf(
  { run }: FoundTest,
  mostMs: number,
): Promise<{ readonly outcome: Outcome; readonly ms: number; readonly error?: unknown }> {
  const since = stopwatch();
  try {
    const result = run();
    if (isPromise(result) && (await inTime(result, mostMs)) === LATE) return { outcome: 'hung', ms: since() };
    return { outcome: 'passed', ms: since() };
  } catch (error) {
    return { outcome: 'failed', ms: since(), error };
  }
}

// Bound before anybody looks who reads it.
const cpuUsage = process.cpuUsage.bind(process);

/** Milliseconds of the processor: what else the machine does is not counted. */
export function stopwatch(): () => number {
  const start = cpuUsage().user;
  return () => (cpuUsage().user - start) / 1000;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as Promise<unknown> | undefined)?.then === 'function';
}

const LATE = Symbol('late');

async function inTime(result: Promise<unknown>, ms: number): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms, LATE);
  });
  try {
    return await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}
