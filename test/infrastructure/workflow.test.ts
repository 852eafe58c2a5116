import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const read = (path: string) => readFileSync(join(__dirname, '../..', path), 'utf8');
const { jobs } = parse(read('.github/workflows/ci.yml')) as {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
};
const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run.trim().split('\n')));

test('every push runs what .ci/run runs', () => {
  const steps = [...read('.ci/run').matchAll(/^ *step (npm (?!ci).*)$/gm)].map(([, line = '']) => line);
  expect(steps).toHaveLength(4);
  for (const step of steps) expect(commands).toContain(step);
});

test('every push builds the image and waits until it is healthy, and runs the examples', () => {
  expect(commands).toContainEqual(expect.stringMatching(/^docker build .* --tag aloud \.$/));
  expect(commands).toContainEqual(expect.stringContaining('.State.Health.Status'));
  expect(commands).toContainEqual(expect.stringMatching(/^npx aloud converse/));
});
