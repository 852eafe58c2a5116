import { beforeAside } from './before-aside';
import { codeIn } from './code';
import { createComments, withoutComment } from './comment';
import { byConclusion } from './concluding';
import { countedOption } from './counted-option';
import { beforeCourtesy } from './courtesy';
import { isCutNumber } from './cut-number';
import { byDate } from './dated';
import type { AnswerEngine, Decision, Offered } from './decision';
import { isDeclined } from './declined';
import { isEndedBack } from './ended-back';
import { findEvidence } from './evidence';
import { isGivenUp } from './given-up';
import { type Heard, hear, holdsAny } from './heard';
import { bySound } from './hearing';
import { keptAlike } from './kept';
import type { AnswerLanguage } from './language';
import { CLASS, createLexicon, FILLER } from './lexicon';
import type { NumberReader } from './numbers';
import { type Prepared, prepareOffer } from './offer';
import { createOfferWords } from './offer-words';
import { once } from './once';
import { isOnlyNamed } from './only-named';
import { isOpenEnded } from './open-ended';
import { byOutrightName, isOnlyMentioned, namesIn } from './outright';
import { ofPlural } from './plural';
import { withoutPondering } from './pondering';
import { byRange } from './ranges';
import { createRatingWords, ratingIn } from './rating';
import { byReport } from './reported';
import { asNumber } from './said-number';
import { createPolarities } from './senses';
import { withoutStutter } from './stutter';
import { byTime } from './times';
import { asWished } from './under-way';
import { createWeigher, weighed } from './weighing';
import { byWindow } from './windows';
import { createYesNo } from './yes-no';

const WORDS: Decision = { kind: 'words' };

/** As many offers are kept ready; a few kilobytes each. */
const MOST_PREPARED = 200;

/** Longer ones are stories, never an answer to a list. */
const LONGEST = 400;

/** An option that was taken is words after all. */
const DOUBTS = [isOnlyNamed, isGivenUp, isDeclined, isCutNumber];

