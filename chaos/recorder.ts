import type { Seen } from './history';

type Unstamped = Seen extends infer S ? (S extends Seen ? Omit<S, 'at'> & { readonly at?: number } : never) : never;

/** What is seen, in the order in which it is seen. */
export interface Recorder {
  readonly history: readonly Seen[];
  /** Milliseconds since the start. */
  now(): number;
  /** Without a time of its own: now. */
  add(seen: Unstamped): void;
}

export function createRecorder(): Recorder {
  const begun = performance.now();
  const history: Seen[] = [];
  const now = () => Math.round(performance.now() - begun);
  return { history, now, add: (seen) => void history.push({ at: now(), ...seen } as Seen) };
}
