import { askLast } from '../../lambda/conversation/asking';
import { cutPage } from '../../lambda/conversation/paging';
import { LANGUAGES } from '../../lambda/languages';
import { voiceFor } from '../../lambda/speech/voice';
import { message } from './messages';

/** All texts in a part of a language's data. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/**
 * A run of words that another part of the pattern can read as well is read in twice as many ways with each word: a sentence of sixty
 * words would never end.
 */
test.each(Object.entries(LANGUAGES))(
  'in %s, no pattern of what a bot asks repeats words without a bound',
  (_, { words }) => {
    const { asking, menu, leaving } = words().understood;
    const unbounded = textsIn([asking, menu, leaving]).filter((pattern) => /(?<!\\)\)(?:[*+]|\{\d+,\})/.test(pattern));
    expect(unbounded).toEqual([]);
  },
);

/** Milliseconds of the processor that reading may take. */
const MOST_MS = 400;

/** What stands in each look behind with which a pattern, or one of its alternatives, begins. */
function lookedBehind(pattern: string): readonly string[] {
  return [...pattern.matchAll(/(?<=^|[^\\]\||(?<!\\)\((?:\?:)?)\(\?<[=!]/g)].map(({ index }) => {
    let depth = 0;
    for (let at = index; at < pattern.length; at++) {
      if (pattern[at] === '\\') at++;
      else if (pattern[at] === '(') depth++;
      else if (pattern[at] === ')' && --depth === 0) return pattern.slice(index, at + 1);
    }
    return pattern.slice(index);
  });
}

/** A class of signs is `.` where it holds all but a few, else `x`. */
function withoutClasses(pattern: string): string {
  return pattern.replaceAll(/\[(\^?)(?:[^\\\]]|\\.)*\]/g, (_, but) => (but ? '.' : 'x'));
}

/** Whether it goes back over whatever is there, as far as there is something. */
function hasNoEnd(look: string): boolean {
  return /(?<!\\)\.(?:[*+]|\{\d+,\})/.test(look);
}

/** Each place of the text would be asked what is anywhere before it: behind what is looked for, only that is. */
test.each(Object.entries(LANGUAGES))(
  'in %s, no pattern of what is written begins with all that is before',
  (_, language) => {
    expect(textsIn(language.written()).map(withoutClasses).flatMap(lookedBehind).filter(hasNoEnd)).toEqual([]);
  },
);

/** What the patterns of a language take for more of the same. */
const STAMMERS: readonly (readonly [locale: string, unit: string, start: string])[] = [
  [
    'en-US',
    'NT to talk to a pers',
    'Does it take some days? Reply 1 for yes, 2 to go back, or type AGENT to talk to a pers',
  ],
  ['en-US', 'to talk to a pers', ''],
  ['en-US', 'for a call ', ''],
  ['en-US', 'your name and ', ''],
  ['es-ES', 'para a ti ', ''],
  ['es-ES', 'su nombre y ', ''],
  ['fr-FR', 'pour a vous ', ''],
  ['fr-FR', 'votre nom et ', ''],
  ['hi-IN', '**', 'कार्ड 12'],
  ['it-IT', 'per a lei ', ''],
  ['it-IT', 'il nome e ', ''],
  ['pt-BR', 'para a gente ', ''],
  ['de-DE', 'um a b ', ''],
  ['de-DE', 'Ihr Name und ', ''],
  ['nl-NL', 'om a te b ', ''],
  ['nl-NL', 'je naam en ', ''],
  ['ar-SA', 'اسمك و ', ''],
  ['hi-IN', 'आपका नाम और ', ''],
  ['ja-JP', 'お名前、', ''],
];

test.each(STAMMERS)('in %s, a bot that stammers %j is read to its end', (locale, unit, start) => {
  const voice = voiceFor(locale);
  const read = () => {
    const begun = process.cpuUsage();
    const paragraphs = voice.paragraphs(message({ text: `${start}${unit.repeat(22)}x.` }));
    for (const paragraph of paragraphs) voice.asked(paragraph);
    cutPage(askLast(paragraphs, voice).paragraphs, voice);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  };
  // The first time reads and compiles the language, too.
  read();
  expect(Math.min(read(), read())).toBeLessThan(MOST_MS);
});
