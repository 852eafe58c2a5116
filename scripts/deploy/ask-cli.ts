import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { DeployProblem } from './problem';

const FOLDER = 'infrastructure';
const BINARY = join(FOLDER, 'node_modules/ask-cli/dist/bin/ask.js');

/** A profile of the ASK CLI on this machine: an Amazon developer account, and the AWS profile that goes with it. */
export interface DeveloperProfile {
  readonly awsProfile?: string;
}

/** Installs the ASK CLI where it is missing. @throws DeployProblem */
export function installAskCli(): void {
  if (existsSync(BINARY)) return;
  console.log('Installing the ASK CLI (about 200 MB) …');
  // Through the shell, because npm is a script on Windows.
  const { status } = spawnSync('npm ci --no-audit --no-fund', { cwd: FOLDER, stdio: 'inherit', shell: true });
  if (status !== 0) throw new DeployProblem(['The ASK CLI cannot be installed: see what npm says above']);
}

/** The profile of that name; what is wrong otherwise, as a line. */
export function developerProfile(name: string): DeveloperProfile | string {
  const missing = `The ASK CLI has no profile "${name}": run  npm run ask -- configure --profile ${name}`;
  try {
    const { profiles } = JSON.parse(readFileSync(join(homedir(), '.ask/cli_config'), 'utf8'));
    const profile = profiles?.[name];
    return profile?.vendor_id ? { awsProfile: profile.aws_profile ?? undefined } : missing;
  } catch {
    return missing;
  }
}

/** Runs `ask deploy`, which says itself what it does. @throws DeployProblem when it fails */
export function askDeploy(profile: string): void {
  const { status } = spawnSync(process.execPath, [BINARY, 'deploy', '--profile', profile], {
    stdio: 'inherit',
    env: { ...process.env, ASK_SKIP_NEW_VERSION_REMINDER: '1' },
  });
  if (status !== 0) {
    throw new DeployProblem(['The deployment failed: see what the ASK CLI says above, and docs/deploy-aws.md']);
  }
}
