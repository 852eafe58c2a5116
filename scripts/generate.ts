import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadBusiness, loadTemplate } from '../business/load';
import { skillPackage } from '../business/package';
import { jsonSchema } from '../business/schema';
import { run as generate } from '../operator/generate';
import { createScreen } from '../operator/screen';
import { projectRoot } from '../simulator/root';
import { businessPage } from './business-page';
import { certifyPage } from './certify-page';
import { commandsPage, doctorPage } from './commands-page';
import { fieldTestPage } from './field-test-page';
import { envExample, errorsPage, settingsPage } from './generated-docs';
import { numberTableFiles } from './numbers/tables';

/** Every file that is written by `npm run generate`, by its path in the repository. A test proves them current. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    '.env.example': envExample(),
    'docs/settings.md': settingsPage(),
    'docs/errors.md': errorsPage(),
    'docs/business.md': businessPage(),
    'docs/field-test.md': fieldTestPage(),
    'docs/certify.md': certifyPage(),
    'docs/commands.md': commandsPage(),
    'docs/doctor.md': doctorPage(),
    'docs/business.schema.json': `${JSON.stringify(jsonSchema(), null, 2)}\n`,
    ...numberTableFiles(),
    ...templatePackage(),
  };
}

/** The skill package that the repository holds: made of the template's words. Its icons are where it takes them from. */
function templatePackage(): Readonly<Record<string, string>> {
  const template = loadTemplate();
  const made = skillPackage(template, template);
  if ('incomplete' in made) throw new Error(`the template says too little for ${made.incomplete.join(', ')}`);
  const texts = Object.entries(made.files).filter((file): file is [string, string] => typeof file[1] === 'string');
  return Object.fromEntries(texts.map(([path, content]) => [`skill-package/${path}`, content]));
}

/** `npm run generate`: writes what the repository holds, and, where there is a business file, the owner's skill package. */
export async function main(): Promise<void> {
  write(generatedFiles());
  const root = projectRoot();
  const loaded = loadBusiness(root, process.env);
  if (!('problems' in loaded) && loaded.isTemplate) return;
  process.exitCode = await generate({ root, env: process.env, screen: createScreen(process), words: [], options: {} });
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}
