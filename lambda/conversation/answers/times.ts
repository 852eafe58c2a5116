import { type ClockTime, findTimes, sameTime } from './clock';
import { kindsOf, surroundings } from './context';
import type { Decision } from './decision';
import { partsOfToday } from './evidence';
import { asSaid, core, type Heard, heardTokens, holdsAny, is, range } from './heard';
import type { Label } from './label';
import { CLASS, type Lexicon } from './lexicon';
import type { Prepared } from './offer';
import { restBehind } from './rest';
import { isTakenBack } from './taken-back';
import { wordAt } from './word-at';

/** The option whose time of day was said: "half past ten" of 9:45 and 10:30. Of several times the last that is corrected to. */
export function byTime(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  if (!prepared.holdsTimes || is(heard, 0, CLASS.questions)) return undefined;
  const decision = ofTimes(heard, prepared, lexicon);
  // "the quarter to two one"
  const last = core(heard).to - 1;
  const isPronoun = last > 1 && lexicon.language.positions.pronouns.includes(wordAt(heard.texts, last));
  if (decision?.kind === 'choose' || !isPronoun) return decision;
  const { words, texts, wordOf } = heard;
  return ofTimes(heardTokens(words, texts.slice(0, last), wordOf, lexicon), prepared, lexicon) ?? decision;
}

function ofTimes(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  return ofWholeTimes(heard, prepared, lexicon) ?? ofPart(heard, prepared, lexicon);
}

/** "nine" of 9:10 and 9:40, "ten past" of 9:10 and 10:10: what was said of a time, where nothing else was. */
function ofPart(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const timed = prepared.labels.flatMap(({ index, time }) => (time ? [{ index, time }] : []));
  const part = partOfTime(heard, lexicon);
  if (timed.length < prepared.labels.length || !part) return undefined;
  const fits = ({ time }: (typeof timed)[number]) =>
    part.hour === undefined ? time.minute === part.minute : time.hour % 12 === part.hour % 12;
  return ofFitting([...new Set(timed.filter(fits).map(({ index }) => index))], 0.8);
}

function ofFitting([index, ...others]: readonly number[], confidence: number): Decision | undefined {
  if (index === undefined) return undefined;
  if (others.length > 0) return { kind: 'which', indexes: [index, ...others], rule: 'time' };
  return { kind: 'choose', index, rule: 'time', confidence };
}

/** An hour without minutes, or minutes without an hour. */
function partOfTime(heard: Heard, lexicon: Lexicon): { hour?: number; minute?: number } | undefined {
  const { clock } = lexicon.language;
  const { texts } = heard;
  const { from, to } = unwrapped(heard, lexicon);
  const isQuarter = clock.quarter.includes(wordAt(texts, from));
  const number = isQuarter ? QUARTER : heard.numerals.find((one) => one.from === from && !one.ordinal);
  if (!number) return undefined;
  const { value } = number;
  const end = isQuarter ? from + 1 : number.to;
  if (end === to) return !isQuarter && value >= 1 && value <= 24 ? { hour: value } : undefined;
  if (end !== to - 1) return undefined;
  if (clock.past.includes(wordAt(texts, end))) return { minute: value };
  return clock.to.includes(wordAt(texts, end)) ? { minute: 60 - value } : undefined;
}

const QUARTER = { value: 15, to: 1 };

/** Without what an option is wrapped in: the tokens [from, to). */
function unwrapped(heard: Heard, { language }: Lexicon): { readonly from: number; readonly to: number } {
  // "a quarter past", but "la una"
  const isNumber = (token: number) => heard.numerals.some(({ from, value }) => from === token && value >= 1);
  const wrapping = CLASS.light | CLASS.carriers | CLASS.courtesies | CLASS.hesitations | CLASS.asking | CLASS.wishes;
  // "I would like the nine", but "we are nine"
  const isWrapping = (token: number) =>
    is(heard, token, wrapping) || (is(heard, token, CLASS.subjects) && !is(heard, token + 1, CLASS.being));
  let from = 0;
  while (isWrapping(from) && !isNumber(from)) from++;
  const isAround = (token: number) =>
    is(heard, token, CLASS.courtesies | CLASS.hesitations) ||
    language.positions.pronouns.includes(wordAt(heard.texts, token));
  let to = heard.texts.length;
  while (to > from + 1 && isAround(to - 1)) to--;
  return { from, to };
}

