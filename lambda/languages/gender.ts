import de from './de/gender.json';

/** How a language writes in one word that all genders are meant: "Kund*innen" is said as "Kundinnen". */
export interface GenderMarks {
  /** What stands within the word: each of these signs. */
  readonly signs: string;
  /** What follows to the end of the word, as patterns. */
  readonly endings: readonly string[];
  /** The same of what is not said, for the word before says it in the form that is: "jede*r Kund*in" is "jede Kundin". */
  readonly dropped: readonly string[];
}

/** Of all languages at once: a text in one of them also comes to a skill in another, where nothing else of that language is loaded. */
export const GENDER_MARKS: readonly GenderMarks[] = [de];
