import type { Seen } from './seen';
import type { Evidence, Judgement, Step } from './step';
import type { Watcher } from './watcher';

/** What a person says of a step while it waits. */
export type Key = 'done' | 'skip' | 'repeat' | 'quit';

/** Who holds the steps: a person beside an Echo, or the simulated Echo. */
export interface Holder {
  /** Puts the Echo where the step begins, where that is not the person's. */
  prepare?(step: Step): Promise<void>;
  /** Shows a step; for the simulated Echo it also does it. */
  begin(step: Step, place: string): Promise<void>;
  /** Tells of a request that came. */
  came(seen: Seen): void;
  /** Resolves when a key is pressed; never where nobody presses one. */
  key(signal: AbortSignal): Promise<Key>;
  /** Nothing has come in time. */
  late(step: Step): Promise<Key>;
  ask(step: Step): Promise<boolean | undefined>;
  judged(finding: Finding): void;
}

export interface Finding extends Judgement {
  readonly id: string;
  readonly requests: readonly Seen[];
  /** It is about all requests, which other steps have. */
  readonly isOfAll?: true;
}

export interface HoldOptions {
  readonly watcher: Watcher;
  readonly holder: Holder;
  readonly now: () => number;
}

/** Holds one step after the other. Gives what was found; steps that were skipped are left out. */
export async function holdSteps(steps: readonly Step[], { watcher, holder, now }: HoldOptions): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let at = 0; at < steps.length; ) {
    const step = steps[at];
    if (!step) break;
    const { key, evidence } = await holdOne(step, `${at + 1}/${steps.length}`, { watcher, holder, now });
    if (key === 'quit') break;
    if (key === 'repeat') continue;
    at++;
    if (key === 'skip') continue;
    const answer =
      step.question && evidence.seen.length + Number(step.seconds < 10) > 0 ? await holder.ask(step) : undefined;
    const judged = step.judge({ ...evidence, ...(answer !== undefined && { answer }) });
    const finding: Finding = {
      ...{ id: step.id, ...judged, requests: evidence.seen },
      ...(step.seconds === 0 && { isOfAll: true as const }),
    };
    findings.push(finding);
    holder.judged(finding);
  }
  return findings;
}

async function holdOne(step: Step, place: string, { watcher, holder, now }: HoldOptions) {
  // What is about all requests waits for none.
  if (step.seconds === 0) {
    await holder.begin(step, place);
    return { key: 'done' as const, evidence: { seen: watcher.all, waitedMs: 0 } };
  }
  await holder.prepare?.(step);
  const seen: Seen[] = [];
  let before = now();
  let waitedMs = 0;
  const over = new AbortController();
  watcher.holdBack(step.holdMs ?? 0);
  const fitting = new Promise<'fits'>((resolve) => {
    const stop = watcher.listen((request) => {
      seen.push(request);
      waitedMs = request.at - before;
      before = request.at + request.ms;
      holder.came(request);
      if (step.fits(request)) resolve('fits');
    });
    over.signal.addEventListener('abort', stop);
  });
  try {
    const begun = holder.begin(step, place);
    const key = await waitFor(step, fitting, holder, over.signal, begun);
    await begun;
    return { key, evidence: { seen, waitedMs } satisfies Evidence };
  } finally {
    over.abort();
    watcher.holdBack(0);
  }
}

async function waitFor(
  step: Step,
  fitting: Promise<'fits'>,
  holder: Holder,
  signal: AbortSignal,
  begun: Promise<void>,
): Promise<Key> {
  for (;;) {
    const round = new AbortController();
    const end = () => round.abort();
    signal.addEventListener('abort', end);
    const late = begun.then(() => timeout(step.seconds * 1000, round.signal));
    const first = await Promise.race([fitting, holder.key(round.signal), late]);
    round.abort();
    signal.removeEventListener('abort', end);
    if (first === 'fits') return 'done';
    if (first !== 'late') return first;
    const key = await holder.late(step);
    if (key !== 'repeat') return key;
  }
}

function timeout(ms: number, signal: AbortSignal): Promise<'late'> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve('late'), ms);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
