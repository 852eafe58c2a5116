import { plainDigits } from '../digits';
import { inFull } from './abbreviations';
import { holdsPhrase, phraseAt } from './automaton';
import { withColons } from './colons';
import { createCompoundFinder } from './compound-words';
import type { Offered } from './decision';
import { type DayInFigures, daysInFigures } from './figures';
import { type Heard, hasAny, hear, holdsAny, is, range } from './heard';
import { createLabel, type Item, isPolar, type Label, widerThan } from './label';
import { type Amount, amountsOf, type Range, rangeOf, withSharedUnit } from './label-range';
import { type Window, windowOf } from './label-window';
import { CLASS, classOf, type Lexicon, LONGEST_BEGINNING, MARK } from './lexicon';
import { isAboutMatter } from './matter';
import { once } from './once';
import { own } from './own';
import { addCompounds, addDay, addDayparts, addToday, addYears, type Posting } from './postings';
import { push } from './push';
import { lettersOf } from './sounds';
import type { Unit } from './units';

/** A name of an option, or a part of it, that an answer may sound like. */
export interface Target {
  readonly index: number;
  readonly text: string;
  /** The words of the label that it stands for. */
  readonly words: readonly string[];
  readonly sound: string;
  readonly outline: string;
  /** Which letters they hold. */
  readonly letters: number;
  readonly soundLetters: number;
}

/** An offer, made ready to be matched. Synonyms are labels of their own with the index of their option. */
export interface Prepared {
  readonly labels: readonly Label[];
  readonly count: number;
  /** By stem, and by what several words are run together. */
  readonly stems: ReadonlyMap<string, readonly Posting[]>;
  readonly joined: ReadonlyMap<string, readonly Posting[]>;
  /** By a part of a compound, where the language has them. */
  readonly compounds?: (text: string) => readonly Posting[];
  readonly whole: ReadonlyMap<string, readonly Label[]>;
  /** How the words begin that these two hold. */
  readonly beginnings: ReadonlySet<string>;
  /** Stems of the question, and of what several labels share: no wish of their own. */
  readonly generic: ReadonlySet<string>;
  /** The words of the question. */
  readonly asked: ReadonlySet<string>;
  /** The question asks what the matter is. */
  readonly isMatter: boolean;
  /** It asks what somebody is: "What's your role?" */
  readonly isRole: boolean;
  /** It takes an order: "Which class would you like to join?" */
  readonly isOrder: boolean;
  /** Whether it asks what somebody wishes, and what is to be ended. */
  readonly isWishAsked: () => boolean;
  readonly isEndingAsked: () => boolean;
  /** Whether it asks for what was: "How did you hear of us?" */
  readonly isPastAsked: () => boolean;
  /** The units that it asks for. */
  readonly askedUnits: readonly Unit[];
  /** Stems that several labels share. */
  readonly shared: ReadonlySet<string>;
  readonly holdsNumbers: boolean;
  /** The options that stand for a range of numbers. */
  readonly ranges: readonly Range[];
  /** The amounts that the others hold. */
  readonly amounts: readonly Amount[];
  /** The options that stand for the time between two times of day. */
  readonly windows: readonly Window[];
  readonly holdsTimes: boolean;
  /** Every label holds one. */
  readonly areTimes: boolean;
  /** A time of today is among them, so that "this morning" is no morning of another day. */
  readonly holdsToday: boolean;
  /** Days that labels write in figures. */
  readonly days: readonly DayInFigures[];
  /** Options whose label others hold with more words, by their place; "Loan" and "Loan extension". */
  readonly widened: ReadonlyMap<number, readonly number[]>;
  /** The options that are nothing but agreement. */
  readonly agreeing: readonly { readonly index: number }[];
  /** Made when they are first needed; by how their outline begins, too. */
  readonly targets: () => readonly Target[];
  readonly targetsBy: () => ReadonlyMap<string, readonly Target[]>;
}

/** So many words of a label are run together at most. */
const LONGEST_JOIN = 4;

