/** What HTML elements mean to a listener. Elements not listed here stand within a sentence. */

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Begin and end a paragraph. */
export const BLOCKS = names(
  'address article aside blockquote body center details dialog dir div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr html main menu nav ol p pre search section speak summary table ul',
);

/** Begin and end a line, which is heard as a sentence. */
export const LINES = names('br button caption dd dt figcaption input legend li option select textarea tr');

export const CELLS = names('td th');

/** Strike out what stands in them. */
export const STRIKES = names('s strike del');

/** Hold what no reader of the page sees. */
export const HIDDEN = names('audio canvas head iframe math noembed object script style svg template title video');

/** All the others, so that `<b>` is told from a placeholder such as `<name>`. */
const OTHERS = names(
  'a abbr acronym applet area b base basefont bdi bdo bgsound big blink cite code col colgroup data datalist del dfn ' +
    'em embed font frame frameset i img ins kbd label link map mark marquee meta meter nobr noframes noscript ' +
    'optgroup output param picture progress q rb rp rt rtc ruby s samp slot small source span strike strong sub sup ' +
    'tbody tfoot thead time track tt u var wbr',
);

/** Elements of SSML that say how their words are to be said. */
const SPOKEN = names('break emphasis lang prosody say-as amazon:effect');

const ELEMENTS: ReadonlySet<string> = new Set([...BLOCKS, ...LINES, ...CELLS, ...HIDDEN, ...OTHERS, ...SPOKEN]);

export function isElement(name: string): boolean {
  return ELEMENTS.has(name);
}

/** Attributes that stand without a value. Any other word without one is a word: `<time of your booking>`. */
const FLAGS = names(
  'allowfullscreen async autofocus autoplay checked compact controls default defer disabled hidden ismap loop ' +
    'multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed selected',
);

/** Something in angle brackets; not the signs of "a < b" or "<1%". */
export const BRACKETED = /<([^\s<>\d=][^<>]*)>/g;
const TAG = /^<([a-z][^\s/>]*)(.*)>$/is;

/**
 * Whether something in angle brackets is markup, which is never spoken, rather than words such as `<neighbour>` or
 * `<your order number>`, which are.
 */
export function isMarkup(bracketed: string): boolean {
  if (/^<[/!?]/.test(bracketed)) return true;
  const [, name, attributes = ''] = TAG.exec(bracketed) ?? [];
  if (name === undefined) return false;
  if (attributes.includes('=') || /[-:=]/.test(name)) return true;
  const words = attributes.toLowerCase().split(/[\s/]+/);
  return isElement(name.toLowerCase()) && words.every((word) => word === '' || FLAGS.has(word));
}
