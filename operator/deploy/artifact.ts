import { spawnSync } from 'node:child_process';
import { OperatorProblem } from '../problem';

/** Builds what the functions run. @throws OperatorProblem when it fails, which says itself why */
export function buildArtifact(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', 'lambda'], { stdio: 'inherit' });
  if (status !== 0) throw new OperatorProblem(['The build failed: see above']);
}
