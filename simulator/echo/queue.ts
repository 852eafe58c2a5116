/** What is done one after the other, except for what does not wait. */
export interface Queue {
  /** Begins an action once all before it are over. */
  afterLast<T>(action: () => Promise<T>): Promise<T>;
  /** What has begun already: what comes after it waits for it, too. */
  underway<T>(result: Promise<T>): Promise<T>;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();

  function underway<T>(result: Promise<T>): Promise<T> {
    last = result.catch(() => undefined);
    return result;
  }

  return { underway, afterLast: (action) => underway(last.then(action)) };
}
