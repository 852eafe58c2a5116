import { once } from '../../conversation/answers/once';
import type { Written } from '../../languages/written';
import { sharedPattern } from '../shared-pattern';
import { inRanges } from './alphabet';
import { anyOf, bySpelling, listOf, type Stage } from './rules';

/** A word of a name: "Larch", "O'Brien", "45th". */
function nameOf({ places, ordinals }: Written): string {
  const short = `(?:\\p{Lu}|${anyOf(listOf(places.saints))})\\.`;
  return `(?:\\p{Lu}[\\p{L}'’-]{0,20}|${short}|\\d{1,3}${anyOf(listOf(ordinals))})`;
}
/** The number of a house or unit, and what may stand between it and the kind of street. */
const numbered = (name: string) =>
  `(?<![\\p{L}\\p{N}.,$€£₹-])\\d{1,5}[A-Za-z]?(?:[-–]\\d{1,5}[A-Za-z]?)?,? (?:${name} ){1,3}`;
const END = "(?![\\p{L}\\p{N}’'&/-])";

/** Addresses as they are said: "22 Larch Cl." is "22 Larch Close", "Hadley Trading Est" is "Hadley Trading Estate". */
export function placeStage(written: Written): Stage {
  const { places } = written;
  const { streets, certain, dotted, begins, titles, kinds, ofKinds, directions } = places;
  const name = nameOf(written);
  const names = bySpelling(streets);
  const kindNames = bySpelling(kinds);
  const directionNames = bySpelling(directions);
  const isBegun = new RegExp(`^ ${anyOf(listOf(begins))}(?!\\p{L})`, 'u');
  const doubtful = new Set(listOf(titles));
  const kind = anyOf([...Object.keys(kinds), ...kindNames.keys()]);
  const street = anyOf([...names.keys(), ...Object.keys(streets)]);
  const ofNames = anyOf(listOf(ofKinds));
  const pattern = (source: string) => sharedPattern(inRanges(source, written), 'gu');
  const trigger = new RegExp(
    inRanges(` ${placePattern(written)}|\\d[A-Za-z]? ${anyOf(directionNames.keys())}\\.? `, written),
    'u',
  );
  // What goes on with the same name: "Brook Rd. Industrial Est."
  const continues = new RegExp(inRanges(`^ (?:${kind}|${anyOf(Object.keys(streets))})(?!\\p{L})`, written), 'u');
  const behindName = (spellings: string) =>
    `(?<=(?<!\\p{L})(?:\\p{Lu}[\\p{L}'’-]{2,20}|\\d{1,3}${anyOf(listOf(written.ordinals))}) )(${anyOf(listOf(spellings))})`;
  const patterns = once(() => ({
    direction: pattern(
      `(?<=(?<![\\p{L}\\p{N}.,])\\d{1,5}[A-Za-z]? )(${anyOf(directionNames.keys())})\\.? (?=(?:${name} ){1,3}${street}${END})`,
    ),
    kind: pattern(`(?<=\\p{L}\\.? )(${anyOf(kindNames.keys())})${END}\\.?(?= ${ofNames}${END})`),
    places: [
      `(?<=(?<!\\p{L})${kind}\\.? )(${ofNames})${END}(\\.?)`,
      `(?<=${numbered(name)})(${anyOf(names.keys())})${END}(\\.?)`,
      `${behindName(certain)}${END}(\\.?)`,
      `${behindName(dotted)}(\\.)(?=[,;:)]| \\p{Ll}{2}|$)`,
      // "Guildhall, Queen St. It opens at nine."
      `${behindName(`${titles} ${dotted}`)}(\\.)(?= ${anyOf(listOf(begins))}(?!\\p{L}))`,
    ].map(pattern),
  }));
  return (line) => {
    if (!trigger.test(line)) return line;
    const found = patterns();
    const named = line
      .replace(found.kind, (written, sign: string) => kindNames.get(sign) ?? written)
      .replace(found.direction, (_written, sign: string) => `${directionNames.get(sign)} `);
    return found.places.reduce((text, one) => text.replace(one, said), named);
  };

  function said(written: string, spelling: string, dot: string, at: number, line: string): string {
    const after = line.slice(at + written.length, at + written.length + 30);
    // "St. Mary's", "Dr. Patel".
    if (doubtful.has(spelling) && /^ \p{Lu}/u.test(after) && !isBegun.test(after)) return written;
    const isEnd = dot !== '' && (after === '' || (/^ \p{Lu}\p{Ll}/u.test(after) && !continues.test(after)));
    return `${names.get(spelling) ?? spelling}${isEnd ? '.' : ''}`;
  }
}

/** Tells whether a line may hold one, behind a space. */
function placePattern({ places }: Pick<Written, 'places'>): string {
  return `${anyOf(placeSpellings({ places }))}${END}`;
}

export function placeSpellings({ places }: Pick<Written, 'places'>): readonly string[] {
  return [...bySpelling(places.streets).keys(), ...bySpelling(places.kinds).keys()];
}
