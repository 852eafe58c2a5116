import type { Decision, Offered } from './decision';
import type { Heard } from './heard';
import type { Lexicon } from './lexicon';
import type { Prepared } from './offer';

export function bySound(
  _heard: Heard,
  _offered: Offered,
  _prepared: Prepared,
  _lexicon: Lexicon,
  _decide: (heard: Heard, offered: Offered, prepared: Prepared) => Decision | undefined,
): Decision | undefined {
  return undefined;
}