export function prepareOffer({ labels: written, synonyms, question }: Offered, lexicon: Lexicon): Prepared {
  const names = withColons(written.map(plainDigits), lexicon.language);
  const spelled = spelledOut(names, lexicon);
  const ways = names.flatMap((name, index) => [
    ...[name, ...(spelled[index] ?? [])].map((text) => ({ text, index, isSynonym: false })),
    ...(synonyms?.[index] ?? []).map((text) => ({ text, index, isSynonym: true })),
  ]);
  const tokens = inFull(
    ways.map(({ text }) => lexicon.tokenize(text).texts),
    lexicon,
  );
  const arePolar = isPolar(tokens, lexicon);
  const labels = withoutAmbiguous(ways.map((way, at) => createLabel(way, tokens[at] ?? [], arePolar, lexicon)));
  markShared(labels);
  for (const label of labels) promote(label, labels, lexicon);
  const stems = new Map<string, Posting[]>();
  const joined = new Map<string, Posting[]>();
  const whole = new Map<string, Label[]>();
  for (const label of labels) {
    if (label.compact !== '') push(whole, label.compact, label);
    for (const [at, item] of label.items.entries()) {
      push(stems, item.key, { label, items: [at] });
      let run = item.text;
      for (let to = at + 1; to < label.items.length && to - at < LONGEST_JOIN; to++) {
        run += label.items[to]?.text ?? '';
        push(joined, run, { label, items: range(at, to + 1) });
      }
      if (item.text.length > 1 && !item.key.startsWith('#')) push(joined, item.text, { label, items: [at] });
    }
  }
  for (const label of labels) addYears(label, stems, lexicon);
  addDayparts(labels, stems, lexicon);
  for (const label of labels) addToday(label, joined, lexicon);
  addCompounds(labels, stems);
  const least = lexicon.language.compounds;
  const days = daysInFigures(names);
  for (const day of days) addDay(day, labels, stems, lexicon);
  const ranges = withSharedUnit(names.flatMap((name, index) => rangeOf(name, index, lexicon) ?? []));
  const heardQuestion = question === undefined ? undefined : hear(question, lexicon);
  const asked = heardQuestion?.texts ?? [];
  const targets = once(() => labels.flatMap((label) => (label.isSynonym ? [] : targetsOf(label, lexicon))));
  const shared = labels.flatMap(({ items }) => items.filter((item) => item.shared).map(({ key }) => key));
  return {
    labels,
    count: names.length,
    stems,
    joined,
    ...(least !== undefined && { compounds: createCompoundFinder(labels, least, lexicon.language.prefixed) }),
    whole,
    beginnings: beginningsOf([...joined.keys(), ...whole.keys()]),
    generic: new Set([...asked.map(lexicon.stem), ...shared, ...nounsOfAll(labels, lexicon)]),
    asked: new Set(asked),
    isMatter: heardQuestion !== undefined && isAboutMatter(heardQuestion),
    isWishAsked: once(() => heardQuestion !== undefined && holdsAny(heardQuestion, CLASS.wishes)),
    isEndingAsked: once(() => heardQuestion !== undefined && hasAny(heardQuestion, MARK.undoings)),
    isRole: holdsPhrase(lexicon.aside.roles, asked),
    isOrder: holdsPhrase(lexicon.aside.orders, asked),
    isPastAsked: once(() => lexicon.language.words.pasts.some((word) => asked.includes(word))),
    askedUnits: heardQuestion === undefined ? [] : unitsOf(heardQuestion, lexicon),
    shared: new Set(
      labels.flatMap(({ items }) => items.filter((one) => one.shared && one.content).map(({ key }) => key)),
    ),
    ranges,
    amounts: names.flatMap((name, index) =>
      ranges.some((range) => range.index === index) ? [] : amountsOf(name, index, lexicon),
    ),
    windows: names.flatMap((name, index) => windowOf(name, index, lexicon) ?? []),
    holdsNumbers: labels.some(({ items }) => items.some(({ key }) => key.startsWith('#'))),
    holdsTimes: labels.some(({ time }) => time !== undefined),
    areTimes: labels.every(({ time }) => time !== undefined),
    days,
    holdsToday: labels.some(
      ({ time, items }) => time && items.some(({ text }) => lexicon.language.clock.today.words.includes(text)),
    ),
    agreeing: names.flatMap((name, index) => (isAgreement(name, lexicon) ? [{ index }] : [])),
    widened: widenedOf(labels),
    targets,
    targetsBy: once(() => {
      const found = new Map<string, Target[]>();
      for (const target of targets()) push(found, target.outline.charAt(0), target);
      return found;
    }),
  };
}

function widenedOf(labels: readonly Label[]): ReadonlyMap<number, readonly number[]> {
  return new Map(
    labels.flatMap((label) => {
      const wider = [...new Set(widerThan(label, labels).map(({ index }) => index))];
      return wider.length > 0 ? [[label.index, wider] as const] : [];
    }),
  );
}

