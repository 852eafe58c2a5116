/**
 * What ends work early: as much of an `AbortSignal` as we need, so each of those is one. What ends is told once, and its
 * listeners are called in their order.
 */
export interface Signal {
  readonly aborted: boolean;
  /** Why it has ended. */
  readonly reason: unknown;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
