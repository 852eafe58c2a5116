import { type ClockTime, labelTime } from './clock';
import { rangeOf } from './label-range';
import { CLASS, classify, classOf, type Lexicon } from './lexicon';
import { type Numeral, numerals } from './numerals';
import { wordAt } from './word-at';

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
  /** It is the lack of something: "No cheese", but not "No, another time". */
  readonly lacks: boolean;
  readonly time?: ClockTime;
  /** The value of its only number. */
  readonly number?: number;
  /** Words that only stand for it. Numbers that do, as in a menu, count like a label. */
  readonly isSynonym: boolean;
}

/** Nobody says more words of a label; each is looked for at each word that is said. */
const MOST_ITEMS = 40;

interface Way {
  readonly text: string;
  readonly index: number;
  readonly isSynonym: boolean;
}

export function createLabel(
  { text, index, isSynonym }: Way,
  texts: readonly string[],
  mayBePolar: boolean,
  lexicon: Lexicon,
): Label {
  const { classes } = classify(texts, texts.map(lexicon.entry), lexicon);
  const found = numeralsOf(text, texts, lexicon);
  const items: Item[] = [];
  const values: number[] = [];
  for (let at = 0; at < texts.length && items.length < MOST_ITEMS; ) {
    const numeral = found.find((one) => one.from === at);
    if (numeral) {
      const said = texts.slice(numeral.from, numeral.to).join('');
      items.push({ key: `#${numeral.digits}`, text: said, content: true, shared: false, ordinal: numeral.ordinal });
      values.push(numeral.value);
      at = numeral.to;
      continue;
    }
    const word = wordAt(texts, at);
    const isLight = (classOf(word, lexicon.classes) & (CLASS.light | CLASS.subjects | CLASS.being)) !== 0;
    items.push({ key: lexicon.stem(word), text: word, content: !isLight, shared: false });
    at++;
  }
  const polarity = mayBePolar ? polarityOf(texts, lexicon) : undefined;
  // "1 to 4" is no minute before four.
  const time = rangeOf(text, index, lexicon) ? undefined : labelTime(text, texts, lexicon);
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
    lacks: polarity === 'no' && /^[\p{L}\p{M}]+ /u.test(text),
    negative: classes.some((bits, at) => isNegator(bits, wordAt(texts, at), lexicon)),
    ...(polarity && { polarity }),
    ...(time && { time }),
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
    ? items.map((item, at) => (at === 0 && lead.has(wordAt(texts, 0)) ? { ...item, content: false } : item))
    : items;
  if (rest.some(({ content }) => content)) return rest;
  return rest.map((item, at) => (polar && at === 0 ? item : { ...item, content: true }));
}

/** Whether labels may stand for yes and no. "Great", "Okay" and "Poor" do not, nor do "No heating" and "No water". */
export function isPolar(labels: readonly (readonly string[])[], lexicon: Lexicon): boolean {
  const found = labels.map((texts) => polarityOf(texts, lexicon));
  const count = (value: string) => found.filter((one) => one === value).length;
  if (labels.length <= 2 || (count('yes') > 0 && count('no') > 0)) return true;
  const isSoft = labels.every(([first]) => first !== lexicon.language.polarity.labels.yes[0]);
  return count('yes') > 0 ? !isSoft : count('no') < 2;
}

function polarityOf(texts: readonly string[], lexicon: Lexicon): 'yes' | 'no' | undefined {
  const { language, tokenize, classes } = lexicon;
  const begins = (phrase: string) => tokenize(phrase).texts.every((word, at) => texts[at] === word);
  const { yes, no } = language.polarity.labels;
  const agreed = yes.find(begins);
  if (agreed === undefined) return no.some(begins) ? 'no' : undefined;
  // "Of course not"
  const [next = '', ...more] = texts.slice(tokenize(agreed).texts.length);
  return more.length === 0 && isNegator(classOf(next, classes), next, lexicon) ? 'no' : 'yes';
}

/** Also in a set phrase: "don't know". */
function isNegator(bits: number, text: string, { classes }: Lexicon): boolean {
  const own = (bits & CLASS.idioms) === 0 ? bits : bits | classOf(text, classes);
  return (own & CLASS.negators) !== 0;
}

/** The numbers of a label. Those that it writes apart are several. */
function numeralsOf(label: string, texts: readonly string[], { numbers, language }: Lexicon): readonly Numeral[] {
  const apart = numbersApart(label);
  const ends = texts.flatMap((text, at) => (apart.has(`${text} ${texts[at + 1]}`) ? [at + 1] : []));
  if (ends.length === 0) return numerals(texts, numbers, language.positions);
  return [0, ...ends].flatMap((begin, at) =>
    numerals(texts.slice(begin, ends[at]), numbers, language.positions).map((one) => ({
      ...one,
      from: begin + one.from,
      to: begin + one.to,
    })),
  );
}

/** "9 128" of "Nova 9 128 GB", "199 1" of "199 – 1 GB", "12 11" of "June 12, 11:00": neighbours that a label writes apart. */
function numbersApart(label: string): ReadonlySet<string> {
  return new Set([...label.matchAll(APART)].map(([, one, other]) => `${one} ${other}`));
}

const APART = /(?<!\d)(\d+)[^\p{L}\p{N}\s]*\s[^\p{L}\p{N}]*(?=(\d+))/gu;

/**
 * Labels of other options that hold all the words of a label, and more: "Student loan extension" for "Student loan". One word
 * is held by things of another kind: "Pencil case".
 */
export function widerThan({ index, items }: Label, labels: readonly Label[]): readonly Label[] {
  const own = items.filter(({ content }) => content);
  if (own.length < 2) return [];
  const holds = (label: Label) => own.every(({ key }) => label.items.some((item) => item.key === key));
  return labels.filter((label) => label.index !== index && !label.isSynonym && holds(label));
}
