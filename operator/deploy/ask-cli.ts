import { type StdioOptions, spawnSync } from 'node:child_process';
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
  return spawnSync(process.execPath, [BINARY, ...args], { stdio: 'inherit', env: environment() }).status ?? 1;
}

/** Its own question for a newer version would only offer the one that does not start. */
function environment(): NodeJS.ProcessEnv {
  return { ...process.env, ASK_SKIP_NEW_VERSION_REMINDER: '1' };
}

/** What notifications of a skill are sent with, by the settings that they are. */
export interface MessagingCredentials {
  readonly ALEXA_CLIENT_ID: string;
  readonly ALEXA_CLIENT_SECRET: string;
}

/** Asks Amazon for the messaging credentials of a skill. They are never printed. @throws OperatorProblem when there are none */
export function messagingCredentials(profile: string, skillId: string): MessagingCredentials {
  const args = ['smapi', 'get-skill-credentials', '--skill-id', skillId, '--profile', profile];
  const stdio: StdioOptions = ['ignore', 'pipe', 'inherit'];
  const { stdout } = spawnSync(process.execPath, [BINARY, ...args], { stdio, env: environment(), encoding: 'utf8' });
  const { clientId, clientSecret } = credentialsIn(stdout);
  if (!clientId || !clientSecret) {
    throw new OperatorProblem([
      `Amazon does not tell the messaging credentials of ${skillId}: see above, and try again`,
    ]);
  }
  return { ALEXA_CLIENT_ID: clientId, ALEXA_CLIENT_SECRET: clientSecret };
}

function credentialsIn(output: string): { readonly clientId?: string; readonly clientSecret?: string } {
  try {
    return JSON.parse(output).skillMessagingCredentials ?? {};
  } catch {
    return {};
  }
}

/**
 * Runs `ask deploy`, which says itself what it does.
 *
 * @param target only this; what is new is not enabled then, so it needs no endpoint yet
 * @throws OperatorProblem when it fails
 */
export function askDeploy(profile: string, target?: 'skill-metadata'): void {
  if (runAskCli(['deploy', '--profile', profile, ...(target ? ['--target', target] : [])]) !== 0) {
    throw new OperatorProblem(['The deployment failed: see what the ASK CLI says above, and docs/deploy-aws.md']);
  }
}
