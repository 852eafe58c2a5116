import fc from 'fast-check';

const FIRST_SURROGATE = 0xd800;
const SURROGATES = 0x800;

function characterAt(position: number): string {
  return String.fromCodePoint(position < FIRST_SURROGATE ? position : position + SURROGATES);
}

function positionOf(character: unknown): number {
  const code = typeof character === 'string' ? (character.codePointAt(0) ?? Number.NaN) : Number.NaN;
  const position = code < FIRST_SURROGATE ? code : code - SURROGATES;
  if (!(position >= 0 && characterAt(position) === character)) throw new Error('not one character');
  return position;
}

/**
 * Any character of Unicode, as a unit of `fc.string`: the same strings as those of the unit `binary`, which first makes a map of
 * all million characters, anew in each file of tests.
 */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(0x10ffff - SURROGATES).map(characterAt, positionOf);
