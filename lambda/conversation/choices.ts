import type { Offer } from './conversation';
import type { Choice } from './message';
import { normalize } from './normalize';
import type { Command, Voice } from './voice';

/** How many choices a listener keeps in mind. */
const SPOKEN_AT_ONCE = 3;

/** The offer of these choices with the first of them to be read out; `undefined` where there are none. */
export function openOffer(choices: readonly Choice[]): Offer | undefined {
  return choices.length === 0 ? undefined : { choices, from: 0, to: Math.min(SPOKEN_AT_ONCE, choices.length) };
}

/** The same offer with the next choices to be read out; `undefined` when all were. */
export function nextOptions(offer: Offer): Offer | undefined {
  const { choices, to } = offer;
  return to >= choices.length ? undefined : { choices, from: to, to: Math.min(to + SPOKEN_AT_ONCE, choices.length) };
}

/** The choices to read out now, and whether more remain behind "more options". */
export function spokenOffer(offer: Offer, voice: Voice, locale: string): { labels: string[]; more: boolean } {
  const spoken = offer.choices.slice(offer.from, offer.to);
  return {
    labels: spoken.map((choice, index) => voice.label(choice, offer.from + index, locale)),
    more: offer.to < offer.choices.length,
  };
}

/**
 * The choice that the user named: by its label (exactly, or ignoring case, accents and punctuation), or by its position.
 * A position counts among those read out last, as the user heard them; beyond these, among all.
 */
export function matchChoice(said: string, offer: Offer, voice: Voice, locale: string): Choice | undefined {
  const { choices, from, to } = offer;
  const labels = choices.map((choice, index) => voice.label(choice, index, locale));
  const exact = labels.indexOf(said);
  if (exact >= 0) return choices[exact];

  const wanted = normalize(said);
  const alike = wanted === '' ? -1 : labels.findIndex((label) => normalize(label) === wanted);
  if (alike >= 0) return choices[alike];

  const position = voice.ordinal(said, locale);
  if (position === undefined) return undefined;
  if (position === -1) return choices[to - 1];
  return from + position <= to ? choices[from + position - 1] : choices[position - 1];
}

/** The choice whose label says the same as a built-in "yes" or "no", which come without the user's own words. */
export function matchCommand(command: Command, offer: Offer, voice: Voice, locale: string): Choice | undefined {
  return offer.choices.find((choice, index) => voice.command(voice.label(choice, index, locale), locale) === command);
}
