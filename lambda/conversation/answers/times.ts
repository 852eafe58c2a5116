import { type ClockTime, findTime, sameTime } from './clock';
import { kindsOf, restBehind, surroundings } from './context';
import type { Decision } from './decision';
import { asSaid, type Heard, is } from './heard';
import { CLASS, type Lexicon } from './lexicon';
import type { Label, Prepared } from './offer';

/** The option whose time of day was said: "half past ten" of 9:45 and 10:30. */
export function byTime(heard: Heard, prepared: Prepared, lexicon: Lexicon): Decision | undefined {
  if (!prepared.holdsTimes) return undefined;
  const time = findTime(heard.texts, lexicon);
  if (!time || is(heard, 0, CLASS.questions)) return undefined;
  return withTime(heard, time, prepared) ?? withTime(heard, withoutPronoun(heard, time, lexicon), prepared);
}

/** "the ten thirty one" is the one at 10:30, where none is at 10:31. */
function withoutPronoun({ texts }: Heard, { to }: ClockTime, lexicon: Lexicon): ClockTime | undefined {
  if (!lexicon.language.positions.pronouns.includes(texts[to - 1] ?? '')) return undefined;
  const time = findTime(texts.slice(0, to - 1), lexicon);
  return time && { ...time, to };
}

function withTime(heard: Heard, time: ClockTime | undefined, prepared: Prepared): Decision | undefined {
  if (!time) return undefined;
  const own = new Set(Array.from({ length: time.to - time.from }, (_, index) => time.from + index));
  const kinds = kindsOf(heard, prepared, own);
  const around = surroundings(heard, time, kinds);
  if (around.before || around.inSentence) return undefined;
  const fitting = prepared.labels.filter((label) => label.time && sameTime(time, label.time));
  const indexes = [...new Set(fitting.map((label: Label) => label.index))];
  const [index] = indexes;
  if (index === undefined) return undefined;
  if (indexes.length > 1) return around.behind ? undefined : { kind: 'which', indexes, rule: 'time' };
  const behind = restBehind(heard, time.to, kinds);
  const rest = asSaid(heard, behind.from, behind.to);
  return { kind: 'choose', index, rule: 'time', confidence: 0.9, ...(rest !== '' && { rest }) };
}

/** The option whose length was said in another unit: "half an hour" of 30 minutes. */
export function byMeasure(heard: Heard, prepared: Prepared, { language, stem }: Lexicon): Decision | undefined {
  const measured = prepared.labels.filter(({ measure }) => measure !== undefined);
  if (measured.length === 0) return undefined;
  const units = Object.entries(language.measures);
  for (const [at, word] of heard.stems.entries()) {
    const unit = units.find(([name]) => stem(name) === word);
    const number =
      unit &&
      heard.numerals.find(({ to, parts, ordinal }) => to <= at && parts === 1 && !ordinal && isLinked(heard, to, at));
    const from = number?.from ?? (unit && singleBefore(heard, at, language.positions.single));
    if (!unit || from === undefined) continue;
    const fitting = measured.filter(({ measure }) => measure === (number?.value ?? 1) * unit[1]);
    const own = new Set(Array.from({ length: at + 1 - from }, (_, index) => from + index));
    const around = surroundings(heard, { from, to: at + 1 }, kindsOf(heard, prepared, own));
    const [first] = fitting;
    if (!first || fitting.length > 1 || around.before || around.behind) continue;
    return { kind: 'choose', index: first.index, rule: 'number', confidence: 0.9 };
  }
  return undefined;
}

/** "an hour", "a full hour". */
function singleBefore(heard: Heard, unit: number, singles: readonly string[]): number | undefined {
  let at = unit - 1;
  while (at > 0 && is(heard, at, CLASS.hesitations | CLASS.carriers) && !singles.includes(heard.texts[at] ?? '')) at--;
  return singles.includes(heard.texts[at] ?? '') ? at : undefined;
}

/** "half an hour", "three quarters of an hour". */
function isLinked(heard: Heard, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (!is(heard, token, CLASS.light)) return false;
  return true;
}
