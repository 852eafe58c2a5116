import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** CLDR's rule-based number format, as far as its spell-out rules for whole numbers and simple fractions need it. */
export interface Speller {
  /** The public rule sets: "%spellout-cardinal". */
  readonly ruleSets: readonly string[];
  /** A whole number as a rule set spells it, soft hyphens included; undefined where the set only writes digits. */
  spell(ruleSet: string, value: number): string | undefined;
  /** The text of a rule that is no number: "minus →→;" for "-x". */
  special(ruleSet: string, name: '-x' | 'x.x'): string | undefined;
}

interface Rule {
  readonly base: number;
  readonly divisor: number;
  readonly text: string;
}

type RuleSets = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** The rules of one group of one locale; none where CLDR has none. */
export function rulesOf(locale: string, group: 'SpelloutRules' | 'OrdinalRules'): RuleSets {
  const { rbnf } = JSON.parse(cldrFile(`rbnf/${locale}.json`)) as { rbnf: { rbnf: Record<string, RuleSets> } };
  return Object.fromEntries(Object.entries(rbnf.rbnf[group] ?? {}).filter(([, rules]) => Array.isArray(rules)));
}

/** A file of the package that carries CLDR's rules. */
export function cldrFile(path: string): string {
  return readFileSync(join(dirname(require.resolve('cldr-rbnf/package.json')), path), 'utf8');
}

export function createSpeller(sets: RuleSets, locale: string): Speller {
  const plurals = {
    cardinal: new Intl.PluralRules(locale),
    ordinal: new Intl.PluralRules(locale, { type: 'ordinal' }),
  };
  const rules = new Map(Object.entries(sets).map(([name, list]) => [name, list.flatMap(parsed)]));

  /** What larger numbers are made of, again and again. */
  const small = new Map<string, string | undefined>();

  function spell(ruleSet: string, value: number): string | undefined {
    if (value >= 1000) return spellAnew(ruleSet, value);
    const name = `${ruleSet} ${value}`;
    if (!small.has(name)) small.set(name, spellAnew(ruleSet, value));
    return small.get(name);
  }

  function spellAnew(ruleSet: string, value: number): string | undefined {
    const list = rules.get(ruleSet);
    const index = list?.findLastIndex(({ base }) => base <= value) ?? -1;
    const chosen = list?.[index];
    if (!list || !chosen) return undefined;
    // A rule with two substitutions is not for multiples of its divisor, if the one before it will do.
    const isRound = chosen.base % chosen.divisor !== 0 && value % chosen.divisor === 0;
    const back = isRound && /[←<].*[→>]/.test(withoutOptional(chosen.text)) ? list[index - 1] : undefined;
    return filled(back ?? chosen, index - (back ? 1 : 0), ruleSet, value);
  }

  function filled(rule: Rule, index: number, ruleSet: string, value: number): string | undefined {
    const { divisor } = rule;
    const quotient = Math.floor(value / divisor);
    const remainder = value % divisor;
    const text = rule.text.replace(/\[([^\]]*)\]/g, remainder === 0 ? '' : '$1');
    let isSpelled = true;
    const use = (set: string, number: number) => {
      const said = set.startsWith('%') ? spell(set, number) : undefined;
      if (said === undefined) isSpelled = false;
      return said ?? '';
    };
    const said = text
      .replace(/→→→/g, () => {
        const before = rules.get(ruleSet)?.[index - 1];
        return (before && filled(before, index - 1, ruleSet, remainder)) ?? use('', 0);
      })
      .replace(/←(%[^←]+|#[^←]+|0[^←]*)?←/g, (_all, set = ruleSet) => use(set, quotient))
      .replace(/→(%[^→]+|#[^→]+|0[^→]*)?→/g, (_all, set = ruleSet) => use(set, remainder))
      .replace(/=([%#0][^=]*)=/g, (_all, set) => use(set, value))
      .replace(/\$\((cardinal|ordinal),(.*?)\)\$/g, (_all, type: keyof typeof plurals, forms) =>
        plural(plurals[type].select(quotient), forms),
      );
    return isSpelled ? said : undefined;
  }

  return {
    ruleSets: [...rules.keys()].filter((name) => !name.startsWith('%%')),
    spell,
    special: (ruleSet, name) => sets[ruleSet]?.find(([base]) => base === name)?.[1],
  };
}

function plural(category: string, forms: string): string {
  const byCategory = new Map([...forms.matchAll(/(\w+)\{([^}]*)\}/gu)].map(([, name, form]) => [name, form]));
  return byCategory.get(category) ?? byCategory.get('other') ?? '';
}

function withoutOptional(text: string): string {
  return text.replace(/\[[^\]]*\]/g, '');
}

/** "1100/100", "100000/1000", "1000>": the base, the radix, and how many powers of it less. */
function parsed([descriptor, body]: readonly [string, string]): Rule[] {
  const found = /^(\d+)(?:\/(\d+))?(>*)$/.exec(descriptor);
  if (!found) return [];
  const base = Number(found[1]);
  const radix = Number(found[2] ?? 10);
  let divisor = 1;
  while (base > 0 && divisor * radix <= base) divisor *= radix;
  for (const _less of found[3] ?? '') divisor /= radix;
  return [{ base, divisor: Math.max(divisor, 1), text: body.replace(/;$/, '').replace(/^'/, '') }];
}
