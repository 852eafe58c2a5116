import type { SignContext } from './sign-context';

/** Changes a line by what the whole text tells of its signs. */
export type SignStage = (line: string, context: SignContext) => string;

export const NOT_ASCII = /[^ -~]/;
/** So much on both sides of a sign tells how it is to be said. */
export const NEAR = 40;

/** The end of what stands before a sign, of all scripts, behind which a word needs no other mark. */
export const ENDED = /[,;:|.!?(：；、，。！？（؛،؟।]$/;

/** What stands on both sides of a part of a line. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

export function around(line: string, from: number, to: number): Around {
  return { before: line.slice(Math.max(0, from - NEAR), from).trimEnd(), after: line.slice(to, to + NEAR).trimStart() };
}

/** Words with a capital where nothing stands before them. */
export function capital(said: string, before: string): string {
  return before === '' ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}
