/** Milliseconds of the processor that some work takes: what else the machine does is not counted. */
export async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of some runs: what else the process does makes one slower, and none faster. */
async function leastMs(work: () => unknown, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await processorMs(work));
  return Math.min(...times);
}

/** Less than this is not told apart. */
const LEAST_MS = 2;

/**
 * How many times the processor's time of some work another takes: the same on every machine. The least of a few attempts,
 * which end as soon as it is less than `enough`.
 */
export async function timesAsLong(work: () => unknown, other: () => unknown, enough: number): Promise<number> {
  let times = Number.POSITIVE_INFINITY;
  for (let tries = 0; times >= enough && tries < 5; tries++) {
    times = Math.min(times, (await leastMs(other, 2)) / Math.max(await leastMs(work, 3), LEAST_MS));
  }
  return times;
}
