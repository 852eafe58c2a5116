import { LANGUAGE_PARTS, LANGUAGES } from '../../../lambda/languages';
import type { Language } from '../../../lambda/languages/language';
import { phrasesOf } from '../../../lambda/speech/phrases';
import { render } from '../../../lambda/speech/render';
import { createSaying } from '../../../lambda/speech/saying';
import { toSsml } from '../../../lambda/speech/ssml';
import { atOnce } from '../../../lambda/speech/steps';
import { voiceFor } from '../../../lambda/speech/voice';
import { voiced } from '../../../lambda/speech/voiced';
import { message } from '../messages';
import { readable } from './readable';

/** What is heard of a message's text, as the corpus writes it. */
export function heardOf(text: string, locale = 'en-US'): readonly string[] {
  const { language, region = '' } = new Intl.Locale(locale);
  if (!Object.hasOwn(LANGUAGES, language)) return heardInPart(text, language, region);
  const parts = voiceFor(locale)
    .paragraphs(message({ text }))
    .map((said) => ({ text: said }));
  return readable(render({ parts, turn: 0, messages: [] }, { locale }).ssml);
}

/** The locale in which the messages of a language are heard. */
export function localeOf(language: string): string {
  const { region } = new Intl.Locale(language).maximize();
  return `${language}-${region}`;
}

/** In a language that is not complete yet, with what is known of it. */
function heardInPart(text: string, language: string, region: string): readonly string[] {
  const data = { ...LANGUAGES.en, ...LANGUAGE_PARTS[language] } as Language;
  const words = phrasesOf(data, { language, region });
  const saying = createSaying(words, { onUnfilled: () => {}, longest: 600 });
  return readable(toSsml(atOnce(saying(message({ text }))).map((said) => voiced(said, words))));
}
