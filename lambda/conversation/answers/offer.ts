import { inFull } from './abbreviations';
import { type ClockTime, labelTime } from './clock';
import type { Offered } from './decision';
import { range } from './heard';
import { CLASS, classify, classOf, type Lexicon } from './lexicon';
import { numerals } from './numerals';
import { lettersOf } from './sounds';

/** A word or number of a label. */
export interface Item {
  /** The stem of a word, or the digits of a number behind "#". */
  readonly key: string;
  readonly text: string;
  /** Says something of its own: not an article or the like. */
  content: boolean;
  /** Other labels hold it, too. */
  shared: boolean;
  /** A number that tells a place in a row. */
  readonly ordinal?: boolean;
}

export interface Label {
  readonly index: number;
  readonly items: readonly Item[];
  /** All its words without spaces, and without those that say nothing. */
  readonly compact: string;
  readonly core: string;
  readonly polarity?: 'yes' | 'no';
  /** It holds a word that excludes: "I do not accept". */
  readonly negative: boolean;
  readonly time?: ClockTime;
  /** In the smallest unit, where it is one measure: "half an hour". */
  readonly measure?: number;
  /** The value of its only number. */
  readonly number?: number;
  /** Words that only stand for it. Numbers that do, as in a menu, count like a label. */
  readonly isSynonym: boolean;
}

/** Where a word, several words run together, or a number stands: in which items of which label. */
export interface Posting {
  readonly label: Label;
  readonly items: readonly number[];
  /** It is only a part of an item: "burger" in "Cheeseburger". */
  readonly isPart?: true;
}

/** A name of an option, or a part of it, that an answer may sound like. */
export interface Target {
  readonly index: number;
  readonly text: string;
  readonly sound: string;
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
  readonly whole: ReadonlyMap<string, readonly Label[]>;
  /** Stems of the question, and of what several labels share: no wish of their own. */
  readonly generic: ReadonlySet<string>;
  /** The words of the question. */
  readonly asked: ReadonlySet<string>;
  /** Stems that several labels share. */
  readonly shared: ReadonlySet<string>;
  readonly holdsNumbers: boolean;
  readonly holdsTimes: boolean;
  /** Every label holds one. */
  readonly areTimes: boolean;
  /** Made when it is first needed. */
  readonly targets: () => readonly Target[];
}

/** So many words of a label are run together at most. */
const LONGEST_JOIN = 4;

export function prepareOffer({ labels: names, synonyms, question }: Offered, lexicon: Lexicon): Prepared {
  const ways = names.flatMap((name, index) =>
    [name, ...(synonyms?.[index] ?? [])].map((text, at) => ({ text, index, isSynonym: at > 0 })),
  );
  const tokens = inFull(
    ways.map(({ text }) => lexicon.tokenize(text).texts),
    lexicon,
  );
  const labels = withoutAmbiguous(ways.map((way, at) => createLabel(way, tokens[at] ?? [], lexicon)));
  markShared(labels);
  labels.forEach(promote);
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
  for (const label of labels) addDayparts(label, stems, lexicon);
  addCompounds(labels, stems);
  const asked = question === undefined ? [] : lexicon.tokenize(question).texts;
  const shared = labels.flatMap(({ items }) => items.filter((item) => item.shared).map(({ key }) => key));
  return {
    labels,
    count: names.length,
    stems,
    joined,
    whole,
    generic: new Set([...asked.map(lexicon.stem), ...shared, ...nounsOfAll(labels, lexicon)]),
    asked: new Set(asked),
    shared: new Set(
      labels.flatMap(({ items }) => items.filter((one) => one.shared && one.content).map(({ key }) => key)),
    ),
    holdsNumbers: labels.some(({ items }) => items.some(({ key }) => key.startsWith('#'))),
    holdsTimes: labels.some(({ time }) => time !== undefined),
    areTimes: labels.every(({ time }) => time !== undefined),
    targets: once(() => labels.flatMap((label) => (label.isSynonym ? [] : targetsOf(label, lexicon)))),
  };
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
  if (!labels.some(({ isSynonym }) => isSynonym)) return labels;
  const isOthers = (index: number, key: string) =>
    labels.some((other) => other.index !== index && other.items.some((item) => item.content && item.key === key));
  return labels.filter(
    ({ isSynonym, index, items }) => !isSynonym || !items.some(({ key, content }) => content && isOthers(index, key)),
  );
}

interface Way {
  readonly text: string;
  readonly index: number;
  readonly isSynonym: boolean;
}

