import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Business } from './business';
import { type Borrowed, type Listed, listed } from './listing';
import type { LoadedBusiness } from './load';
import { ICON_PATHS, manifestOf } from './manifest';
import { interactionModel } from './model';

/** A skill package: by their paths in it, the content of the files. */
export type PackageFiles = Readonly<Record<string, string | Buffer>>;

export interface SkillPackage {
  readonly files: PackageFiles;
  /** What is still the template's, by locale. */
  readonly borrowed: readonly { readonly locale: string; readonly fields: readonly Borrowed[] }[];
}

/** What the store needs, and neither the file nor the template says: locales without a summary or a description. */
export interface IncompletePackage {
  readonly incomplete: readonly string[];
}

/**
 * The skill package of a business, the same for the same file. Written as ask-cli writes JSON (two spaces, no final
 * newline), so that a deployment leaves it untouched.
 */
export function skillPackage(loaded: LoadedBusiness, template: LoadedBusiness): SkillPackage | IncompletePackage {
  const { business } = loaded;
  const all = business.locales.map((words) => ({ locale: words.locale, shown: listed(words, template.business) }));
  const incomplete = all.filter(({ shown }) => shown === undefined).map(({ locale }) => locale);
  if (incomplete.length > 0) return { incomplete };
  const shown = all.flatMap(({ shown: one }) => one ?? []);
  return {
    files: {
      'skill.json': json(manifestOf(business, listingsOf(shown), template.business)),
      ...icons(loaded, template),
      ...modelFiles(business),
    },
    borrowed: shown
      .map(({ listing: { locale }, borrowed }) => ({ locale, fields: borrowed }))
      .filter(({ fields }) => fields.length > 0),
  };
}

/** The interaction models, which need nothing that only the store shows. */
export function modelFiles({ locales }: Business): Readonly<Record<string, string>> {
  return Object.fromEntries(
    locales.map(({ invocationName = '', choices, ...words }) => [
      `interactionModels/custom/${words.locale}.json`,
      json(interactionModel({ ...words, invocationName, choices: choices.known }).data),
    ]),
  );
}

function listingsOf(shown: readonly Listed[]) {
  return shown.map(({ listing }) => listing);
}

/** The store takes other icons for other languages; one pair, the first that is there, serves all. */
function icons(loaded: LoadedBusiness, template: LoadedBusiness): PackageFiles {
  const own = loaded.business.locales.find(({ icons: pair }) => pair)?.icons;
  const { folder, business } = own ? loaded : template;
  const pair = own ?? business.locales[0]?.icons;
  if (!pair) return {};
  const read = (path: string) => readFileSync(isAbsolute(path) ? path : join(folder, path));
  return { [ICON_PATHS.small]: read(pair.small), [ICON_PATHS.large]: read(pair.large) };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
