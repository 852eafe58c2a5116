import { phraseAt } from './automaton';
import { codeIn } from './code';
import { byCommand, createCommands } from './commands';
import { createComments, isReason, withoutComment } from './comment';
import { beforeCourtesy } from './courtesy';
import { byDate } from './dated';
import type { AnswerEngine, Decision, Offered } from './decision';
import { type Heard, hear, heardTokens, is } from './heard';
import { bySound } from './hearing';
import type { AnswerLanguage } from './language';
import { CLASS, createLexicon, FILLER, type Lexicon } from './lexicon';
import { byName } from './naming';
import type { NumberReader } from './numbers';
import { type Prepared, prepareOffer } from './offer';
import { once } from './once';
import { createPhrases } from './phrases';
import {
  createPolarities,
  echoed,
  isEcho,
  isExcused,
  isNoMore,
  isNumberChanged,
  isNumberInstead,
  type Polarities,
  readPolarity,
  restOf,
} from './polarity';
import { byPosition, createListed, createPositions } from './positions';
import { byRange } from './ranges';
import { createRatingWords, ratingIn } from './rating';
import { withoutStutter } from './stutter';
import { byTime } from './times';
import { byWindow } from './windows';

const WORDS: Decision = { kind: 'words' };

/** As many offers are kept ready; a few kilobytes each. */
const MOST_PREPARED = 200;

/** Longer ones are stories, never an answer to a list. */
const LONGEST = 400;

