import { type ClockTime, findTimes, sameTime } from './clock';
import { kindsOf, surroundings } from './context';
import type { Decision } from './decision';
import { partsOfToday } from './evidence';
import { asSaid, core, type Heard, heardTokens, is, range } from './heard';
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
  const timed = prepared.labels.filter(({ time }) => time !== undefined);
  const part = partOfTime(heard, lexicon);
  if (timed.length < prepared.labels.length || !part) return undefined;
  const fits = ({ time }: Label) =>
    part.hour === undefined ? time?.minute === part.minute : time && time.hour % 12 === part.hour % 12;
  const indexes = [...new Set(timed.filter(fits).map(({ index }) => index))];
  const [index] = indexes;
  if (index === undefined) return undefined;
  if (indexes.length > 1) return { kind: 'which', indexes, rule: 'time' };
  return { kind: 'choose', index, rule: 'time', confidence: 0.8 };
}

/** An hour without minutes, or minutes without an hour, with nothing around but what an option is wrapped in. */
function partOfTime(heard: Heard, { language }: Lexicon): { hour?: number; minute?: number } | undefined {
  const { clock, positions } = language;
  const { texts } = heard;
  const isWrapping = (token: number) =>
    is(heard, token, CLASS.light | CLASS.carriers | CLASS.courtesies | CLASS.hesitations) &&
    !heard.numerals.some(({ from }) => from === token);
  let from = 0;
  let to = texts.length;
  const isSign = (token: number) =>
    clock.past.includes(wordAt(texts, token)) || clock.to.includes(wordAt(texts, token));
  while (from < to && isWrapping(from)) from++;
  const isAround = (token: number) =>
    is(heard, token, CLASS.courtesies | CLASS.hesitations) || positions.pronouns.includes(wordAt(texts, token));
  while (to > from + 1 && isAround(to - 1) && !isSign(to - 1)) to--;
  const said = texts.slice(from, to).join(' ');
  if (clock.half.some((half) => half.includes(' ') && half === said)) return { minute: 30 };
  const number = heard.numerals.find((one) => one.from === from && one.parts === 1 && !one.ordinal);
  const isQuarter = clock.quarter.includes(wordAt(texts, from));
  const value = isQuarter ? 15 : number?.value;
  const end = isQuarter ? from + 1 : number?.to;
  if (value === undefined || end === undefined || !Number.isInteger(value)) return undefined;
  if (end === to) return !isQuarter && value >= 1 && value <= 24 ? { hour: value } : undefined;
  if (end !== to - 1 || value <= 0 || value >= 60) return undefined;
  if (clock.past.includes(wordAt(texts, end))) return { minute: value };
  return clock.to.includes(wordAt(texts, end)) ? { minute: 60 - value } : undefined;
}

function ofWholeTimes(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const found = findTimes(heard.texts, lexicon).filter((time) => !isCount(heard, time, prepared, lexicon));
  const isPlain = found.some(isTold);
  const times = found.filter((time) => isTold(time) || !isPlain || isBehindCorrection(heard, time));
  const [first, ...others] = times;
  if (!first) return byMinutes(heard, prepared, lexicon);
  if (others.length === 0) return isExcluded(heard, first) ? undefined : ofOne(heard, first, prepared, lexicon);
  const isCorrected = prepared.areTimes && isCorrectedBetween(heard, times.at(-2)?.to ?? 0, times.at(-1)?.from ?? 0);
  return isPlain || isCorrected ? ofSeveral(heard, times, prepared) : undefined;
}

/** "half past" where one time alone is at half past. */
function byMinutes(heard: Heard, { labels }: Prepared, { language: { clock } }: Lexicon): Decision | undefined {
  const { from, to } = core(heard);
  const said = heard.texts.slice(from, to).join(' ');
  if (!clock.half.includes(said)) return undefined;
  const fitting = [...new Set(labels.flatMap(({ index, time }) => (time?.minute === HALF ? [index] : [])))];
  const [index] = fitting;
  if (index === undefined) return undefined;
  return fitting.length > 1
    ? { kind: 'which', indexes: fitting, rule: 'time' }
    : { kind: 'choose', index, rule: 'time', confidence: 0.7 };
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
  const own = new Set([...tokensOf(time), ...(named?.tokens ?? []), ...halfOf(heard, time, lexicon)]);
  const kinds = kindsOf(heard, prepared, own);
  const around = surroundings(heard, time, kinds);
  if (around.before || around.denied || around.inSentence) return undefined;
  if (isTakenBack(heard, time.to, kinds, true)) return WORDS;
  const [index] = named ? [named.index] : indexes;
  if (index === undefined) return undefined;
  if (indexes.length > 1 && !named) return around.behind ? undefined : { kind: 'which', indexes, rule: 'time' };
  const behind = restBehind(heard, time.to, kinds);
  const rest = asSaid(heard, behind.from, behind.to);
  if (rest !== '' && lexicon.language.behind === 'led' && isInverted(heard, behind.from)) return WORDS;
  return { kind: 'choose', index, rule: 'time', confidence: 0.9, ...(rest !== '' && { rest }) };
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
  return half ? texts.flatMap((text, token) => (clock[half].includes(text) ? [token] : [])) : [];
}

