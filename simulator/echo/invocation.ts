import { wordingOf } from '../../lambda/skill/wording';

/** How a skill is opened in a locale: "Alexa, open chat companion". */
export function openingWords(locale: string, invocationName: string): string {
  const { wake, launch } = wordingOf(locale);
  return wake + launch.replace('{name}', invocationName);
}

/** How it is asked about a topic in one breath. */
export function askingWords(locale: string, invocationName: string, topic: string): string {
  const { wake, ask } = wordingOf(locale);
  return wake + ask.replace('{name}', invocationName).replace('{topic}', topic);
}
