/** Waits that a server makes its callers, any number at a time, and that all end when it does. */
export interface Pauses {
  /** @throws when it is closed */
  wait(ms: number): Promise<void>;
  close(): void;
}

export function createPauses(): Pauses {
  const waiting = new Set<() => void>();
  let isClosed = false;
  return {
    wait: (ms) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer);
          reject(new Error('closed'));
        };
        const timer = setTimeout(() => {
          waiting.delete(stop);
          resolve();
        }, ms);
        waiting.add(stop);
        if (isClosed) stop();
      }),
    close() {
      isClosed = true;
      for (const stop of waiting) stop();
      waiting.clear();
    },
  };
}
