import { AloudError } from '../../errors';

/** Runs what is asked of the database, and makes a coded error of what goes wrong. */
export function guard<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(what, error);
  }
}

/** The same for what takes a while. */
export async function guardAsync<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailable(what, error);
  }
}

function unavailable(what: string, error: unknown): AloudError {
  if (error instanceof AloudError) return error;
  // What JSON.parse says of a damaged row quotes it.
  const why =
    error instanceof SyntaxError ? 'a row is damaged' : error instanceof Error ? error.message : 'unknown reason';
  return new AloudError('ALOUD_STORE_UNAVAILABLE', `cannot ${what}: ${why}`, { cause: error });
}
