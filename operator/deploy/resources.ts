import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { OperatorProblem } from '../problem';

const FILE = 'ask-resources.json';

/** The parameters of the stack that are ours. */
interface StackParameters {
  readonly SettingsSecret: string;
  /** The version of the settings that the stack is to use. It is no secret. */
  readonly SettingsVersion: string;
  /** With several skills: what the names of their secrets begin with. */
  readonly SkillSecrets?: string;
}

/** A profile of `ask-resources.json`, as far as a deployment needs it. */
export interface AskProfile {
  /** Which version of Aloud deployed it last, where no stack says so. */
  readonly aloudVersion?: string;
  readonly skillMetadata: { readonly src: string };
  readonly skillInfrastructure?: {
    readonly userConfig: {
      readonly awsRegion: string;
      readonly cfn: { readonly parameters: StackParameters };
    };
  };
  /** Ours; the ASK CLI passes over what it does not know. Which of several skills this is, once it was deployed. */
  readonly aloud?: { readonly skill: string };
}

interface AskResources {
  readonly profiles: Readonly<Record<string, AskProfile | undefined>>;
}

/** @throws OperatorProblem when there is no such profile */
export function readProfile(name: string): AskProfile {
  const profile = read().profiles[name];
  if (!profile) throw new OperatorProblem([`${FILE} has no profile "${name}"`]);
  return profile;
}

/** Notes which version has deployed a skill that has no stack. */
export function writeDeployedVersion(name: string, version: string): void {
  change(name, (profile) => profile && { ...profile, aloudVersion: version });
}

/** The version that `writeDeployedVersion` has noted. @param root the project's folder */
export function notedVersion(name: string, root: string): string | undefined {
  const file = join(root, FILE);
  if (!existsSync(file)) return undefined;
  try {
    const noted = (JSON.parse(readFileSync(file, 'utf8')) as Partial<AskResources>).profiles?.[name]?.aloudVersion;
    return typeof noted === 'string' ? noted : undefined;
  } catch {
    return undefined;
  }
}

/** Which of several skills a profile is; `undefined` where it is none yet. */
export function skillOfProfile(name: string): string | undefined {
  return read().profiles[name]?.aloud?.skill;
}

/** Sets parameters of the stack. */
export function writeParameters(name: string, parameters: Partial<StackParameters>): void {
  change(name, ({ skillInfrastructure, ...profile }) => {
    if (!skillInfrastructure) return { ...profile };
    const { userConfig } = skillInfrastructure;
    const all = { ...userConfig.cfn.parameters, ...parameters };
    const changed = { ...userConfig, cfn: { ...userConfig.cfn, parameters: all } };
    return { ...profile, skillInfrastructure: { ...skillInfrastructure, userConfig: changed } };
  });
}

/** Notes that a profile is one of several skills. */
export function writeSkillOfProfile(name: string, skill: string): void {
  change(name, (profile) => ({ ...profile, aloud: { skill } }));
}

/** Makes a profile without code, unless there is one: of a skill that another one's stack serves. */
export function writeSkillProfile(name: string, skill: string): AskProfile {
  const src = `./dist/skills/${skill}/skill-package`;
  change(name, (profile) => profile ?? { skillMetadata: { src }, aloud: { skill } });
  return readProfile(name);
}

/** The file is written as the ASK CLI does, and only where something has changed. */
function change(name: string, to: (profile: AskProfile) => AskProfile): void {
  const resources = read();
  const before = resources.profiles[name];
  const after = to(before as AskProfile);
  if (isDeepStrictEqual(before, after)) return;
  const profiles = { ...resources.profiles, [name]: after };
  writeFileSync(FILE, JSON.stringify({ ...resources, profiles }, null, 2));
}

function read(): AskResources {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}
