import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { OperatorProblem } from '../problem';
import type { Screen } from '../screen';

const FOLDER = 'infrastructure';
const BINARY = join(FOLDER, 'node_modules/ask-cli/dist/bin/ask.js');

/** A profile of the ASK CLI on this machine: an Amazon developer account, and the AWS profile that goes with it. */
export interface DeveloperProfile {
  readonly awsProfile?: string;
}

/** Installs the ASK CLI where it is missing. @throws OperatorProblem */
export function installAskCli({ note }: Pick<Screen, 'note'>): void {
  if (existsSync(BINARY)) return;
  note('Installing the ASK CLI (about 200 MB) …');
  // Through the shell, because npm is a script on Windows.
  const { status } = spawnSync('npm ci --no-audit --no-fund --ignore-scripts', {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) throw new OperatorProblem(['The ASK CLI cannot be installed: see what npm says above']);
}

/** The profile of that name; what is wrong otherwise, as a line. */
export function developerProfile(name: string): DeveloperProfile | string {
  const missing = `The ASK CLI has no profile "${name}": run  npx aloud ask configure --profile ${name}`;
  try {
    const { profiles } = JSON.parse(readFileSync(join(homedir(), '.ask/cli_config'), 'utf8'));
    const profile = profiles?.[name];
    return profile?.vendor_id ? { awsProfile: profile.aws_profile ?? undefined } : missing;
  } catch {
    return missing;
  }
}

/** Runs a command of the ASK CLI in this terminal. Returns its exit code. */
export function runAskCli(args: readonly string[]): number {
  // Its own question for a newer version would only offer the one that does not start.
  const env = { ...process.env, ASK_SKIP_NEW_VERSION_REMINDER: '1' };
  return spawnSync(process.execPath, [BINARY, ...args], { stdio: 'inherit', env }).status ?? 1;
}

/** Runs `ask deploy`, which says itself what it does. @throws OperatorProblem when it fails */
export function askDeploy(profile: string): void {
  if (runAskCli(['deploy', '--profile', profile]) !== 0) {
    throw new OperatorProblem(['The deployment failed: see what the ASK CLI says above, and docs/deploy-aws.md']);
  }
}
