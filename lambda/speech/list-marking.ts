import { asked, namesWhatFollows, seemsToAsk } from './asking';
import { LISTED, UNLISTED } from './listing-marks';
import type { Phrases } from './phrases';

/** A line, as far as it and the next one are of a list. */
export interface Listed {
  readonly isEntry: boolean;
  /** The entry behind it, where it is none itself. */
  readonly entry?: string;
}

/**
 * Makes the function that marks, line by line, the entries of a list that would be taken for what the bot asks, the name of a
 * list that would be, and the line behind such a one that is neither: a mark stands only where one would err without it.
 */
export function createListing(words: Phrases): (line: string, listed: Listed) => string {
  let isMarked = false;
  return (line, { isEntry, entry }) => {
    const isBehind = isMarked;
    isMarked = isEntry ? isBehind || seemsToAsk(line, words) : entry !== undefined && names(line, entry, words);
    return isMarked ? LISTED + line : isBehind ? UNLISTED + line : line;
  };
}

/** Whether a line is the name of a list, and would be taken for what the bot asks although an entry stands behind it. */
function names(line: string, entry: string, words: Phrases): boolean {
  return namesWhatFollows(line, words) && asked(`${line} ${entry}`, words) !== undefined;
}
