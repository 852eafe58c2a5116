import { delayOf, intentOf, nameOf, type Seen, typeOf, wordsOf } from './seen';
import type { Evidence, Judgement, Step } from './step';

export const held = (observed: string): Judgement => ({ verdict: 'held', observed });
export const differs = (observed: string): Judgement => ({ verdict: 'differs', observed });
export const unclear = (observed: string): Judgement => ({ verdict: 'unclear', observed });

const NOTHING = 'nothing came';

/** Judges the last request that is of interest; where none came, that differs. */
export function onLast(judge: (seen: Seen, evidence: Evidence) => Judgement): Step['judge'] {
  return (evidence) => {
    const last = evidence.seen.at(-1);
    return last ? judge(last, evidence) : differs(NOTHING);
  };
}

export const isRequest = (type: string) => (seen: Seen) => typeOf(seen) === type;
export const isSpoken = (seen: Seen) => ['LaunchRequest', 'IntentRequest'].includes(typeOf(seen));
export const isIntent = (seen: Seen) => typeOf(seen) === 'IntentRequest';

/** Words of the person's own have to come in the slot. */
export const asWords = onLast((seen) => {
  if (wordsOf(seen) !== undefined) return held(`${nameOf(seen)}, ${shapeOf(wordsOf(seen) ?? '')}`);
  return differs(nameOf(seen));
});

/** What has an intent of its own may come as that or as words: both are read alike. */
export function asIntentOrWords(intent: string): Step['judge'] {
  return onLast((seen) => {
    if (intentOf(seen) === intent) return held(`as ${intent}`);
    return wordsOf(seen) === undefined ? differs(nameOf(seen)) : held('as words in the slot');
  });
}

export const asIntent = (intent: string): Step['judge'] =>
  onLast((seen) => (intentOf(seen) === intent ? held(`as ${intent}`) : differs(nameOf(seen))));

/** What only the person beside the Echo can tell. */
export function asTold(yes: string, no: string): Step['judge'] {
  return ({ answer, seen }) => {
    if (answer === undefined) return unclear(seen.length === 0 ? NOTHING : 'nobody said what was heard');
    return answer ? held(yes) : differs(no);
  };
}

/** How long words are and how numbers in them are written: no word. */
export function shapeOf(words: string): string {
  const count = words.trim().split(/\s+/).length;
  const digits = /\p{N}/u.test(words) ? ', with digits' : '';
  return `${count} ${count === 1 ? 'word' : 'words'}${digits}`;
}

/** Beyond that Alexa's clock and ours do not agree, or the way is too long for a turn of eight seconds. */
const LONGEST_DELAY_MS = 1500;
/** Timestamps are in whole seconds. */
const EARLIEST_MS = -1000;

export function judgeDelays({ seen }: Evidence): Judgement {
  const delays = seen
    .filter(isSpoken)
    .map(delayOf)
    .filter((delay) => delay !== undefined);
  if (delays.length === 0) return unclear('no request with a time');
  const [least, most] = [Math.min(...delays), Math.max(...delays)];
  const observed = `${delays.length} requests came ${least} to ${most} ms after their time`;
  return least >= EARLIEST_MS && most <= LONGEST_DELAY_MS ? held(observed) : differs(observed);
}
