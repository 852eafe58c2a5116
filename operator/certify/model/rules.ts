import { schemaRules } from '../manifest/schema';
import type { Rule } from '../rule';
import { INTENT_RULES } from './intents';
import { LINT_RULES } from './linted';
import { passThroughRule } from './pass-through';
import { SAMPLE_RULES } from './samples';
import { SLOT_RULES } from './slots';

export const MODEL_RULES: readonly Rule[] = [
  ...schemaRules('MODEL', 'v1.skill.interactionModel.InteractionModelData', ({ models }) =>
    models.map(({ file, locale, content }) => ({ file, locale, content })),
  ),
  ...LINT_RULES,
  ...INTENT_RULES,
  ...SLOT_RULES,
  ...SAMPLE_RULES,
  passThroughRule,
];
