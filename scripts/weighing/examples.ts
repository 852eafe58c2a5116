import type { Offered } from '../../lambda/conversation/answers/decision';
import { findEvidence } from '../../lambda/conversation/answers/evidence';
import { hear } from '../../lambda/conversation/answers/heard';
import type { Lexicon } from '../../lambda/conversation/answers/lexicon';
import { prepareOffer } from '../../lambda/conversation/answers/offer';
import { indexOf, signsAround } from '../../lambda/conversation/answers/signs';
import { mentionsOf } from '../../lambda/conversation/answers/weighing';
import type { Example } from './regression';

/** An answer, and the options that may be meant by it. */
export interface Sample {
  readonly offered: Offered;
  readonly said: string;
  readonly meant: readonly number[];
}

/** What stands around each option that an answer names, and whether it was meant. */
export function examplesOf({ offered, said, meant }: Sample, lexicon: Lexicon): readonly Example[] {
  const offer = prepareOffer(offered, lexicon);
  const heard = hear(said, lexicon);
  const mentions = mentionsOf(heard, findEvidence(heard, offer, lexicon), offer, lexicon);
  return mentions.flatMap((mention, at) => {
    const index = indexOf(mention);
    if (index < 0) return [];
    const signs: number[] = [];
    signsAround(heard, at, mentions, offer, lexicon, (sign) => signs.push(sign));
    return [{ signs, isMeant: meant.includes(index) }];
  });
}
