import { heardOf } from '../business/heard';
import { readSkillFolders } from '../lambda/config/skill-folders';
import { serve } from '../lambda/server';
import { main as serveDemo } from '../simulator/demo';
import { EXIT, type Run } from './command';
import { told } from './problem';

export { createScreen } from './screen';

/**
 * `aloud start`: the server of the skill, with what is heard of the business files as they are now; without ALOUD_PLATFORM and
 * without `skills/` the demo. It has started once this ends; what ends the process is a signal.
 */
export const run: Run = ({ env, root, screen }) =>
  told(screen, async () => {
    if (!env.ALOUD_PLATFORM && readSkillFolders(root).length === 0) {
      await serveDemo();
      return EXIT.good;
    }
    const heard = heardOf(root, env, screen.note);
    if (!heard) return EXIT.bad;
    await serve(root, heard.businessOf);
    return EXIT.good;
  });
