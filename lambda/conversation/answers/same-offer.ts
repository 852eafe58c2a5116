import type { Offered } from './decision';
import { ownText } from './kept';

/** What few other offers have alike: what was asked, or else the first label. */
export function nameOfOffer({ question, labels: [first = ''] }: Offered): string {
  return question ?? first;
}

/** Whether two offers are the same but for what of them was read out last. */
export function isSameOffer(one: Offered, other: Offered): boolean {
  const [parts, others] = [partsOf(one), partsOf(other)];
  return parts.length === others.length && parts.every((part, at) => part === others[at]);
}

/** All that tells offers apart; the counts tell where one list of texts ends and the next begins. */
function partsOf({ question, labels, synonyms = [] }: Offered): readonly unknown[] {
  return [question, labels.length, ...labels, ...synonyms.flatMap((ones) => [ones.length, ...ones])];
}

/** The characters of all its texts. */
export function sizeOfOffer({ question = '', labels, synonyms = [] }: Offered): number {
  return [question, ...labels, ...synonyms.flat()].join('').length;
}

/** The same offer, whose texts are no part of others. */
export function ownOffer({ labels, synonyms, from, to, question }: Offered): Offered {
  return {
    from,
    to,
    labels: labels.map(ownText),
    ...(synonyms && { synonyms: synonyms.map((ones) => ones.map(ownText)) }),
    ...(question !== undefined && { question: ownText(question) }),
  };
}
