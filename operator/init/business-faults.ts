import { toBusiness } from '../../business/business';
import { checkBusiness } from '../../business/checks';
import { readBusinessFile } from '../../business/file';
import { nameFaults } from '../../business/invocation-name';
import { loadText } from '../../business/load';
import type { Locale } from '../../business/locales';
import type { Problem } from '../../business/problem';
import { type BusinessDraft, businessText } from './business-text';

/** What is wrong with one field of a draft, as the business file's own checks say it. */
export function fieldFault(draft: BusinessDraft, field: string, folder: string): string | undefined {
  const read = readBusinessFile(businessText(draft));
  const problems: readonly Problem[] =
    'problems' in read ? read.problems : read.locate(checkBusiness(read.file, toBusiness(read.file), folder));
  return problems.find(({ path, isWarning }) => !isWarning && path.split('.').includes(field))?.message;
}

/** All that is wrong with a draft, models included, a line each. */
export function draftFaults(draft: BusinessDraft, file: string, folder: string): readonly string[] {
  const loaded = loadText(businessText(draft), file, folder);
  return 'problems' in loaded ? loaded.problems : [];
}

/** What is wrong with a name in the locales in which it would be said: none of it is a matter of the brand. */
export function invocationFault(name: string, locales: readonly Locale[]): string | undefined {
  if (name === '') return 'is empty';
  const faults = locales.flatMap((locale) => nameFaults(name, locale).map((fault) => ({ ...fault, locale })));
  const fault = faults.find(({ isWarning }) => !isWarning);
  return fault && `${fault.message} (${fault.locale})`;
}

/** How the name of a business would be said: in lower case, without the signs. */
export function spokenName(name: string, locale: Locale): string {
  return name
    .toLocaleLowerCase(locale)
    .replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
