import { marked } from './marks';

/** How a code is said sign by sign. */
export type Way = 'digits' | 'characters' | 'telephone';

/** A zero that is not dialled behind the code of a country: "+44 (0)20". */
const NATIONAL = /^(\+\d{1,3}) ?\(0\) ?/;

export function said(code: string, way: Way): string {
  return marked(`say-as ${way}`, way === 'telephone' ? code.replace(NATIONAL, '$1 ') : code);
}
