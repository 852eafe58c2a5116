import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { LoadedBusiness } from '../../business/load';
import { bad, type Finding, good, warning } from './finding';
import type { Setup } from './setup';

const ID = 'business';
const NAMES = ['business.yaml', 'business.yml', 'business.json'];

/** The business file: its own faults and warnings, what is still the template's, and what says something else beside it. */
export function checkBusiness(setup: Setup): readonly Finding[] {
  const { value } = setup;
  const { loaded, incomplete, unpublishable } = setup.business();
  if ('problems' in loaded) {
    return loaded.problems.map((line) => {
      const isSetting = line.endsWith('mend ALOUD_BUSINESS');
      return bad(ID, line, isSetting ? 'ALOUD_BUSINESS=…  names the file; without it, business.yaml' : editing(line));
    });
  }
  if (loaded.isTemplate) {
    const what = 'there is no business.yaml: the skill has the words of the template, which Amazon does not publish';
    return [warning(ID, what, 'npx aloud init')];
  }
  const found = [
    ...loaded.warnings.map((line) => warning(ID, line, editing(line))),
    ...incomplete.map((locale) => incompleteIn(locale, loaded)),
    ...unpublishable.map((line) => refused(line, loaded)),
    ...(value('ALOUD_BUSINESS') ? [] : second(setup, loaded)),
    ...otherName(value('ALOUD_NAME'), loaded),
  ];
  const locales = loaded.business.locales.map(({ locale }) => locale).join(', ');
  return found.length > 0 ? found : [good(ID, `${loaded.file} is in order: ${locales}`)];
}

/** Where to write: `business.yaml:12: …` says it first. */
function editing(line: string): string {
  const [, file = 'business.yaml', number] = /^(.*?)(?::(\d+))?: /.exec(line) ?? [];
  const place = number === undefined ? file : `line ${number} of ${file}`;
  return `mend ${place}; docs/business.md says what it takes`;
}

function incompleteIn(locale: string, { file }: LoadedBusiness): Finding {
  return bad(ID, `${file}: ${locale} has no summary or no description`, `write both in that language in ${file}`);
}

function refused(line: string, { file }: LoadedBusiness): Finding {
  const [what = line, remedy = 'write your own'] = line.split('; ');
  return warning('business.template', `${what} (Amazon does not publish that)`, `${remedy} in ${file}`);
}

function second({ root, folder }: Setup, { file }: LoadedBusiness): readonly Finding[] {
  return NAMES.filter((name) => name !== basename(file) && existsSync(join(root, folder, name))).map((name) =>
    warning('business.second', `${name} is not read, as there is ${file}`, `take ${name} away`),
  );
}

function otherName(name: string | undefined, { file, business }: LoadedBusiness): readonly Finding[] {
  const names = business.locales.map((words) => words.name);
  if (name === undefined || names.includes(name)) return [];
  return [warning('business.name', `ALOUD_NAME is not used, as ${file} has the name`, 'take ALOUD_NAME out of .env')];
}
