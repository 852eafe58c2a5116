import { type ClockTime, findTime } from './clock';
import { kindsOf, surroundings } from './context';
import type { Decision } from './decision';
import { type Heard, has, is, range } from './heard';
import { minutesIn, spanOf, type Window, windowsOf } from './label-window';
import { CLASS, FILLER, type Lexicon, MARK } from './lexicon';
import type { Prepared } from './offer';

/** "between ten and twelve", "noon to four": the option whose times both are, or the only one that holds them. */
export function byWindow(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const { windows } = prepared;
  if (windows.length < LEAST_WINDOWS || is(heard, 0, CLASS.questions)) return undefined;
  const span = spanOf(heard.texts, lexicon);
  if (!span) return ofTime(heard, prepared, lexicon);
  if (!isBare(heard, span, prepared, lexicon)) return isExcluded(heard, span.from) ? { kind: 'words' } : undefined;
  const said = windowsOf(span);
  const same = windows.filter(({ from, to }) => said.some((one) => one.from === from && one.to === to));
  const holding = windows.filter(({ from, to }) => said.some((one) => one.from >= from && one.to <= to));
  return decided(same.length > 0 ? same : holding) ?? { kind: 'words' };
}

const LEAST_WINDOWS = 2;

/** "around two" of 10 AM – 12 PM and 12 PM – 3 PM; "nine in the evening" is neither, and no number of one of them. */
function ofTime(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  const time = findTime(heard.texts, lexicon);
  if (!time || !isBare(heard, time, prepared, lexicon) || !isAlone(heard, time)) return undefined;
  const minutes = minutesIn(time);
  const fitting = decided(prepared.windows.filter(({ from, to }) => minutes.some((at) => at >= from && at <= to)));
  return fitting ?? (time.half === undefined ? undefined : { kind: 'words' });
}

/** "I have two questions" and "take two off" are no times. */
function isAlone(heard: Heard, { from, to }: ClockTime): boolean {
  const isThere = range(0, from).some(
    (token) => has(heard, token, MARK.existentials) && !is(heard, token, CLASS.being),
  );
  return (
    !isThere &&
    range(to, heard.texts.length).every((token) =>
      is(heard, token, heard.isVerbLast ? BEHIND_TIME | FILLER : BEHIND_TIME),
    )
  );
}

/** Where the verb comes last, what picks stands behind as well: "三時でお願いします". */
const BEHIND_TIME = CLASS.courtesies | CLASS.hesitations | CLASS.approvals | CLASS.being | CLASS.statements;

function decided(fitting: readonly Window[]): Decision | undefined {
  const indexes = [...new Set(fitting.map(({ index }) => index))];
  const [index] = indexes;
  if (index === undefined) return undefined;
  if (indexes.length > 1) return { kind: 'which', indexes, rule: 'time' };
  return { kind: 'choose', index, rule: 'time', confidence: 0.85 };
}

/** Nothing but wrapping stands around: "any time between ten and twelve would be grand". */
function isBare(heard: Heard, span: { from: number; to: number }, prepared: Prepared, lexicon: Lexicon): boolean {
  const own = new Set([...range(span.from, span.to), ...anyTime(heard, lexicon)]);
  const around = surroundings(heard, span, kindsOf(heard, prepared, own));
  const isLimited = is(heard, span.from - 1, CLASS.comparisons);
  return !around.before && !around.behind && !around.denied && !isLimited && !isExcluded(heard, span.from);
}

/** "any time", "sometime", "around". */
function anyTime({ texts }: Heard, { language: { clock, ranges } }: Lexicon): readonly number[] {
  return texts.flatMap((_, at) =>
    [...clock.any, ...ranges.approximate].flatMap((phrase) => {
      const words = phrase.split(' ');
      return words.every((word, index) => texts[at + index] === word) ? range(at, at + words.length) : [];
    }),
  );
}

function isExcluded(heard: Heard, end: number): boolean {
  return range(0, end).some((token) => is(heard, token, CLASS.negators) && !is(heard, token, CLASS.corrections));
}
