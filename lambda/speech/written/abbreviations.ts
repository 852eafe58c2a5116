import { anyOf, bySpelling, listOf, type Stage } from './rules';
import type { Written } from './table';

/** Words that are written shorter than they are said. A capital at their beginning is kept. */
export function abbreviationStage({ abbreviations, exact, letters }: Written): Stage {
  const spelled = new Set(listOf(letters));
  const names = bySpelling(abbreviations);
  const exactNames = bySpelling(exact);
  const any = new RegExp(`(?<![\\p{L}\\p{N}/.])(?:${anyOf(names.keys())})(?![\\p{L}\\p{N}])`, 'giu');
  const exactly = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(exactNames.keys())})(?![\\p{L}\\p{N}])`, 'gu');
  return (line) =>
    line
      .replace(exactly, (written) => exactNames.get(written) ?? written)
      .replace(any, (written: string, at: number) => {
        if (spelled.has(written)) return written;
        const said = names.get(written.toLowerCase()) ?? written;
        const isCapital = /^\p{Lu}/u.test(written) && (/\p{Ll}|^\P{L}*\p{L}\P{L}/u.test(written) || at === 0);
        return isCapital ? said.charAt(0).toUpperCase() + said.slice(1) : said;
      });
}

/** Tells whether a line holds one. */
export function abbreviationPattern({ abbreviations, exact }: Written): string {
  const spellings = [...bySpelling(abbreviations).keys(), ...bySpelling(exact).keys()];
  return anyOf(spellings.flatMap((spelling) => [spelling, spelling.charAt(0).toUpperCase() + spelling.slice(1)]));
}
