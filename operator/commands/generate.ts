import type { CommandDefinition } from '../command';
import { SKILL_OPTION } from './skill-option';

export const generate: CommandDefinition = {
  name: 'generate',
  summary: 'write the skill package of your business to dist/skill-package',
  about: 'Models, manifest and icons, made from business.yaml.',
  options: [SKILL_OPTION],
  examples: [['generate', 'for those who enter the models in the console by hand']],
};
