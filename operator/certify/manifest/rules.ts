import type { Rule } from '../rule';
import { DISTRIBUTION_RULES } from './distribution';
import { ENDPOINT_RULES } from './endpoints';
import { schemaRules } from './schema';
import { TEXT_RULES } from './texts';
import { MANIFEST_FILE } from './view';

export const MANIFEST_RULES: readonly Rule[] = [
  ...schemaRules('MANIFEST', 'v1.skill.Manifest.SkillManifestEnvelope', ({ manifest }) =>
    manifest ? [{ file: MANIFEST_FILE, content: manifest.content }] : [],
  ),
  ...TEXT_RULES,
  ...ENDPOINT_RULES,
  ...DISTRIBUTION_RULES,
];