/** Each once; "a day" of "How many minutes a day?" only tells how often. */
function unitsOf(question: Heard, { units, language: { ranges } }: Lexicon): readonly Unit[] {
  const { texts } = question;
  const told = texts.flatMap((_, at) => (is(question, at, CLASS.rates) ? [] : (units(texts, at)?.units ?? [])));
  const isAge = ranges.ages.some((word) => texts.includes(word));
  const all = isAge ? [...told, ...(units(ranges.ageUnit, 0)?.units ?? [])] : told;
  return [...new Map(all.map((unit) => [`${unit.group}:${unit.value}`, unit])).values()];
}

function isAgreement(name: string, { tokenize, agreement }: Lexicon): boolean {
  const { texts } = tokenize(name);
  return phraseAt(agreement, texts, 0)?.to === texts.length;
}

function beginningsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => range(0, LONGEST_BEGINNING).map((end) => word.slice(0, end + 1))));
}

/** How else the labels are said that are nothing but signs, such as sizes: one alone may be an abbreviation of anything. */
function spelledOut(names: readonly string[], { language, tokenize }: Lexicon): readonly (readonly string[])[] {
  const found = names.map((name) => own(language.spelled, tokenize(name).texts.join('')) ?? []);
  return found.filter((ways) => ways.length > 0).length > 1 ? found : [];
}

/** "amount" of "Other amount", where the others are numbers. */
function nounsOfAll(labels: readonly Label[], { language, stem }: Lexicon): string[] {
  if (labels.filter(({ number }) => number !== undefined).length < 2) return [];
  const others = new Set(language.others.map(stem));
  return labels.flatMap(({ items }) =>
    items.slice(1).flatMap(({ key }, at) => (others.has(items[at]?.key ?? '') ? [key] : [])),
  );
}

/** Without synonyms that hold a word of another option's. */
function withoutAmbiguous(labels: readonly Label[]): readonly Label[] {
  const isOthers = (index: number, key: string) =>
    labels.some((other) => other.index !== index && other.items.some((item) => item.content && item.key === key));
  return labels.filter(
    ({ isSynonym, index, items }) => !isSynonym || !items.some(({ key, content }) => content && isOthers(index, key)),
  );
}

function markShared(labels: readonly Label[]): void {
  const holders = new Map<string, Set<number>>();
  for (const { index, items } of labels) {
    for (const { key } of items) {
      const known = holders.get(key);
      if (known) known.add(index);
      else holders.set(key, new Set([index]));
    }
  }
  for (const { items } of labels) {
    for (const item of items) item.shared = (holders.get(item.key)?.size ?? 0) > 1;
  }
}

/**
 * What tells a label from others is content, even where it is a light word: "Turn on" and "Turn off", "This evening" and
 * "Tomorrow evening", "Milk" and "No milk".
 */
function promote({ items: all, polarity }: Label, labels: readonly Label[], { classes }: Lexicon): void {
  const items = polarity ? all.slice(1) : all;
  if (items.length === 0 || items.some(({ content, shared }) => content && !shared)) return;
  const own = items.filter(({ shared }) => !shared);
  const isEverywhere = (item: Item) => labels.every((label) => label.items.some(({ key }) => key === item.key));
  // "The" of "In the Ear" and "Behind the Ear" tells neither.
  const isArticle = (item: Item) => (classOf(item.text, classes) & CLASS.determiners) !== 0;
  const telling = own.length > 0 ? own : all.filter((item) => !isEverywhere(item) && !isArticle(item));
  for (const item of telling) item.content = true;
}

/** So many parts of labels are compared by their sound at most. */
const MOST_TARGETS = 8;

function targetsOf({ index, items, core }: Label, { sounds, soundOf, outlines }: Lexicon): readonly Target[] {
  const target = (words: readonly string[], sound: string): Target => {
    const text = words.join('').replaceAll("'", '');
    return {
      index,
      text,
      words,
      sound,
      outline: outlines(sound),
      letters: lettersOf(text),
      soundLetters: lettersOf(sound),
    };
  };
  const textsOf = (chosen: Label['items']) => chosen.map(({ text }) => text);
  const content = textsOf(items.filter((item) => item.content));
  const own = textsOf(items.filter((item) => item.content && !item.shared));
  const wholes = new Map([content, textsOf(items), own].map((words) => [words.join('').replaceAll("'", ''), words]));
  wholes.delete('');
  return [
    ...[...wholes].map(([text, words]) => target(words, sounds(text))),
    ...(core === '' ? [] : [target(content, content.map(soundOf).join(''))]),
    ...own.map((word) => target([word], soundOf(word))),
  ].slice(0, MOST_TARGETS);
}