/** Decides what answers to offered options mean in one language. */
export function createAnswerEngine(language: AnswerLanguage, numbers: NumberReader): AnswerEngine {
  const lexicon = createLexicon(language, numbers);
  const positions = createPositions(lexicon);
  const listed = createListed(lexicon);
  const commands = createCommands(lexicon);
  const polarities = createPolarities(lexicon);
  const comments = createComments(lexicon);
  const ratingWords = once(() => createRatingWords(lexicon));
  const agreements = createPhrases(
    [['yes', language.polarity.labels.agreement]],
    (text) => lexicon.tokenize(text).texts,
  );
  const prepared = new Map<string, Prepared>();

  /** A bot offers the same to many users: what is made of its labels is kept for those that were offered last. */
  function preparedOf(offered: Offered): Prepared {
    const name = JSON.stringify([offered.labels, offered.synonyms, offered.question]);
    const known = prepared.get(name);
    if (known) return known;
    const made = prepareOffer(offered, lexicon);
    if (prepared.size >= MOST_PREPARED) prepared.clear();
    prepared.set(name, made);
    return made;
  }

  return {
    decide(offered, said) {
      const offer = preparedOf(offered);
      const heard = hear(said, lexicon);
      if (heard.texts.length === 0 || said.length > LONGEST) return WORDS;
      const told = byAmount(heard, offer);
      // A number of something else sounds like no option either.
      if (told?.kind === 'words') return courteously(heard, offered, offer) ?? WORDS;
      const plain = told ?? byOfferWords(heard, offered, offer) ?? WORDS;
      const fluent = plain.kind === 'words' ? withoutStutter(heard, lexicon) : undefined;
      const certain = fluent ? (byAmount(fluent, offer) ?? byOfferWords(fluent, offered, offer) ?? WORDS) : plain;
      const isOpen = certain.kind === 'words' || (certain.kind === 'which' && certain.rule === 'part');
      const heardOtherwise =
        isOpen && bySound(heard, offer, lexicon, (other) => exactly(other, offer) ?? soundAlike(other, offered, offer));
      const decision = heardOtherwise || certain;
      if (decision.kind === 'words') return courteously(heard, offered, offer) ?? WORDS;
      return withoutComment(decision, heard, offered.question, comments, lexicon);
    },
    code(said, question) {
      return said.length > LONGEST ? undefined : codeIn(said, () => stemsOf(question), lexicon);
    },
    rating(said, within) {
      return said.length > LONGEST ? undefined : ratingIn(hear(said, lexicon), within, ratingWords(), lexicon);
    },
    yesNo(said, kind, question) {
      const heard = hear(said, lexicon);
      if (heard.texts.length === 0 || said.length > LONGEST) return undefined;
      const known = stemsOf(question);
      const polar = readPolarity(heard, polarities(kind), known);
      if (polar?.value !== 'no' && isNumberChanged(heard, polar, known)) return undefined;
      // What is deleted is gone: to name it agrees to nothing, and nothing else may be meant.
      const isFinal = kind === 'delete';
      if (!polar) return isFinal ? undefined : echoed(heard, known);
      if (isNumberInstead(heard, polar)) return undefined;
      const isEchoed = !(isFinal && polar.value === 'yes') && isEcho(heard, polar, known, language.polarity.objects);
      const isWhole =
        polar.isConcluded || (polar.rest >= heard.texts.length && isNoMore(heard, polarities(kind), known));
      // "Yes, I can't find my key" to "Anything else?" is what the bot must hear.
      const isBecause =
        isReason(heard, comments, polar.end) ||
        (!isFinal && kind !== 'anything-else' && isExcused(heard, polar, known));
      return isWhole || isEchoed || isBecause ? polar.value : undefined;
    },
  };

  function courteously(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const decision = beforeCourtesy(
      heard,
      lexicon,
      (head) => byAmount(head, offer) ?? byOfferWords(head, offered, offer),
    );
    return decision && withoutComment(decision, heard, offered.question, comments, lexicon);
  }

  /** The whole label, or a time, a date or an amount; words where those are of something else. */
  function byAmount(heard: Heard, offer: Prepared): Decision | undefined {
    return (
      exactly(heard, offer) ??
      byTime(heard, offer, lexicon) ??
      byDate(heard, offer, lexicon) ??
      byWindow(heard, offer, lexicon) ??
      byRange(heard, offer, lexicon)
    );
  }

  function stemsOf(question: string | undefined): ReadonlySet<string> {
    return new Set(question === undefined ? [] : lexicon.tokenize(question).texts.map(lexicon.stem));
  }

  function byOfferWords(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const isCounted = heard.numerals.some(({ ordinal }) => ordinal);
    const ofList = isCounted ? byPosition(heard, offered, offer, listed, lexicon) : undefined;
    if (ofList?.kind === 'choose') return ofList;
    const name = byName(heard, offer, lexicon);
    const polar = polarAnswer(heard, offer, polarities, () => agreeing(offered));
    const place = name && isPartial(name) ? byPosition(heard, offered, offer, positions, lexicon) : undefined;
    if (place?.kind === 'choose' && isNounOfAll(heard, offer)) return place;
    if (name && place?.kind === 'choose' && !indexesOf(name).includes(place.index)) {
      if (name.kind === 'which' || isPlaceAlone(heard, offer, lexicon)) return place;
      return isDate(name, offer, lexicon) ? name : bothOf(name, place);
    }
    if (name?.kind === 'which' && name.rule === 'negation') return name;
    if (polar?.kind === 'which' && isPolarAlone(heard, offer, polarities)) return polar;
    if (name?.kind === 'choose' && !isContrary(heard, name, polar, offer)) return name;
    if (polar?.kind === 'choose' && polar.rest === undefined) return polar;
    if (name?.kind === 'which' && isWholeName(heard, offer)) return name;
    const command = byCommand(heard, offer, commands, lexicon);
    if (command === 'both') return offer.count === 2 ? { kind: 'all' } : WORDS;
    if (command) return { kind: command };
    return (
      byPosition(heard, offered, offer, positions, lexicon) ?? correctedPosition(heard, offered, offer) ?? polar ?? name
    );
  }

  /** What other words of the same sound mean. "I want to complain" is no number two, as the rest of it means something. */
  function soundAlike(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const decision = byOfferWords(heard, offered, offer);
    const isCount = decision?.kind === 'choose' && (decision.rule === 'number' || decision.rule === 'position');
    return isCount && hasMore(heard, offer) ? undefined : decision;
  }

  /** The options that are nothing but agreement: "Confirm". */
  function agreeing({ labels }: Offered): readonly { readonly index: number }[] {
    return labels.flatMap((label, index) => {
      const { texts } = lexicon.tokenize(label);
      return phraseAt(agreements, texts, 0)?.to === texts.length ? [{ index }] : [];
    });
  }

  /** "the second one no the third". */
  function correctedPosition(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const { texts, words, wordOf, numerals } = heard;
    for (let at = texts.length - 2; at > 0; at--) {
      const isMark = is(heard, at, CLASS.corrections) && !is(heard, at + 1, CLASS.corrections);
      if (!isMark || !numerals.some(({ to }) => to <= at)) continue;
      const tail = heardTokens(words, texts.slice(at + 1), wordOf.slice(at + 1), lexicon);
      const decision = byPosition(tail, offered, offer, positions, lexicon);
      if (decision?.kind === 'choose') return { ...decision, rule: 'correction' };
    }
    return undefined;
  }
}

/** Whether there is a word that neither counts nor is said around an option. */
function hasMore({ texts, stems, classes, numerals }: Heard, { generic }: Prepared): boolean {
  return texts.some(
    (_, token) =>
      ((classes[token] ?? 0) & FILLER) === 0 &&
      !generic.has(stems[token] ?? '') &&
      !numerals.some(({ from, to }) => from <= token && token < to),
  );
}

