import { EXIT, type Run } from './command';
import { ownPackage, writeSkillPackage } from './deploy/skill-package';
import { ofOneSkill } from './own-skill';
import { told } from './problem';

/** Where an owner finds the package of their own, and those of several skills. */
const OWN_PACKAGE = 'dist/skill-package';
const OWN_PACKAGES = 'dist/skill-packages';

/** `aloud generate` */
export const run: Run = ofOneSkill((call) =>
  told(call.screen, async () => {
    const folder = call.skill ? `${OWN_PACKAGES}/${call.skill.own.name}` : OWN_PACKAGE;
    writeSkillPackage(folder, ownPackage(call, true));
    call.screen.print(`The skill package of your business is in ${folder}`);
    return EXIT.good;
  }),
);
