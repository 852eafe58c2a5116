import type { Anchor, Kinds, Surroundings } from './context';
import type { Decision, Rule } from './decision';
import type { Hit } from './evidence';
import { asSaid, core, type Heard, has, is } from './heard';
import type { Label } from './label';
import { CLASS, MARK } from './lexicon';
import { missing } from './ranking';
import { restBehind } from './rest';
import { isTakenBack } from './taken-back';

const WORDS: Decision = { kind: 'words' };

/** The one option that words name best, unless what stands around them shows that it is not meant. */
export function picked(
  heard: Heard,
  hit: Hit,
  anchor: Anchor,
  around: Surroundings,
  kinds: Kinds,
  rule: Rule | undefined,
): Decision | undefined {
  if (around.before || around.denied || around.inSentence) return WORDS;
  const isFull = missing(hit, true) === 0;
  const isWeak = !isFull && [...hit.content].every((token) => is(heard, token, CLASS.approvals | CLASS.hesitations));
  // "once I'm better I'll start" is not Once a week.
  const isOpening = missing(hit) > 0 && [...hit.content].every((token) => is(heard, token, CLASS.hesitations));
  if ((isWeak || isOpening) && heard.texts.some((_, token) => is(heard, token, CLASS.subjects))) return WORDS;
  if (!isFull && isModified(heard, anchor)) return WORDS;
  if (isDiscourse(heard, hit, anchor)) return WORDS;
  if (isOrdinalOfOther(heard, anchor, kinds) || (missing(hit) > 0 && isOtherNumber(heard, hit, kinds))) return WORDS;
  if (!isFull && around.behind && !around.apart && !isAttached(heard, hit, anchor)) return WORDS;
  const isNumber = hit.label.items.some(({ key }, at) => hit.items.has(at) && key.startsWith('#'));
  const isOnlyNumber = hit.label.items.every(isNumberOrShared);
  if (isTakenBack(heard, anchor.to, kinds, isNumber && isOnlyNumber)) return WORDS;
  const { from, to } = restBehind(heard, anchor.to, kinds);
  const rest = asSaid(heard, from, to);
  return {
    kind: 'choose',
    index: hit.label.index,
    rule: rule ?? (hit.label.isSynonym ? 'synonym' : isFull ? (isNumber ? 'number' : 'label') : 'part'),
    confidence: (isFull ? 0.95 : 0.8) - (rest === '' ? 0 : 0.1),
    ...(rest !== '' && { rest }),
  };
}

/** A number, or a word of several labels. */
export function isNumberOrShared({ key, content, shared }: Label['items'][number]): boolean {
  return !content || shared || key.startsWith('#');
}

/** "cheese" is not No cheese. */
export function isHollow(heard: Heard, { label }: Hit): boolean {
  return label.lacks && !heard.texts.some((_, token) => is(heard, token, CLASS.negators | CLASS.absences));
}

/** "for my mother", and no more. */
export function isForSomeone(heard: Heard, at: number): boolean {
  const end = core(heard).to;
  return is(heard, at, CLASS.prepositions) && is(heard, at + 1, CLASS.determiners) && at + 3 === end;
}

/** "large with extra cheese", "the boat one with lunch": the option is plain by its first word or as "one", and something goes with it. */
function isAttached(heard: Heard, { label, items, content }: Hit, { from, to }: Anchor): boolean {
  const isPronoun = is(heard, to, CLASS.nouns) && is(heard, to, CLASS.light);
  const isFirst = core(heard).from === from && items.has(label.items.findIndex(({ content }) => content));
  const next = isPronoun ? to + 1 : to;
  // "start from the beginning" is not Start over.
  const isName = ![...content].every((token) => is(heard, token, CLASS.carriers));
  return (isPronoun || isFirst) && (has(heard, next, MARK.additions) || (isName && isForSomeone(heard, next)));
}

/** "okay so can I pay now", "great what's next": a word that opens what follows. */
function isDiscourse(heard: Heard, { content }: Hit, { to }: Anchor): boolean {
  const isOnly = (classes: number) => [...content].every((token) => is(heard, token, classes));
  if (!isOnly(CLASS.approvals | CLASS.hesitations)) return false;
  let at = to;
  while (is(heard, at, CLASS.boundaries)) at++;
  return is(heard, at, CLASS.questions | CLASS.asking);
}

/** "my check card" is no credit card. */
function isModified(heard: Heard, { from }: Anchor): boolean {
  return (
    is(heard, from - 1, CLASS.carriers) && !is(heard, from - 1, CLASS.light) && is(heard, from - 2, CLASS.determiners)
  );
}

/** "the second floor" is no second appointment. */
function isOrdinalOfOther(heard: Heard, { to }: Anchor, kinds: (token: number) => string): boolean {
  return (
    kinds(to) === 'unknown' &&
    to < heard.texts.length &&
    !is(heard, to, CLASS.approvals) &&
    heard.numerals.some((numeral) => numeral.ordinal && numeral.to === to)
  );
}

/** "two to four" is not "12 to 2". */
function isOtherNumber(heard: Heard, hit: Hit, kinds: (token: number) => string): boolean {
  return (
    hit.label.items.filter(({ key }) => key.startsWith('#')).length > 1 &&
    heard.numerals.some(({ from }) => kinds(from) === 'unknown')
  );
}