function ofWholeTimes(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const found = findTimes(heard.texts, lexicon).filter((time) => !isCount(heard, time, prepared, lexicon));
  const isPlain = found.some(isTold);
  const times = found.filter((time) => isTold(time) || !isPlain || isBesideTold(heard, time));
  const [first, ...others] = times;
  if (!first) return byMinutes(heard, prepared, lexicon);
  const last = others.at(-1);
  if (!last) return isExcluded(heard, first) ? undefined : ofOne(heard, first, prepared, lexicon);
  const isCorrected = prepared.areTimes && isCorrectedBetween(heard, first.to, last.from);
  return isPlain || isCorrected ? ofSeveral(heard, times, prepared) : undefined;
}

/** "half past", where nothing else was said. */
function byMinutes(heard: Heard, { labels }: Prepared, lexicon: Lexicon): Decision | undefined {
  const { from, to } = unwrapped(heard, lexicon);
  // "the half" may be one of something.
  const isWrapped = to - from === 1 && from > core(heard).from;
  if (isWrapped || !lexicon.language.clock.half.includes(heard.texts.slice(from, to).join(' '))) return undefined;
  return ofFitting([...new Set(labels.filter(({ time }) => time?.minute === HALF).map(({ index }) => index))], 0.7);
}

const HALF = 30;

function ofOne(heard: Heard, time: ClockTime, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const indexes = ofToday(heard, indexesOf(time, prepared), prepared, lexicon);
  // "Tuesday at half past ten" is not Tuesday at another time.
  const isOne =
    lexicon.language.positions.pronouns.includes(wordAt(heard.texts, time.from)) && time.minute === undefined;
  if (indexes.length === 0 && !isOne && (time.sure || (isTold(time) && prepared.areTimes))) return WORDS;
  // "not home before six", "after six"
  if (isLimited(heard, time, lexicon) && indexes.length > 0) return WORDS;
  const named = namedAmong(heard, indexes, prepared) ?? dayAmong(heard, time, indexes, prepared);
  // "saturday at eleven" where only friday has an eleven
  if (!named && isOfOther(heard, time, indexes, prepared)) return WORDS;
  const own = new Set([...range(time.from, time.to), ...(named?.tokens ?? []), ...halfOf(heard, time, lexicon)]);
  const kinds = kindsOf(heard, prepared, own);
  const around = surroundings(heard, time, kinds);
  if (around.before || around.denied || around.inSentence) return undefined;
  if (isTakenBack(heard, time.to, kinds, true)) return WORDS;
  const [index] = named ? [named.index] : indexes;
  if (index === undefined) return undefined;
  if (indexes.length > 1 && !named) return around.behind ? undefined : { kind: 'which', indexes, rule: 'time' };
  const behind = restBehind(heard, behindOwn(heard, time.to, own), kinds);
  const rest = asSaid(heard, behind.from, behind.to);
  if (lexicon.language.behind === 'led' && isInverted(heard, behind.from)) return WORDS;
  return { kind: 'choose', index, rule: 'time', confidence: 0.9, ...(rest !== '' && { rest }) };
}

/** "ten on friday": where what was said of the option ends behind its time, with small words between. */
export function behindOwn(heard: Heard, to: number, own: ReadonlySet<number>): number {
  let end = to;
  for (let at = to; own.has(at) || is(heard, at, CLASS.light); at++) if (own.has(at)) end = at + 1;
  return end;
}

/** "before six", "nach sechs" */
function isLimited(heard: Heard, { from }: ClockTime, { language: { clock } }: Lexicon): boolean {
  return is(heard, from - 1, CLASS.comparisons) || clock.past.includes(wordAt(heard.texts, from - 1));
}

/** "um zehn muss ich zum zahnarzt": where the verb stands right behind the time, it tells what happens then. */
function isInverted(heard: Heard, at: number): boolean {
  return is(heard, at, CLASS.statements | CLASS.being) && is(heard, at + 1, CLASS.subjects);
}

/** "morning" in "nine on Monday morning". */
function halfOf({ texts }: Heard, { half }: ClockTime, { language: { clock } }: Lexicon): readonly number[] {
  return range(0, texts.length).filter((token) => half !== undefined && clock[half].includes(wordAt(texts, token)));
}

