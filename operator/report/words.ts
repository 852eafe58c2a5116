import type { Rule } from '../../lambda/conversation/answers/decision';
import type { Question } from '../../lambda/conversation/reply';
import type { SessionEndRecord } from '../../lambda/telemetry/telemetry';
import type { FigureName } from './figures';
import ar from './words/ar.json';
import de from './words/de.json';
import en from './words/en.json';
import es from './words/es.json';
import fr from './words/fr.json';
import hi from './words/hi.json';
import it from './words/it.json';
import ja from './words/ja.json';
import nl from './words/nl.json';
import pt from './words/pt.json';

/** The sections of a report, in its order. */
export type SectionName = 'people' | 'talk' | 'answers' | 'rules' | 'ended' | 'messages' | 'errors' | 'others';

/** What a report says, in one language. A name in braces is filled in. */
export interface ReportWords {
  /** Of a page: `ltr` or `rtl`. */
  readonly direction: string;
  readonly sentences: Readonly<Record<'title' | 'running' | 'nothing' | 'nothingBefore' | 'about', string>>;
  readonly columns: Readonly<Record<'count' | 'share' | 'before' | 'change' | 'remedy', string>>;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly figures: Readonly<Record<FigureName | 'turnsPerSession', string>>;
  readonly rules: Readonly<Record<Rule, string>>;
  /** What was open when a session ended. */
  readonly questions: Readonly<Record<Question | 'none', string>>;
  readonly ends: Readonly<Record<SessionEndRecord['how'], string>>;
  readonly unmatched: Readonly<Record<'title' | 'about' | 'off' | 'nothing' | 'sealed' | 'sent' | 'asked', string>>;
}

/** A language that lacks a word does not compile. */
const WORDS = { ar, de, en, es, fr, hi, it, ja, nl, pt } as const satisfies Readonly<Record<string, ReportWords>>;

export const REPORT_LANGUAGES = Object.keys(WORDS) as readonly (keyof typeof WORDS)[];

/** The words of a locale's language; `undefined` for a language that reports do not speak. */
export function reportWords(locale: string): ReportWords | undefined {
  const language = locale.split('-', 1)[0]?.toLowerCase() ?? '';
  return Object.hasOwn(WORDS, language) ? WORDS[language as keyof typeof WORDS] : undefined;
}

/** Fills in what a sentence has in braces. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
