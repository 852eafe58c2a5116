import { createAnswerEngine } from '../conversation/answers/engine';
import type { FoundNumber, NumberReader } from '../conversation/answers/numbers';
import { once } from '../conversation/answers/once';
import { keepingDecisions, ofShortWords } from '../conversation/answers/said-before';
import type { Command } from '../conversation/ports/voice';
import { createCommandReader } from './commands/reader';
import { memoize } from './memoize';
import { createFrames, type Frames } from './numbers/frames';
import { createNumberReader } from './numbers/reader';
import type { Phrases } from './phrases';

/** What whole utterances of a language mean. */
interface Lexicon {
  readonly command: (said: string) => Command | undefined;
  readonly numbers: NumberReader;
  /** What may stand around a number. */
  readonly frames: () => Frames;
}

/** No number takes longer to say. */
const LONGEST_NUMBER = 200;

/** Made when a language is first heard. */
const lexicon = memoize(createLexicon);

/** The command that the whole utterance is, if it is one. */
export function command(said: string, words: Phrases): Command | undefined {
  return lexicon(words).command(said);
}

/** What words of a language mean for what was offered or asked; made when something is first offered in it. */
export const answersOf = memoize((words: Phrases) =>
  keepingDecisions(createAnswerEngine(words.answers, lexicon(words).numbers)),
);

/** The number that the whole utterance is. */
export function number(said: string, words: Phrases): number | undefined {
  if (said.length > LONGEST_NUMBER) return undefined;
  const { numbers, frames } = lexicon(words);
  const tokens = numbers.tokens(writtenOut(said, words.numberWords.abbreviations));
  const found = numbers.find(tokens).find((one) => isExact(one) && frames()(tokens, one));
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

function createLexicon({ understood, numbers, numberWords }: Phrases): Lexicon {
  const command = ofShortWords(
    createCommandReader(understood.commands, understood['command-words']),
    () => '',
    () => false,
  );
  return {
    command: (said) => command(said, undefined),
    numbers: createNumberReader(numbers, numberWords),
    frames: once(() => createFrames(numberWords.frames, understood.courtesies)),
  };
}
