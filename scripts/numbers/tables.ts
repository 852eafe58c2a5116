import type { NumberTable } from '../../lambda/languages/numbers';
import { numberTable } from './learn';
import { cldrFile } from './rbnf';

/** The CLDR locales that a language's table is made of: what is said in one region is understood in all. */
export const LOCALES: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar'],
  de: ['de', 'de-CH'],
  en: ['en', 'en-IN'],
  es: ['es', 'es-419'],
  fr: ['fr', 'fr-BE', 'fr-CH'],
  hi: ['hi'],
  it: ['it'],
  ja: ['ja'],
  nl: ['nl'],
  pt: ['pt', 'pt-PT'],
};

const FOLDER = 'lambda/languages';

/** The table of every language, and the licence of the data that they are made from. */
export function numberTableFiles(): Readonly<Record<string, string>> {
  const tables = Object.entries(LOCALES).map(([language, locales]) => [
    `${FOLDER}/${language}/numbers.json`,
    json(numberTable(locales)),
  ]);
  return { ...Object.fromEntries(tables), [`${FOLDER}/CLDR-LICENSE`]: cldrFile('LICENSE') };
}

/** As the formatter leaves it: short lists in one line. */
function json(table: NumberTable): string {
  const text = JSON.stringify(table, null, 2).replace(/\[\s+([^\]]*?)\s+\]/g, (_all, items: string) => {
    return `[${items.replace(/\s*\n\s*/g, ' ')}]`;
  });
  return `${text}\n`;
}
