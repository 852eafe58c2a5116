import { isDeepStrictEqual } from 'node:util';
import type { Offer } from './conversation';
import type { MenuOption } from './menu-option';
import type { Choice, Message } from './message';
import { normalize } from './normalize';
import type { PlatformInput } from './ports/platform';
import type { Voice } from './ports/voice';
import type { SpokenOffer } from './reply';

/** How many choices a listener keeps in mind, and how many where each is short, in characters. */
const SPOKEN_AT_ONCE = 3;
const SHORT_AT_ONCE = 4;
const SHORT_LABEL = 30;
/** A scale, such as one of stars or numbers, is one thing to keep in mind: how many there are, and characters of them all. */
const SCALE_AT_ONCE = 5;
const SHORT_SCALE = 60;

/** A choice, and the title of the card that it stands on. */
export interface Offered {
  readonly choice: Choice;
  readonly card?: string;
}

/** All that a message offers: its quick replies, and the buttons of its cards. */
export function choicesOf({ choices, cards }: Message): readonly Offered[] {
  return [
    ...choices.map((choice) => ({ choice })),
    ...cards.flatMap(({ title, choices }) => choices.map((choice) => ({ choice, card: title }))),
  ];
}

/** The offer of these choices with the first of them to be read out; `undefined` where there are none. */
export function openOffer(offered: readonly Offered[], voice: Voice): Offer | undefined {
  if (offered.length === 0) return undefined;
  const choices = offered.map(({ choice }) => choice);
  const synonyms = choices.some((choice) => choice.synonyms) && choices.map((choice) => choice.synonyms ?? []);
  const labels = labelsOf(offered, voice);
  const actions = actionsOf(offered, voice);
  return {
    choices,
    labels,
    ...(synonyms && { synonyms }),
    ...(isYesNo(labels, voice) && { isYesNo: true as const }),
    // The cards were read, and so all there is to choose from on them.
    ...(actions
      ? { actions, ...besideCards(offered, labels), from: 0, to: choices.length }
      : batchFrom(0, { choices, labels })),
  };
}

/** What is offered beside cards, which is read out with what can be done with each of them. */
function besideCards(offered: readonly Offered[], labels: readonly string[]): Pick<Offer, 'beside'> {
  const beside = labels.filter((_label, index) => offered[index]?.card === undefined);
  return beside.length > 0 ? { beside } : {};
}

/** What can be done with each of several cards, where that is the same: "Buy" of all bikes. */
function actionsOf(offered: readonly Offered[], voice: Voice): readonly string[] | undefined {
  const byCard = new Map<string, string[]>();
  for (const [index, { choice, card }] of offered.entries()) {
    if (card === undefined) continue;
    byCard.set(card, [...(byCard.get(card) ?? []), voice.label(choice, index)]);
  }
  const [first = [], ...others] = byCard.values();
  if (others.length === 0) return undefined;
  const isSame = others.every((labels) => isDeepStrictEqual(labels, first));
  const beside = offered.filter(({ card }) => card === undefined);
  const areFew = first.length <= SPOKEN_AT_ONCE && beside.length <= SHORT_AT_ONCE;
  // "Buy" of a card, and "Buy" beside the cards, are two things.
  const isApart = beside.every(({ choice }, index) => !first.includes(voice.label(choice, index)));
  return isSame && areFew && isApart ? first : undefined;
}

/**
 * The same offer, where the text before it has listed all of its choices already: each by its label, or by the number of what it
 * stands for in a menu. Then they are called what the menu calls them.
 *
 * @param lines the lines of the text, as they are said
 */
export function withHeard(offer: Offer, menu: readonly MenuOption[], lines: readonly string[]): Offer {
  const labels = offer.labels.map(normalize);
  if (labels.length < 2 || offer.actions) return offer;
  const all = { from: 0, to: labels.length, isHeard: true as const };
  const isMenu = menu.length === labels.length && menu.every((option, index) => isOf(option, labels[index] ?? ''));
  if (isMenu) {
    const known = offer.labels.map((label, index) => [label, ...(offer.synonyms?.[index] ?? [])]);
    const synonyms = menu.map(({ reply }, index) => [...new Set([reply, ...(known[index] ?? [])])]);
    return { ...offer, ...all, labels: menu.map(({ label }) => label), synonyms };
  }
  if (new Set(labels).size > lines.length) return offer;
  const said = new Set(lines.map(normalize));
  return labels.every((label) => said.has(label)) ? { ...offer, ...all } : offer;
}

function isOf({ label, reply }: MenuOption, said: string): boolean {
  return [reply, label, `${reply} ${label}`].some((name) => normalize(name) === said);
}

/** The offer of a menu that the bot has written into its text: all of it was heard. */
export function menuOffer(menu: readonly MenuOption[]): Offer | undefined {
  if (menu.length === 0) return undefined;
  const labels = menu.map(({ label }) => label);
  const replies = menu.map(({ reply }) => reply);
  const choices = labels.map((label) => ({ label }));
  return { choices, labels, replies, synonyms: replies.map((reply) => [reply]), from: 0, to: labels.length };
}

/** The offer of words that a text asks to be told, which are heard with it. */
export function namedOffer(named: readonly MenuOption[]): Offer | undefined {
  const offer = menuOffer(named);
  const synonyms = named.map(({ reply, synonym }) => (synonym === undefined ? [reply] : [reply, synonym]));
  return offer && { ...offer, synonyms, isNamed: true };
}

/** Whether the choice is itself what is open, and not beside it. */
export function isChoice(offer: Offer | undefined): boolean {
  return offer !== undefined && !offer.isNamed;
}

