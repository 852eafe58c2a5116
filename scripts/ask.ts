import { installAskCli, runAskCli } from './deploy/ask-cli';
import { DeployProblem } from './deploy/problem';

/** `npm run ask -- …`: the ASK CLI of this project, installed where it is missing. */
export function main(args: readonly string[]): void {
  try {
    installAskCli();
    process.exitCode = runAskCli(args);
  } catch (error) {
    if (!(error instanceof DeployProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
