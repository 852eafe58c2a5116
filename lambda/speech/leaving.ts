import { normalize } from '../conversation/normalize';
import type { OptionToLeave } from '../conversation/ports/voice';
import type { Understood } from '../languages/resource';
import { memoize } from './memoize';
import type { Phrases } from './phrases';

const leavingOf = memoize(({ leaving }: Understood) => ({
  words: new Set(leaving.words.map(normalize)),
  uses: new RegExp(leaving.uses, 'iu'),
  cancelling: new RegExp(leaving.cancelling, 'iu'),
  keeping: new RegExp(leaving.keeping, 'iu'),
}));

/**
 * Whether an option only leaves what the bot is at: "Cancel", "Never mind", "Go back". Where something may be cancelled, the
 * same word says yes to that.
 */
export function leaves({ label, use, others, said }: OptionToLeave, { understood }: Phrases): boolean {
  const { words, uses, cancelling, keeping } = leavingOf(understood);
  if (!words.has(normalize(label)) || (use !== undefined && !uses.test(use))) return false;
  return !cancelling.test(label) || !(cancelling.test(said) || others.some((other) => keeping.test(other)));
}