/** "ten on Friday": of the options at that time the one that words of its own were said of, with these. */
function namedAmong(heard: Heard, indexes: readonly number[], { labels }: Prepared) {
  const found = indexes.flatMap((index) => {
    const items = labels.filter((label) => label.index === index).flatMap((label) => label.items);
    const words = items.filter(({ content, key }) => content && !key.startsWith('#'));
    const tokens = heard.stems.flatMap((stem, token) => (words.some(({ key }) => key === stem) ? [token] : []));
    return tokens.length > 0 ? [{ index, tokens }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** "the twelfth at eleven": of the options at that time the one on the day that was said by its number, with that. */
function dayAmong(heard: Heard, time: ClockTime, indexes: readonly number[], { labels }: Prepared) {
  const day = heard.numerals.find(({ ordinal, from, to }) => ordinal && (to <= time.from || from >= time.to));
  if (!day) return undefined;
  const isOn = ({ index, items }: Label) => indexes.includes(index) && items.some(({ key }) => key === `#${day.value}`);
  const found = [...new Set(labels.filter(isOn).map(({ index }) => index))];
  const [index] = found;
  return index === undefined || found.length > 1 ? undefined : { index, tokens: range(day.from, day.to) };
}

/** "twenty past eight no ten past ten", "not the ten o'clock the one at noon"; two without a word between them are asked about. */
function ofSeveral(heard: Heard, times: readonly ClockTime[], prepared: Prepared): Decision | undefined {
  const own = new Set(times.flatMap((time) => tokensOf(time)));
  const wanted = times.filter((time) => !isExcluded(heard, time));
  const last = wanted.at(-1);
  const before = wanted.at(-2);
  if (!last) return undefined;
  const isCorrected = before !== undefined && isCorrectedBetween(heard, before.to, last.from);
  const chosen = isCorrected ? [last] : wanted;
  const indexes = [...new Set(chosen.flatMap((time) => indexesOf(time, prepared)))].sort((one, other) => one - other);
  const [index] = indexes;
  if (index === undefined || chosen.some((time) => indexesOf(time, prepared).length === 0)) return WORDS;
  if (indexes.length > 1) return { kind: 'which', indexes, rule: 'time' };
  const behind = restBehind(heard, last.to, kindsOf(heard, prepared, own));
  const rest = asSaid(heard, behind.from, behind.to);
  return { kind: 'choose', index, rule: 'correction', confidence: 0.85, ...(rest !== '' && { rest }) };
}

/** More than an hour by its number alone. */
function isTold({ sure, minute }: ClockTime): boolean {
  return sure || minute !== undefined;
}

/** "six of us", "six people", and "one" in "the quarter to ten one": no hour. */
function isCount(heard: Heard, time: ClockTime, { generic }: Prepared, { language }: Lexicon): boolean {
  const { from, to } = time;
  if (isTold(time)) return false;
  const next = wordAt(heard.texts, to);
  if (language.positions.pronouns.includes(wordAt(heard.texts, from)) && from > 0) return true;
  const isOf = language.positions.partitive.includes(next) || is(heard, to, CLASS.nouns);
  const isOfWord = next !== '' && heard.classes[to] === 0 && !heard.numerals.some((numeral) => numeral.from === to);
  return (isOf || isOfWord) && !generic.has(wordAt(heard.stems, to));
}

const WORDS: Decision = { kind: 'words' };

function tokensOf({ from, to }: ClockTime): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

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

/** "no at ten": right behind a change of mind, but for small words. */
function isBehindCorrection(heard: Heard, { from }: ClockTime): boolean {
  let at = from - 1;
  while (is(heard, at, CLASS.light) && !is(heard, at, CLASS.corrections)) at--;
  return is(heard, at, CLASS.corrections);
}

function isCorrectedBetween(heard: Heard, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (is(heard, token, CLASS.corrections)) return true;
  return false;
}
