import { normalize } from '../conversation/normalize';
import type { OptionToLeave } from '../conversation/ports/voice';
import type { Phrases } from './phrases';
import { perWords, wordPattern } from './word-patterns';

const leavingOf = perWords(({ understood: { leaving }, script }) => ({
  words: new Set(leaving.words.map(normalize)),
  uses: wordPattern(leaving.uses, 'iu', script),
  cancelling: wordPattern(leaving.cancelling, 'iu', script),
  keeping: wordPattern(leaving.keeping, 'iu', script),
}));

/**
 * Whether an option only leaves what the bot is at: "Cancel", "Never mind", "Go back". Where something may be cancelled, the
 * same word says yes to that.
 */
export function leaves({ label, use, others, said }: OptionToLeave, phrases: Phrases): boolean {
  const { words, uses, cancelling, keeping } = leavingOf(phrases);
  if (!words.has(normalize(label)) || (use !== undefined && !uses.test(use))) return false;
  return !cancelling.test(label) || !(cancelling.test(said) || others.some((other) => keeping.test(other)));
}
