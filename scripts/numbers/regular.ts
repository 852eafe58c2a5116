export const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export const SCALES = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((exponent) => 10 ** exponent);

/** A round number takes smaller ones after it when this many of the nine are spelled so: others may be irregular. */
export const REGULAR = 5;
