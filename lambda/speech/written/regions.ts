import type { Table } from './alphabet';
import { anyOf, bySpelling, listOf, type Stage } from './rules';

const POSTAL_CODE = ' \\d{5}(?![\\d.,]?\\d)| [A-Z]\\d[A-Z] ?\\d[A-Z]\\d';
/** The end of a sentence or a part of one. */
const END = ' ?[,;:()]|[.?!]? ?$|[.?!] \\p{Lu}';

/** "Portland, OR 97210" is "Portland, Oregon 97210". */
export function regionStage({ regions, ambiguousRegions, pattern }: Table): Stage {
  const names = bySpelling(regions);
  const doubtful = new Set(listOf(ambiguousRegions));
  const certain = anyOf([...names.keys()].filter((name) => !doubtful.has(name)));
  const behindCity = pattern(`(?<=\\p{Lu}\\p{Ll}+, )${certain}(?=${END}| \\p{Ll})`, 'gu');
  const beforeCode = pattern(`(?<=\\p{Lu}\\p{L}+,? )${anyOf(names.keys())}(?=${POSTAL_CODE})`, 'gu');
  return (line) => {
    if (!/[a-z],? [A-Z]{2}(?![A-Za-z])/.test(line)) return line;
    const said = (written: string) => names.get(written) ?? written;
    return line.replace(behindCity, said).replace(beforeCode, said);
  };
}
