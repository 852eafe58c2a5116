import type { Understood } from '../languages/resource';
import { memoize } from './memoize';

const formsOf = memoize(({ 'spoken-forms': forms }: Understood) =>
  forms.map(([pattern = '', said = '']) => ({ pattern: new RegExp(pattern, 'gu'), said })),
);

/** A line with what is written for the eye in the words that are said for it: "(Y/N)" and "please type" are for a screen. */
export function spokenForm(line: string, { understood }: { readonly understood: Understood }): string {
  return formsOf(understood)
    .reduce((text, { pattern, said }) => text.replace(pattern, said), line)
    .trim();
}
