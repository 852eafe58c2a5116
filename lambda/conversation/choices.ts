import type { Offer } from './conversation';
import type { Choice } from './message';
import { normalize } from './normalize';
import type { Command, Voice } from './ports/voice';

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

/**
 * The choice that the user named: by its label (exactly, or ignoring case, accents and punctuation), or by its position.
 * A position counts among those read out last, as the user heard them; beyond these, among all.
 */
export function matchChoice(said: string, offer: Offer, voice: Voice): Choice | undefined {
  const { choices, labels, from, to } = offer;
  const exact = labels.indexOf(said);
  if (exact >= 0) return choices[exact];

  const wanted = normalize(said);
  const alike = wanted === '' ? -1 : labels.findIndex((label) => normalize(label) === wanted);
  if (alike >= 0) return choices[alike];

  const position = voice.ordinal(said);
  if (position === undefined) return undefined;
  if (position === -1) return choices[to - 1];
  return from + position <= to ? choices[from + position - 1] : choices[position - 1];
}

/** The choice whose label says the same as a built-in "yes" or "no", which come without the user's own words. */
export function matchCommand(command: Command, offer: Offer, voice: Voice): Choice | undefined {
  return offer.choices.find((_choice, index) => voice.command(offer.labels[index] ?? '') === command);
}

/** The choice that is nothing but the word for leaving something ("Cancel", "Never mind", "Go back"), if there is one. */
export function cancelChoice(offer: Offer, voice: Voice): Choice | undefined {
  return offer.choices.find((_choice, index) => voice.isCancel(offer.labels[index] ?? ''));
}
