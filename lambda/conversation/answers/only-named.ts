import { isWhetherAsked, mayAskWhether } from './asked-whether';
import { phraseAt } from './automaton';
import { clauseBegin } from './clause-bounds';
import { cleftIn, isOutdone } from './cleft';
import type { Decision, Rule } from './decision';
import { type Evidence, tokensOfOption } from './evidence';
import { beforeDeterminers, type Heard, has, hasAny, holdsAny, is, range } from './heard';
import { CLASS, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/**
 * Whether an option that was taken is only named: it is asked whether it is so ("it only lasts a year, is that right"),
 * complained of ("you're still charging me for the annual"), asked to speak ("can I speak to a manager", asked for a
 * role), what somebody may have ("I think I've got the flu", asked for a wish), or what would be if something were so.
 */
export function isOnlyNamed(
  heard: Heard,
  decision: Decision,
  said: () => Evidence,
  prepared: Prepared,
  lexicon: Lexicon,
): boolean {
  if (decision.kind !== 'choose') return false;
  const isAside = prepared.isRole || prepared.isOrder || holdsAny(heard, CLASS.comparisons);
  const isAsking = mayAskWhether(heard) || hasAny(heard, MARK.conditions);
  const cleft = cleftIn(heard);
  const isTold = TOLD.includes(decision.rule);
  if (!isAside && !isAsking && !isTold && !cleft && !hasAny(heard, NAMING)) return false;
  const evidence = said();
  const own = tokensOfOption(evidence, decision.index);
  if (own.length === 0) return false;
  const span = { from: Math.min(...own), to: Math.max(...own) + 1 };
  if (isTagged(heard, span) || isUnreal(heard, span, lexicon) || isWithinQuestion(heard, span)) return true;
  if (isAsking && isWhetherAsked(heard, span, lexicon)) return true;
  if (
    cleft &&
    ![...evidence.values()].some(({ content }) => isNamedFrom(content, cleft.from)) &&
    isOutdone(heard, span, cleft)
  )
    return true;
  if (isTold && isOfOutsider(heard, span, lexicon)) return true;
  if (prepared.isMatter) return false;
  if (isBlamed(heard, span) || isCompared(heard, span)) return true;
  if (prepared.isRole && isContacted(heard, span, lexicon)) return true;
  if (prepared.isOrder && isTopic(heard, span, lexicon)) return true;
  return isSupposed(heard, span) && prepared.isWishAsked();
}

function isNamedFrom(content: ReadonlySet<number>, from: number): boolean {
  return [...content].some((token) => token >= from);
}

const NAMING = MARK.tags | MARK.grievances | MARK.suppositions;

/** An option within a sentence about something. */
const TOLD: readonly Rule[] = ['clause', 'outright', 'weighed'];

/** "my neighbour has premium", "next door are having repairs": what somebody has who wants nothing here. */
function isOfOutsider(heard: Heard, { from }: Named, { aside: { outsiders } }: Lexicon): boolean {
  const begin = clauseBegin(heard, from);
  const first = range(begin, from).find((at) => (phraseAt(outsiders, heard.texts, at)?.to ?? from + 1) <= from);
  return first !== undefined && !range(first, from).some((at) => is(heard, at, CLASS.wishes | CLASS.corrections));
}

interface Named {
  readonly from: number;
  readonly to: number;
}

/** "the combi only lasts eight years is that right"; "the combi is that right" asks for no more than a confirmation. */
function isTagged(heard: Heard, { from, to }: Named): boolean {
  let end = heard.texts.length;
  while (is(heard, end - 1, CLASS.courtesies | CLASS.hesitations) && !has(heard, end - 1, MARK.tags)) end--;
  if (!has(heard, end - 1, MARK.tags)) return false;
  const isTold = (at: number) => heard.classes[at] === 0 && !has(heard, at, MARK.tags);
  return range(0, from).some(isTold) || range(to, end).some(isTold);
}

/** "I'd have the stalls if they weren't so dear", "if the price was lower". */
function isUnreal(heard: Heard, { to }: Named, { language }: Lexicon): boolean {
  let at = to;
  while (is(heard, at, CLASS.nouns | CLASS.adverbs)) at++;
  if (!has(heard, at, MARK.conditions) || has(heard, at, MARK.concessions)) return false;
  // "if my landlord paid", but "if you wanted"
  const isPast = is(heard, at + 3, CLASS.pasts) || isPastOf(wordAt(heard.texts, at + 3), language.pastEndings);
  return (
    (is(heard, at + 1, CLASS.subjects) && is(heard, at + 2, CLASS.pasts)) ||
    (is(heard, at + 1, CLASS.determiners) && isPast)
  );
}

/** "it depends how much the circle is". */
function isWithinQuestion(heard: Heard, { from, to }: Named): boolean {
  const isEnd = to === heard.texts.length - 1 && is(heard, to, CLASS.being);
  return isEnd && has(heard, beforeDeterminers(heard, from), MARK.inquiries);
}

/** "you're still sending me the weekly box"; but "you never came, so the weekly box" picks behind another clause. */
function isBlamed(heard: Heard, { from }: Named): boolean {
  return range(clauseBegin(heard, from), from).some((at) => has(heard, at, MARK.grievances));
}

/** "something like the memory foam but firmer": the phrase that compares holds its article. */
function isCompared(heard: Heard, { from }: Named): boolean {
  return is(heard, from - 1, CLASS.comparisons) && is(heard, from - 1, CLASS.determiners);
}

/** "put me through to a governor", where it is asked what somebody is, not whom they want. */
function isContacted({ texts }: Heard, { from, to }: Named, { aside: { contacts } }: Lexicon): boolean {
  return range(0, texts.length).some((at) => (at < from || at >= to) && phraseAt(contacts, texts, at) !== undefined);
}

/** "tell me about the aqua aerobics". */
function isTopic(heard: Heard, { from }: Named, { aside: { topics } }: Lexicon): boolean {
  return range(0, from).some((at) => {
    const topic = phraseAt(topics, heard.texts, at);
    const isNext = (next: number) => is(heard, next, CLASS.determiners | CLASS.hesitations);
    return topic !== undefined && range(topic.to, from).every(isNext);
  });
}

/** "I think I've got the flu". */
function isSupposed(heard: Heard, { from }: Named): boolean {
  return has(heard, beforeDeterminers(heard, from), MARK.suppositions);
}