/** What picking a choice puts to the bot. */
export function inputOf({ choices, replies }: Offer, index: number): PlatformInput | undefined {
  const choice = choices[index];
  const reply = replies?.[index];
  if (reply !== undefined) return { kind: 'text', text: reply };
  return choice && { kind: 'choice', choice };
}

/** What picking several at once puts to the bot; `undefined` where it takes one only. */
export function inputOfSeveral({ choices }: Offer, indexes: readonly number[]): PlatformInput | undefined {
  const picked = indexes.flatMap((index) => choices[index] ?? []);
  if (picked.length === 0 || !picked.every(({ several }) => several)) return undefined;
  const label = picked.map((choice) => choice.label).join(', ');
  return { kind: 'choice', choice: { label, option: picked.map(({ option }) => option) } };
}

/** Each choice as it is said. Equal buttons of several cards are told apart by their card. */
function labelsOf(offered: readonly Offered[], voice: Voice): readonly string[] {
  const plain = offered.map(({ choice }, index) => voice.label(choice, index));
  const counts = new Map<string, number>();
  for (const label of plain) counts.set(normalize(label), (counts.get(normalize(label)) ?? 0) + 1);
  return offered.map(({ choice, card }, index) => {
    const isRepeated = (counts.get(normalize(plain[index] ?? '')) ?? 0) > 1;
    return isRepeated ? voice.label(choice, index, card) : (plain[index] ?? '');
  });
}

/** The same offer with the next choices to be read out; with the first again when all were. */
export function nextOptions(offer: Offer): Offer {
  return readFrom(offer, isLastBatch(offer) ? 0 : offer.to);
}

/** The same offer with the first choices to be read out. */
export function firstOptions(offer: Offer): Offer {
  return readFrom(offer, 0);
}

/** All of the choices are asked about again. */
function readFrom({ isTie: _, actions: __, isHeard: ___, beside: ____, ...offer }: Offer, from: number): Offer {
  return { ...offer, ...batchFrom(from, offer) };
}

/** Whether no choice remains behind those read out last. */
export function isLastBatch({ choices, to }: Offer): boolean {
  return to >= choices.length;
}

/** The choices to read out now, and whether more remain behind "more options". What was in the text was heard. */
export function spokenOffer(offer: Offer): SpokenOffer | undefined {
  if (offer.replies) return undefined;
  return offer.isHeard ? { ...readOptions(offer), isHeard: true } : readOptions(offer);
}

/** The same for any offer: a menu is read out when it is asked for. */
export function readOptions({ labels, actions, beside, isYesNo, from, to }: Offer): SpokenOffer {
  if (actions) return { labels: actions, more: false, from, isOfEach: true, ...(beside && { beside }) };
  const read = labels.slice(from, to);
  return { labels: read, more: to < labels.length, from, ...(isYesNo && { isYesNo }) };
}

/** Whether the choices are nothing but a yes and a no. */
function isYesNo(labels: readonly string[], { answers }: Voice): boolean {
  if (labels.length !== 2) return false;
  const [one, other] = labels.map((label) => answers.yesNo(label, 'confirmation'));
  return one !== undefined && other !== undefined && one !== other;
}

/** Whether labels are numbers, each one more than the one before. */
export function countsOn(labels: readonly string[]): boolean {
  const [first = ''] = labels;
  return labels.length > 1 && labels.every((label, index) => /^\d{1,3}$/.test(label) && +label === +first + index);
}

function batchFrom(from: number, { choices, labels }: Pick<Offer, 'choices' | 'labels'>): Pick<Offer, 'from' | 'to'> {
  const left = labels.slice(from);
  const isDrawn = choices.every(({ label }) => !/\p{L}/u.test(label));
  const areFew = left.length <= SHORT_AT_ONCE && left.every(({ length }) => length <= SHORT_LABEL);
  const isScale =
    (isDrawn && left.length <= SCALE_AT_ONCE && left.join('').length <= SHORT_SCALE) ||
    (from === 0 && countsOn(labels));
  return { from, to: areFew || isScale ? labels.length : Math.min(from + SPOKEN_AT_ONCE, labels.length) };
}

/** The same offer with these first, as only they are asked about now; the others can still be named. */
export function focusOn(offer: Offer, indexes: readonly number[]): Offer {
  const others = offer.labels.map((_label, index) => index).filter((index) => !indexes.includes(index));
  const order = [...indexes, ...others];
  const sorted = <T>(list: readonly T[]): readonly T[] => order.flatMap((index) => list[index] ?? []);
  const { choices, labels, synonyms, replies } = offer;
  return {
    choices: sorted(choices),
    labels: sorted(labels),
    ...(synonyms && { synonyms: order.map((index) => synonyms[index] ?? []) }),
    ...(replies && { replies: sorted(replies) }),
    isTie: true,
    from: 0,
    to: indexes.length,
  };
}

/** The choice that only leaves what the bot is at ("Cancel", "Never mind", "Go back"), if there is one; `said`: by the bot. */
export function leavingChoice(
  { labels, synonyms, replies, isNamed }: Offer,
  said: string,
  voice: Voice,
): number | undefined {
  // A word that the text asks for speaks of nothing where it is named, however it is written once it is said.
  const spoken = (replies ?? []).reduce((text, reply) => withoutOne(reply, text), said);
  const index = labels.findIndex((label, at) => {
    const use = isNamed ? synonyms?.[at]?.[1] : undefined;
    return voice.leaves({ label, ...(use !== undefined && { use }), others: labels.toSpliced(at, 1), said: spoken });
  });
  return index < 0 ? undefined : index;
}

function withoutOne(word: string, text: string): string {
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? text : text.slice(0, at) + text.slice(at + word.length);
}
