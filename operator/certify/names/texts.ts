import { MANIFEST_FILE } from '../manifest/view';
import type { Subject } from '../subject';

/** A text of the package that people see or say. */
export interface PackageText {
  readonly file: string;
  readonly locale: string;
  readonly at: string;
  readonly text: string;
}

export function textsOf({ manifest, models }: Subject): readonly PackageText[] {
  const shown = (manifest?.listings ?? []).flatMap(({ locale, path, ...listing }) => {
    const { name, summary, description, examplePhrases = [], keywords } = listing;
    const fields = {
      name,
      summary,
      description,
      keywords: keywords.join('; '),
      examplePhrases: examplePhrases.join('; '),
    };
    return Object.entries(fields).flatMap(([field, text]) =>
      text === undefined || text === '' ? [] : [{ file: MANIFEST_FILE, locale, at: `${path}.${field}`, text }],
    );
  });
  const said = models.flatMap(({ file, locale, invocationName: text }) =>
    text === undefined ? [] : [{ file, locale, at: 'invocationName', text }],
  );
  return [...shown, ...said];
}
