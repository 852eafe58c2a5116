import type { Table } from './alphabet';
import { anyOf, listOf, type Stage } from './rules';

const CODED = /(?<=((?:\p{Lu}[\p{L}'’-]+ ?){1,3})) \(([A-Z]{3})\)/gu;

/**
 * "Madrid (MAD)" is "Madrid": what the letters of an airport stand for was just said. Where a city has several of them, they
 * are said as letters.
 */
export function airportStage({ airports, letters, pattern }: Table): Stage {
  const travel = pattern(`(?<!\\p{L})${anyOf(listOf(airports.travel))}(?!\\p{L})`, 'iu');
  const several = pattern(`(?<!\\p{L})${anyOf(listOf(airports.cities))}(?: \\p{L}+)?$`, 'u');
  const known = new Set(listOf(letters));
  return (line) => {
    if (airports.travel === '' || !/\([A-Z]{3}\)/.test(line)) return line;
    if ((line.match(CODED)?.length ?? 0) < 2 && !travel.test(line)) return line;
    return line.replace(CODED, (written, name: string, code: string) => {
      // A word of travel is no place.
      if (known.has(code) || isShort(code, name) || travel.test(name)) return written;
      return several.test(name.trim()) ? ` (${[...code].join(' ')})` : '';
    });
  };
}

/** Whether letters are the first ones of words: "Special Assistance Request (SAR)". */
function isShort(code: string, name: string): boolean {
  const initials = name
    .trim()
    .split(/[ -]/)
    .map((word) => word.charAt(0))
    .join('');
  return initials.toUpperCase().endsWith(code);
}
