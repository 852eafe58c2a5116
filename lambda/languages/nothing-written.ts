import nothing from './nothing-written.json';
import type { Written } from './written';

/** A table of which all is empty: then nothing is said in other words. Signs that only draw are taken away all the same. */
const NOTHING: Written = nothing;

/** What of a table, and of its groups of words, is given. */
export type SomeWritten = { readonly [Part in keyof Written]?: Partial<Written[Part]> | Written[Part] };

/** A table of what is given of it; the rest is empty. */
export function withWritten(some: SomeWritten): Written {
  const parts = Object.entries(NOTHING).map(([name, nothing]) => {
    const given = some[name as keyof Written];
    const isGroup = typeof nothing === 'object' && !Array.isArray(nothing);
    return [name, isGroup ? { ...nothing, ...(given as object | undefined) } : (given ?? nothing)];
  });
  return { ...some, ...Object.fromEntries(parts) } as Written;
}
