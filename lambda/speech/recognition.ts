import { normalize } from '../conversation/normalize';
import type { Command } from '../conversation/ports/voice';
import { memoize } from './memoize';
import { createNumberReader, type NumberReader } from './numbers';
import { type Phrases, phrases } from './phrases';

/** What whole utterances of a language mean, by their normalised words. */
interface Lexicon {
  readonly courtesies: readonly string[];
  readonly commands: ReadonlyMap<string, Command>;
  readonly positions: ReadonlyMap<string, number>;
  readonly numbers: NumberReader;
}

/** No number takes longer to say. */
const LONGEST_NUMBER = 200;

/** Made when a language is first heard. */
const lexicon = memoize(createLexicon);

/** The command that the whole utterance is, if it is one. */
export function command(said: string, locale: string): Command | undefined {
  const { commands, courtesies } = lexicon(phrases(locale));
  return lookUp(commands, said, courtesies);
}

/** The position that the whole utterance names: from 1, or -1 for the last. */
export function ordinal(said: string, locale: string): number | undefined {
  const { positions, courtesies } = lexicon(phrases(locale));
  return lookUp(positions, said, courtesies);
}

/** The number that the whole utterance is. */
export function number(said: string, locale: string): number | undefined {
  if (said.length > LONGEST_NUMBER) return undefined;
  const { numbers, courtesies } = lexicon(phrases(locale));
  return firstOf(withoutCourtesies(numbers.plain(said), courtesies), numbers.read);
}

function lookUp<Meaning>(
  meanings: ReadonlyMap<string, Meaning>,
  said: string,
  courtesies: readonly string[],
): Meaning | undefined {
  return firstOf(withoutCourtesies(normalize(said), courtesies), (words) => meanings.get(words));
}

/** What was said, and what is left of it without a courtesy. */
function withoutCourtesies(words: string, courtesies: readonly string[]): string[] {
  const bare = courtesies.flatMap((courtesy) => {
    if (words.startsWith(`${courtesy} `)) return [words.slice(courtesy.length + 1)];
    return words.endsWith(` ${courtesy}`) ? [words.slice(0, -courtesy.length - 1)] : [];
  });
  return [words, ...bare];
}

function firstOf<Meaning>(
  utterances: readonly string[],
  meaningOf: (utterance: string) => Meaning | undefined,
): Meaning | undefined {
  for (const utterance of utterances) {
    const meaning = meaningOf(utterance);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

function createLexicon({ understood }: Phrases): Lexicon {
  const commands = new Map<string, Command>();
  for (const [name, utterances] of Object.entries(understood.commands)) {
    for (const utterance of utterances) commands.set(normalize(utterance), name as Command);
  }
  const { ordinals, last } = understood.positions;
  const positions = new Map<string, number>();
  const add = (frames: readonly string[], words: readonly string[], position: number) => {
    for (const word of words) {
      for (const frame of frames) positions.set(normalize(frame.replace('{{word}}', word)), position);
    }
  };
  const numberFrames = understood.positions['number-frames'];
  const ordinalFrames = understood.positions['ordinal-frames'];
  for (const [word, value] of Object.entries(understood.numbers.words)) {
    if (value >= 1 && value <= ordinals.length) add(numberFrames, [word], value);
  }
  for (const [index, words] of ordinals.entries()) {
    add(numberFrames, [String(index + 1)], index + 1);
    add(ordinalFrames, words, index + 1);
  }
  add(ordinalFrames, last, -1);
  return {
    courtesies: understood.courtesies.map(normalize),
    commands,
    positions,
    numbers: createNumberReader(understood.numbers),
  };
}
