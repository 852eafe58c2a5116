import { isEnd } from './clause-end';
import { type Heard, has, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Mention } from './mention';
import { wordAt } from './word-at';

/** "she's a rabbit though she thinks she's a dog". */
export function isConceded(heard: Heard, mentions: readonly Mention[], at: number): boolean {
  const [before, mention] = [mentions[at - 1], mentions[at]];
  if (!before || !mention) return false;
  const between = range(before.to, mention.from);
  const concession = between.findLast((token) => has(heard, token, MARK.concessions));
  if (concession === undefined) return false;
  // "although I'm never home, so better use", "although let's go for"
  // "would rather" takes nothing back.
  const isTurn = (token: number) =>
    is(heard, token, CLASS.corrections | CLASS.conclusions) && !is(heard, token - 1, CLASS.statements);
  const isTurned = between.some((token) => token > concession && isTurn(token));
  return !isTurned && !(has(heard, concession + 1, MARK.picks) && !has(heard, concession + 1, MARK.existentials));
}

/** "so yoga", and no more: what it comes to. */
export function isConclusion(heard: Heard, lead: number, { to }: Mention): boolean {
  return is(heard, lead, CLASS.conclusions) && isEnd(heard, to);
}

/** "though we'd better go for the suite": the speaker means to, so that nobody knows which. */
export function isMeant(heard: Heard, clause: number, { from }: Mention, { language: { ranges } }: Lexicon): boolean {
  const before = range(clause, from);
  return (
    before.some((at) => has(heard, at, MARK.speakers)) &&
    before.some((at) => ranges.intents.includes(wordAt(heard.texts, at)))
  );
}
