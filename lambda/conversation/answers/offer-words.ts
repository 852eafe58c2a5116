import { byCommand, createCommands } from './commands';
import type { Decision, Offered } from './decision';
import { type Heard, heardTokens, is, range } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import { byName } from './naming';
import { byNeighbour, createNeighbours } from './neighbour';
import type { Prepared } from './offer';
import { isContrary, isOpposed, isPolarAlone, polarAnswer } from './polar-label';
import { byPosition, createListed, createPositions, type PositionPatterns } from './positions';
import type { Polarities } from './senses';
import { wordAt } from './word-at';

const WORDS: Decision = { kind: 'words' };

/** Decides by what was said of options: their words, their places, yes and no, phrases about the offer as a whole. */
export type ByOfferWords = (heard: Heard, offered: Offered, offer: Prepared) => Decision | undefined;

export function createOfferWords(lexicon: Lexicon, polarities: Polarities): ByOfferWords {
  const positions = createPositions(lexicon);
  const listed = createListed(lexicon);
  const commands = createCommands(lexicon);

  const neighbours = createNeighbours(lexicon);

  return (heard, offered, offer) =>
    byNeighbour(heard, offer, neighbours, lexicon, (part) => decide(part, offered, offer)) ??
    decide(heard, offered, offer);

  function decide(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const isCounted = heard.numerals.some(({ ordinal }) => ordinal);
    const ofList = isCounted ? byPosition(heard, offered, offer, listed, lexicon) : undefined;
    if (ofList?.kind === 'choose') return ofList;
    const name = byName(heard, offer, lexicon);
    const polar = polarAnswer(heard, offer, polarities, lexicon);
    const place = name && isPartial(name) ? byPosition(heard, offered, offer, positions, lexicon) : undefined;
    // "the third" of two days in figures
    if (name?.kind === 'which' && offer.days.length > 0 && !isPlaceAlone(heard, offer, lexicon)) return name;
    if (place?.kind === 'choose' && isNounOfAll(heard, offer)) return place;
    if (name && place?.kind === 'choose' && !indexesOf(name).includes(place.index)) {
      if (name.kind === 'which' || isPlaceAlone(heard, offer, lexicon)) return place;
      return isDate(name, offer, lexicon) ? name : bothOf(name, place);
    }
    if (name?.kind === 'which' && name.rule === 'negation') return name;
    if (polar?.kind === 'which' && isPolarAlone(heard, offer, polarities, lexicon)) return polar;
    if (name?.kind === 'choose' && !isContrary(heard, name, polar, offer, lexicon)) return name;
    if (polar?.kind === 'choose' && polar.rest === undefined) return polar;
    if (name?.kind === 'which' && isWholeName(heard, offer)) return name;
    const command = byCommand(heard, offer, commands, lexicon);
    if (command === 'both') return offer.count === 2 ? { kind: 'all' } : WORDS;
    if (command) return { kind: command };
    const other =
      byPosition(heard, offered, offer, positions, lexicon) ??
      correctedPosition(heard, offered, offer, positions, lexicon);
    // "yes two" is no No, be it the second.
    return (isOpposed(other, polar, offer) ? undefined : other) ?? polar ?? name;
  }
}

/** "the second one no the third". */
function correctedPosition(
  heard: Heard,
  offered: Offered,
  offer: Prepared,
  positions: PositionPatterns,
  lexicon: Lexicon,
): Decision | undefined {
  const { texts, words, wordOf, numerals } = heard;
  const marks = range(1, texts.length).filter((at) => is(heard, at, CLASS.corrections));
  for (const at of marks.filter((mark) => numerals.some(({ to }) => to <= mark))) {
    const tail = heardTokens(words, texts.slice(at + 1), wordOf.slice(at + 1), lexicon);
    const decision = byPosition(tail, offered, offer, positions, lexicon);
    if (decision?.kind === 'choose') return { ...decision, rule: 'correction' };
  }
  return undefined;
}

/** A part of a label, or of several: "the last one" where one is The Last Letter. */
function isPartial(decision: Decision): boolean {
  return 'rule' in decision && decision.rule === 'part';
}

function indexesOf(decision: Decision): readonly number[] {
  return 'indexes' in decision ? decision.indexes : 'index' in decision ? [decision.index] : [];
}

/** "The last one" and "the third option" tell where an option stands, "the last" may name it. */
function isPlaceAlone(heard: Heard, { stems }: Prepared, { language }: Lexicon): boolean {
  return heard.texts.some(
    (text, token) =>
      token > 0 &&
      (language.positions.pronouns.includes(text) ||
        (is(heard, token, CLASS.nouns) && !is(heard, token, CLASS.light) && !stems.has(wordAt(heard.stems, token)))),
  );
}

/** "the third amount", "the first doctor": the options are only called by what all of them are. */
function isNounOfAll({ stems }: Heard, { stems: known, generic }: Prepared): boolean {
  const named = stems.filter((stem) => known.has(stem));
  return named.length > 0 && named.every((stem) => generic.has(stem));
}

/** "the fourth" of "Friday 4 December". */
function isDate(name: Decision, { labels }: Prepared, { stems }: Lexicon): boolean {
  if (name.kind !== 'choose') return false;
  return labels.some(({ index, items }) => index === name.index && items.some(({ key }) => stems.dated.has(key)));
}

function bothOf(name: Decision, place: Decision): Decision {
  const indexes = [...new Set([...indexesOf(name), ...indexesOf(place)])].sort((one, other) => one - other);
  return { kind: 'which', indexes, rule: 'position' };
}

/** Nothing was said but words of labels: "remind me please" of two labels that begin so. */
function isWholeName(heard: Heard, { stems: known }: Prepared): boolean {
  return heard.stems.every((stem, token) => known.has(stem) || is(heard, token, CLASS.courtesies));
}
