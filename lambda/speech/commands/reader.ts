import type { Command } from '../../conversation/ports/voice';
import type { CommandWords } from '../../languages/commands';
import { memoize } from '../memoize';
import { createGrammar, type Heard, MOST_WORDS, type Phrase, type Positions } from './grammar';
import { createSplitter, spacedOut } from './words';

interface Wording {
  readonly command: Command;
  /** Whether a word can belong to the command or to what is said around it. */
  readonly holds: (word: number) => boolean;
  readonly phrase: Phrase;
  readonly alone: Phrase;
  readonly aside: Phrase;
}

/**
 * Makes the function that reads a whole utterance as a command. Every word must belong to the command, to an aside of it
 * or to a filler: whatever else is said carries meaning, and the utterance is for the bot. So is what could be two commands.
 */
export function createCommandReader(
  commands: Readonly<Record<Command, readonly string[]>>,
  { parts, hesitations, fillers, alone, asides, ...spelling }: CommandWords,
): (said: string) => Command | undefined {
  const split = createSplitter(spelling);
  const grammar = createGrammar(
    Object.fromEntries(Object.entries(parts).map(([name, templates]) => [name, templates.map(spacedOut)])),
  );
  const phraseOf = (templates: readonly string[] = []) => grammar.phrase(templates.map(spacedOut));
  const filler = phraseOf(fillers);
  const wordings = (Object.keys(commands) as Command[]).map((command): Wording => {
    const phrases = {
      phrase: phraseOf(commands[command]),
      alone: phraseOf(alone[command]),
      aside: phraseOf(asides[command]),
    };
    const all = [filler, ...Object.values(phrases)];
    return { command, ...phrases, holds: (word) => all.some(({ holds }) => holds(word)) };
  });
  // A set of wordings is one number. Most of what is for the bot has a word that is of none.
  const holdersOf = memoize((word: number) =>
    wordings.reduce((holders, { holds }, index) => (holds(word) ? holders | (1 << index) : holders), 0),
  );

  const meaningless = new Set(hesitations);

  const read = (words: readonly string[]): Command | undefined => {
    const heard = grammar.hear(words);
    const possible = heard.reduce((held, word) => held & holdersOf(word), ALL);
    if (possible === 0) return undefined;
    const end = 1 << words.length;
    const fillersAt = memoize((at: number) => filler.ends(1 << at, heard));
    const weak: Command[] = [];
    const strong: Command[] = [];
    for (const [index, wording] of wordings.entries()) {
      if ((possible & (1 << index)) === 0) continue;
      const ends = endsOf(wording, fillersAt, heard);
      if ((ends.strong & end) !== 0) strong.push(wording.command);
      else if ((ends.alone & end) !== 0) weak.push(wording.command);
    }
    const found = strong.length > 0 ? strong : weak;
    return found.length === 1 ? found[0] : undefined;
  };

  return (said) => {
    if (said.length > LONGEST) return undefined;
    const words = split(said);
    const sure = words.filter((word) => !meaningless.has(word));
    const fluent = withoutStutter(sure);
    // As it was said first: "uh huh" and "bye bye" mean more than what is left of them.
    const readings = [words, sure, fluent].filter((one, index, all) => one.length !== all[index - 1]?.length);
    for (const reading of readings) {
      const found = reading.length > MOST_WORDS ? undefined : read(reading);
      if (found) return found;
    }
    return undefined;
  };
}

/** Every wording. */
const ALL = -1;

/** No command is longer, in characters. */
const LONGEST = 300;

/** How far an utterance can be read, by what was read of the command so far. */
interface Ends {
  /** Nothing but fillers. */
  readonly none: Positions;
  /** Asides, and no command. */
  readonly aside: Positions;
  /** A command that must stand alone. */
  readonly alone: Positions;
  /** A command. */
  readonly strong: Positions;
}

/** @param filler where the fillers that begin at a position can end */
function endsOf(wording: Wording, filler: (at: number) => Positions, heard: Heard): Ends {
  const { phrase, alone, aside } = wording;
  const ends = { none: 1, aside: 0, alone: 0, strong: 0 };
  // From left to right: a phrase leads to positions behind its own alone.
  for (let at = 0; at < heard.length; at++) {
    const here = 1 << at;
    const [isNone, isAside, isAlone, isStrong] = [ends.none, ends.aside, ends.alone, ends.strong].map(
      (positions) => (positions & here) !== 0,
    );
    if (!isNone && !isAside && !isAlone && !isStrong) continue;
    const fillers = filler(at);
    const asides = isNone || isAside || isStrong ? aside.ends(here, heard) : 0;
    const alones = isNone || isAlone || isStrong ? alone.ends(here, heard) : 0;
    if (isNone) {
      ends.none |= fillers;
      ends.aside |= asides;
      ends.alone |= alones;
    }
    if (isAside) ends.aside |= fillers | asides;
    if (isAlone) ends.alone |= fillers | alones;
    if (isStrong) ends.strong |= fillers | asides | alones;
    ends.strong |= phrase.ends(here, heard);
  }
  return ends;
}

/** How many words in a row people say twice when they stumble. */
const LONGEST_STUTTER = 3;

/** Without words that were said twice in a row: "can can you", "hold on hold on". */
function withoutStutter(words: readonly string[]): readonly string[] {
  if (new Set(words).size === words.length) return words;
  const fluent: string[] = [];
  for (let at = 0; at < words.length; ) {
    const length = stutterAt(words, at, fluent);
    if (length === 0) fluent.push(words[at++] ?? '');
    else at += length;
  }
  return fluent;
}

/** How many words at a place only say once more what stands before them. */
function stutterAt(words: readonly string[], at: number, before: readonly string[]): number {
  for (let length = 1; length <= LONGEST_STUTTER; length++) {
    const again = words.slice(at, at + length);
    const last = before.slice(-length);
    if (again.length === length && last.length === length && again.every((word, i) => word === last[i])) return length;
  }
  return 0;
}
