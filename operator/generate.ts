import { EXIT, type Run } from './command';
import { ownPackage, writeSkillPackage } from './deploy/skill-package';
import { told } from './problem';

/** Where an owner finds the package of their own. */
const OWN_PACKAGE = 'dist/skill-package';

/** `aloud generate` */
export const run: Run = (call) =>
  told(call.screen, async () => {
    writeSkillPackage(OWN_PACKAGE, ownPackage(call, true));
    call.screen.print(`The skill package of your business is in ${OWN_PACKAGE}`);
    return EXIT.good;
  });
