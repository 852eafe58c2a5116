import { BLANK } from '../signals';
import { listOf } from '../written/rules';
import { asChoices, holdsChoices, namesChoice } from './choices';
import keys from './text-keys.json';

/** What the data of chatbots call a text that is meant to be read, in whatever language their makers name it. */
const TEXT_KEYS = new Set(listOf(Object.values(keys.texts).join(' ')));
/** What may hold a text or a word for programs: a text where it is a sentence. */
const PERHAPS_TEXT = new Set(listOf(keys.perhaps));
const SENTENCE = /\p{L}.*[ \p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}].*[.!?…。！？؟।]["'”’»)」]?\s*$/su;

/** What holds the text itself, under the key of one: `{"text": {"value": …}}`, `{"answer": {"en": …}}`. */
const INNER_KEY = /^(?:value|plain|default|string|raw|[a-z]{2}(?:[-_][a-z]{2})?)$/;
/** A piece of an answer that is sent as it is made. */
const PIECE_KEYS = new Set(['delta', 'chunk', 'token']);
/** The days of hours, as data names them: what stands under them is said behind them. */
const DAY = /^(?:mon|tues?|wed|wednes|thu|thurs?|fri|sat|satur|sun)(?:day)?$/;
/** Whose words are not the bot's. */
const OTHERS = /^(?:system|developer|user|human|tool|function)$/i;
const ROLE_KEYS = new Set(['role', 'sender']);
/** Data as the text of data, so many times over. */
const MOST_TIMES = 3;

/** Where data may begin: a brace or bracket, and the first key behind it. */
const START = /[[{]\s{0,20}(?:[[{]\s{0,20}){0,5}["'][^"'\n]{1,60}["']\s{0,20}:/g;
const TOKEN =
  /\s+|[[\]{},:]|"(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\.)*'|-?\d[\d.eE+-]*|(?:true|false|null|True|False|None|undefined)\b|["'].*/sy;
/** The end of one, too: where it begins, an odd number of them stands before it. */
const FENCE_BEFORE = /```\w*\s*$/;
/** The line of an event stream, with those before it that say what it is, and one that ends it. */
const EVENT = /(?<![^\n])(?:(?:event|id|retry):[^\n]{0,100}\n)*data:\s*$/;
const LAST_EVENT = /^data: ?\[DONE\][ \t]*$/gm;
/** What announces data on a line of its own: nothing is left to announce where no text is in it. */
const ANNOUNCED = /(?<![^\n])[ \t]*[\p{L}_]{1,20}:\s*$/u;
/** The sentence that leads to data, and one that data is a part of. */
const LEADING = /(?<=^|[.!?…\n])[^.!?…\n]{1,200}:\s*$/u;
const LONGEST_LEAD = 200;
const WITHIN = /[\p{L}\p{N},][ (]{1,3}$/u;
const BEHIND = /^\s?[.,;]/;
const FENCE_AFTER = /^\s*```/;

/** The inside of data without its braces, from its first key to a second one. */
const INSIDE = /^\s*"[a-z_]\w{0,40}": ?(?:"[^"\n]{0,1000}"|[\w.]{1,20}),\s*"[a-z_]\w{0,40}": ?\S/i;

/** A text that is all one string of data. */
const STRING = /^\s*"(?:[^"\\]|\\.)*\\"(?:[^"\\]|\\.)*"\s*$/s;

/** A text with the texts of the data in it instead of the data: JSON, whole, broken off, or as Python prints it. */
export function withoutData(source: string): string {
  return textsOf(source, MOST_TIMES);
}

function textsOf(source: string, times: number): string {
  const whole = STRING.test(source) ? unquoted(source.trim()) : source;
  const text = INSIDE.test(whole) ? `{${whole}}` : whole;
  if (!/[[{]\s*["'[{]/.test(text)) return text;
  let said = '';
  let from = 0;
  let wasPiece = false;
  let hasWords = false;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const { end, texts, isPiece } = readData(text, start.index, times);
    const before = text.slice(from, start.index);
    const isFenced = FENCE_BEFORE.test(before.slice(-30)) && before.split('```').length % 2 === 0;
    const isCode = isFenced || /(?<!`)`$/.test(before);
    if (!isCode || texts.length > 0) {
      const kept = (isFenced ? before.replace(FENCE_BEFORE, '') : before).replace(EVENT, '');
      const isNext = isPiece && wasPiece && kept.trim() === '';
      if (isNext) said = said.trimEnd() + (said.endsWith(' \n\n') ? ' ' : '');
      if (texts.length > 0)
        said += isNext ? `${texts.join('')}\n\n` : `${kept}\n\n${texts.join(isPiece ? '' : '\n\n')}\n\n`;
      from = end + (isCode ? (FENCE_AFTER.exec(text.slice(end, end + 30))?.[0].length ?? 0) : 0);
      if (texts.length === 0) {
        const without = withoutLead(kept, !hasWords && !/\p{L}/u.test(text.slice(from)));
        said += without;
        if (!without.endsWith(BLANK)) from += BEHIND.exec(text.slice(from, from + 2))?.[0].length ?? 0;
      }
      hasWords ||= /\p{L}/u.test(said);
      wasPiece = isPiece;
    }
    START.lastIndex = Math.max(end, start.index + 1);
  }
  return (said + text.slice(from)).replace(LAST_EVENT, '');
}

/** What stands before data that says nothing: without what leads to it, or with a sign in a sentence that goes on. */
function withoutLead(before: string, isAlone: boolean): string {
  const plain = before.replace(ANNOUNCED, '');
  const at = Math.max(0, plain.length - LONGEST_LEAD);
  const [early, end] = [plain.slice(0, at), plain.slice(at)];
  if (!LEADING.test(end)) return WITHIN.test(end) ? plain + BLANK : `${plain} `;
  const without = early + end.replace(LEADING, ' ');
  return isAlone && !/\p{L}/u.test(without) ? plain.replace(/:\s*$/, '. ') : without;
}

interface Data {
  readonly end: number;
  readonly texts: readonly string[];
  /** Of a text that goes on in the data behind it. */
  readonly isPiece: boolean;
}

/** A bracket that is open. */
interface Open {
  /** A list of texts. */
  readonly ofTexts: boolean;
  /** In a list of choices. */
  readonly ofChoices: boolean;
  /** What stands under the key of a text. */
  readonly isText: boolean;
  /** How many texts there were before it. */
  readonly before: number;
  /** What somebody else said. */
  isOfOthers: boolean;
  /** Within a choice that was named: what stands under it is what the choice is sent as. */
  readonly isOfNamed: boolean;
  isNamed: boolean;
}

/** Reads data from its first bracket to its last, or as far as the text goes on as data. */
function readData(source: string, start: number, times: number): Data {
  const texts: string[] = [];
  const choices: string[] = [];
  const open: Open[] = [];
  let isPiece = false;
  let string: string | undefined;
  let key = '';
  let end = start;
  for (let written = tokenAt(source, end); written !== ''; written = tokenAt(source, end)) {
    const [sign = ''] = written;
    end += written.length;
    if (sign === '"' || sign === "'") {
      string = unquoted(written);
      const inner = open.at(-1);
      const { ofTexts = false, ofChoices = false } = inner ?? {};
      const isKey = key === '' && !ofTexts && /^\s{0,5}:/.test(source.slice(end, end + 6));
      if (inner && ROLE_KEYS.has(key) && OTHERS.test(string)) inner.isOfOthers = true;
      const isInner = inner?.isText === true && texts.length === inner.before && INNER_KEY.test(key);
      const isText = ofChoices
        ? !isKey && namesChoice(key) && inner?.isOfNamed !== true
        : TEXT_KEYS.has(key) ||
          isInner ||
          (key === '' && ofTexts && !isKey) ||
          (PERHAPS_TEXT.has(key) && !isKey && SENTENCE.test(string));
      if (DAY.test(key) && !isKey && /[\p{L}\p{N}]/u.test(string)) texts.push(`${capital(key)}: ${string}`);
      else if (isText && (isPiece || isWords(string) || (ofChoices && key !== 'name' && HYPHENATED.test(string))))
        (ofChoices ? choices : texts).push(textsWithin(string, times));
      if (inner && ofChoices && isText && key !== '') inner.isNamed = true;
      if (key !== '') string = undefined;
      key = '';
    } else if (sign === ':') {
      key = (string ?? '').toLowerCase();
      string = undefined;
    } else if (!/\s/.test(sign)) {
      if (sign === '{' || sign === '[') {
        const ofChoices = open.at(-1)?.ofChoices === true || (sign === '[' && holdsChoices(key));
        const isText = TEXT_KEYS.has(key);
        isPiece ||= PIECE_KEYS.has(key);
        const isNamed = open.at(-1)?.isNamed === true;
        const ofTexts = sign === '[' && isText;
        open.push({ ofTexts, ofChoices, isText, before: texts.length, isOfOthers: false, isOfNamed: isNamed, isNamed });
      }
      if (sign === '}' || sign === ']') {
        const closed = open.pop();
        if (closed?.isOfOthers) texts.length = closed.before;
      }
      key = '';
      string = undefined;
    }
    if (open.length === 0) break;
  }
  return { end, texts: choices.length === 0 ? texts : [...texts, asChoices(choices)], isPiece };
}

/** What stands there, or nothing. Where it ends is not left to the pattern, as texts within are read with it meanwhile. */
function tokenAt(source: string, at: number): string {
  TOKEN.lastIndex = at;
  return TOKEN.exec(source)?.[0] ?? '';
}

/** The text of data, which may be data. */
function textsWithin(text: string, times: number): string {
  return times > 1 && /^\s*[[{]/.test(text) ? textsOf(text, times - 1) : text;
}

function capital(key: string): string {
  return key.charAt(0).toUpperCase() + key.slice(1);
}

/** A name of programs, too; what is shown of a choice is a word: "check-in". */
const HYPHENATED = /^[a-z]+-[a-z]+$/;

function isWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^(?:https?:|data:|[a-z\d]+[_-][a-z\d_-]+$)/.test(text);
}

function unquoted(quoted: string): string {
  const [quote = ''] = quoted;
  const inner = quoted.slice(1, quoted.endsWith(quote) ? -1 : undefined);
  try {
    return JSON.parse(
      `"${inner
        .replace(/\\'/g, "'")
        .replace(/(?<!\\)((?:\\\\)*)"/g, '$1\\"')
        .replace(/\n/g, '\\n')}"`,
    );
  } catch {
    return inner.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
  }
}
