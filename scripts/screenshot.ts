import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../simulator/root';
import { demoPicture } from './pictures/demo';
import type { PictureName } from './pictures/list';
import { terminalPictures } from './pictures/terminal';

/** `npm run screenshot`: every picture of the README and the guides, from the demo and the commands as they are now. */
export async function main(): Promise<void> {
  const pictures: Readonly<Record<PictureName, string | Buffer>> = {
    'demo.png': await demoPicture(),
    ...(await terminalPictures()),
  };
  for (const [name, content] of Object.entries(pictures)) {
    writeFileSync(join(projectRoot(), 'docs/images', name), content);
  }
}
