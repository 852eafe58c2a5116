import { BLANK } from '../signals';
import { withoutBranches } from './branches';
import { emptyIn, withoutEmpty } from './empty-values';

const LONGEST_SEARCHED = 5000;
const MOST_NAMES = 5;

/** Texts without any of these hold no placeholder. */
const MAY_HOLD =
  /[{%[<@«‹~^]|\$[A-Za-z([]|#\w+#|\w_\w|\|\*?\w|(?<!\w):[a-z]|!\w+!|\(\(|[xX]{2}|[$£€₹] ?[xX]|NaN|NULL|\(null|ndefined|Invalid Date|translation missing|0000-00|1970-01|--\/--/;

/** An expression of a template that names what is used in its place: `{{ name | default: "there" }}`, `{{name|friend}}`. */
const DEFAULTED =
  /\$?\{{1,2}\s*[\w.$]{1,60}\s*(?:\|\|?\s*(?:default(?:_if_none)?\s*[:(]\s*)?|\?\?\s*)["'“]?([\p{L}][\p{L} ]{0,40}?)["'”]?(?: ?\))?\s*\}{1,2}/gu;
/** Filters of templates: none of them is a word to say. */
const FILTERS =
  /^(?:default|capitali[sz]e|upcase|downcase|upper|lower|title|titlecase|escape|e|safe|raw|trim|strip|date|json|money|currency|number|round|first|last|join|size|length)$/i;

/** What says how a template goes on, and stands for nothing: `{% if vip %}`, `{{#each items}}`, `{{/if}}`, `<% end %>`. */
const CONTROL =
  /\{%[^{}]{0,300}%\}|\{\{[#/^!>][^{}]{0,300}\}\}|<%(?![=-])[^<>]{0,300}%>|\{\/[a-z]{1,20}\}|\{color:[#\w]{1,20}\}|\{color\}(?<=\{color:[^{}]{1,300}\}[^{}]{0,300}\{color\})/gi;

/** What was chosen, as a program prints it: a label of a few words, without any behind it. More of them say something by themselves. */
const OBJECTS =
  /(?<=^|[.!?]\s)[^\s.!?:]{1,40}(?: [^\s.!?:]{1,40}){0,3}:\s*\[object \w+\](?:,\s*\[object \w+\]){0,20}[.!]?(?:\s+|$)/g;

/** A label without its value, as a sentence behind another one: "Refund approved. Note: null. It takes a day." */
const FIELDS =
  /(?<=[.!?؟।。！？] ?)[^\s.!?؟।。！？:：,;]{1,40}(?: [^\s.!?؟।。！？:：,;]{1,40}){0,3} ?[:：] ?(?:null|undefined|\(null\))(?:[.!।。]|(?=\s*$))\s?/gm;

/** What begins a part of one in Go, `{{if .Vip}}`, or ends it, where one is begun: alone an end is the name of a value. */
const EDGE =
  /\{\{-?\s*(?:(?:else|end)\b|(?:if|unless|range|with|block)\s+(?:(?:not|and|or|eq|ne|lt|gt|le|ge|len)\s+)?[.$"(])[^{}]{0,100}\}\}/g;
const BEGINS = /\{\{-?\s*[#^]?(?:if|unless|range|with|each|block)\b/;

/** ICU: "{count, plural, one {# message} other {# messages}}". Of an unknown number there are others. */
const PLURAL =
  /\{\s?\w{1,40}\s?,\s?(?:plural|selectordinal)\b[^{}]{0,100}(?:\{[^{}]{0,100}\}[^{}]{0,50}){0,10}other ?\{([^{}]{0,100})\}[^{}]{0,50}\}/g;
const OTHER_ICU =
  /\{\s?\w{1,40}\s?,\s?(?:plural|select|selectordinal|number|date|time)\b[^{}]{0,100}(?:\{[^{}]{0,100}\}[^{}]{0,50}){0,10}\}/g;

/** The parts of one value: "NaN/NaN/NaN". */
const PARTS = new RegExp(`${BLANK}(?:[/:.-]${BLANK}){1,10}`, 'g');

/** The value that a program has not, where nothing else tells it from the word of a language: alone, or behind a colon. "None" and "nil" say there are none. */
const NULL = /(?<=^|[:=] {0,3})null(?= {0,3}(?:[€$£₹]|EUR|USD|GBP|INR)? {0,3}$)/gm;

/** Texts without it have no such label. */
const FIELD = /[:：] ?(?:null|undefined|\(null)/;

/** A text with a sign where a template was not filled in; what only steers the template is gone. */
export function withoutPlaceholders(text: string): string {
  const known = (FIELD.test(text) ? text.replace(FIELDS, '') : text).replace(NULL, BLANK);
  if (!MAY_HOLD.test(known)) return known;
  const others = known.replace(OBJECTS, '');
  const steered = withoutBranches(/\p{L}/u.test(others) ? others : known)
    .replace(DEFAULTED, (whole, words: string) => (FILTERS.test(words.trim()) ? whole : words))
    .replace(CONTROL, ' ')
    .replace(EDGE, BEGINS.test(known) ? ' ' : '$&')
    .replace(PLURAL, (_all, other: string) => other.replace('#', BLANK))
    .replace(OTHER_ICU, BLANK);
  return withoutEmpty(steered, BLANK).replace(PARTS, BLANK);
}

/** What a template was not filled with, as the text names it: at most a few, each a plain identifier. */
export function placeholdersIn(text: string): readonly string[] {
  if (!MAY_HOLD.test(text)) return [];
  const names = new Set<string>();
  const searched = text.slice(0, LONGEST_SEARCHED);
  for (const whole of [...(searched.match(OTHER_ICU) ?? []), ...emptyIn(searched)]) {
    const [name] = /[\w.]{1,40}/.exec(whole) ?? [];
    if (name !== undefined) names.add(name);
  }
  return [...names].slice(0, MOST_NAMES);
}
