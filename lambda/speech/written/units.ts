import type { Table } from './alphabet';
import { beside, formFor, oneAndMany } from './forms';
import { anyOf, bySpelling, inBothCases, listOf, MONEY, type Stage } from './rules';

/** "5 kg" is "5 kilograms", "€9/mo" is "€9 per month". */
export function unitStage({ units, per, parts, decimal, closing, pattern }: Table, language: string): Stage {
  const names = bySpelling(units);
  const perNames = bySpelling(per.units);
  // Before a number it ends the sentence, unless the number is of a measure as well: "5 ft. 6 in."
  const next = ` \\d[\\d.,]* ?(?:${anyOf(names.keys())}|\\p{Ll}{1,2}\\.)(?!\\p{L})`;
  const dot = `(?:\\.(?= ?[\\p{Ll},;:()/|]|\\d|${next}))?`;
  // The end of a parcel's number is none: "MX 4471 2093 5GB".
  const amount =
    `(?<!\\p{Lu}{2} ?\\d{3,4} \\d{4} )((?:(?<=\\dx)|(?<![\\p{L}\\d.,]|[${MONEY}] ?))(?:\\d+[ \\u202f](?=\\d{3}))?\\d(?:[\\d.,]*\\d)?|` +
    `(?<!\\p{L})${anyOf(listOf(parts))})`;
  const measured = pattern(`${amount}([ -]?)(${anyOf(names.keys())})(?![\\p{L}\\p{N}])${dot}`, 'gu');
  const each = pattern(
    `(?<=\\d[\\p{L} .,×²³/-]{0,25})(?<!(?<![\\p{L}\\p{N}])[a-jlnopq-wyzA-JLNOPQ-WYZ]) ?\\/ ?(${anyOf(perNames.keys())})(?![\\p{L}\\p{N}]|(?<=/ ?[A-Z]) [${MONEY}]?\\d)${dot}`,
    'gu',
  );
  const perOne = pattern(
    `(?<=(?<!\\p{L})${anyOf(inBothCases(per.word))} )(${anyOf([...names.keys(), ...[...perNames.keys()].filter((name) => /^\p{L}{2}/u.test(name))])})(?![\\p{L}\\p{N}/])${dot}`,
    'gu',
  );
  const eachWord = pattern(anyOf(inBothCases(per.word)));
  const part = pattern(anyOf(listOf(parts)));
  // What a column is measured in: "Chest (cm)".
  const alone = pattern(
    `(?<=\\p{L} )\\((${anyOf([...names.keys()].filter((name) => /^\p{L}{2}/u.test(name)))})\\)`,
    'gu',
  );
  const closes = new Set(listOf(closing));
  const begins = pattern('^ \\p{Lu}[\\p{Ll} ]');
  /** The full stop of a unit that ends its sentence as well: "in 10 min. Please wait". */
  const stopOf = (all: string, unit: string, after: string) =>
    all.endsWith('.') && closes.has(`${unit.replace(/\.$/, '')}.`) && begins.test(after) ? '.' : '';
  return (line) => {
    const named = line.includes('(')
      ? line.replace(alone, (_all, unit: string) => `(${oneAndMany(names.get(unit) ?? '')[1]})`)
      : line;
    const ofEach = eachWord.test(named)
      ? named.replace(perOne, (all, unit: string, at: number) => {
          const stop = stopOf(all, unit, named.slice(at + all.length, at + all.length + 3));
          return (perNames.get(unit) ?? oneAndMany(names.get(unit) ?? unit)[0]) + stop;
        })
      : named;
    if (!/\d/.test(line) && !part.test(line)) return ofEach;
    const said = ofEach.replace(measured, (all, number: string, joint: string, unit: string, at: number) => {
      const forms = names.get(unit) ?? '';
      const isPart = /^\D/.test(number) && !/\d[^\d.,;]{1,20}$/.test(ofEach.slice(Math.max(0, at - 24), at));
      if (isPart && joint === '') return all;
      // What a hyphen joins stands before the thing that is so large.
      const isOne = joint === '-' || isPart;
      const word = isOne ? oneAndMany(forms)[0] : formFor(number, forms, { language, decimal });
      return beside(number, word) + stopOf(all, unit, ofEach.slice(at + all.length, at + all.length + 3));
    });
    return said.replace(each, (all, unit: string, at: number) => {
      const stop = stopOf(all, unit, said.slice(at + all.length, at + all.length + 3));
      return ` ${per.word && `${per.word} `}${perNames.get(unit)}${stop}`;
    });
  };
}
