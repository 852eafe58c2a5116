/** The elements of Alexa's SSML that a mark may stand for, and what bounds them. */

/** Where a mark begins and ends in SSML. */
export interface Tags {
  readonly open: string;
  readonly close: string;
}

const oneOf = (list: string) => new Set(list.split(' '));

/** `date` is not among them: it needs a format, and one that does not fit is read as nonsense. */
const SAY_AS = oneOf('characters spell-out cardinal ordinal digits fraction unit time telephone address');
const LEVELS = oneOf('strong moderate reduced');
const PROSODY: Readonly<Record<string, ReadonlySet<string>>> = {
  rate: oneOf('x-slow slow medium fast x-fast'),
  pitch: oneOf('x-low low medium high x-high'),
  volume: oneOf('soft medium loud x-loud'),
};
/** Languages that Alexa's voices speak within a text, by the code that stands in a `lang`, and the one for each. */
const LANGUAGES = oneOf('en-US en-GB en-IN en-AU en-CA de-DE es-ES es-MX es-US fr-FR fr-CA hi-IN it-IT ja-JP pt-BR');
const LONGEST_PAUSE_MS = 10_000;
/** What Alexa's manual says of each. */
const STRENGTHS: Readonly<Record<string, number>> = {
  none: 0,
  'x-weak': 0,
  weak: 200,
  medium: 400,
  strong: 700,
  'x-strong': 1200,
};

/** What each element of a mark is made of, from the words of its name. */
const ELEMENTS: Readonly<Record<string, (value: string, more: string) => Tags | undefined>> = {
  break: (ms) =>
    /^\d{1,5}$/.test(ms) && Number(ms) <= LONGEST_PAUSE_MS ? { open: `<break time="${ms}ms"/>`, close: '' } : undefined,
  'say-as': (way) => (SAY_AS.has(way) ? tags('say-as', `interpret-as="${way}"`) : undefined),
  emphasis: (level) => (LEVELS.has(level) ? tags('emphasis', `level="${level}"`) : undefined),
  prosody: (kind, value) => (PROSODY[kind]?.has(value) ? tags('prosody', `${kind}="${value}"`) : undefined),
  lang: (language) => (LANGUAGES.has(language) ? tags('lang', `xml:lang="${language}"`) : undefined),
  whispered: () => tags('amazon:effect', 'name="whispered"'),
};

/** The tags of a mark by its name (`say-as digits`, `break 300`); `undefined` where it is none that Alexa knows. */
export function tagsOf(name: string): Tags | undefined {
  const [element = '', value = '', more = ''] = name.split(' ');
  return Object.hasOwn(ELEMENTS, element) ? ELEMENTS[element]?.(value, more) : undefined;
}

function tags(element: string, attribute: string): Tags {
  return { open: `<${element} ${attribute}>`, close: `</${element}>` };
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** The names of marks for the elements that an author may write. */
const NAMES: Readonly<Record<string, (attributes: Attributes) => string | undefined>> = {
  break: (attributes) => `break ${pauseMs(attributes)}`,
  'say-as': (attributes) => `say-as ${attributes['interpret-as'] ?? ''}`,
  emphasis: ({ level = 'moderate' }) => `emphasis ${level}`,
  prosody(attributes) {
    const kind = Object.keys(PROSODY).find((name) => attributes[name] !== undefined) ?? '';
    return `prosody ${kind} ${attributes[kind] ?? ''}`;
  },
  'amazon-effect': ({ name }) => (name === 'whispered' ? name : undefined),
};

/** The name of the mark for an element that an author wrote; `undefined` where only its words count. */
export function markFor(element: string, attributes: Attributes): string | undefined {
  const known = Object.hasOwn(NAMES, element) ? NAMES[element]?.(attributes) : undefined;
  const name = known ?? languageMark(attributes.lang ?? attributes['xml:lang']);
  return name !== undefined && tagsOf(name) ? name : undefined;
}

function pauseMs({ time, strength = 'medium' }: Attributes): number {
  const [, amount, unit] = /^\+?(\d{1,6}(?:\.\d{1,3})?)(ms|s)$/.exec(time?.trim() ?? '') ?? [];
  const ms = amount === undefined ? (STRENGTHS[strength] ?? 0) : Number(amount) * (unit === 's' ? 1000 : 1);
  return Math.min(Math.round(ms), LONGEST_PAUSE_MS);
}

function languageMark(lang = ''): string | undefined {
  const [, language = '', region] = /^([a-z]{2})(?:[-_]([a-z]{2}))?$/i.exec(lang.trim()) ?? [];
  const exact = `${language.toLowerCase()}-${region?.toUpperCase()}`;
  const known = LANGUAGES.has(exact)
    ? exact
    : [...LANGUAGES].find((tag) => tag.startsWith(`${language.toLowerCase()}-`));
  return known ? `lang ${known}` : undefined;
}
