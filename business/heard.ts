import { type Business, type BusinessContent, businessOf, NO_BUSINESS } from '../lambda/business/words';
import { DEFAULT_SKILL } from '../lambda/config/config';
import { type Environment, skillFolder } from '../lambda/config/environment';
import { environmentOf } from '../lambda/config/skill-environment';
import { readSkillFolders } from '../lambda/config/skill-folders';
import { contentOf } from './content';
import { type BrokenBusiness, type LoadedBusiness, loadBusiness } from './load';

/** What is heard of the owner's business files, as what runs reads it. */
export interface Heard {
  /** By the name of the skill. `undefined` without a file: Aloud has those words itself. */
  readonly contents: ReadonlyMap<string, BusinessContent | undefined>;
  readonly businessOf: (skill: string) => Business;
}

/**
 * Checks the business file of each skill, and takes out of it what is heard.
 *
 * @param tell of each fault and warning, a line each
 * @returns `undefined` where one of them is not in order
 */
export function heardOf(root: string, env: Environment, tell: (line: string) => void): Heard | undefined {
  const all = loadAll(root, env);
  const faults = all.flatMap(([, loaded]) => ('problems' in loaded ? loaded.problems : []));
  for (const line of faults) tell(line);
  if (faults.length > 0) return undefined;
  const contents = new Map(
    all.flatMap(([skill, loaded]) => ('problems' in loaded ? [] : [[skill, heardIn(loaded, tell)] as const])),
  );
  const businesses = new Map([...contents].map(([skill, content]) => [skill, content && businessOf(content)]));
  return { contents, businessOf: (skill) => businesses.get(skill) ?? NO_BUSINESS };
}

type Named = readonly [skill: string, loaded: LoadedBusiness | BrokenBusiness];

function loadAll(root: string, env: Environment): readonly Named[] {
  const skills = readSkillFolders(root);
  if (skills.length === 0) return [[DEFAULT_SKILL, loadBusiness(root, env)]];
  return skills.map((skill) => [skill.name, loadBusiness(root, environmentOf(skill, env), skillFolder(skill.name))]);
}

function heardIn(loaded: LoadedBusiness, tell: (line: string) => void): BusinessContent | undefined {
  for (const line of loaded.warnings) if (!loaded.isTemplate) tell(`${line} (a warning)`);
  return contentOf(loaded);
}
