import type { Rule } from '../rule';
import { ADDRESS_RULES } from './addresses';
import { DISCLOSURE_RULES } from './disclosure';
import { PERMISSION_RULES } from './permissions';

export const PRIVACY_RULES: readonly Rule[] = [...ADDRESS_RULES, ...DISCLOSURE_RULES, ...PERMISSION_RULES];
