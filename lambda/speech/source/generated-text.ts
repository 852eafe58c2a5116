import { isElement } from '../html-elements';
import { PUNCTUATION_MARKS, SENTENCE_ENDS, SPACED_ENDS } from '../sentence-marks';
import { withTaggedChoices } from './choices';

/** Texts without any of these hold nothing that a language model leaves behind. */
const MAY_HOLD =
  /\d{4};\d{1,4}[(:]|^###|[.!?…]["'”’»)]? ?\(\d{1,2}\)\s*$|<|&lt;|\[|【|◁|\ue200|oaicite|\^\d|\.(?:pdf|docx?|html?|md|txt|pptx?|xlsx?|csv)\b[^()\n]{0,40}\)/m;

/** Tags around what is thought before the answer, and around tools that are called for it: no elements of HTML. */
const THOUGHT = 'think|thinking|thoughts?|thought_?process|reasoning|reflection|analysis|scratchpad|inner_?monologue';
const CALL = 'tool_?(?:calls?|use|results?|response|outputs?|code)|function_?(?:calls?|results?|response)|invoke';
/** `<think>`, `&lt;think&gt;`, `[THINK]` and `◁think▷`, not in backticks. */
const UNSAID = new RegExp(
  `(?<!\`)(?:<|&lt;|\\[|◁)(?<slash>/?)(?:(?<thought>${THOUGHT})|${CALL})(?:\\s[^<>]{0,200})?(?:>|&gt;|\\]|▷)`,
  'gi',
);
/** Of its channels a reader is meant to see the last. */
const CHANNEL = /<\|channel\|>\s*(?!final).{1,200}?<\|message\|>.*?(?:<\|(?:end|call|return)\|>|$)/gs;
const CHANNEL_HEAD = /<\|(?:start|channel)\|>[^<]{0,100}(?=<\|)|<\|im_start\|>\s*\w{1,20}/g;
const CONTROL = /<\|[\w.-]{1,40}\|>/g;
/** What the model was asked and told before its answer, between marks that are no such signs, and the head of its answer. */
const ASKED =
  /(?:<s>\s{0,5})?\[INST\][^[\]]{0,2000}\[\/INST\](?=\s{0,9}[^\s<])|<<SYS>>[^<>]{0,2000}<<\/SYS>>|<start_of_turn>\s{0,5}(?:user\b[^<>]{0,2000}|model\b)|<end_of_turn>/g;

/** Steps before the answer, as agents write them down. */
const STEP = /^(?:Thought|Action|Action Input|Observation):/m;
const ANSWER = /^Final Answer:/m;

/** How models that were taught by prompts and answers tell one from the other. */
const PROMPTED =
  /^### ?(?:Instructions?|Input|Response|Output|Assistant|User|Human|System):[ \t]*$|^### ?End(?: of \w{1,20})?[ \t]*$/gm;
const REPLY = /^### ?(?:Response|Output|Assistant):/;

/** Code, where tags are there to be read, or a tag. */
const CODE_OR_TAG = /```[^`]*```|`[^`\n]*`|<(\/?)([a-z][\w.:-]{0,60})(?:\s[^<>]*)?>/gi;

/** What the mark of a source stands behind: the end of a word or a sentence. */
const BEHIND = `(?<=(?:\\p{L}\\p{M}{0,4}|[\\p{N}%])[${PUNCTUATION_MARKS})"'”’»」』）\\]]{0,3})`;
const NUMBERS = '\\[\\^?\\d{1,3}(?:\\s?[,–-]\\s?\\d{1,3})*\\]';
const DOCUMENT = '\\.(?:pdf|docx?|html?|md|txt|pptx?|xlsx?|csv|json)';
const FILE = `\\[[^[\\]\\n]{1,150}${DOCUMENT}(?:#[^[\\]\\n]{0,50})?\\]`;

/** A list of the files that an answer was made of: each on a line with its number, perhaps under a word for all of them. */
const NAME = `[\\w][\\w./-]{0,150}${DOCUMENT}`;
const FILES = `[ \\t]*(?:[-*•] )?\\[\\^?\\d{1,3}\\]:?[ \\t]+${NAME}[ \\t]*(?:\\n|$)`;

const NAMED = `[^()[\\]\\n]{1,100}${DOCUMENT}`;
/** More than the name of a file: what it is, or where in it. */
const WHERE = `\\p{L}{3,10}: ?${NAMED}(?:, [^()[\\]\\n]{1,40})?|${NAMED}, [^()[\\]\\n]{0,30}\\d[^()[\\]\\n]{0,10}`;

const CITATIONS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  // The link of a mark goes on the card; its number is no word.
  [new RegExp(`${BEHIND} ?\\[{1,2}\\^?\\d{1,3}\\]{1,2}\\((?=https?:)`, 'gu'), '[]('],
  [new RegExp(`(?:^[ \\t*#]{0,8}\\p{L}{4,12}:?[ \\t*]{0,4}\\n+)?(?:^${FILES})+`, 'gmu'), ''],
  [/ ?\ue200[^\ue200\ue201]{0,300}\ue201/g, ''],
  [/ ?【(?:[^【】]{0,80}†[^【】]{0,200}|\d{1,3}(?::\d{1,3})?)】/g, ''],
  [/ ?:?(?:contentReference)?\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?/g, ''],
  [/^[ \t]*\[\^[\w-]{1,30}\]:[ \t]+/gm, ''],
  [/ ?\[(?:\^[\w-]{1,30}\^?|(?:[Dd]oc(?:ument)?|[Ss]ource) ?\d{1,3}(?:, [^[\]\n]{1,30})?)\](?!\()/g, ''],
  [new RegExp(` ?(?:\\((?:${WHERE})\\)|\\[(?:${WHERE})\\](?!\\())`, 'gu'), ''],
  [new RegExp(` ?\\((?:\\p{L}{2,8}\\.? )?(?:${NUMBERS} ?)+\\)`, 'gu'), ''],
  [new RegExp(`${BEHIND}\\^\\d{1,3}\\^`, 'gu'), ''],
  // An address that no reader can open.
  [new RegExp(`${BEHIND}\\[[^[\\]\\n]{1,40}\\]\\((?!https?:)[a-z][\\w+.-]{1,20}://[^()\\s]{0,200}\\)`, 'gu'), ''],
  [new RegExp(` ?(?:${FILE} ?)+(?=[.,;!?]|$)`, 'gim'), ''],
  [new RegExp(`${BEHIND}(?:<sup>)?(?:${NUMBERS})+(?:</sup>|(?![\\p{L}\\p{N}(]))`, 'gu'), ''],
  // With a space before it a number in brackets may be one of a menu: "[1] Yes [2] No".
  [
    new RegExp(
      `(?<=\\p{L}\\p{M}{0,4}|[\\p{N})"'”’»%]) (?:${NUMBERS} ?)+(?=[${SPACED_ENDS}](?:\\s|$)|[。！？,;،؛、])`,
      'gu',
    ),
    '',
  ],
  [new RegExp(`(?<=[${SENTENCE_ENDS}]["'”’»)]?) (?:${NUMBERS} ?)+$`, 'gmu'), ''],
  // The place of a paper in its journal, as a note of its own: "¹ Heart J 2009;7(9):1272".
  [
    /^[ \t]*(?:[¹²³⁴-⁹]{1,2}|\[\d{1,2}\]:?|\*{1,3}|[†‡])[ \t]?[^\n]{1,300}?(?<!\d)(?:19|20)\d\d;\d{1,4}(?:\(\d{1,4}\))?:[\p{L}\d]{1,10}(?:[–-]\d{1,6})?\.?[ \t]*(?:\n|$)/gmu,
    '',
  ],
  // In round brackets one may be the number of what follows.
  [/(?<=\p{L}[.!?…]["'”’»)]?) ?\(\d{1,2}\)(?=\s*$)/u, ''],
];

/** What each of them begins with or is made of. */
const MAY_CITE = /[[(【\ue200^¹²³⁴-⁹*†‡]/;

const REFERENCES = new RegExp(`${BEHIND} ?(?:\\[\\^?\\d{1,3}\\] ?){1,10}`, 'gu');
const NOTE = /^[ \t]*\[\^?(\d{1,3})\]:?[ \t]+(?=\S)/gm;

/**
 * A text without what a language model leaves in it and no reader is meant to see: what it thought, the tools it called,
 * the tags around its answer and the marks of its sources.
 */
export function withoutLeftovers(source: string): string {
  const text = withoutPrompts(withoutSteps(source));
  if (!MAY_HOLD.test(text)) return text;
  const powered = text.replace(POWER, power).replace(AREA, (_all, exponent: string) => raised(exponent));
  const said = withoutUnsaid(powered.replace(ASKED, ' '))
    .replace(CHANNEL, ' ')
    .replace(CHANNEL_HEAD, ' ')
    .replace(CONTROL, ' ');
  const marked = withoutSources(withoutWrappers(withTaggedChoices(said)));
  if (!MAY_CITE.test(marked)) return marked;
  const plain = CITATIONS.reduce((result, [pattern, by]) => result.replace(pattern, by), marked);
  if (plain === marked || plain.trim() === '') return marked;
  return withoutNoteNumbers(plain, marked);
}

/** What a source is defined as, on a line of its own, and the word above the first of them. */
const SOURCE = /^[ \t]*(?:[-*•] )?\[\^?(\d{1,3})\]:?[ \t]+(?:[^\n[\]]{0,80}[ \t])?<?(https?:[^\s>]+)>?[ \t]*$/gm;
const SOURCES = /^[ \t*#]{0,8}\p{L}{4,12}:?[ \t*]{0,4}\n+(?=[ \t]*(?:[-*•] )?\[\^?\d{1,3}\]:?[ \t]+\S)/gmu;

/** Any line of a list of sources. */
const LISTED = /^[ \t]*(?:[-*•] )?\[\^?(\d{1,3})\]:?[ \t]+[^\n]*$/;
/** A source that is no address: a book among them. */
const BOOK = /^(?![^\n]*https?:)[ \t]*(?:[-*•] )?\[\^?\d{1,3}\]:?[ \t]+\S[^\n]*$/gm;

/** The numbers of sources: those with an address, and all of a list that has no other line. */
function listedIn(text: string, addresses: ReadonlySet<string | undefined>): ReadonlySet<string | undefined> {
  const numbers = text.split('\n').map((line) => LISTED.exec(line)?.[1]);
  const first = numbers.findIndex((number) => number !== undefined);
  const listed = numbers.slice(first, numbers.findLastIndex((number) => number !== undefined) + 1);
  return listed.every((number) => number !== undefined) ? new Set(listed) : addresses;
}

/** Without marks of sources whose addresses stand below, and without these lines: the addresses are for the card alone. */
function withoutSources(text: string): string {
  const addresses = new Set([...text.matchAll(SOURCE)].map(([, number]) => number));
  if (addresses.size === 0) return text;
  const defined = listedIn(text, addresses);
  const mark = / ?\[\^?(\d{1,3})\](?![(:]|[ \t]+\S*https?:)/g;
  let isMarked = false;
  const said = text.replace(mark, (whole, number: string, at: number) => {
    const isSource = defined.has(number) && !/(?:^|\n)[ \t]*[-*•]?$/.test(text.slice(Math.max(0, at - 20), at));
    isMarked ||= isSource;
    return isSource ? '' : whole;
  });
  if (!isMarked) return text;
  const without = said.replace(SOURCES, '').replace(SOURCE, '[]($2)');
  return without.replace(BOOK, (line) => {
    const number = LISTED.exec(line)?.[1];
    return defined.has(number) && !addresses.has(number) ? '' : line;
  });
}

/** Notes at the end of a text without their numbers, where the marks that refer to them are gone. */
function withoutNoteNumbers(text: string, marked: string): string {
  const marks = marked.match(REFERENCES) ?? [];
  const referred = new Set(marks.flatMap((run) => run.match(/\d+/g) ?? []));
  return text.replace(NOTE, (whole, number: string) => (referred.has(number) ? '' : whole));
}

/** The power of ten, which without its place would be another number: "10<sup>3</sup>", "10^3^". Elsewhere it is a note. */
const POWER = /(?<![\d.,$€£₹])10(?:<sup>([-−–]?\d{1,2})<\/sup>|\^([-−–]?\d{1,2})\^)/gi;
/** A number of square or cubic metres: "20 m^2^". */
const AREA = /(?<=\d ?[kcdm]?m)\^([23])\^/g;
const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-−–'].map((sign, at) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻'.charAt(at)]),
);

function power(_all: string, ofElement: string | undefined, ofSign = ''): string {
  return `10${raised(ofElement ?? ofSign)}`;
}

function raised(exponent: string): string {
  return [...exponent].map((sign) => RAISED[sign] ?? '').join('');
}

function withoutSteps(text: string): string {
  const answer = ANSWER.exec(text);
  const step = answer && STEP.exec(text);
  if (!step || step.index > answer.index) return text;
  return text.slice(0, step.index) + text.slice(answer.index + answer[0].length);
}

/** The answer alone, where the heads of prompts stand in a text: what the model went on with is nobody's. */
function withoutPrompts(text: string): string {
  if (!text.includes('###')) return text;
  const heads = [...text.matchAll(PROMPTED)];
  const at = heads.findIndex(([head]) => REPLY.test(head));
  const reply = heads[at];
  if (!reply) return text.slice(0, heads[0]?.index);
  return text.slice(reply.index + reply[0].length, heads[at + 1]?.index);
}

/**
 * Without what stands between these tags. A thought that closes without having begun did so in the prompt. One that is
 * never closed was cut off where nothing stands before it; anywhere else the tag is a word in brackets.
 */
function withoutUnsaid(text: string): string {
  let said = '';
  let from = 0;
  let open: RegExpExecArray | undefined;
  for (const tag of text.matchAll(UNSAID)) {
    const { slash, thought } = tag.groups ?? {};
    const isClosing = slash !== '';
    if (!isClosing && open) continue;
    if (isClosing && !open) said = thought === undefined ? `${said}${text.slice(from, tag.index)} ` : '';
    if (!isClosing) said += `${text.slice(from, tag.index)} `;
    open = isClosing ? undefined : tag;
    from = tag.index + tag[0].length;
  }
  if (!open) return said + text.slice(from);
  const isCutOff = /think/i.test(open[0]) && said.replace(/<[^<>]*>/g, '').trim() === '';
  return isCutOff ? '' : said + text.slice(open.index);
}

/** Elements around what a program tells of an answer, and around the number of a source: they hold no word of it. */
const TOLD_OF_IT =
  /<(confidence|score|intent|sources?(?:_(?:ids?|list))?|metadata|meta_data|model|timestamp|tokens?|sentiment|category|language|session_?id|message_?id|probability|lang)>[^<>]{0,500}<\/\1>|<(ref|cite|citation)>\[?\d{1,3}\]?<\/\2>/gi;

/** Without tags that are no elements of HTML and have a partner: `<answer>Yes.</answer>`. */
function withoutWrappers(text: string): string {
  if (!text.includes('</')) return text;
  return withoutPartners(text.replace(TOLD_OF_IT, ' '));
}

function withoutPartners(text: string): string {
  const opening = new Set<string>();
  const closing = new Set<string>();
  for (const [, slash, name] of text.matchAll(CODE_OR_TAG)) {
    if (name !== undefined) (slash === '' ? opening : closing).add(name.toLowerCase());
  }
  return text.replace(CODE_OR_TAG, (whole, _slash, name?: string) => {
    const tag = name?.toLowerCase() ?? '';
    return opening.has(tag) && closing.has(tag) && !isElement(tag) ? ' ' : whole;
  });
}
