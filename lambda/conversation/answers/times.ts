import { findTime, sameTime } from './clock';
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
