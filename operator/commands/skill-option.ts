import type { OptionDefinition } from '../command';

/** Of every command that is about one skill. */
export const SKILL_OPTION: OptionDefinition = {
  flags: '--skill <name>',
  what: 'which one, where skills/ holds several: docs/several-skills.md',
};
