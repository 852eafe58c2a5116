import { AloudError } from '../../errors';
import { isBusy, whenFree } from './busy';

/** Runs what is asked of the database, and makes a coded error of what goes wrong. */
export function guard<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeError(what, error);
  }
}

/** The same for what takes a while. */
export function guardAsync<T>(what: string, work: () => Promise<T>): Promise<T> {
  const failed = (error: unknown) => Promise.reject(storeError(what, error));
  try {
    return work().catch(failed);
  } catch (error) {
    return failed(error);
  }
}

/** The same for what only reads: it waits for a lock of another process, but not for ever. */
export function guardRead<T>(what: string, read: () => T): Promise<T> {
  return guardAsync(what, async () => whenFree(read));
}

function storeError(what: string, error: unknown): AloudError {
  if (error instanceof AloudError) return error;
  if (isBusy(error)) {
    const text = `cannot ${what}: another process has had the database locked for too long`;
    return new AloudError('ALOUD_STORE_BUSY', text, { cause: error });
  }
  // What JSON.parse says of a damaged row quotes it.
  const why =
    error instanceof SyntaxError ? 'a row is damaged' : error instanceof Error ? error.message : 'unknown reason';
  return new AloudError('ALOUD_STORE_UNAVAILABLE', `cannot ${what}: ${why}`, { cause: error });
}
