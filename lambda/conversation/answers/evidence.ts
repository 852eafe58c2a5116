import { endOfAlike, isNumberOf } from './counted';
import { type Heard, holdsAny, is } from './heard';
import type { Label } from './label';
import type { AnswerLanguage } from './language';
import { CLASS, FILLER, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { own } from './own';
import { isLimited } from './patterns';
import type { Posting } from './postings';
import { wordAt } from './word-at';

/** What of a label was said. */
export interface Hit {
  readonly label: Label;
  /** Tokens that say something of the label's own, and those that only are among its words. */
  readonly content: Set<number>;
  readonly light: Set<number>;
  readonly items: Set<number>;
}

export type Evidence = ReadonlyMap<Label, Hit>;

/** So many tokens are run together at most: "a t and t". */
const LONGEST_JOIN = 5;

/** Which tokens [from, to) say something of which label. `ignored` ones do not count. */
export function findEvidence(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  from = 0,
  to = heard.texts.length,
): Evidence {
  const evidence = new Map<Label, Hit>();
  const hit = (posting: Posting, first: number, end: number) => {
    if (!heard.isVerbLast) return addHit(evidence, posting, first, end);
    // A particle tells what is done with an option, and nothing of which it is.
    const items = posting.items.filter((item) => posting.label.items[item]?.content);
    let to = end;
    while (to > first + 1 && is(heard, to - 1, CLASS.light)) to--;
    if (items.length > 0) addHit(evidence, { ...posting, items }, first, to);
  };
  const taken = findNumbers(heard, prepared, lexicon, from, to, hit);
  if (prepared.holdsToday) for (const token of partsOfToday(heard, lexicon)) taken.add(token);
  findSingles(heard, prepared, lexicon, from, to, hit);
  for (let at = from; at < to; at++) {
    joinedAt(heard, prepared, at, to, hit);
    if (taken.has(at) || heard.fixed[at] || isClitic(heard, at)) continue;
    for (const posting of postingsOf(heard, at, prepared)) hit(posting, at, at + 1);
  }
  for (const [label, { items }] of evidence) if (label.isSynonym && !isComplete(label, items)) evidence.delete(label);
  const isNegative = [...evidence.keys()].some(({ negative }) => negative);
  const said = isNegative ? withoutDenials(heard, evidence) : evidence;
  return isNegative || holdsAny(heard, CLASS.carriers) ? withoutWrapping(heard, said) : said;
}

const NONE: readonly Posting[] = [];

function postingsOf(heard: Heard, at: number, { stems, compounds }: Prepared): readonly Posting[] {
  const found = stems.get(wordAt(heard.stems, at));
  if (found || !compounds || is(heard, at, FILLER)) return found ?? NONE;
  const ofWord = compounds(wordAt(heard.texts, at));
  return ofWord.length > 0 ? ofWord : compounds(wordAt(heard.stems, at));
}

/** The tokens that say something of an option's own, by its place. */
export function tokensOfOption(evidence: Evidence, index: number): readonly number[] {
  return [...evidence.values()].flatMap(({ label, content }) => (label.index === index ? [...content] : []));
}

/** "this morning" is said as a whole, or not at all. */
export function partsOfToday({ texts }: Heard, { language }: Lexicon): readonly number[] {
  const { parts } = language.clock.today;
  return texts.flatMap((text, at) =>
    own(parts, `${text} ${texts[at + 1]}`) ? [at, at + 1] : own(parts, text) ? [at] : [],
  );
}

/** "'s" of "he's" is no size S. */
function isClitic(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.being) && heard.wordOf[at] === heard.wordOf[at - 1];
}

/** "don't call" is not "Don't contact me", where a call was offered. */
function withoutDenials(heard: Heard, evidence: Evidence): Evidence {
  const isDenial = ({ label, content, light, items }: Hit) =>
    label.negative &&
    [...content, ...light].every((token) => is(heard, token, CLASS.negators | CLASS.light)) &&
    label.items.some((item, at) => item.content && !items.has(at));
  const isOther = [...evidence.values()].some((hit) => !hit.label.negative && hit.content.size > 0);
  if (!isOther) return evidence;
  return new Map([...evidence].filter(([, hit]) => !isDenial(hit)));
}

