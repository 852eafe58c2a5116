import type { MenuPatterns } from '../conversation/ports/voice';
import { COMMAS, SENTENCE_ENDS } from './sentence-marks';
import { type PatternWords, perWords, wordPattern } from './word-patterns';
import { NEVER } from './written/rules';

/** What may stand around a word that is to be said as written. */
const QUOTE = '["\'“”„‘’«»‹›「」『』]';
/** A word in quotation marks or in capitals, each a group. */
const NAMED = `(?:(?:${QUOTE}|«\\s)(\\p{L}[\\p{L}\\p{N}_-]{0,19})(?:${QUOTE}|\\s»)|(\\p{Lu}[\\p{Lu}\\p{N}_-]{0,19})(?![\\p{L}\\p{N}]))`;
const ENDING = `${SENTENCE_ENDS.replace('…', '')}${COMMAS};；؛`;
/** What a reply stands for, up to what ends it. */
const PURPOSE = `([^${ENDING}\\n]{1,60}?)`;
const NO_PURPOSE = `[${ENDING}\\n]|$`;
/** The same before its reply, or in brackets. */
const NAME = `(?<label>[^${ENDING}:()：\\n]{1,60}?)`;
/** Not the end of a longer one, "0800 45". */
const NUMBER = '(?<!\\d[ .,-]?)["\'“„‘«「]?(?<reply>\\d{1,2})["\'”“’»」]?';
const LETTER = '["\'“‘]?(?<reply>\\p{L})["\'”’]?';

/** The patterns of what a language says of replies. */
export const menuPatterns = perWords(createPatterns);

function createPatterns({ understood, script }: PatternWords): MenuPatterns {
  const { verbs, joins, conjunctions, articles, leads, lists, steps, polar, choosing, entries, spans } =
    understood.menu;
  const { numbers: asking, templates } = understood.menu;
  const compiled = (pattern: string, flags: string) => wordPattern(pattern, flags, script);
  const verb = alternatives(verbs);
  const join = `(?:${alternatives(joins)})`;
  const and = `(?:${alternatives(conjunctions)})`;
  const span = `(?!(?:${alternatives(spans)})\\s+\\d)`;
  const label = PURPOSE.replace('(', '(?<label>');
  // "Press the number 1"
  const article = `(?:(?:${alternatives(articles)})\\s+)?`;
  const before = `(?:(?<![\\p{L}])(?:${verb})\\s+${article})?${NUMBER}`;
  // "To pay, press 1": what ends a reply that stands behind what it is for.
  const end = `(?=\\s*(?:[,;.!?)\\n]|$)|\\s+(?:${and}|${join})\\s)`;
  const begin = `(?:(?<=^|[,;.!?\\n(])\\s*|\\s)(?:${and}\\s+)?`;
  const polite = `(?:(?:${alternatives(leads)})\\s+)*`;
  const behind = (reply: string) => [
    `${begin}${join}\\s+${NAME}(?:,?\\s+|\\s*[:–—-]\\s*)${polite}(?:${verb})\\s+${article}${reply}${end}`,
    `(?:(?<=^|[,;.!?)\\n])\\s*|\\s(?=${and}\\s))(?:${and}\\s+)?${NAME}\\s*[:(–—-]\\s*${polite}(?:${verb})\\s+${article}${reply}${end}`,
  ];
  // "For sales, press 1; for support, 2": what asks is not said again.
  const again = `(?<=(?:${verb})\\s+${article}["'“‘]?\\d[^.!?\\n]{0,80}(?:[,;]\\s*(?:${and}\\s+)?|\\s${and}\\s+))${join}\\s+${NAME}(?:,\\s+${article}|\\s+(?:${alternatives(articles)})\\s+)${NUMBER}${end}`;

  // A word in capitals is told from others by its case.
  const anyVerb = alternatives(inAnyCase(verbs));
  const anyLead = alternatives(inAnyCase(leads));
  const either = alternatives(inAnyCase(conjunctions));
  const request = `(?:^[^\\p{L}\\p{N}]*|[,:;–—-]\\s*|(?<![\\p{L}\\p{N}])(?:${anyLead})\\s+)(?:${anyVerb})`;
  const word = `(?:(?:${alternatives(inAnyCase(articles))})\\s+)?${NAMED}`;
  const purpose = `(?:,?\\s+(?:${alternatives(inAnyCase(joins))})\\s+${PURPOSE}(?=\\s+(?:${either})\\s+|${NO_PURPOSE}))?`;
  return {
    asksForNumber: compiled([`(?:${verb})\\s+${article}["'“‘]?\\d`, ...templates.map(unnamed)].join('|'), 'iu'),
    numbers: [
      `${before}\\s+${span}${join}\\s+${label}(?=\\s+${and}\\s+|${NO_PURPOSE})`,
      `${before}\\s*\\(${NAME}\\)`,
      ...behind(NUMBER),
      again,
      ...templates,
    ].map((pattern) => compiled(pattern, 'giu')),
    letters: behind(LETTER).map((pattern) => compiled(pattern, 'giu')),
    // "Tables. Press", before the number of the entry that follows.
    leadsOn: compiled(
      `(?:^|[\\s,;.!?]+)(?:(?:${and}|${polite}(?:${verb})|${alternatives(entries)})\\s*)*[([{<]?\\s*$`,
      'iu',
    ),
    namable: compiled(`\\s${NAMED}`, 'u'),
    asksForWord: compiled(`${request}\\s`, 'u'),
    words: compiled(`(?:${request}\\s+|\\s(?:${either})\\s+|,\\s+)${word}${purpose}`, 'gu'),
    polar: polar.map((pattern) => compiled(pattern, 'iu')),
    steps: steps.map((pattern) => compiled(pattern, 'iu')),
    lists: lists.map((pattern) => compiled(pattern, 'iu')),
    asksForEntry: asking.map((pattern) => compiled(pattern, 'iu')),
    asksToChoose: choosing.map((pattern) => compiled(pattern, 'iu')),
  };
}

/** A pattern without the names of its groups, which may stand only once in another. */
function unnamed(pattern: string): string {
  return pattern.replace(/\(\?<[a-z]+>/g, '(?:');
}

/** Longest first, as "to" also begins "to go on". */
function alternatives(words: readonly string[]): string {
  return words.length === 0 ? NEVER : [...words].sort((one, other) => other.length - one.length).join('|');
}

/** Words in small letters, with capitals ("Tippen Sie"), and in capitals. */
function inAnyCase(words: readonly string[]): readonly string[] {
  const capital = /(?<!\p{L})\p{Ll}/gu;
  return words.flatMap((word) => [
    word.replace(capital, (letter) => `[${letter}${letter.toUpperCase()}]`),
    word.toUpperCase(),
  ]);
}
