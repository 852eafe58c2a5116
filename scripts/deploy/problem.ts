/** What keeps a deployment from going on: one line each, for the operator. Never a secret in it. */
export class DeployProblem extends Error {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
  }
}
