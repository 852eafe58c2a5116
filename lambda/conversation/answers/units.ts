import type { AnswerLanguage } from './language';
import { wordAt } from './word-at';

/** How many of the smallest unit of its kind a unit is: `group` tells which units it may be compared with. */
export interface Unit {
  readonly group: number;
  readonly value: number;
}

/** The unit that begins at a token, and where it ends. A word may stand for several: pounds are a weight and money. */
export interface FoundUnit {
  readonly to: number;
  readonly units: readonly Unit[];
}

export type Units = (texts: readonly string[], at: number) => FoundUnit | undefined;

interface Spelled {
  readonly words: readonly string[];
  readonly units: Unit[];
}

/** Finds units as the language writes and says them, the longest that begins at a token. */
export function createUnits({ measures }: Pick<AnswerLanguage, 'measures'>): Units {
  const byFirst = new Map<string, Map<string, Spelled>>();
  for (const [group, units] of measures.entries()) {
    for (const [name, value] of Object.entries(units)) {
      const words = name.split(' ');
      const first = wordAt(words, 0);
      const ofFirst = byFirst.get(first) ?? new Map<string, Spelled>();
      byFirst.set(first, ofFirst);
      const spelled = ofFirst.get(name) ?? { words, units: [] };
      ofFirst.set(name, spelled);
      spelled.units.push({ group, value });
    }
  }
  return (texts, at) => {
    let best: Spelled | undefined;
    for (const spelled of byFirst.get(wordAt(texts, at))?.values() ?? []) {
      const fits = spelled.words.every((word, index) => texts[at + index] === word);
      if (fits && spelled.words.length > (best?.words.length ?? 0)) best = spelled;
    }
    return best && { to: at + best.words.length, units: best.units };
  };
}

/** Phrases that count a unit, in their order, by their first word. */
export type Counts = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: number }[]>;

export function createCounts({ ranges }: { readonly ranges: Pick<AnswerLanguage['ranges'], 'counts'> }): Counts {
  const byFirst = new Map<string, { words: readonly string[]; value: number }[]>();
  for (const [phrase, value] of Object.entries(ranges.counts)) {
    const words = phrase.split(' ');
    const first = wordAt(words, 0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
  }
  return byFirst;
}

/** Which kinds of units are money: those of a sign, "£" is "pounds", that a part of a hundred belongs to. */
export function moneyOf({ measures, signs }: Pick<AnswerLanguage, 'measures' | 'signs'>): ReadonlySet<number> {
  const signed = Object.values(signs);
  return new Set(
    measures.flatMap((units, group) => (signed.some((word) => units[word] === 1) && hasCents(units) ? [group] : [])),
  );
}

function hasCents(units: Readonly<Record<string, number>>): boolean {
  return Object.values(units).includes(CENT);
}

const CENT = 0.01;
