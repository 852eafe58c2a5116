import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeCounting } from './usage';

const folder = mkdtempSync(join(tmpdir(), 'aloud-usage-'));
afterAll(() => rmSync(folder, { recursive: true }));

describeCounting('sqlite', () => `sqlite:${join(folder, 'aloud.db')}`);

test('of what was said by who was erased, and of what matched nothing, no word is in the files', () => {
  for (const name of readdirSync(folder)) {
    expect(readFileSync(join(folder, name), 'latin1')).not.toMatch(/xylophone|parking downstairs/);
  }
});
