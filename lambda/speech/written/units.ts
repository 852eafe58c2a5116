import { anyOf, bySpelling, type Stage } from './rules';
import type { Written } from './table';

/** "5 kg" is "5 kilograms", "€9/mo" is "€9 per month". */
export function unitStage({ units, per }: Written): Stage {
  const names = bySpelling(units);
  const perNames = bySpelling(per.units);
  // Before a number it ends the sentence, unless the number is of a measure as well: "5 ft. 6 in."
  const next = ` \\d[\\d.,]* ?(?:${anyOf(names.keys())}|\\p{Ll}{1,2}\\.)(?!\\p{L})`;
  const dot = `(?:\\.(?= ?[\\p{Ll},;:()/|]|\\d|${next}))?`;
  const amount =
    '((?:(?<=\\dx)|(?<![\\p{L}\\d.,]|[$€£₹] ?))(?:\\d+[ \\u202f](?=\\d{3}))?\\d(?:[\\d.,]*\\d)?|\\bhalf|\\bquarters?)';
  const measured = new RegExp(`${amount}([ -]?)(${anyOf(names.keys())})(?![\\p{L}\\p{N}])${dot}`, 'gu');
  const each = new RegExp(
    `(?<=\\d[\\p{L} .,×²³/-]{0,25})(?<!(?<![\\p{L}\\p{N}])[a-jlnopq-wyzA-JLNOPQ-WYZ]) ?\\/ ?(${anyOf(perNames.keys())})(?![\\p{L}\\p{N}])${dot}`,
    'gu',
  );
  // What a column is measured in: "Chest (cm)".
  const alone = new RegExp(
    `(?<=\\p{L} )\\((${anyOf([...names.keys()].filter((name) => /^\p{L}{2}/u.test(name)))})\\)`,
    'gu',
  );
  return (line) => {
    const named = line.includes('(')
      ? line.replace(alone, (_all, unit: string) => `(${(names.get(unit) ?? '').split('|')[1]})`)
      : line;
    if (!/\d|half|quarter/.test(line)) return named;
    const said = named.replace(measured, (_all, number: string, joint: string, unit: string) => {
      const [one, many] = (names.get(unit) ?? '').split('|');
      // What a hyphen joins stands before the thing that is so large.
      return `${number} ${number === '1' || joint === '-' ? one : many}`;
    });
    return said.replace(each, (_all, unit: string) => ` ${per.word} ${perNames.get(unit)}`);
  };
}