/** Decides what answers to offered options mean in one language. */
export function createAnswerEngine(language: AnswerLanguage, numbers: NumberReader): AnswerEngine {
  const lexicon = createLexicon(language, numbers);
  const polarities = createPolarities(lexicon);
  const comments = createComments(lexicon);
  const byOfferWords = createOfferWords(lexicon, polarities);
  const yesNo = createYesNo(lexicon, polarities, comments);
  const weigher = createWeigher(language.weights, lexicon);
  const ratingWords = once(() => createRatingWords(lexicon));
  /** A bot offers the same to many users: what is made of its labels is kept for those that were offered last. */
  const preparedOf = keptAlike(
    (offered: Offered) => prepareOffer(offered, lexicon),
    MOST_PREPARED,
    ({ labels, question }) => question ?? labels[0] ?? '',
    isSameOffer,
  );

  return {
    decide: (offered, said) => asWritten(decide(offered, said), language),
    code(said, question) {
      return said.length > LONGEST ? undefined : codeIn(said, () => stemsOf(question), lexicon);
    },
    rating(said, within) {
      return said.length > LONGEST ? undefined : ratingIn(hear(said, lexicon), within, ratingWords(), lexicon);
    },
    yesNo(said, kind, question) {
      return said.length > LONGEST ? undefined : yesNo(said, kind, stemsOf(question));
    },
  };

  function decide(offered: Offered, said: string): Decision {
    if (said.length > LONGEST) return WORDS;
    const offer = preparedOf(offered);
    const whole = hear(said, lexicon);
    if (whole.texts.length === 0) return WORDS;
    const fluent = withoutPondering(whole, offer, lexicon) ?? whole;
    const heard = asNumber(fluent, offer, lexicon) ?? asWished(fluent, offer, lexicon) ?? fluent;
    const told = byRules(heard, offered, offer);
    // What of the labels was said, whole, for all that look at it again.
    const named = once(() => findEvidence(heard, offer, lexicon));
    const likely = weighed(told, heard, offer, weigher, lexicon, named);
    const decision = likely.kind === 'words' ? (byReport(heard, offer, lexicon, named) ?? likely) : likely;
    const isUnmeant =
      isOpenEnded(decision, heard, named, language) ||
      isEndedBack(decision, heard, language) ||
      isOthers(decision, language);
    if (isUnmeant) return WORDS;
    if (DOUBTS.some((isDoubtful) => isDoubtful(heard, decision, named, offer, lexicon))) return WORDS;
    const several = ofPlural(decision, heard, offer, lexicon, named);
    if (several !== decision) return several;
    return decision === told ? told : withoutComment(decision, heard, offered.question, comments, lexicon);
  }

  /** What the rules decide. */
  function byRules(heard: Heard, offered: Offered, offer: Prepared): Decision {
    const told = byAmount(heard, offer);
    // A number of something else sounds like no option either.
    if (told?.kind === 'words')
      return (
        turned(heard, offered, offer) ?? courteously(heard, offered, offer) ?? concluded(heard, offered, offer) ?? WORDS
      );
    const plain = told ?? byOfferWords(heard, offered, offer) ?? WORDS;
    const fluent = plain.kind === 'words' ? withoutStutter(heard, lexicon) : undefined;
    const certain = fluent ? (byWords(fluent, offered, offer) ?? WORDS) : plain;
    const isOpen = certain.kind === 'words' || (certain.kind === 'which' && certain.rule === 'part');
    const heardOtherwise =
      isOpen && bySound(heard, offer, lexicon, (other) => exactly(other, offer) ?? soundAlike(other, offered, offer));
    const decision = heardOtherwise || certain;
    if (decision.kind === 'words')
      return (
        courteously(heard, offered, offer) ??
        aside(heard, offered, offer) ??
        concluded(heard, offered, offer) ??
        outright(heard, offered, offer) ??
        counted(heard, offered, offer) ??
        WORDS
      );
    const meant = withoutComment(decision, heard, offered.question, comments, lexicon);
    const isUnclear = isOnlyMentioned(heard, meant, offer, lexicon) || namesMore(meant, offer);
    return isUnclear ? WORDS : meant;
  }

  /** What is said behind the option goes through others: "wednesday thursday I work sunday is church so saturday". */
  function namesMore(decision: Decision, offer: Prepared): boolean {
    if (decision.kind !== 'choose' || decision.rest === undefined) return false;
    const others = namesIn(hear(decision.rest, lexicon), offer, lexicon).filter(
      ({ index }) => index !== decision.index,
    );
    return new Set(others.map(({ index }) => index)).size > 1;
  }

  /** "twelve months no scrap that drop in classes": an amount is taken back for an option that is named. */
  function turned(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const decision = holdsAny(heard, CLASS.corrections) ? byOfferWords(heard, offered, offer) : undefined;
    return decision?.kind === 'choose' && decision.rule === 'correction' && decision.rest === undefined
      ? decision
      : undefined;
  }

  function courteously(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const decision = beforeCourtesy(heard, lexicon, (head) => byWords(head, offered, offer));
    return decision && withoutComment(decision, heard, offered.question, comments, lexicon);
  }

  function concluded(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    return byConclusion(heard, comments, lexicon, (part) => byWords(part, offered, offer));
  }

  /** How many of an option are wanted is told to the bot behind it. */
  function counted(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const found = countedOption(heard, offer, lexicon);
    if (!found) return undefined;
    const decision = byRules(found.heard, offered, offer);
    if (decision.kind !== 'choose') return undefined;
    return { ...decision, rest: decision.rest === undefined ? found.count : `${found.count} ${decision.rest}` };
  }

  function aside(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const decision = beforeAside(heard, lexicon, (head) => byWords(head, offered, offer));
    return decision && withoutComment(decision, heard, offered.question, comments, lexicon);
  }

  function outright(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const fluent = withoutStutter(heard, lexicon) ?? heard;
    const decision = byOutrightName(fluent, offer, lexicon);
    return decision && withoutComment(decision, fluent, offered.question, comments, lexicon);
  }

  /** By words alone, as they stand. */
  function byWords(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    return byAmount(heard, offer) ?? byOfferWords(heard, offered, offer);
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

  /** What other words of the same sound mean. "I want to complain" is no number two, as the rest of it means something. */
  function soundAlike(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const decision = byOfferWords(heard, offered, offer);
    const isCount = decision?.kind === 'choose' && (decision.rule === 'number' || decision.rule === 'position');
    return isCount && hasMore(heard, offer) ? undefined : decision;
  }
}

/** Several are left where others were excluded. */
function isOthers(decision: Decision, { asksOthers }: AnswerLanguage): boolean {
  return asksOthers !== true && decision.kind === 'which' && decision.rule === 'negation';
}

/** What more was said, as it is written where words are not apart. */
function asWritten(decision: Decision, { segments }: AnswerLanguage): Decision {
  if (decision.kind !== 'choose' || decision.rest === undefined) return decision;
  return segments ? { ...decision, rest: decision.rest.replaceAll(' ', '') } : decision;
}

/** Whether two offers are the same but for what of them was read out last. */
function isSameOffer(one: Offered, other: Offered): boolean {
  return (
    one.question === other.question &&
    areSame(one.labels, other.labels, Object.is) &&
    areSame(one.synonyms ?? [], other.synonyms ?? [], (ones, others) => areSame(ones, others, Object.is))
  );
}

function areSame<Value>(
  ones: readonly Value[],
  others: readonly Value[],
  isSame: (one: Value, other: Value) => boolean,
): boolean {
  return ones.length === others.length && ones.every((one, at) => isSame(one, others[at] as Value));
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
