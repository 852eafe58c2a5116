import { BLANK } from '../signals';

const LONGEST_SEARCHED = 5000;
const MOST_NAMES = 5;

/** Texts without any of these hold no placeholder. */
const MAY_HOLD = /[{%[]|<<|<[A-Z]{3}|\w_\w|__|\*\||@\w+@|NaN|undefined|Invalid Date|0000-00|1970-01|--\/--/i;

/** An expression of a template that names what is used in its place: `{{ name | default: "there" }}`, `{{name|friend}}`. */
const DEFAULTED =
  /\$?\{{1,2}\s*[\w.$]{1,60}\s*(?:\|\|?\s*(?:default(?:_if_none)?\s*[:(]\s*)?|\?\?\s*)["'“]?([\p{L}][\p{L} ]{0,40}?)["'”]?\)?\s*\}{1,2}/gu;
/** Filters of templates: none of them is a word to say. */
const FILTERS =
  /^(?:default|capitali[sz]e|upcase|downcase|upper|lower|title|titlecase|escape|e|safe|raw|trim|strip|date|json|money|currency|number|round|first|last|join|size|length)$/i;

/** What says how a template goes on, and stands for nothing: `{% if vip %}`, `{{#each items}}`, `{{/if}}`, `<% end %>`. */
const CONTROL =
  /\{%[^{}]{0,300}%\}|\{\{[#/^!>][^{}]{0,300}\}\}|\{\{\s*(?:else|end)\b[^{}]{0,100}\}\}|<%(?!=)[^<>]{0,300}%>|\{\/[a-z]{1,20}\}|\{color:[#\w]{1,20}\}|(?<=\{color:[^{}]{1,300}\}[^{}]{0,300})\{color\}/gi;

/** Names in the code of templates, in every language: "[First Name]", "[YOUR COMPANY]". */
const FIELD =
  '(?:(?:your|my|the|insert|enter|customer|client|user|guest|patient|contact|recipient|company|business|agent|order|first|last|full|sur|product|service|event|course|doctor|clinic|hotel|store|branch|city|brand|property|department|team|invoice|booking|reservation|policy)[ _-]?)+' +
  '(?:name|company|date|time|email|phone|number|id|address|amount|link|url|here)|firstname|lastname|fname|lname|name|insert [a-z ]{2,30}';

/** What stands for a value that was not filled in, or what a program prints for one that it has not. */
const EMPTY: readonly RegExp[] = [
  // ICU: "{count, plural, one {# message} other {# messages}}".
  /\{\s?\w{1,40}\s?,\s?(?:plural|select|selectordinal|number|date|time)\b[^{}]{0,100}(?:\{[^{}]{0,100}\}[^{}]{0,50}){0,10}\}/g,
  /<[A-Z][a-z]{1,20}(?:[A-Z][a-z]{1,20}){1,4}>/g,
  /<<[\w .-]{1,40}>>|<[a-z]+(?:_[a-z]+){1,5}>/gi,
  /(?<!\w)__[A-Z]+(?:_[A-Z]+){0,5}__(?!\w)/g,
  /\{\{\{?[^{}]{0,300}\}?\}\}/g,
  /<%=[^<>]{0,300}%>/g,
  /[$#]\{[^{}\n]{0,200}\}/g,
  /(?<!\{)\{(?:\d{1,2}|[a-z_][\w.-]{0,60})\}(?!\})/gi,
  /\[\[(?![\d^][^[\]]{0,3}\]\])[^[\]\n]{0,100}\]\](?!\()/g,
  /\*\|[\w:]{1,60}\|\*/g,
  /%%?[a-z][a-z_.]{1,50}%%?(?![\w])/gi,
  /(?<![\w%])%(?:\d\$)?[sd](?!\w)/g,
  /(?<![\w@.])@[a-z]+_[a-z_]+@(?!\w)/gi,
  new RegExp(`\\[(?:${FIELD})\\](?![([])`, 'gi'),
  new RegExp(`<(?:${FIELD.toUpperCase()})>`, 'g'),
  /\[object \w+\]/g,
  /(?<![\p{L}\p{N}_])(?:NaN|undefined|Undefined|Invalid Date)(?=(?:USD|EUR|GBP|INR|px)?(?![\p{L}\p{N}_-]))/gu,
  // Days that are none, and the first of a computer's.
  /(?<!\d)0000-00-00(?:[ T]00:00(?::00)?)?(?!\d)|1970-01-01T00:00:00(?:\.0{1,9})?(?:Z|\+00:00)|--\/--\/--(?:--)?/g,
];

/** What was chosen, as a program prints it: a label without words behind it. */
const OBJECTS = /(?<=^|[.!?]\s)[^.!?:\n]{1,80}:\s*\[object \w+\](?:,\s*\[object \w+\]){0,20}[.!]?(?:\s+|$)/g;

/** The parts of one value: "NaN/NaN/NaN". */
const PARTS = new RegExp(`${BLANK}(?:[/:.-]${BLANK}){1,10}`, 'g');

/** The value that a program has not, where nothing else tells it from the word of a language: alone, or behind a colon. */
const NULL = /(?<=^|[:=] {0,3})(?:null|None|nil)(?= {0,3}$)/gm;

/** A text with a sign where a template was not filled in; what only steers the template is gone. */
export function withoutPlaceholders(text: string): string {
  const known = text.replace(NULL, BLANK);
  if (!MAY_HOLD.test(known)) return known;
  const others = known.replace(OBJECTS, '');
  const steered = (/\p{L}/u.test(others) ? others : known)
    .replace(DEFAULTED, (whole, words: string) => (FILTERS.test(words.trim()) ? whole : words))
    .replace(CONTROL, ' ');
  return EMPTY.reduce((result, pattern) => result.replace(pattern, BLANK), steered).replace(PARTS, BLANK);
}

/** What a template was not filled with, as the text names it: at most a few, each a plain identifier. */
export function placeholdersIn(text: string): readonly string[] {
  if (!MAY_HOLD.test(text)) return [];
  const found = EMPTY.flatMap((pattern) =>
    [...text.slice(0, LONGEST_SEARCHED).matchAll(pattern)].map(([whole]) => whole),
  );
  const names = found.map((whole) => /[\w.]{1,40}/.exec(whole)?.[0] ?? '').filter((name) => name !== '');
  return [...new Set(names)].slice(0, MOST_NAMES);
}
