import { wordingOf } from '../../lambda/skill/wording';
import { type Models, modelOf } from './models';

/** How a skill is opened in a locale: "Alexa, open chat companion". */
export function openingWords(locale: string, invocationName: string): string {
  const { wake, launch } = wordingOf(locale);
  return wake + launch.replace('{name}', invocationName);
}

/** How the skill of these models is opened in a locale. */
export function openingOf(models: Models, locale: string): string {
  return openingWords(locale, modelOf(models, locale).languageModel.invocationName);
}

/** How it is asked about a topic in one breath. */
export function askingWords(locale: string, invocationName: string, topic: string): string {
  const { wake, ask } = wordingOf(locale);
  return wake + ask.replace('{name}', invocationName).replace('{topic}', topic);
}
