import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedFiles } from '../scripts/generate';

test.each(Object.entries(generatedFiles()))('%s is what `npm run generate` writes', (path, content) => {
  expect(readFileSync(join(__dirname, '..', path), 'utf8')).toBe(content);
});
