import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(join(__dirname, '..', path), 'utf8');
const OLDEST = '20.19';

test.each(['package.json', 'infrastructure/package.json'])('%s lets in what works, from the oldest on', (path) => {
  expect(JSON.parse(read(path)).engines.node).toBe(`>=${OLDEST}`);
  const lock = JSON.parse(read(path.replace('package.json', 'package-lock.json')));
  expect(lock.packages[''].engines.node).toBe(`>=${OLDEST}`);
});

test.each(['README.md', 'CONTRIBUTING.md', 'docs/deploy-aws.md', 'docs/deploy-self-hosted.md'])(
  '%s names the versions to use, and the oldest that works',
  (path) => {
    expect(read(path)).toMatch(/Node 22 or 24/);
    expect(read(path)).toContain(`${OLDEST} and newer`);
  },
);

test('every push is tested on all of them', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml'));
  expect(jobs.test.strategy.matrix.node).toEqual([22, 24]);
  expect(jobs.oldest.steps).toContainEqual(
    expect.objectContaining({ with: expect.objectContaining({ 'node-version': OLDEST }) }),
  );
});
