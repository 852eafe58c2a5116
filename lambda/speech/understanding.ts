import { normalize } from '../conversation/normalize';
import type { Command } from '../conversation/voice';
import { memo } from './memo';
import { type Phrases, phrases } from './phrases';

/** What whole utterances of a language mean, by their normalised words. */
interface Lexicon {
  readonly courtesies: readonly string[];
  readonly commands: ReadonlyMap<string, Command>;
  readonly positions: ReadonlyMap<string, number>;
}

/** Made when a language is first heard. */
const lexicon = memo(createLexicon);

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

function lookUp<Meaning>(
  meanings: ReadonlyMap<string, Meaning>,
  said: string,
  courtesies: readonly string[],
): Meaning | undefined {
  const words = normalize(said);
  const bare = courtesies.flatMap((courtesy) => {
    if (words.startsWith(`${courtesy} `)) return [words.slice(courtesy.length + 1)];
    return words.endsWith(` ${courtesy}`) ? [words.slice(0, -courtesy.length - 1)] : [];
  });
  for (const utterance of [words, ...bare]) {
    const meaning = meanings.get(utterance);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

function createLexicon({ understood }: Phrases): Lexicon {
  const commands = new Map<string, Command>();
  for (const [name, utterances] of Object.entries(understood.commands)) {
    for (const utterance of utterances) commands.set(normalize(utterance), name as Command);
  }
  const { numbers, ordinals, last } = understood.positions;
  const positions = new Map<string, number>();
  const add = (frames: readonly string[], words: readonly string[], position: number) => {
    for (const word of words) {
      for (const frame of frames) positions.set(normalize(frame.replace('{{word}}', word)), position);
    }
  };
  const numberFrames = understood.positions['number-frames'];
  const ordinalFrames = understood.positions['ordinal-frames'];
  for (const [index, words] of numbers.entries()) add(numberFrames, words, index + 1);
  for (const [index, words] of ordinals.entries()) add(ordinalFrames, words, index + 1);
  add(ordinalFrames, last, -1);
  return { courtesies: understood.courtesies.map(normalize), commands, positions };
}
