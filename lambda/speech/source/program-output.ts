/** Texts without any of these hold nothing that a program prints for its author. */
const MAY_HOLD =
  /^[^\S\n]*---|:\d+:\d+|\.java:|, line \d|calls?:|[a-z]Error\b|Error:|Error\*|Exception|\.php|HTTP|status code|status:? \d|^[ \t]*(?:confidence|intent)|^\[?(?:INFO|DEBUG|WARN|ERROR|TRACE)|\d\d:\d\d\S{0,20}[ -]{1,3}\[?(?:INFO|DEBUG|WARN|ERROR|TRACE)|<[a-z]+\s+[a-z-]+=[^<>]*$/im;

/** What describes a page before its text begins, told from a list between two lines by the names of its keys. */
const FRONT_MATTER =
  /^\s*---[ \t]*\n(?=(?:[a-z][\w-]{0,40}:[^\n]*\n){0,19}(?:layout|lang|language|locale|slug|tags|draft|title|template|intent):)(?:[a-z][\w-]{0,40}:[^\n]*\n){1,20}---[ \t]*(?:\n|$)/;

type Rule = readonly [pattern: RegExp, replacement: string];

const RULES: readonly Rule[] = [
  [FRONT_MATTER, ''],
  // Where a program stopped: of JavaScript, Java and Python.
  [/(?:^|\s)at (?:async )?(?:[\w.$<>]{1,100} )?\(?[^()\s]{1,200}:\d{1,6}:\d{1,6}\)?(?=\s|$)/g, ' '],
  [/(?:^|\s)at [\w.$]{1,200}\(\w{1,100}\.java:\d{1,6}\)/g, ' '],
  [/^[ \t]*File "[^"\n]{1,200}", line \d{1,6}(?:, in [^\n]{1,100})?(?:\n[ \t]+[^\n]{1,300})?$/gm, ' '],
  [/^[ \t]*Traceback \(most recent call last\):[ \t]*$/gm, ' '],
  // What an agent called.
  [/^[ \t]*(?:tool|function)[ _]?calls?:[^\n]{0,300}\([^\n]{0,300}\)[ \t]*$/gim, ' '],
  // How sure a model was, and of what.
  [/^[ \t]*confidence(?:[ _]score)?: ?[\d.]{1,10} ?%?[ \t]*$/gim, ' '],
  [/^[ \t]*intent(?:[ _]name)?: ?[a-z\d]{1,40}(?:[._][a-z\d]{1,40}){1,5}[ \t]*$/gim, ' '],
  // What a program says of its own fault, told from what a business says of one by the words of programs in it.
  [
    /^[ \t>]{0,10}\*{0,2}(?:Uncaught |Unhandled |Exception in thread "[^"\n]{1,60}" )?(?:[a-z][\w]{0,40}\.){0,8}[A-Z]\w{1,60}(?:Error|Exception)\b\*{0,2}(?::[^\n]{0,1000})?$/gm,
    ' ',
  ],
  [
    /^[ \t>]{0,10}\*{0,2}(?:Uncaught |Unhandled )?(?:Internal )?(?:Server )?Error\*{0,2}:?\*{0,2} (?=[^\n]{0,300}(?:undefined|is not (?:a function|defined|iterable)|\bnull\b|status code|E[A-Z]{5,}|[Rr]equest failed|\w\.(?:js|ts|py|php|rb|java|go):\d|Cannot read|0x[\da-f]{4}|timeout of \d|\bJSON\b|[45]\d\d:? ?(?:Internal|Bad|Not|Service|Gateway)))[^\n]{1,1000}$/gm,
    ' ',
  ],
  [
    /^[ \t]*(?:Error:? )?(?:HTTP(?:\/\d(?:\.\d)?)? )?(?:[Ss]tatus(?: code)?:? )?(?:4\d\d|5\d\d)[ :-]{1,3}(?:Bad Request|Unauthori[sz]ed|Forbidden|Not Found|Too Many Requests|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)[.!]?[ \t]*$/gm,
    ' ',
  ],
  [
    /^[ \t]*\[(?:DEBUG|WARN(?:ING)?|ERROR|TRACE|FATAL)\] (?:\d{3}[: ]|[^\n]{0,200}(?:\w[._]\w|timeout|null|undefined))[^\n]{0,1000}$/gm,
    ' ',
  ],
  // What PHP prints, in HTML or without.
  [
    /^[ \t]*(?:<b>)?(?:PHP )?(?:Fatal error|Parse error|Warning|Notice|Deprecated)(?:<\/b>)?: [^\n]{1,500} in (?:<b>)?[^\s<]{1,300}\.php(?:<\/b>)?(?: on line |:)(?:<b>)?\d{1,6}(?:<\/b>)?\.?$/gm,
    ' ',
  ],
  // The line of a log.
  [/^\[?(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE)\]?:? \d{4}-\d\d-\d\d[ T]\d\d:\d\d[^\n]{0,1000}$/gm, ' '],
  [
    /^\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?Z?\]?[ -]{1,3}\[?(?:INFO|DEBUG|WARN(?:ING)?|ERROR|TRACE)\b[^\n]{0,1000}$/gm,
    ' ',
  ],
  // A tag that was cut off with the rest of the text.
  [/<[a-z]{1,10}\s{1,5}[a-z-]{2,30}=[^<>]*$/i, ' '],
];

/** A text without what programs print for those who write them. */
export function withoutProgramOutput(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  const words = RULES.reduce((result, [pattern, by]) => result.replace(pattern, by), text);
  // A fault that is all of the answer is better heard than nothing.
  return words.trim() === '' ? text : words;
}
