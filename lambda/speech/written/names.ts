import type { Written } from '../../languages/written';
import { anyOf, bySpelling, inBothCases, listOf, type Stage } from './rules';

/** Days and months by their full names: "Mon" is "Monday", "12 Nov" is "12 November". */
export function nameStage({ days, months, ambiguous, range, dated: { months: before } }: Written): Stage {
  const dayNames = bySpelling(days);
  const monthNames = bySpelling(months);
  const day = anyOf(dayNames.keys());
  const month = anyOf(monthNames.keys());
  const anyDay = anyOf([...dayNames.keys(), ...Object.keys(days)]);
  const anyMonth = anyOf([...monthNames.keys(), ...Object.keys(months)]);
  // What tells "Sun" the day from the sun: what stands behind it.
  const isDay = `(?=\\.?(?:$| ?[,;:!?)|/–—-]| ?\\d| ?\\(| ${range} | and | & |\\.$|\\. |,? ${anyDay}|,? ${anyMonth}\\.? \\d))`;
  const single = new RegExp(`(?<![\\p{L}\\p{N}])(${day})(?![\\p{L}\\p{N}])(?:\\.(?= ?(?:[,;:\\d–—-]|\\p{Ll})))?`, 'gu');
  const doubtful = new RegExp(`^(?:${anyOf(listOf(ambiguous))})$`, 'u');
  const certain = new RegExp(`^${isDay}`, 'u');
  const behindDay = new RegExp(`${anyDay}, $`, 'u');
  const slashed = new RegExp(`(?<=${anyDay})\\/(?=${anyDay})`, 'gu');
  const dotted = "(?:\\.(?= ?(?:[,;:\\d–—'’-]|\\p{Ll})))?";
  const dated = new RegExp(
    `(?<=\\d(?:st|nd|rd|th)?(?: of)? )(${month})(?![\\p{L}\\p{N}])${dotted}|(?<![\\p{L}\\p{N}])(${month})(?![\\p{L}\\p{N}])${dotted}(?= (?:\\d|${range} (?:${anyMonth}|\\d)))|(?<=${anyMonth} ${range} )(${month})(?![\\p{L}\\p{N}])${dotted}|(?<=(?<![\\p{L}\\p{N}])${anyOf(inBothCases(before))} )(${month})(?:\\.(?= ?(?:[,;:\\d–—'’-]|\\p{Ll}))|(?=\\.$|[ ,;]?$| \\p{Ll}{2}))`,
    'gu',
  );
  const trigger = new RegExp(`(?<![\\p{L}\\p{N}])(?:${day}|${month})(?![\\p{L}\\p{N}])`, 'u');
  return (line) => {
    if (!trigger.test(line)) return line;
    return line
      .replace(slashed, ', ')
      .replace(single, (written, name: string, at: number, whole: string) => {
        const isMeant =
          !doubtful.test(name) ||
          certain.test(whole.slice(at + name.length, at + name.length + 30)) ||
          behindDay.test(whole.slice(Math.max(0, at - 12), at));
        return isMeant ? (dayNames.get(name) ?? written) : written;
      })
      .replace(dated, (written, one?: string, two?: string, three?: string, four?: string) => {
        return monthNames.get(one ?? two ?? three ?? four ?? '') ?? written;
      });
  };
}
