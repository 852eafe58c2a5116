import { type Context, isApproximate, isVerbOf } from './amount-context';
import { has, is, range } from './heard';
import { CLASS, MARK } from './lexicon';
import { isPastOf } from './verbs';
import { wordAt } from './word-at';

/** "our house number is eight hundred", "my flat is number seven". */
export function isOfNumber({ heard, before, lexicon }: Context): boolean {
  const { counters } = lexicon.language.positions;
  return before.some((token) => {
    if (!counters.includes(wordAt(heard.texts, token))) return false;
    return [token - 1, token + 1].some((beside) => is(heard, beside, CLASS.being | CLASS.statements));
  });
}

/** "I'm sixty", "my son just turned five", where no age is asked for. */
export function isAgeOfOther(context: Context): boolean {
  const { heard, candidate, prepared, lexicon, before } = context;
  const { ages, aging, persons } = lexicon.language.ranges;
  if (candidate.counts !== 'bare' || candidate.quantity.to < heard.texts.length) return false;
  if (ages.some((word) => prepared.asked.has(word)) || isSizes(context)) return false;
  let at = candidate.quantity.from - 1;
  while (is(heard, at, CLASS.hesitations) || isApproximate(heard, at, lexicon)) at--;
  const isTelling = (token: number) => is(heard, token, CLASS.being) || aging.includes(wordAt(heard.texts, token));
  if (!isTelling(at)) return false;
  while (isTelling(at) || is(heard, at, CLASS.statements | CLASS.hesitations)) at--;
  const subject = wordAt(heard.texts, at);
  const isPerson =
    persons.includes(subject) && before.every((token) => token >= at || is(heard, token, CLASS.hesitations));
  return isPerson || (is(heard, at - 1, CLASS.determiners) && context.kinds(at) === 'unknown');
}

/** Plain numbers, or in inches: a person may be one. */
function isSizes({ prepared: { labels, amounts, ranges } }: Context): boolean {
  return ranges.length === 0 && labels.every(({ items }) => items.length === 1) && amounts.length > 0;
}

/** "my flight is at five", "a table at seven". */
export function isPlaceOrTime({ heard, candidate: { quantity, counts }, lexicon, before, prepared }: Context): boolean {
  if (counts !== 'bare' || before.length < 2 || prepared.holdsTimes) return false;
  const word = wordAt(heard.texts, quantity.from - 1);
  const isHeld = prepared.amounts.some((amount) => amount.before === word);
  // Plain numbers may be times.
  const areCounts = prepared.ranges.length > 0 || prepared.labels.every(({ items }) => items.length > 1);
  return lexicon.language.ranges.places.includes(word) && !isHeld && areCounts;
}

/** "it isn't five", and what another said: "you told me five". */
export function isDenied({ heard, before, lexicon, prepared: { asked } }: Context): boolean {
  // "four years no claims" of "How many years no claims?"
  const isAsked = (token: number) => [token, token + 1].every((at) => asked.has(wordAt(heard.texts, at)));
  const isNegator = (token: number) => is(heard, token, CLASS.negators) && !isAsked(token);
  return (
    before.some((token) => isNegator(token) || lexicon.language.ranges.others.includes(wordAt(heard.texts, token))) ||
    // "believe it or not"
    range(before.length, heard.texts.length).some(
      (token) => isNegator(token) && !is(heard, token - 1, CLASS.alternatives),
    )
  );
}

/** "more than five", "if it's five". */
export function isLimited({ heard, candidate: { quantity }, lexicon, before, prepared }: Context): boolean {
  const at = is(heard, quantity.from - 1, CLASS.determiners) ? quantity.from - 2 : quantity.from - 1;
  const isCompared = is(heard, at, CLASS.comparisons) && !isApproximate(heard, at, lexicon);
  const isNotExact =
    is(heard, quantity.to, CLASS.comparisons) && !is(heard, quantity.to, CLASS.prepositions | CLASS.hesitations);
  const isCondition = before.some((token) => has(heard, token, MARK.subordinators));
  return (isCompared && !prepared.asked.has(wordAt(heard.texts, at))) || isNotExact || isCondition;
}

/** "six is too many". */
export function isRefused({ heard, candidate: { quantity }, lexicon }: Context): boolean {
  const { refusals } = lexicon.language.ranges;
  return (
    is(heard, quantity.to, CLASS.being) &&
    range(quantity.to + 1, quantity.to + 5).some((token) => refusals.includes(wordAt(heard.texts, token)))
  );
}

/** "I've lost five kilos": a verb in the past that tells no amount. */
export function isToldOfPast({ heard, before, prepared, lexicon }: Context): boolean {
  const { language } = lexicon;
  return before.some((token) => {
    const text = wordAt(heard.texts, token);
    if (isVerbOf(heard, token, lexicon) || prepared.asked.has(text)) return false;
    const isPast =
      is(heard, token, CLASS.pasts) || language.ranges.pasts.includes(text) || isPastOf(text, language.pastEndings);
    return isPast && token > 0 && !is(heard, token, CLASS.light | CLASS.asking);
  });
}

/** "room five". */
export function isNamedNumber({ heard, candidate: { quantity }, prepared: { generic } }: Context): boolean {
  const at = quantity.from - 1;
  const isNoun = is(heard, at, CLASS.nouns) && !is(heard, at, CLASS.light | CLASS.carriers);
  return isNoun && !generic.has(wordAt(heard.stems, at));
}

/** "give me five minutes" is not "within 24 hours", but "five minutes ago" is, where labels tell how long ago it was. */
export function isSinceThen({ heard, candidate: { quantity }, prepared, lexicon, before }: Context): boolean {
  const { ago } = lexicon.language.ranges;
  const isAsked = prepared.labels.some(({ items }) => items.some(({ text }) => ago.includes(text)));
  const isAlone = before.every((token) => is(heard, token, CLASS.hesitations) || isApproximate(heard, token, lexicon));
  return !isAsked || ago.includes(wordAt(heard.texts, quantity.to)) || (isAlone && quantity.to === heard.texts.length);
}
