import { byDate } from '../../../../lambda/conversation/answers/dated';
import { hear } from '../../../../lambda/conversation/answers/heard';
import { prepareOffer } from '../../../../lambda/conversation/answers/offer';
import { byRange } from '../../../../lambda/conversation/answers/ranges';
import { byTime } from '../../../../lambda/conversation/answers/times';
import { memoize } from '../../../../lambda/speech/memoize';
import { lexiconOf } from '../lexicon-of';
import type { Offer } from './decided';

const RULES = { byTime, byDate, byRange };

const prepared = memoize((key: string) => {
  const { labels, language = 'en', question } = JSON.parse(key) as Offer;
  const offered = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
  return prepareOffer(offered, lexiconOf(language));
});

/** What one rule decides by itself: "9:15 + with a wheelchair, by time", "which 9:15 | 10:15, by time", "words"; "open" is left to others. */
function decidedBy(rule: keyof typeof RULES, { labels, language = 'en', question }: Offer, said: string): string {
  const lexicon = lexiconOf(language);
  const decision = RULES[rule](hear(said, lexicon), prepared(JSON.stringify({ labels, language, question })), lexicon);
  if (decision === undefined) return 'open';
  if (decision.kind === 'which')
    return `which ${decision.indexes.map((index) => labels[index]).join(' | ')}, by ${decision.rule}`;
  if (decision.kind !== 'choose') return decision.kind;
  return `${labels[decision.index]}${decision.rest === undefined ? '' : ` + ${decision.rest}`}, by ${decision.rule}`;
}

/** The same offers, with what a rule decides of each answer. */
export function foundBy(rule: keyof typeof RULES, offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer) => ({
    ...offer,
    answers: offer.answers.map(([said]) => [said, decidedBy(rule, offer, said)] as const),
  }));
}