function createLabel({ text, index, isSynonym }: Way, texts: readonly string[], lexicon: Lexicon): Label {
  const { classes } = classify(texts, lexicon);
  const found = numerals(texts, lexicon.numbers, lexicon.language.positions);
  const items: Item[] = [];
  const values: number[] = [];
  for (let at = 0; at < texts.length; ) {
    const numeral = found.find(({ from }) => from === at);
    if (numeral) {
      const said = texts.slice(numeral.from, numeral.to).join('');
      items.push({ key: `#${numeral.digits}`, text: said, content: true, shared: false, ordinal: numeral.ordinal });
      values.push(numeral.value);
      at = numeral.to;
      continue;
    }
    const word = texts[at] ?? '';
    const isLight = (classOf(word, lexicon.classes) & (CLASS.light | CLASS.subjects | CLASS.being)) !== 0;
    items.push({ key: lexicon.stem(word), text: word, content: !isLight || word === 'off', shared: false });
    at++;
  }
  const polarity = polarityOf(texts, lexicon);
  const measure = measureOf(items, values, lexicon);
  const time = labelTime(text, texts, lexicon);
  const half = time?.half && lexicon.language.clock[time.half];
  for (const item of items) if (half?.includes(item.text)) item.content = true;
  return {
    index,
    items: withContent(items, polarity !== undefined, texts, lexicon),
    compact: texts.join('').replaceAll("'", ''),
    core: items
      .filter(({ content }) => content)
      .map((item) => item.text)
      .join(''),
    negative: classes.some((bits) => (bits & CLASS.negators) !== 0),
    ...(polarity && { polarity }),
    ...(time && { time }),
    ...(measure !== undefined && { measure }),
    ...(values.length === 1 && { number: values[0] }),
    isSynonym: isSynonym && values.length === 0,
  };
}

/** A label of light words alone has them for content; the yes or no that a label begins with is none where more follows. */
function withContent(
  items: readonly Item[],
  polar: boolean,
  texts: readonly string[],
  { language }: Lexicon,
): readonly Item[] {
  const lead = new Set([...language.polarity.labels.yes, ...language.polarity.labels.no]);
  const rest = polar
    ? items.map((item, at) => (at === 0 && lead.has(texts[0] ?? '') ? { ...item, content: false } : item))
    : items;
  if (rest.some(({ content }) => content) || (polar && items.length === 1)) return rest;
  return rest.map((item, at) => (polar && at === 0 ? item : { ...item, content: true }));
}

function polarityOf(texts: readonly string[], { language, tokenize }: Lexicon): 'yes' | 'no' | undefined {
  const begins = (phrase: string) => tokenize(phrase).texts.every((word, at) => texts[at] === word);
  const { yes, no } = language.polarity.labels;
  if (yes.some(begins)) return 'yes';
  return no.some(begins) ? 'no' : undefined;
}

function measureOf(items: readonly Item[], values: readonly number[], { language, stem }: Lexicon): number | undefined {
  const [value] = values;
  if (value === undefined || values.length > 1) return undefined;
  for (const [unit, factor] of Object.entries(language.measures)) {
    if (items.some(({ key }) => key === stem(unit))) return value * factor;
  }
  return undefined;
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

/** What tells a label from others is content, even where it is a light word: "Turn on" and "Turn off". */
function promote({ items: all, polarity }: Label): void {
  const items = polarity ? all.slice(1) : all;
  if (items.some(({ content, shared }) => content && !shared)) return;
  const own = items.filter(({ shared }) => !shared);
  for (const item of own) item.content = true;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** "the morning one" means 9 am. */
function addDayparts(label: Label, stems: Map<string, Posting[]>, { language: { clock }, stem }: Lexicon): void {
  const half = label.time?.half;
  if (!half) return;
  const at = label.items.findIndex(({ text }) => clock[half].includes(text));
  if (at < 0) return;
  for (const word of clock[half]) {
    if (!word.includes(' ') && word !== label.items[at]?.text) push(stems, stem(word), { label, items: [at] });
  }
}

const SHORTEST_PART = 4;

/** A word that another label writes together: "burger" of Chicken burger also names Cheeseburger. */
function addCompounds(labels: readonly Label[], stems: Map<string, Posting[]>): void {
  const parts = new Map(
    labels.flatMap(({ items }) =>
      items.filter(({ text }) => text.length >= SHORTEST_PART).map(({ text, key }) => [text, key] as const),
    ),
  );
  for (const label of labels) {
    for (const [at, { text }] of label.items.entries()) {
      for (let end = SHORTEST_PART; end <= text.length - 3; end++) {
        const key = parts.get(text.slice(-end));
        if (key !== undefined) push(stems, key, { label, items: [at], isPart: true });
      }
    }
  }
}

/** So many parts of labels are compared by their sound at most. */
const MOST_TARGETS = 8;

function targetsOf({ index, items, compact, core }: Label, { sounds, soundOf }: Lexicon): readonly Target[] {
  const target = (text: string, sound: string): Target => {
    return { index, text, sound, letters: lettersOf(text), soundLetters: lettersOf(sound) };
  };
  const words = items.filter(({ content, shared }) => content && !shared);
  const whole = [...new Set([core, compact])].filter((text) => text !== '');
  const spoken = items.filter(({ content }) => content).map(({ text }) => soundOf(text));
  return [
    ...whole.map((text) => target(text, sounds(text))),
    target(core, spoken.join('')),
    ...words.map(({ text }) => target(text, soundOf(text))),
  ].slice(0, MOST_TARGETS);
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
