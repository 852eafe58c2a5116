/** @jest-environment node */
import { join } from 'node:path';
import { isTooMuch } from '../../fuzz/memory';
import { runFuzz } from '../../fuzz/run';
import { SURFACES, type SurfaceName } from '../../fuzz/surfaces';

/** What `npm run build` made. */
const script = join(__dirname, '../../dist/fuzz.js');
const SECONDS = 3;

/** `npm run fuzz` puts as many as it is told. */
test.each(Object.keys(SURFACES) as SurfaceName[])(
  'odd %s do no harm',
  async (surface) => {
    const { found, inputs, memory } = await runFuzz({ surface, seed: 7, count: 100_000, ms: SECONDS * 1000, script });
    expect(found).toEqual([]);
    expect(inputs).toBeGreaterThan(0);
    expect(isTooMuch(memory)).toBe(false);
  },
  120_000,
);
