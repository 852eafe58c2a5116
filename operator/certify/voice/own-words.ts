import { languageOf } from '../../../lambda/business/words';
import { LANGUAGES } from '../../../lambda/languages';

/** Whether a reprompt is of Aloud's own words, which all tell what can be said: "To hear the answer, say check." */
export function isOwnReprompt(reprompt: string, locale: string): boolean {
  const language = LANGUAGES[languageOf(locale)];
  if (!language) return false;
  const regions = Object.values(language.regions ?? {}).map((words) => words());
  const wordings = [language.words(), ...regions].flatMap(({ reprompt: own = {} }) => Object.values(own).flat());
  return wordings.some((wording) => reprompt.includes(String(wording)));
}
