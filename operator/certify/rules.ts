import { BOT_RULES } from './bot/rules';
import { ICON_RULES } from './icons/rules';
import { MANIFEST_RULES } from './manifest/rules';
import { MODEL_RULES } from './model/rules';
import { NAME_RULES } from './names/rules';
import { PACKAGE_RULES } from './package/rules';
import { PHRASE_RULES } from './phrases/rules';
import { PRIVACY_RULES } from './privacy/rules';
import type { Rule } from './rule';
import { SCREEN_RULES } from './screen/rules';
import { SECURITY_RULES } from './security/rules';
import { SESSION_RULES } from './session/rules';
import { TEMPLATE_RULES } from './template/rules';
import { VOICE_RULES } from './voice/rules';

/** Every rule, in the order of the report: docs/certify.md is made of them. */
export const RULES: readonly Rule[] = [
  ...[...PACKAGE_RULES, ...MANIFEST_RULES, ...ICON_RULES, ...MODEL_RULES, ...PHRASE_RULES],
  ...[...NAME_RULES, ...PRIVACY_RULES, ...TEMPLATE_RULES],
  ...[...SESSION_RULES, ...VOICE_RULES, ...SCREEN_RULES, ...BOT_RULES, ...SECURITY_RULES],
];
