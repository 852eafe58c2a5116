import { kindsOf } from './context';
import type { Decision } from './decision';
import { isAsking } from './ending';
import type { Evidence } from './evidence';
import { type Exclusion, excludedOptions } from './exclusion';
import { type Heard, is, range, signals } from './heard';
import { CLASS } from './lexicon';
import type { Prepared } from './offer';
import { SIGNAL } from './signals';

const WORDS: Decision = { kind: 'words' };

/** Options were only excluded: "anything but the suite". */
export function remaining(
  heard: Heard,
  prepared: Prepared,
  evidence: Evidence,
  exclusion: Exclusion,
): Decision | undefined {
  const { spans } = exclusion;
  const out = excludedOptions(evidence, exclusion, true);
  const own = new Set<number>();
  for (const { from, to } of spans) for (let token = from; token < to; token++) own.add(token);
  const kinds = kindsOf(heard, prepared, own);
  const reason = reasonOf(heard, spans);
  const isPure = heard.texts.every(
    (_, token) =>
      kinds(token) !== 'unknown' ||
      token >= reason ||
      is(heard, token, ADDED) ||
      signals(heard, token, SIGNAL.undecided),
  );
  const isStatement = spans.some(({ from }) => is(heard, from - 1, CLASS.being) && !isProviso(heard, from - 3));
  return (!isPure || isStatement ? undefined : othersThan(out, prepared)) ?? WORDS;
}

/** The options that are left: one is picked, a few are asked about. */
export function othersThan(excluded: ReadonlySet<number>, { count }: Prepared): Decision | undefined {
  const left = range(0, count).filter((index) => !excluded.has(index));
  const [only] = left;
  if (only === undefined || left.length > MOST_ASKED) return undefined;
  if (left.length > 1) return { kind: 'which', indexes: left, rule: 'negation' };
  return { kind: 'choose', index: only, rule: 'negation', confidence: 0.7 };
}

/** Beside an exclusion, they exclude nothing else: "any but the roses today, you decide". */
const ADDED = CLASS.approvals | CLASS.adverbs;

/** "as long as" in "as long as it isn't the suite". */
function isProviso(heard: Heard, token: number): boolean {
  return heard.fixed[token] === true && is(heard, token, CLASS.hesitations);
}

/** Where the sentence begins that says why something is excluded: "not the first, I'm not made of money". */
function reasonOf(heard: Heard, spans: Exclusion['spans']): number {
  const none = heard.texts.length;
  const isPlain = spans.every(({ from, to }) => {
    if (is(heard, from, CLASS.corrections)) return false;
    return range(from, to).every((token) => !is(heard, token, CLASS.subjects | CLASS.carriers | CLASS.pasts));
  });
  let at = spans.at(-1)?.to ?? none;
  while (is(heard, at, CLASS.hesitations | CLASS.courtesies)) at++;
  const isWish = range(at, none).some((token) => is(heard, token, CLASS.wishes));
  if (!isPlain || isWish || !is(heard, at, CLASS.subjects) || isAsking(heard, at, none)) return none;
  return is(heard, at + 1, CLASS.being | CLASS.statements) ? at : none;
}

/** No more options than these are asked back for. */
const MOST_ASKED = 3;

/** "I never got an invoice", "I don't have an account": it tells of something that is not there. */
export function isLack(heard: Heard, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (!is(heard, from - 1, CLASS.subjects | CLASS.statements)) return false;
  return range(from + 1, to).some(
    (token) =>
      (is(heard, token, CLASS.pasts) && !is(heard, token, CLASS.carriers)) ||
      (is(heard, from - 1, CLASS.statements) &&
        (signals(heard, token, SIGNAL.existentials) || is(heard, token, CLASS.statements))),
  );
}