/** The whole answer is a label, whatever is written together. */
function exactly({ texts }: Heard, { whole }: Prepared): Decision | undefined {
  const labels = whole.get(texts.join('').replaceAll("'", ''));
  const [first] = labels ?? [];
  if (!first || labels?.some(({ index }) => index !== first.index)) return undefined;
  const isSynonym = labels?.every((label) => label.isSynonym);
  return isSynonym
    ? { kind: 'choose', index: first.index, rule: 'synonym', confidence: 0.9 }
    : { kind: 'choose', index: first.index, rule: 'exact', confidence: 1 };
}

/** A part of a label, or of several: "the last one" where one is The Last Letter. */
function isPartial({ kind, ...decision }: Decision): boolean {
  return (kind === 'choose' || kind === 'which') && 'rule' in decision && decision.rule === 'part';
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
        (is(heard, token, CLASS.nouns) && !is(heard, token, CLASS.light) && !stems.has(heard.stems[token] ?? ''))),
  );
}

/** "the third amount", "the first doctor": the options are only called by what all of them are. */
function isNounOfAll({ stems, numerals }: Heard, { stems: known, generic }: Prepared): boolean {
  const isCounted = (token: number) => numerals.some(({ from, to, ordinal }) => ordinal && from <= token && token < to);
  const isNamed = stems.some((stem, token) => !isCounted(token) && known.has(stem) && generic.has(stem));
  return isNamed && stems.every((stem, token) => !known.has(stem) || generic.has(stem) || isCounted(token));
}

/** "the fourth" of "Friday 4 December". */
function isDate(name: Decision, { labels }: Prepared, { language, stem }: Lexicon): boolean {
  if (name.kind !== 'choose') return false;
  const months = new Set(language.dated.map(stem));
  return labels.some(({ index, items }) => index === name.index && items.some(({ key }) => months.has(key)));
}

function bothOf(name: Decision, place: Decision): Decision {
  const indexes = [...new Set([...indexesOf(name), ...indexesOf(place)])].sort((one, other) => one - other);
  return { kind: 'which', indexes, rule: 'position' };
}

/** A yes or no onto the one label that begins so, or is nothing but agreement. */
function polarAnswer(
  heard: Heard,
  offer: Prepared,
  polarities: Polarities,
  agreeing: () => readonly { readonly index: number }[],
): Decision | undefined {
  const polar = readPolarity(heard, polarities('confirmation'), offer.generic);
  if (!polar) return undefined;
  const beginning = offer.labels.filter(({ polarity }) => polarity === polar.value);
  const fitting = beginning.length === 0 && polar.value === 'yes' ? agreeing() : beginning;
  const [first] = fitting;
  if (!first) return undefined;
  const indexes = [...new Set(fitting.map(({ index }) => index))];
  if (indexes.length > 1) return { kind: 'which', indexes, rule: 'yes-no' };
  const rest = restOf(heard, polar);
  // "no the heating is too loud" of No heating and Loud heating.
  if (rest !== '' && beginning[0]?.items.some(({ shared }) => shared)) return undefined;
  return {
    kind: 'choose',
    index: first.index,
    rule: 'yes-no',
    confidence: rest === '' ? 0.9 : 0.8,
    ...(rest !== '' && { rest }),
  };
}

function isPolarAlone(heard: Heard, offer: Prepared, polarities: Polarities): boolean {
  const polar = readPolarity(heard, polarities('confirmation'), offer.generic);
  const isNamed = heard.stems.some((stem, token) => offer.stems.has(stem) && (polar?.end ?? 0) <= token);
  return polar !== undefined && restOf(heard, polar) === '' && !isNamed;
}

function holdsAll({ items }: Prepared['labels'][number], heard: Heard): boolean {
  return heard.stems.every(
    (stem, token) => is(heard, token, CLASS.courtesies | CLASS.hesitations) || items.some(({ key }) => key === stem),
  );
}

/** "that's not right" holds the words of "Yes, that's right"; but "no card" is a part of "Yes, no card". */
function isContrary(heard: Heard, name: Decision, polar: Decision | undefined, { labels }: Prepared): boolean {
  if (name.kind !== 'choose' || polar?.kind !== 'choose' || polar.rest !== undefined) return false;
  const isWithin = (index: number) => labels.some((label) => label.index === index && holdsAll(label, heard));
  if (isWithin(name.index) && !isWithin(polar.index)) return false;
  // "no I haven't" holds a word of "Don't know".
  if (name.rule === 'part' && labels.some(({ index, negative }) => index === name.index && negative)) return true;
  const polarityOf = (index: number) => labels.find((label) => label.index === index)?.polarity;
  const named = polarityOf(name.index);
  return named !== undefined && named !== polarityOf(polar.index);
}

/** Nothing was said but words of labels: "remind me" of two labels that begin so. */
function isWholeName({ stems }: Heard, { stems: known }: Prepared): boolean {
  return stems.every((stem) => known.has(stem));
}