/** A part of a label may mean it, but not a part of what only stands for it. */
function isComplete(label: Label, items: ReadonlySet<number>): boolean {
  return label.items.every(({ content }, at) => !content || items.has(at));
}

/** "check my savings" of checking and savings: a word of the wrapping only sounds like a label where another was named. */
function withoutWrapping(heard: Heard, evidence: Evidence): Evidence {
  const isWrapping = (token: number, { label }: Hit) => {
    const text = wordAt(heard.texts, token);
    const isCarrier = is(heard, token, CLASS.carriers);
    // "check out" of Checkout, where Check-in is offered
    const isContested = [...evidence.values()].some(
      (other) => other.label !== label && (other.content.has(token) || other.content.has(token - 1)),
    );
    if (!isContested) return isCarrier && label.items.every((item) => item.text !== text);
    const joined = [`${heard.texts[token - 1]}${text}`, `${text}${heard.texts[token + 1]}`];
    return isCarrier && label.items.every((item) => item.text !== text && !joined.includes(item.text));
  };
  const isHollow = ({ label, content, light }: Hit) => label.negative && !negatorSaid(heard, content, light);
  const isNamed = [...evidence.values()].some(
    (hit) => !isHollow(hit) && [...hit.content].some((token) => !isWrapping(token, hit)),
  );
  if (!isNamed) return evidence;
  const kept = new Map<Label, Hit>();
  for (const [label, hit] of evidence) {
    const isCarried = isHollow(hit) && [...hit.content].every((token) => is(heard, token, CLASS.carriers));
    if (isCarried) continue;
    const content = new Set([...hit.content].filter((token) => !isWrapping(token, hit)));
    if (content.size > 0 || hit.light.size > 0) kept.set(label, { ...hit, content });
  }
  return kept;
}

/** Whether a word that excludes was said of a label that holds one: without it, "preference" is not "No preference". */
function negatorSaid(heard: Heard, content: ReadonlySet<number>, light: ReadonlySet<number>): boolean {
  return [...content, ...light].some((token) => is(heard, token, CLASS.negators));
}

type AddHit = (posting: Posting, from: number, to: number) => void;

function addHit(evidence: Map<Label, Hit>, { label, items, isPart }: Posting, from: number, to: number): void {
  let hit = evidence.get(label);
  if (!hit) {
    hit = { label, content: new Set(), light: new Set(), items: new Set() };
    evidence.set(label, hit);
  }
  const isContent = items.some((item) => label.items[item]?.content);
  for (const item of isPart ? [] : items) hit.items.add(item);
  for (let token = from; token < to; token++) (isContent ? hit.content : hit.light).add(token);
}

/** Words that the label writes as one, or the other way round: "play station", "wifi". */
function joinedAt(heard: Heard, { joined, whole, beginnings }: Prepared, from: number, to: number, hit: AddHit): void {
  const { entries } = heard;
  if (!beginnings.has(entries[from]?.beginning ?? '')) return;
  // What is said in a set phrase means no option, unless the option is the phrase: "Talk to us" of "talk to you later".
  const isFixed = heard.fixed[from] === true;
  const isSet = isFixed && is(heard, from, CLASS.courtesies | CLASS.idioms);
  let run = '';
  let end = from;
  for (const { plain } of entries.slice(from, Math.min(to, from + LONGEST_JOIN))) {
    run += plain;
    end++;
    if (isInIdiom(heard, from, end)) continue;
    if ((isSet || isClitic(heard, from)) && end === from + 1) continue;
    for (const label of whole.get(run) ?? []) hit({ label, items: label.items.map((_, at) => at) }, from, end);
    if (isSet || (isFixed && end === from + 1)) continue;
    for (const posting of joined.get(run) ?? []) hit(posting, from, end);
  }
}

/** "keep" in "keep the change", "morning" in "good morning". */
function isInIdiom(heard: Heard, from: number, end: number): boolean {
  const isIdiom = (token: number) => heard.fixed[token] === true && is(heard, token, CLASS.idioms | CLASS.courtesies);
  return isIdiom(from) && (isIdiom(from - 1) || isIdiom(end));
}

