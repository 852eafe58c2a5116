import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorProblem } from '../problem';

const FILE = 'ask-resources.json';

/** A profile of `ask-resources.json`, as far as a deployment needs it. */
export interface AskProfile {
  /** Which version of Aloud deployed it last, where no stack says so. */
  aloudVersion?: string;
  readonly skillMetadata: { readonly src: string };
  readonly skillInfrastructure?: {
    readonly userConfig: {
      readonly awsRegion: string;
      readonly cfn: { readonly parameters: { readonly SettingsSecret: string; SettingsVersion: string } };
    };
  };
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
  const resources = read();
  const profile = resources.profiles[name];
  if (!profile || profile.aloudVersion === version) return;
  profile.aloudVersion = version;
  writeFileSync(FILE, JSON.stringify(resources, null, 2));
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

/** Names the version of the settings that the stack is to use. It is no secret. The file is written as the ASK CLI does. */
export function writeSettingsVersion(name: string, version: string): void {
  const resources = read();
  const parameters = resources.profiles[name]?.skillInfrastructure?.userConfig.cfn.parameters;
  if (!parameters || parameters.SettingsVersion === version) return;
  parameters.SettingsVersion = version;
  writeFileSync(FILE, JSON.stringify(resources, null, 2));
}

function read(): AskResources {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}
