import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { skillPackageFiles } from '../lambda/skill/model';
import { envExample, errorsPage, settingsPage } from './generated-docs';
import { numberTableFiles } from './numbers/tables';

/** Every file that is written by `npm run generate`, by its path in the repository. A test proves them current. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    '.env.example': envExample(),
    'docs/settings.md': settingsPage(),
    'docs/errors.md': errorsPage(),
    ...numberTableFiles(),
    ...skillPackageFiles(),
  };
}

export function main(): void {
  for (const [path, content] of Object.entries(generatedFiles())) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
