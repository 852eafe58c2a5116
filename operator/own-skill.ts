import { type BrokenBusiness, type LoadedBusiness, loadBusiness } from '../business/load';
import { type Config, loadConfig } from '../lambda/app/config';
import { DEFAULT_SKILL } from '../lambda/config/config';
import { type Environment, type SkillEnvironment, skillFile, skillFolder } from '../lambda/config/environment';
import { environmentOf } from '../lambda/config/skill-environment';
import { readSkillFolders } from '../lambda/config/skill-folders';
import { type Call, EXIT, type Run, textOf } from './command';

/** The one of several skills that a command is about. */
export interface OwnSkill {
  readonly own: SkillEnvironment;
  /** The environment of the process. */
  readonly shared: Environment;
}

/** What tells a command whose settings and words it works with. */
export type Whose = Pick<Call, 'root' | 'env' | 'skill'>;

/** A command that is about one skill: where there are several, the one that `--skill` names. */
export function ofOneSkill(run: Run): Run {
  return async (call) => {
    const chosen = chooseSkill(call);
    if (typeof chosen !== 'string') return run(chosen);
    call.screen.note(chosen);
    return EXIT.usage;
  };
}

/** The call with the settings of its skill; or, in a line, why there is none. */
export function chooseSkill(call: Call): Call | string {
  const wanted = textOf(call.options, 'skill');
  const skills = readSkillFolders(call.root);
  const names = skills.map(({ name }) => name).join(', ');
  if (skills.length === 0) {
    if (wanted === undefined || wanted === DEFAULT_SKILL) return call;
    return `There is no skill ${wanted}: skills/ holds none, so the only one is that of .env. docs/several-skills.md`;
  }
  if (wanted === undefined) return `There are several skills: say which with  --skill <name>,  one of ${names}`;
  const own = skills.find(({ name }) => name === wanted);
  return own ? callFor(call, own) : `There is no skill ${wanted}: --skill takes one of ${names}`;
}

/** The same call about one of several skills. */
export function callFor(call: Call, own: SkillEnvironment): Call {
  return { ...call, env: environmentOf(own, call.env), skill: { own, shared: call.env } };
}

/** What `loadConfig` takes for a call: of several skills the one alone, which shares store and port with the others. */
export function settingsOf({ env, skill }: Pick<Call, 'env' | 'skill'>): Parameters<typeof loadConfig> {
  return skill ? [skill.shared, [skill.own]] : [env];
}

/** The checked settings for a call. @throws AloudError ALOUD_CONFIG_INVALID */
export function configOf(call: Pick<Call, 'env' | 'skill'>): Config {
  return loadConfig(...settingsOf(call));
}

/** Where the files of a call's skill are, from the project's root: the root itself, or a folder in `skills/`. */
export function folderOf({ skill }: Pick<Call, 'skill'>): string {
  return skill ? skillFolder(skill.own.name) : '';
}

/** What is said of the files and commands of the only skill, for a call's: they are elsewhere where there are several. */
export function wordsFor({ skill }: Pick<Call, 'skill'>): (text: string) => string {
  if (!skill) return (text) => text;
  const { name } = skill.own;
  return (text) =>
    text
      .replace(/(?<![\w/.])\.env(?![\w.])/g, skillFile(name))
      .replace(/(?<![\w/.])business\.yaml/g, `${skillFolder(name)}/business.yaml`)
      .replace(/npx aloud (?!deploy\b)([\w-]+)/g, `npx aloud $1 --skill ${name}`);
}

/** The business file of a call's skill, or the template where it has none. */
export function ownBusiness(call: Whose): LoadedBusiness | BrokenBusiness {
  return loadBusiness(call.root, call.env, folderOf(call));
}
