import { createByRules } from './by-rules';
import { codeIn } from './code';
import { createComments, withoutComment } from './comment';
import type { AnswerEngine, Decision, Offered } from './decision';
import { isInDoubt } from './doubts';
import { findEvidence } from './evidence';
import { hear } from './heard';
import { keptAlike } from './kept';
import type { AnswerLanguage } from './language';
import { createLexicon } from './lexicon';
import type { NumberReader } from './numbers';
import { prepareOffer } from './offer';
import { createOfferWords } from './offer-words';
import { once } from './once';
import { ofPlural } from './plural';
import { withoutPondering } from './pondering';
import { createRatingWords, ratingIn } from './rating';
import { byReport } from './reported';
import { asNumber } from './said-number';
import { isSameOffer, nameOfOffer, ownOffer, sizeOfOffer } from './same-offer';
import { createPolarities } from './senses';
import { asWished } from './under-way';
import { createWeigher, weighed } from './weighing';
import { createYesNo } from './yes-no';

const WORDS: Decision = { kind: 'words' };
const NO_STEMS: ReadonlySet<string> = new Set();

/** Offers of so many characters are kept ready, some hundreds of ordinary ones: each character takes up to half a kilobyte. */
const MOST_PREPARED = 20_000;

/** Longer ones are stories, never an answer to a list. */
const LONGEST = 400;

/** Decides what answers to offered options mean in one language. */
export function createAnswerEngine(language: AnswerLanguage, numbers: NumberReader): AnswerEngine {
  const lexicon = createLexicon(language, numbers);
  const polarities = createPolarities(lexicon);
  const comments = createComments(lexicon);
  const byRules = createByRules(lexicon, comments, createOfferWords(lexicon, polarities));
  const yesNo = createYesNo(lexicon, polarities, comments);
  const weigher = createWeigher(() => language.weights, lexicon);
  const ratingWords = once(() => createRatingWords(lexicon));
  /** A bot offers the same to many users: what is made of its labels is kept for those that were offered last. */
  const preparedOf = keptAlike(
    (offered: Offered) => prepareOffer(offered, lexicon),
    MOST_PREPARED,
    nameOfOffer,
    isSameOffer,
    sizeOfOffer,
    ownOffer,
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
    if (isInDoubt(heard, decision, named, offer, lexicon)) return WORDS;
    const meant = ofPlural(decision, heard, offer, lexicon, named);
    return meant === told ? told : withoutComment(meant, heard, offered.question, comments, lexicon);
  }

  function stemsOf(question: string | undefined): ReadonlySet<string> {
    return question === undefined ? NO_STEMS : new Set(lexicon.tokenize(question).texts.map(lexicon.stem));
  }
}

/** What more was said, as it is written where words are not apart. */
function asWritten(decision: Decision, { segments }: AnswerLanguage): Decision {
  if (decision.kind !== 'choose' || decision.rest === undefined) return decision;
  return segments ? { ...decision, rest: decision.rest.replaceAll(' ', '') } : decision;
}
