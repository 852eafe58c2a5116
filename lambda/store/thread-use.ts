/** That a thread which its user has left is used is noted as seldom as this, in milliseconds. */
export const USED_EVERY_MS = 24 * 60 * 60_000;
