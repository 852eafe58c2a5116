import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const LICENCE = /^(?:licen[cs]e|notice|copying)/i;

/**
 * What the licences of packages want to have said wherever their code goes: who stands in a bundle, and each licence once.
 *
 * @param files what the bundle is made of, as esbuild names it, from `root`
 */
export function licencesOf(files, root) {
  const folders = new Set(
    files.filter((file) => file.includes('node_modules/')).map((file) => packageOf(resolve(root, file))),
  );
  const namesOf = new Map();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const text = licenceIn(folder) ?? `${license}`;
    namesOf.set(text, [...(namesOf.get(text) ?? []), `${name} ${version}`]);
  }
  const entries = [...namesOf].map(([text, names]) => `${names.toSorted().join('\n')}\n\n${text.trim()}\n`);
  return `The code beside this file holds code of these packages.\n\n${entries.toSorted().join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** Some packages have a package.json without a name in the folder of a form of their code. */
function packageOf(path) {
  const folder = dirname(path);
  const file = join(folder, 'package.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version ? folder : packageOf(folder);
}

function licenceIn(folder) {
  const names = readdirSync(folder)
    .filter((name) => LICENCE.test(name))
    .toSorted();
  return names.length > 0 ? names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n') : undefined;
}
