/** An escape that was escaped once more on its way (`\n`, `\r\n`, `\t`, `\u00e9`), or a path, where it is none. */
const ESCAPE = /\b[CD]:\\\S*|\\{1,4}(?:r\\{1,4}n|n|r(?!\p{Ll})|t(?!\p{Ll})|u([\da-fA-F]{4}))/gu;
/** Slack's links, `<https://x.example|words>`, and its mentions with words, `<#C12|general>`. */
const LINK = /<((?:https?:\/\/|mailto:|tel:|sms:)[^\s<>|]{1,2000})\|([^<>|\n]{1,500})>/gi;
const ACCOUNT = /<(?:[@#][A-Z\d]{4,20}|@[!&]?\d{6,20}|!(?:here|channel|everyone))>/g;
const MENTION = /<[@#!][^\s<>|]{0,100}\|([^<>|\n]{1,200})>/g;

/** What stands for a picture or file, of which only the name is told: "[image: photo_1.png]". */
const FILE =
  /\[(?:image|img|photo|picture|file|attachment|video|audio|gif|sticker)\s?:?\s?[\w.() -]{1,100}\.(?:jpe?g|png|gif|webp|heic|svg|bmp|mp[34]|mov|wav|ogg|pdf|docx?)\](?!\()/gi;

/** The row of a table with breaks of lines in its cells. */
const ROW = /^[ \t]*\|[^\n]{0,2000}<br[^\n]{0,2000}\|[ \t]*$/gim;
const BREAK = /\s*<br\s*\/?>\s*(\p{Ll})?/giu;
const withoutBreaks = (row: string) =>
  row.replace(BREAK, (_break, next = '') => (/\p{Ll}/u.test(next) ? ` ${next}` : `, ${next}`));

/** The hidden part of an account, which is no markup: "ES** **** **** 3391". */
const HIDDEN = /(?<=(?<![\p{L}\p{N}])[A-Z]{2})\*{2}(?: \*{4}){1,6} ?(?=\d{2,4}(?!\d))/gu;

/** A text in the markup that is read, where its author wrote what other chats know. */
export function inCommonMarkup(text: string): string {
  const escaped = text.includes('\\') ? text.replace(ESCAPE, unescaped) : text;
  const open = escaped.includes('** *') ? escaped.replace(HIDDEN, ' ••••') : escaped;
  const told = open.includes('[') ? open.replace(FILE, ' ') : open;
  const plain = told.includes('<') ? told.replace(ACCOUNT, ' ').replace(ROW, withoutBreaks) : told;
  if (!plain.includes('|')) return plain;
  return plain
    .replace(LINK, (_link, url: string, words: string) => `[${words.replace(/[[\]]/g, '\\$&')}](<${url}>)`)
    .replace(MENTION, '$1');
}

function unescaped(whole: string, code?: string): string {
  if (!whole.startsWith('\\')) return whole;
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  return whole.endsWith('t') ? ' ' : '\n';
}
