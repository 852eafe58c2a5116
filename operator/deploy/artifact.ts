import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../simulator/root';
import { OperatorProblem } from '../problem';

/** Builds what the functions run. @throws OperatorProblem when it fails, which says itself why */
export function buildArtifact(): void {
  const { status } = spawnSync(process.execPath, [join(projectRoot(), 'scripts/start.mjs'), 'lambda'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new OperatorProblem(['The build failed: see above']);
}
