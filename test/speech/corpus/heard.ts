import { render } from '../../../lambda/speech/render';
import { voiceFor } from '../../../lambda/speech/voice';
import { message } from '../messages';
import { readable } from './readable';

/** What is heard of a message's text, as the corpus writes it. */
export function heardOf(text: string, locale = 'en-US'): readonly string[] {
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
