// Where Aloud itself is, and where it is run.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: its templates, its assets, and `dist/`, which `npm run build` makes. */
export const home = join(dirname(fileURLToPath(import.meta.url)), '..');

/** A checkout holds what everything is made of; what `npm pack` packs, and an image, only what was made. */
export const hasSources = existsSync(join(home, 'lambda/server.ts'));

/** Where settings, the business file and data are: in a checkout the checkout, wherever a command is typed; else the folder where it is. */
export const root = hasSources ? home : process.cwd();

/** Takes the settings of `.env`, beside which what the environment says goes first. */
export function loadSettings() {
  const file = join(root, '.env');
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (cause) {
    // In the form of our own errors. Node says of a file of somebody else's that there is none.
    const isFolder = statSync(file).isDirectory();
    const hint = isFolder
      ? 'Take it away and make the file: rmdir .env && npx aloud init'
      : 'Make it yours, and readable by you alone: chown $(id -un) .env && chmod 600 .env';
    const what = isFolder
      ? '.env is a folder, where a file should be'
      : '.env is there, but cannot be read by this user';
    const error = new Error(what, { cause });
    throw Object.assign(error, { name: 'AloudError', code: 'ALOUD_CONFIG_INVALID', hint });
  }
}
