/** What the data of chatbots call a text that is meant to be read. */
const TEXT_KEYS = new Set(
  [
    'text',
    'message',
    'msg',
    'content',
    'title',
    'subtitle',
    'body',
    'caption',
    'description',
    'label',
    'answer',
    'reply',
  ]
    .concat(['response', 'output', 'speech', 'greeting', 'question', 'displaytext', 'fulfillmenttext', 'plaintext'])
    .concat(['output_text', 'result', 'html', 'markdown', 'ssml']),
);

/** Where data may begin: a brace or bracket, and the first key behind it. */
const START = /[[{]\s{0,20}(?:[[{]\s{0,20}){0,5}["'][^"'\n]{1,60}["']\s{0,20}:/g;
const TOKEN =
  /\s+|[[\]{},:]|"(?:[^"\\]|\\.)*"|'(?:[^'\\\n]|\\.)*'|-?\d[\d.eE+-]*|(?:true|false|null|True|False|None|undefined)\b|(["']).*$/sy;
const FENCE_BEFORE = /```\w*\s*$/;
/** The line of an event stream. */
const EVENT = /(?<![^\n])data:\s*$/;
/** What announces data on a line of its own: nothing is left to announce where no text is in it. */
const ANNOUNCED = /(?<![^\n])[ \t]*[\p{L}_]{1,20}:\s*$/u;
const FENCE_AFTER = /^\s*```/;

/** The inside of data without its braces, from its first key to a second one. */
const INSIDE = /^\s*"[a-z_]\w{0,40}": ?(?:"[^"\n]{0,1000}"|[\w.]{1,20}),\s*"[a-z_]\w{0,40}": ?\S/i;

/** A text with the texts of the data in it instead of the data: JSON, whole, broken off, or as Python prints it. */
export function withoutData(source: string): string {
  const text = INSIDE.test(source) ? `{${source}}` : source;
  if (!/[[{]\s*["'[{]/.test(text)) return text;
  let said = '';
  let from = 0;
  START.lastIndex = 0;
  for (let start = START.exec(text); start; start = START.exec(text)) {
    const { end, texts } = readData(text, start.index);
    const before = text.slice(from, start.index);
    const isCode = FENCE_BEFORE.test(before.slice(-30)) || before.endsWith('`');
    if (!isCode || texts.length > 0) {
      const words = texts.length === 0 ? ' ' : `\n\n${texts.join('\n\n')}\n\n`;
      const kept = before.replace(FENCE_BEFORE, '').replace(EVENT, '');
      said += (texts.length === 0 ? kept.replace(ANNOUNCED, '') : kept) + words;
      from = end + (isCode ? (FENCE_AFTER.exec(text.slice(end, end + 30))?.[0].length ?? 0) : 0);
    }
    START.lastIndex = Math.max(end, start.index + 1);
  }
  return said + text.slice(from);
}

interface Data {
  readonly end: number;
  readonly texts: readonly string[];
}

/** Reads data from its first bracket to its last, or as far as the text goes on as data. */
function readData(source: string, start: number): Data {
  const texts: string[] = [];
  /** Of each bracket that is open: whether it is a list of texts. */
  const open: boolean[] = [];
  let string: string | undefined;
  let key = '';
  TOKEN.lastIndex = start;
  let end = start;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    const [written] = token;
    const [sign = ''] = written;
    end = TOKEN.lastIndex;
    if (sign === '"' || sign === "'") {
      string = unquoted(written);
      const isText = TEXT_KEYS.has(key) || (key === '' && open.at(-1) === true);
      if (isText && isWords(string)) texts.push(string);
      if (key !== '') string = undefined;
      key = '';
    } else if (sign === ':') {
      key = (string ?? '').toLowerCase();
      string = undefined;
    } else if (!/\s/.test(sign)) {
      if (sign === '{' || sign === '[') open.push(sign === '[' && TEXT_KEYS.has(key));
      if (sign === '}' || sign === ']') open.pop();
      key = '';
      string = undefined;
    }
    if (open.length === 0) break;
  }
  return { end, texts };
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(text) && !/^(?:https?:|data:|[a-z\d]+[_-][a-z\d_-]+$)/.test(text);
}

function unquoted(quoted: string): string {
  const [quote = ''] = quoted;
  const inner = quoted.slice(1, quoted.length > 1 && quoted.endsWith(quote) ? -1 : undefined);
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
