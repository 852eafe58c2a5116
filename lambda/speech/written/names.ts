import type { Table } from './alphabet';
import { anyOf, bySpelling, inBothCases, listOf, type Stage, without } from './rules';

/** The longest name of a day, and what joins the next to it. */
const LONGEST_LED = 20;

/** Days and months by their full names: "Mon" is "Monday", "12 Nov" is "12 November". */
export function nameStage({
  days,
  months,
  ambiguous,
  range,
  pairs,
  choice,
  ordinals,
  dated: { months: before, joins },
  pattern,
}: Table): Stage {
  const ordinal = anyOf(listOf(ordinals));
  const between = range.replace('{{from}}', '').replace('{{to}}', ' ').trim() || anyOf([]);
  const and = anyOf(without(joins, choice));
  const dayNames = bySpelling(days);
  const monthNames = bySpelling(months);
  const inCapitals = new Map(
    [...Object.keys(months).map((name) => [name, name] as const), ...monthNames].map(
      ([spelling, name]) => [spelling.toUpperCase(), name] as const,
    ),
  );
  const day = anyOf(dayNames.keys());
  const month = anyOf(monthNames.keys());
  const anyDay = anyOf([...dayNames.keys(), ...Object.keys(days)]);
  const anyMonth = anyOf([...monthNames.keys(), ...Object.keys(months)]);
  // What tells "Sun" the day from the sun: what stands behind it.
  const isDay = `(?=\\.?(?:$| ?(?:[,;:!?)|/–—]|-(?!\\p{Ll}))| ?\\d| ?\\(| ${between} | ${and} | ${choice || anyOf([])} ${anyDay}(?!\\p{L})|\\.$|\\. |,? ${anyDay}(?!\\p{L})|,? ${anyMonth}\\.? \\d))`;
  const single = pattern(
    `(?<![\\p{L}\\p{N}])(${day})(?![\\p{L}\\p{N}])(?:\\.(?= ?(?:[,;:–—-]|\\d{1,2}(?![\\d%])|\\p{Ll}|${anyMonth}\\.? \\d)))?`,
    'gu',
  );
  const doubtful = pattern(`^(?:${anyOf(listOf(ambiguous))})$`, 'u');
  const certain = pattern(`^${isDay}`, 'u');
  const behindDay = pattern(`(?<![\\p{L}\\p{N}])${anyDay}\\.?(?:,| ${and}) $`, 'u');
  const slashed = pattern(`(?<=${anyDay})\\/(?=${anyDay})`, 'gu');
  const dotted = "(?:\\.(?= ?(?:[,;:\\d–—'’-]|\\p{Ll})))?";
  const dated = pattern(
    `(?<=\\d${ordinal}?(?: \\p{Ll}{2})? )(${month})(?![\\p{L}\\p{N}])${dotted}|(?<![\\p{L}\\p{N}])(${month})(?![\\p{L}\\p{N}])${dotted}(?= (?:\\d|${between} (?:${anyMonth}|\\d)))|(?<=${anyMonth} ${between} )(${month})(?![\\p{L}\\p{N}])${dotted}|(?<=(?<![\\p{L}\\p{N}])${anyOf(inBothCases(before))} )(${month})(?:\\.(?= ?(?:[,;:\\d–—'’-]|\\p{Ll}))|(?=\\.$|[ ,;]?$| \\p{Ll}{2}))`,
    'gu',
  );
  // "in July or Aug": a no-break space stands beside what a slash was.
  const or = `(?: ?\\/ ?|[ \u00a0](?:${anyOf([...listOf(joins), pairs.or])})[ \u00a0]|, )`;
  const joined = pattern(
    `(?<=${anyMonth}\\.?${or})(${month})(?![\\p{L}\\p{N}])${dotted}|(?<![\\p{L}\\p{N}])(${month})\\.?(?=${or}${anyMonth}(?![\\p{L}\\p{N}]))`,
    'gu',
  );
  const loud = anyOf(inCapitals.keys());
  const capitals = pattern(
    `(?<=(?<![\\d.,:/])\\d{1,2} )(${loud})(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}])(${loud})(?= \\d{1,2}(?:,? \\d{4})?(?![\\d.:/-]))`,
    'gu',
  );
  const trigger = pattern(`(?<![\\p{L}\\p{N}])(?:${day}|${month}|${loud})(?![\\p{L}\\p{N}])`, 'u');
  return (line) => {
    if (!trigger.test(line)) return line;
    return line
      .replace(capitals, (written, one?: string, two?: string) => inCapitals.get(one ?? two ?? '') ?? written)
      .replace(joined, (written, one?: string, two?: string) => monthNames.get(one ?? two ?? '') ?? written)
      .replace(slashed, ', ')
      .replace(single, (written, name: string, at: number, whole: string) => {
        const isMeant =
          !doubtful.test(name) ||
          certain.test(whole.slice(at + name.length, at + name.length + 30)) ||
          behindDay.test(whole.slice(Math.max(0, at - LONGEST_LED), at));
        return isMeant ? (dayNames.get(name) ?? written) : written;
      })
      .replace(dated, (written, one?: string, two?: string, three?: string, four?: string) => {
        return monthNames.get(one ?? two ?? three ?? four ?? '') ?? written;
      });
  };
}
