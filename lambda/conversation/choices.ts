import type { Offered } from './answers/decision';
import type { Conversation, Offer } from './conversation';
import type { Choice } from './message';
import type { Voice } from './ports/voice';

/** How many choices a listener keeps in mind. */
const SPOKEN_AT_ONCE = 3;

/** The offer of these choices with the first of them to be read out; `undefined` where there are none. */
export function openOffer(choices: readonly Choice[], voice: Voice): Offer | undefined {
  if (choices.length === 0) return undefined;
  const labels = choices.map((choice, index) => voice.label(choice, index));
  return { choices, labels, ...batchFrom(0, choices.length) };
}

/** The same offer with the next choices to be read out; with the first again when all were. */
export function nextOptions(offer: Offer): Offer {
  const from = isLastBatch(offer) ? 0 : offer.to;
  return { ...offer, ...batchFrom(from, offer.choices.length) };
}

/** Whether no choice remains behind those read out last. */
export function isLastBatch({ choices, to }: Offer): boolean {
  return to >= choices.length;
}

/** The choices to read out now, and whether more remain behind "more options". */
export function spokenOffer(offer: Offer): { labels: readonly string[]; more: boolean } {
  return { labels: offer.labels.slice(offer.from, offer.to), more: !isLastBatch(offer) };
}

function batchFrom(from: number, count: number): Pick<Offer, 'from' | 'to'> {
  return { from, to: Math.min(from + SPOKEN_AT_ONCE, count) };
}

/** The offer as the engine takes it: with what the bot said before it. */
export function offered({ labels, from, to }: Offer, { said }: Conversation): Offered {
  const texts = said.flatMap((part) => ('text' in part ? [part.text] : []));
  return { labels, from, to, question: texts.join(' ').slice(-LONGEST_QUESTION) };
}

/** Of a long text, only its end asks. */
const LONGEST_QUESTION = 200;

/** The same offer with only these options, to be read out next. */
export function narrowed({ choices, labels }: Offer, indexes: readonly number[]): Offer {
  const keep = <Item>(items: readonly Item[]) => items.filter((_, index) => indexes.includes(index));
  return { choices: keep(choices), labels: keep(labels), from: 0, to: 0 };
}
