import { normalize } from '../../lambda/conversation/normalize';
import { memoize } from '../../lambda/speech/memoize';
import { createSpeller, rulesOf } from './rbnf';

/** How a language spells numbers in all its genders, cases and regions, each spelling as `normalize` has it. */
export interface Spellings {
  cardinals(value: number): readonly string[];
  ordinals(value: number): readonly string[];
  readonly minus: readonly string[];
  readonly point: readonly string[];
  readonly ordinalSuffixes: readonly string[];
}

const CARDINALS = /^%spellout-(?:cardinal|numbering(?!-year))/;
const ORDINALS = /^%spellout-ordinal/;

export function spellingsOf(locales: readonly string[]): Spellings {
  const spellers = locales.map((locale) => createSpeller(rulesOf(locale, 'SpelloutRules'), locale));
  const spelledBy = (sets: RegExp) =>
    memoize((value: number) =>
      unique(
        spellers.flatMap(({ ruleSets, spell }) =>
          ruleSets.filter((name) => sets.test(name)).map((name) => spell(name, value) ?? ''),
        ),
      ),
    );
  const special = (name: '-x' | 'x.x') =>
    unique(
      spellers.flatMap((speller) =>
        speller.ruleSets
          .filter((set) => CARDINALS.test(set))
          .map((set) => speller.special(set, name) ?? '')
          .filter((text) => !text.startsWith('='))
          .map((text) => text.replace(/([←→])(?:%[^←→]+)?\1|;$/g, '')),
      ),
    );
  return {
    cardinals: spelledBy(CARDINALS),
    ordinals: spelledBy(ORDINALS),
    minus: special('-x'),
    point: special('x.x'),
    ordinalSuffixes: unique(locales.flatMap(suffixesOf)),
  };
}

/** What the rules for ordinals in digits put behind the digits: "=#,##0=$(ordinal,one{st}two{nd}few{rd}other{th})$;". */
function suffixesOf(locale: string): string[] {
  const rules = Object.values(rulesOf(locale, 'OrdinalRules')).flat();
  return rules.flatMap(([, text]) => {
    const [, behind = ''] = /=#[^=]*=([^=]*);$/.exec(text) ?? [];
    return behind.startsWith('$(') ? [...behind.matchAll(/\{([^}]*)\}/g)].map(([, form = '']) => form) : [behind];
  });
}

function unique(texts: readonly string[]): string[] {
  return [...new Set([...new Set(texts)].map(normalize))].filter((text) => text !== '');
}
