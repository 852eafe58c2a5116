import { wordingOf } from '../lambda/skill/wording';
import { heard } from './topics';

/** Labels of a bot's options, for the interaction model. */
export interface Choices {
  /** As they are heard; none twice. */
  readonly known: readonly string[];
  /**
   * What no model is to have: words of Alexa's own, and what is not said as it is written ("9 AM", "50% off"). They are
   * understood all the same where the bot offers them.
   */
  readonly left: readonly string[];
}

/** Digits, and signs that are read as words. */
const READ_OTHERWISE = /[\d%€£$¥°+=<>{}"@#*/\\]/;

export function choicesOf(labels: readonly string[], locale: string): Choices {
  const builtIns = new Set(wordingOf(locale).reserved.builtIns);
  const isLeft = (label: string) => {
    const said = heard(label, locale);
    return said === '' || builtIns.has(said) || READ_OTHERWISE.test(label);
  };
  const known = labels.filter((label) => !isLeft(label)).map((label) => heard(label, locale));
  return { known: [...new Set(known)], left: labels.filter(isLeft) };
}
