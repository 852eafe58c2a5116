import { written } from '../corpus';
import { inLanguage } from '../in-language';

/** What comes of an answer to an offer: "9:15 + with a wheelchair", "which 9:15 | 10:15", "words". */
export function decided(labels: readonly string[], said: string, more: { language?: string; question?: string } = {}) {
  const { language = 'en', question } = more;
  const offered = { labels, from: 0, to: labels.length, ...(question !== undefined && { question }) };
  return written(inLanguage.decide(language, offered, said), offered);
}

/** Answers to one offer, each with what comes of it. */
export interface Offer {
  readonly labels: readonly string[];
  readonly language?: string;
  readonly question?: string;
  readonly answers: readonly (readonly [said: string, outcome: string])[];
}

/** The same offers, with what really comes of each answer. */
export function found(offers: readonly Offer[]): readonly Offer[] {
  return offers.map((offer) => ({
    ...offer,
    answers: offer.answers.map(([said]) => [said, decided(offer.labels, said, offer)] as const),
  }));
}
