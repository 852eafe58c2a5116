import { createAnswerEngine } from '../conversation/answers/engine';
import type { FoundNumber } from '../conversation/answers/numbers';
import { keepingDecisions, ofShortWords } from '../conversation/answers/said-before';
import type { Command } from '../conversation/ports/voice';
import { createCommandReader } from './commands/reader';
import { memoizeBy } from './memoize';
import { createFrames } from './numbers/frames';
import { createNumberReader } from './numbers/reader';
import type { Phrases } from './phrases';

/** No number takes longer to say. */
const LONGEST_NUMBER = 200;

/*
 * Each is made when it is first needed, and once for all locales that have the same words for it: a business with seventeen
 * locales speaks ten languages.
 */
const ofUnderstood = ({ understood }: Phrases) => understood;
const commandsOf = memoizeBy(ofUnderstood, ({ understood }) =>
  ofShortWords<void, Command | undefined>(
    createCommandReader(understood.commands, understood['command-words']),
    () => '',
    () => false,
  ),
);
const numbersOf = memoizeBy(
  ({ numberWords }: Phrases) => numberWords,
  ({ numbers, numberWords }) => createNumberReader(numbers, numberWords),
);
/** What may stand around a number. */
const framesOf = memoizeBy(ofUnderstood, ({ numberWords, understood }) =>
  createFrames(numberWords.frames, understood.courtesies),
);

/** The command that the whole utterance is, if it is one. */
export function command(said: string, words: Phrases): Command | undefined {
  return commandsOf(words)(said);
}

/** What words of a language mean for what was offered or asked; made when something is first offered in it. */
export const answersOf = memoizeBy(
  ({ answers }: Phrases) => answers,
  (words) => keepingDecisions(createAnswerEngine(words.answers, numbersOf(words))),
);

/** The number that the whole utterance is. */
export function number(said: string, words: Phrases): number | undefined {
  if (said.length > LONGEST_NUMBER) return undefined;
  const numbers = numbersOf(words);
  const tokens = numbers.tokens(writtenOut(said, words.numberWords.abbreviations));
  const found = numbers.find(tokens).find((one) => isExact(one) && framesOf(words)(tokens, one));
  return found?.value;
}

/** "10k" as "10 thousand", "- 5" as "-5". Among offers such letters are names: "4K". */
function writtenOut(said: string, abbreviations: Readonly<Record<string, string>>): string {
  return said
    .replace(/^\s*([-−])\s+(?=\d)/u, '$1')
    .replace(/(\d)\s*(\p{L}+)(?![\p{L}\p{N}])/gu, (all, digit: string, letters: string) => {
      const name = letters.toLowerCase();
      return Object.hasOwn(abbreviations, name) ? `${digit} ${abbreviations[name]}` : all;
    });
}

function isExact({ kind, value }: FoundNumber): boolean {
  return kind === 'cardinal' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
