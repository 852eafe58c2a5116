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

/** What the patterns of a language take for more of the same, and the milliseconds of the processor that reading it may take. */
const MOST_MS = 400;
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
