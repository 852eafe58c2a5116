import { beforeAside } from './before-aside';
import { type Comments, withoutComment } from './comment';
import { byConclusion } from './concluding';
import { countedOption } from './counted-option';
import { beforeCourtesy } from './courtesy';
import { byDate } from './dated';
import type { Decision, Offered, Rule } from './decision';
import { type Heard, hear, holdsAny, is } from './heard';
import { bySound } from './hearing';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import type { ByOfferWords } from './offer-words';
import { byOutrightName, isOnlyMentioned, namesIn } from './outright';
import { byRange } from './ranges';
import { withoutStutter } from './stutter';
import { createTheOther } from './the-other';
import { byTime } from './times';
import { byWindow } from './windows';

const WORDS: Decision = { kind: 'words' };

type Choice = Extract<Decision, { readonly kind: 'choose' }>;

/** What a change of mind comes to: the option that follows it, or that its clause picks. */
const TURNED: readonly Rule[] = ['correction', 'clause'];

/** What an answer to an offer decides, rule by rule: what is certain first. */
export function createByRules(lexicon: Lexicon, comments: Comments, byOfferWords: ByOfferWords) {
  const byTheOther = createTheOther(lexicon);
  return byRules;

  function byRules(heard: Heard, offered: Offered, offer: Prepared): Decision {
    const other = byTheOther(heard, offer);
    if (other) return other;
    const told = byAmount(heard, offer);
    // A number of something else sounds like no option either.
    if (told?.kind === 'words')
      return (
        turned(heard, offered, offer) ?? courteously(heard, offered, offer) ?? concluded(heard, offered, offer) ?? WORDS
      );
    // "twelve months no scrap that drop in classes", where an option is for 7 to 12 months
    const instead = told?.kind === 'choose' && told.rule === 'number' ? turned(heard, offered, offer) : undefined;
    const plain = instead ?? told ?? byOfferWords(heard, offered, offer) ?? WORDS;
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

  /** "fourteen months no scrap that drop in classes": an amount is taken back for an option that is named. */
  function turned(heard: Heard, offered: Offered, offer: Prepared): Choice | undefined {
    const decision = holdsAny(heard, CLASS.corrections) ? byOfferWords(heard, offered, offer) : undefined;
    const isTurned = decision?.kind === 'choose' && TURNED.includes(decision.rule) && decision.rest === undefined;
    return isTurned ? decision : undefined;
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

  /** What other words of the same sound mean. "I want to complain" is no number two, as the rest of it means something. */
  function soundAlike(heard: Heard, offered: Offered, offer: Prepared): Decision | undefined {
    const decision = byOfferWords(heard, offered, offer);
    const isCount = decision?.kind === 'choose' && (decision.rule === 'number' || decision.rule === 'position');
    return isCount && hasMore(heard, offer) ? undefined : decision;
  }
}

/** Whether there is a word that neither counts nor is said around an option. */
function hasMore(heard: Heard, { generic }: Prepared): boolean {
  return heard.stems.some((stem, token) => !is(heard, token, FILLER) && !generic.has(stem) && !heard.isNumber[token]);
}

/** The whole answer is a label, whatever is written together. */
function exactly({ texts }: Heard, { whole }: Prepared): Decision | undefined {
  const labels = whole.get(texts.join('').replaceAll("'", '')) ?? [];
  const [first] = labels;
  if (!first || labels.some(({ index }) => index !== first.index)) return undefined;
  const isSynonym = labels.every((label) => label.isSynonym);
  return isSynonym
    ? { kind: 'choose', index: first.index, rule: 'synonym', confidence: 0.9 }
    : { kind: 'choose', index: first.index, rule: 'exact', confidence: 1 };
}