/** "ten on Friday": of the options at that time the one that words of its own were said of, with these. */
function namedAmong(heard: Heard, indexes: readonly number[], { labels }: Prepared) {
  const found = indexes.flatMap((index) => {
    const items = labels.filter((label) => label.index === index).flatMap((label) => label.items);
    const words = items.filter(({ content }) => content);
    const tokens = heard.stems.flatMap((stem, token) => (words.some(({ key }) => key === stem) ? [token] : []));
    return tokens.length > 0 ? [{ index, tokens }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Whether the words of options at other times were said, and of none at that time. */
function isOfOther(heard: Heard, time: ClockTime, indexes: readonly number[], prepared: Prepared): boolean {
  if (indexes.length === 0 || holdsAny(heard, CLASS.negators)) return false;
  const others = prepared.labels.filter((label) => label.time && !indexes.includes(label.index));
  const isNamed = (index: number) =>
    namedAmong(heard, [index], prepared)?.tokens.some((token) => token < time.from || token >= time.to) === true;
  return others.some(({ index }) => isNamed(index)) && !indexes.some(isNamed);
}

/** "the twelfth at eleven": of the options at that time the one on the day that was said by its number, with that. */
function dayAmong(heard: Heard, time: ClockTime, indexes: readonly number[], { labels }: Prepared) {
  const day = heard.numerals.find(({ ordinal, from, to }) => ordinal && (to <= time.from || from >= time.to));
  if (!day) return undefined;
  const isOn = ({ index, items }: Label) => indexes.includes(index) && items.some(({ key }) => key === `#${day.value}`);
  const found = [...new Set(labels.filter(isOn).map(({ index }) => index))];
  const tokens = range(day.from, day.to);
  return found.length === 1 ? found.map((index) => ({ index, tokens }))[0] : undefined;
}

/** "twenty past eight no ten past ten", "not the ten o'clock the one at noon"; two without a word between them are asked about. */
function ofSeveral(heard: Heard, times: readonly ClockTime[], prepared: Prepared): Decision | undefined {
  const wanted = times.filter((time) => !isExcluded(heard, time));
  const last = wanted.at(-1);
  const before = wanted.at(-2);
  if (!last) return undefined;
  const isCorrected = before !== undefined && isCorrectedBetween(heard, before.to, last.from);
  const chosen = isCorrected ? [last] : wanted;
  if (chosen.some((time) => indexesOf(time, prepared).length === 0)) return WORDS;
  const indexes = [...new Set(chosen.flatMap((time) => indexesOf(time, prepared)))].sort((one, other) => one - other);
  const [index = 0, ...others] = indexes;
  if (others.length > 0) return { kind: 'which', indexes, rule: 'time' };
  // "nine fifteen not half past seven"
  const end = Math.max(...times.map(({ to }) => to));
  const behind = restBehind(heard, end, kindsOf(heard, prepared, new Set()));
  const rest = asSaid(heard, behind.from, behind.to);
  return { kind: 'choose', index, rule: 'correction', confidence: 0.85, ...(rest !== '' && { rest }) };
}

/** More than an hour by its number alone. */
function isTold({ sure, minute }: ClockTime): boolean {
  return sure || minute !== undefined;
}

/** "six of us", "six people", and "one" in "the quarter to ten one": no hour. */
function isCount(heard: Heard, time: ClockTime, { generic }: Prepared, { language }: Lexicon): boolean {
  const { to } = time;
  if (isTold(time)) return false;
  const next = wordAt(heard.texts, to);
  const isOf = language.positions.partitive.includes(next) || is(heard, to, CLASS.nouns);
  const isOfWord = heard.classes[to] === 0;
  return (isOf || isOfWord) && !generic.has(wordAt(heard.stems, to));
}

const WORDS: Decision = { kind: 'words' };

function indexesOf(time: ClockTime, { labels }: Prepared): readonly number[] {
  const fitting = labels.filter((label) => label.time && sameTime(time, label.time));
  return [...new Set(fitting.map((label: Label) => label.index))];
}

/** "two this afternoon" is none of tomorrow's. */
function ofToday(
  heard: Heard,
  indexes: readonly number[],
  { labels, holdsToday }: Prepared,
  lexicon: Lexicon,
): readonly number[] {
  if (!holdsToday || partsOfToday(heard, lexicon).length === 0) return indexes;
  const { words } = lexicon.language.clock.today;
  const isToday = ({ items }: Label) => items.some(({ text }) => words.includes(text));
  return indexes.filter((index) => labels.some((label) => label.index === index && isToday(label)));
}

/** Whether a word that excludes stands before a time, with nothing but small words between. */
function isExcluded(heard: Heard, { from }: ClockTime): boolean {
  let at = from - 1;
  while (is(heard, at, CLASS.light | CLASS.carriers | CLASS.nouns) && !is(heard, at, CLASS.negators)) at--;
  return is(heard, at, CLASS.negators) && !is(heard, at, CLASS.corrections);
}

/** "no at ten", "or nine": right behind a change of mind or an alternative, but for small words. */
function isBesideTold(heard: Heard, { from }: ClockTime): boolean {
  const beside = CLASS.corrections | CLASS.alternatives;
  let at = from - 1;
  while (is(heard, at, CLASS.light) && !is(heard, at, beside)) at--;
  return is(heard, at, beside);
}

function isCorrectedBetween(heard: Heard, from: number, to: number): boolean {
  return range(from, to).some((token) => is(heard, token, CLASS.corrections));
}
