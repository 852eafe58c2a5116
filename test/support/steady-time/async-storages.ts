import { AsyncLocalStorage } from 'node:async_hooks';

const begun = new Set<AsyncLocalStorage<unknown>>();
const run: (this: AsyncLocalStorage<unknown>, store: unknown, ...rest: never[]) => unknown =
  AsyncLocalStorage.prototype.run;

/**
 * From now on what `run` begins in this process is known: until it is ended, each async storage is another thing that Node hands
 * on with every promise. Jest makes one per file of tests, and ends none: the last files of a worker would be the slowest.
 */
AsyncLocalStorage.prototype.run = function (this: AsyncLocalStorage<unknown>, store: unknown, ...rest: never[]) {
  begun.add(this);
  return run.call(this, store, ...rest);
} as typeof AsyncLocalStorage.prototype.run;

/** Ends those of the files that this worker has run: nothing of them goes on. */
export function endAsyncStorages(): void {
  for (const storage of begun) storage.disable();
  begun.clear();
}
