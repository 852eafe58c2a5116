import { extname, resolve } from 'node:path';
import { DESCRIPTIONS } from '../lambda/app/own';
import { readDescription } from '../lambda/app/own/describe';
import type { Environment } from '../lambda/config/environment';
import { environmentOf } from '../lambda/config/skill-environment';
import { readSkillFolders } from '../lambda/config/skill-folders';
import { isPath } from '../lambda/platforms/own/name';
import { projectRoot } from '../simulator/root';

/**
 * The source of the file beside the Lambda artifact that holds the bots of one's own which the settings choose.
 *
 * @param root the project's folder, from which the paths of ALOUD_PLATFORM are
 * @returns `undefined` where none is chosen
 * @throws AloudError ALOUD_BOT_UNREADABLE
 */
export function ownBotsSource(root: string = projectRoot(), env: Environment = process.env): string | undefined {
  const skills = readSkillFolders(root);
  const all = skills.length === 0 ? [env] : skills.map((skill) => environmentOf(skill, env));
  const files = [...new Set(all.map(({ ALOUD_PLATFORM: file = '' }) => file.trim()).filter(isPath))];
  if (files.length === 0) return undefined;
  const isDescription = (file: string) => DESCRIPTIONS.includes(extname(file));
  const descriptions = files
    .filter(isDescription)
    .map((file) => [file, readDescription(resolve(root, file), file)] as const);
  const modules = files
    .filter((file) => !isDescription(file))
    .map((file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(resolve(root, file))})`);
  return `import { builtBots } from './lambda/app/own/built';
export const loadBot = builtBots({
  modules: { ${modules.join(', ')} },
  descriptions: ${JSON.stringify(Object.fromEntries(descriptions))},
});`;
}
