import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const threats = page
  .split('\n')
  .filter(
    (line) =>
      line.startsWith('|') && line.split('|').length === 5 && !/^\| ?(?:threat|-)/.test(line) && !line.startsWith('|-'),
  );

test('every threat names a test that is there', () => {
  expect(threats.length).toBeGreaterThan(20);
  for (const threat of threats) {
    const names = threat.match(/`test\/[^`]+`/g) ?? [];
    expect({ threat, named: names.length > 0 }).toEqual({ threat, named: true });
    for (const name of names)
      expect({ name, there: existsSync(join(ROOT, name.slice(1, -1))) }).toEqual({ name, there: true });
  }
});
