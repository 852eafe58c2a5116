import { createAnswerEngine } from '../conversation/answers/engine';
import type { FoundNumber, NumberReader } from '../conversation/answers/numbers';
import { normalize } from '../conversation/normalize';
import type { Command } from '../conversation/ports/voice';
import { memoize } from './memoize';
import { createFrames, type Frames } from './numbers/frames';
import { createNumberReader } from './numbers/reader';
import type { Phrases } from './phrases';

/** What whole utterances of a language mean. */
interface Lexicon {
  readonly courtesies: readonly string[];
  /** By their normalised words. */
  readonly commands: ReadonlyMap<string, Command>;
  readonly last: ReadonlySet<string>;
  /** Labels that are nothing but a word for leaving something, normalised. */
  readonly cancels: ReadonlySet<string>;
  readonly numbers: NumberReader;
  /** What may stand around a number, around the number of a position, and around an ordinal. */
  readonly frames: Readonly<Record<'number' | 'position' | 'ordinal', Frames>>;
}

/** No number takes longer to say. */
const LONGEST_NUMBER = 200;

/** Made when a language is first heard. */
const lexicon = memoize(createLexicon);

/** The command that the whole utterance is, if it is one. */
export function command(said: string, words: Phrases): Command | undefined {
  const { commands, courtesies } = lexicon(words);
  const known = withoutCourtesies(normalize(said), courtesies).find((text) => commands.has(text));
  return known === undefined ? undefined : commands.get(known);
}

/** Whether a label is nothing but a word for leaving something. */
export function isCancel(label: string, words: Phrases): boolean {
  return lexicon(words).cancels.has(normalize(label));
}

/** What words of a language mean for what was offered or asked; made when something is first offered in it. */
export const answersOf = memoize((words: Phrases) => createAnswerEngine(words.answers, lexicon(words).numbers));

/** The number that the whole utterance is. */
export function number(said: string, words: Phrases): number | undefined {
  if (said.length > LONGEST_NUMBER) return undefined;
  const { numbers, frames } = lexicon(words);
  const tokens = numbers.tokens(said);
  const found = numbers.find(tokens).find((one) => isExact(one) && frames.number(tokens, one));
  return found?.value;
}

function isExact({ kind, value }: FoundNumber): boolean {
  return kind === 'cardinal' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** What was said, and what is left of it without a courtesy. */
function withoutCourtesies(words: string, courtesies: readonly string[]): string[] {
  const bare = courtesies.flatMap((courtesy) => {
    if (words.startsWith(`${courtesy} `)) return [words.slice(courtesy.length + 1)];
    return words.endsWith(` ${courtesy}`) ? [words.slice(0, -courtesy.length - 1)] : [];
  });
  return [words, ...bare];
}

function createLexicon({ understood, numbers }: Phrases): Lexicon {
  const commands = new Map<string, Command>();
  for (const [name, utterances] of Object.entries(understood.commands)) {
    for (const utterance of utterances) commands.set(normalize(utterance), name as Command);
  }
  const { courtesies, positions } = understood;
  const framed = (frame: string) => positions.last.map((word) => normalize(frame.replace('{{number}}', word)));
  return {
    courtesies: courtesies.map(normalize),
    commands,
    cancels: new Set(understood.cancels.map(normalize)),
    last: new Set(positions['ordinal-frames'].flatMap(framed)),
    numbers: createNumberReader(numbers, understood.numbers),
    frames: {
      number: createFrames(understood.numbers.frames, courtesies),
      position: createFrames(positions['number-frames'], courtesies),
      ordinal: createFrames(positions['ordinal-frames'], courtesies),
    },
  };
}
