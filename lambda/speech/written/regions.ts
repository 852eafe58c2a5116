import { anyOf, bySpelling, type Stage } from './rules';
import type { Written } from './table';

/** What stands behind a region where its letters are no word: a postal code, or the end of a part of a sentence. */
const BEHIND = '(?= \\d{5}(?!\\d)| [A-Z]\\d[A-Z] ?\\d[A-Z]\\d| ?[,;:)]|\\.? ?$|\\. \\p{Lu})';

/** "Portland, OR 97210" is "Portland, Oregon 97210". */
export function regionStage({ regions }: Written): Stage {
  const names = bySpelling(regions);
  const behindCity = new RegExp(`(?<=\\p{Lu}\\p{L}+, )${anyOf(names.keys())}${BEHIND}`, 'gu');
  const beforeCode = new RegExp(`(?<=\\p{Lu}\\p{Ll}+ )${anyOf(names.keys())}(?= \\d{5}(?![\\d.,]))`, 'gu');
  return (line) => {
    if (!/[a-z],? [A-Z]{2}(?![A-Za-z])/.test(line)) return line;
    const said = (written: string) => names.get(written) ?? written;
    return line.replace(behindCity, said).replace(beforeCode, said);
  };
}
