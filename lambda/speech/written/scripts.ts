import { memoize } from '../memoize';

/** Of writing systems of more than one script: those that only they hold, or share with few. */
const SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
};

/** The letters of a language's own script. */
export const scriptOf = memoize((language: string): RegExp => {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  const scripts = SCRIPTS[script] ?? [script];
  return new RegExp(`[${scripts.map((name) => `\\p{Script=${name}}`).join('')}]`, 'u');
});