function findNumbers(
  heard: Heard,
  prepared: Prepared,
  lexicon: Lexicon,
  from: number,
  to: number,
  hit: AddHit,
): Set<number> {
  const taken = new Set<number>();
  for (const numeral of heard.numerals) {
    if (numeral.from < from || numeral.to > to || heard.fixed[numeral.from]) continue;
    const postings = prepared.stems.get(`#${numeral.digits}`)?.filter((posting) => {
      const { label, items, isPart } = posting;
      if (isPart && !numeral.ordinal) return false;
      if (!isNumberOf(heard, numeral, posting, prepared, lexicon)) return false;
      const ordinal = label.items[items[0] ?? 0]?.ordinal === true;
      return (
        isPart ||
        ordinal === numeral.ordinal ||
        !numeral.ordinal ||
        ordinalCounts(heard, prepared, label, numeral, lexicon)
      );
    });
    if (!postings || postings.length === 0) continue;
    if (isPronoun(heard, numeral, prepared, lexicon)) continue;
    for (const posting of postings)
      hit(posting, numeral.from, endOfAlike(heard, numeral.to, posting.label, posting.items[0] ?? 0, lexicon));
    for (let token = numeral.from; token < numeral.to; token++) taken.add(token);
  }
  return taken;
}

/** "a kilo" is 1 kilo. */
function findSingles(
  heard: Heard,
  prepared: Prepared,
  { language }: Lexicon,
  from: number,
  to: number,
  hit: AddHit,
): void {
  const ones = prepared.stems.get('#1');
  if (!ones) return;
  for (let at = from; at < to - 1; at++) {
    if (!language.positions.single.includes(wordAt(heard.texts, at))) continue;
    for (const posting of ones) {
      const unit = posting.label.items[(posting.items[0] ?? 0) + 1];
      if (unit?.shared && unit.key === heard.stems[at + 1]) hit(posting, at, at + 1);
    }
  }
}

/** "the seventh grade" means Grade 7, and "the third" March 3; "the second one" of 2, 4 and 6 is 4. */
function ordinalCounts(
  heard: Heard,
  { count, generic }: Prepared,
  label: Label,
  { from, to, value }: { from: number; to: number; value: number },
  { stems }: Lexicon,
): boolean {
  if (value > count) return true;
  const isDated = label.items.some(({ key }) => stems.dated.has(key));
  const isNoun = (token: number) => is(heard, token, CLASS.nouns) && !generic.has(wordAt(heard.stems, token));
  if (isDated) return !isNoun(to);
  const next = wordAt(heard.stems, to);
  return label.items.some(
    ({ key, shared, content }) => content && shared && (key === next || key === heard.stems[from - 1]),
  );
}

/** "one" in "the blue one". */
function isPronoun(
  heard: Heard,
  { from, to }: { from: number; to: number },
  prepared: Prepared,
  { language }: Lexicon,
): boolean {
  if (to - from > 1 || !language.positions.pronouns.includes(wordAt(heard.texts, from))) return false;
  // "one of the papers"
  if (isLimited(heard, from, prepared)) return true;
  if (from === 0) return false;
  const before = heard.classes[from - 1] ?? 0;
  const isNamed = prepared.stems.has(wordAt(heard.stems, to));
  const after = prepared.stems.get(wordAt(heard.stems, from - 1)) ?? [];
  const ofOne = prepared.stems.get('#1') ?? [];
  if (
    language.positions.counters.includes(wordAt(heard.texts, from - 1)) ||
    after.some(({ label }) => ofOne.some((one) => one.label === label))
  )
    return false;
  if ((before & CLASS.light) !== 0) return !isNamed && isDefinite(heard, from - 1, language);
  // "the usual one", but "I'll take one"
  if ((before & CLASS.carriers) !== 0 && is(heard, from - 2, CLASS.determiners)) return !isNamed;
  return (before & (CLASS.carriers | CLASS.courtesies | CLASS.hesitations)) === 0 && !isNamed;
}

/** "the", "this"; but "a" counts. */
function isDefinite(heard: Heard, at: number, { positions }: AnswerLanguage): boolean {
  return is(heard, at, CLASS.determiners) && !positions.single.includes(wordAt(heard.texts, at));
}
