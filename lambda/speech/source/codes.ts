/** Texts without any of these hold none of the codes here. */
const MAY_HOLD = /\[|[(（] ?[\^＾TtoO>;；_＿－-][_＿.^＾ -]|_[A-Z]+=|:[a-z+-][\w+-]*:|^[^\S\n]*(?:assistant|system):/im;

type Rule = readonly [pattern: RegExp, replacement: string];

/** Signs of forums, of page builders, and of what steers a chat. */
const RULES: readonly Rule[] = [
  // What a model is told; around all that there is, it stands around what was meant to be said.
  [/^\s*\[(INST|CONTEXT)\]\s*([^[\]]{1,2000}?)\s*\[\/\1\]\s*$/, '$2'],
  [/\[(SYSTEM|INST|CONTEXT|INTERNAL|SYS)\][^[\]]{0,2000}\[\/\1\]/g, ' '],
  [/(?<!\w)[A-Z]{2,20}(?:_[A-Z]{1,20}){1,4}=[^\s,;]{1,100}/g, ' '],
  [/\[url=["']?([^\]"'\s]{1,500})["']?\]([^[\]\n]{1,300})\[\/url\]/gi, '[$2]($1)'],
  [/\[\/?(?:url|img|quote|code|center|size|color|font|list|\*)(?:=[^[\]\n]{0,100})?\](?!\()/gi, ' '],
  // "[B]" alone may be an answer to pick.
  [/\[\/?[bius]\](?!\()|\[([BIUS])\](?=[^[\]\n]{0,300}\[\/\1\])|\[\/[BIUS]\]/g, ' '],
  // WordPress: `[gallery ids="1,2"]`, `[/button]`.
  [/\[[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=(?:"[^"\n]{0,300}"|'[^'\n]{0,300}'|[^\s\]"']{1,100})){1,20}\s*\/?\]/gi, ' '],
  [/\[\/[a-z][\w-]{1,40}\]/gi, ' '],
  [
    /\[\/?(?:INST|SYS|BOS|EOS|PAD|UNK|SEP|CLS|END|HANDOFF|HANDOVER|TRANSFER|ESCALATE|TYPING|PAUSE|WAIT|STOP|DONE|NO_?REPLY)\]/g,
    ' ',
  ],
  [/\[[A-Z]{2,20}(?:_[A-Z\d]{1,20}){1,5}(?::[^[\]\n]{0,100})?\](?!\()/g, ' '],
  // What a program was to read: "[INTENT: return_item]", "[CONFIDENCE=0.9]".
  [/\[(?!(?:NOTE|NB|INFO|TIP|NEW|FAQ|UPDATE)[ :=])[A-Z][A-Z\d_]{1,30} ?[:=] ?[\w.,/+-]{1,60}\](?!\()/g, ' '],
  [
    /\[(?:intent|action|status|state|confidence|sentiment|tool|function|route|slot|entity|emotion|mood|lang|language|handoff) ?[:=] ?[^[\]\n]{1,80}\](?!\()/gi,
    ' ',
  ],
  // Faces, before what they hold is taken for emphasis: "(^_^)", "m(_ _)m".
  [
    /m?[(（] ?(?:[\^＾TtoO>;；][_＿.][\^＾TtoO<;；]|[-－][_＿.][-－]|[_＿] ?[_＿]|\^\^|＾＾)[;；'’]{0,2} ?[)）](?:[mv](?![\p{L}\p{N}])|[/ノ~])?/gu,
    ' ✨ ',
  ],
  [/^\s*(?:assistant|system):\s*/i, ''],
];

/** What begins and what ends a part of a page: `[vc_row]`, `[/vc_row]`. Without its end it may be a word. */
const BEGIN = /\[([a-z][a-z\d_-]{1,40})\](?!\()/g;
const END = /\[\/([a-z][a-z\d_-]{1,40})\]/g;

/** Short codes of emoji that mean something by themselves. */
const MEANINGFUL: Readonly<Record<string, string>> = {
  thumbsup: '👍',
  '+1': '👍',
  thumbsdown: '👎',
  '-1': '👎',
  white_check_mark: '✅',
  heavy_check_mark: '✅',
  x: '❌',
  star: '⭐',
  heart: '❤',
};
const SHORT_CODES = /(?<![\p{L}\p{N}:/])(?::(?:[a-z][a-z\d_+-]{1,30}|[+-]1|x):)+(?![\p{L}\p{N}/])/gu;
const SHORT_CODE = /:([^:]+):/g;
/** Any other emoji: drawn, and never said beside words. */
const DRAWN = '✨';

/** A text without the short codes of emoji, forums, page builders and what steers a chat. */
export function withoutShortCodes(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  const ended = new Set(Array.from(text.matchAll(END), ([, name]) => name));
  const begun = text.replace(BEGIN, (whole, name: string) => (ended.has(name) ? ' ' : whole));
  const plain = RULES.reduce((result, [pattern, by]) => result.replace(pattern, by), begun);
  return plain.replace(SHORT_CODES, (codes) =>
    codes.replace(SHORT_CODE, (_code, name: string) => MEANINGFUL[name] ?? DRAWN),
  );
}
