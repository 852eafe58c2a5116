import { join } from 'node:path';
import { ALL_SETTINGS } from '../../lambda/app/config';
import { SKILLS_FOLDER, type SkillEnvironment } from '../../lambda/config/environment';
import { isSkillName } from '../../lambda/config/skill-environment';
import { readSkillFolders } from '../../lambda/config/skill-folders';
import { type Call, textOf } from '../command';
import { readEnvFile } from '../env-file';
import { callFor } from '../own-skill';
import { type EnvDraft, envText } from './env-text';
import type { Given } from './given';
import { newSecret } from './invented';
import type { NewFile } from './write';

/** The call about the skill that `--skill` names, which may be a new one; or, in a line, why there is none. */
export function chooseNewSkill(call: Call): Call | string {
  const wanted = textOf(call.options, 'skill');
  const skills = readSkillFolders(call.root);
  const names = skills.map(({ name }) => name).join(', ');
  if (wanted === undefined) {
    if (skills.length === 0) return call;
    return `There are several skills: say which with  --skill <name>,  a new name or one of ${names}`;
  }
  if (!isSkillName(wanted)) return `--skill ${wanted}: a name has letters, digits and - in it, at most 40`;
  if (skills.length === 0 && isOneSkill(call)) {
    return `.env is a skill itself, which is served no more once there is a folder ${SKILLS_FOLDER}/: docs/several-skills.md says how it becomes one of several`;
  }
  const own: SkillEnvironment = skills.find(({ name }) => name === wanted) ?? { name: wanted, environment: {} };
  return callFor(call, own);
}

function isOneSkill({ env }: Call): boolean {
  return Boolean(env.ALOUD_PLATFORM?.trim() && env.ALOUD_SKILL_ID?.trim());
}

/** What the process has settled already is not asked for a skill of it. */
export function givenFor({ skill }: Call, given: Given): Given {
  const address = skill?.shared.ALOUD_PUBLIC_URL?.trim();
  if (!address) return given;
  return { ...given, where: given.where ?? 'server', values: { ALOUD_PUBLIC_URL: address, ...given.values } };
}

/** Settings of the process are not changed by the way: which of the given ones are some, a line each. */
export function processFaults({ skill }: Call, { values }: Given): readonly string[] {
  if (!skill?.shared.ALOUD_SECRET?.trim()) return [];
  return ALL_SETTINGS.filter(({ name, scope }) => scope === 'process' && values[name] !== undefined).map(
    ({ name }) => `${name} is of the whole process: change it in the .env of the project's root`,
  );
}

/** The `.env` of a process that has none yet: what its skills share. */
export function processFile(call: Call, draft: EnvDraft): readonly NewFile[] {
  if (!call.skill || call.skill.shared.ALOUD_SECRET?.trim()) return [];
  const path = join(call.root, '.env');
  const values = { ...draft.values, ...readEnvFile(path)?.values, ALOUD_SECRET: newSecret() };
  const known = Object.entries(values).filter(([name]) => isOfProcess(name));
  return [
    {
      path,
      content: envText({ ...draft, platform: undefined, part: 'process', values: Object.fromEntries(known) }),
      mode: 0o600,
    },
  ];
}

function isOfProcess(name: string): boolean {
  return name === 'ALOUD_SECRET' || ALL_SETTINGS.some((one) => one.name === name && one.scope === 'process');
}
