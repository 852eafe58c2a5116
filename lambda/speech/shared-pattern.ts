import { memoize } from './memoize';

/** By flags, then by source. */
const patterns = memoize((flags: string) => memoize((source: string) => new RegExp(source, flags)));

/**
 * A pattern of a language's data, made once for all that need it: locales of a language share nearly all of theirs, and the engine
 * keeps some kilobytes of code for each that was tried, at most half a megabyte, once for texts in Latin letters and once for others.
 * Never one that is made of what somebody says: nothing is forgotten.
 */
export function sharedPattern(source: string, flags: string): RegExp {
  return patterns(flags)(source);
}
