/*
 * What sentences end and pause with in all scripts that bots write, whatever the language of the skill: as characters of a class
 * ("[…]") in a pattern.
 */

/** Ends of sentences behind which a space stands. */
export const SPACED_ENDS = '.!?…؟।॥۔';
/** Those of East Asia, behind which the next sentence begins at once. */
export const EAST_ASIAN_ENDS = '。！？';
export const SENTENCE_ENDS = SPACED_ENDS + EAST_ASIAN_ENDS;
/** Within a sentence: commas, and what stands between clauses. */
export const COMMAS = ',،、，';
export const CLAUSE_MARKS = ':;؛：；';
/** Whatever a part of a text ends with. */
export const PUNCTUATION_MARKS = SENTENCE_ENDS + COMMAS + CLAUSE_MARKS;
