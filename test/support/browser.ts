import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Starts Chromium as `npm ci` brought it, with its own libraries and font: no package of the system is needed. */
export function launchBrowser(): Promise<Browser> {
  const home = unpacked();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [
      '--no-sandbox', // root cannot have one, and only our own page is opened
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
    },
  });
}

/**
 * The folder of the unpacked browser, inside its package, so that another version has another one. It is unpacked
 * aside and moved into place: tests that start at the same time never see half of it.
 */
function unpacked(): string {
  const packageRoot = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const home = join(packageRoot, 'unpacked');
  if (existsSync(home)) return home;
  const aside = mkdtempSync(join(packageRoot, 'unpacking-'));
  // It unpacks into the temporary folder, and its shared libraries only where it believes to be on Lambda.
  const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()";
  execFileSync(process.execPath, ['--input-type=module', '-e', unpack], {
    cwd: __dirname,
    env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  writeFileSync(
    join(aside, 'fonts.conf'),
    `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${join(home, 'fonts')}</dir></fontconfig>`,
  );
  try {
    renameSync(aside, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(aside, { recursive: true });
  }
  return home;
}
