import type { BusinessContent } from '../lambda/business/words';
import type { LoadedBusiness } from './load';

/** What runs is given of a business file: what is heard. `undefined` for the template, whose words Aloud has itself. */
export function contentOf({ business, isTemplate }: LoadedBusiness): BusinessContent | undefined {
  if (isTemplate) return undefined;
  return {
    locales: Object.fromEntries(
      business.locales.map(({ locale, name, greeting, hints, topics }) => [
        locale,
        {
          ...(name !== undefined && { name }),
          ...(greeting !== undefined && { greeting }),
          hints: hints ?? topics.flatMap(({ phrases: [first] }) => first ?? []).slice(0, DEFAULT_HINTS),
          topics: topics.flatMap(({ phrases }) => phrases),
        },
      ]),
    ),
  };
}

/** Where the owner gives no hints the first topics serve. */
const DEFAULT_HINTS = 3;
