import type { Card, Choice } from '../../conversation/message';
import { isObject, member } from '../json';
import type { Parts } from './parts';

/** What is kept of an option whose title is another's as well, in place of the vendor's object. */
interface ToldApart {
  /** What the bot is told for it. */
  readonly toldAs: string;
  readonly payload: unknown;
}

/**
 * The same responses with options of equal titles ("View" on each card) told apart by what the bot is told for them: their
 * payload where that is a text of its own, else the title with the card's.
 */
export function toldApart<Response extends Parts>(responses: readonly Response[]): readonly Response[] {
  const all = responses.flatMap(({ choices, cards }) => [...choices, ...cards.flatMap((card) => card.choices)]);
  const tell = (choice: Choice, card?: Card): Choice => {
    const alike = all.filter(({ label }) => nameOf(label) === nameOf(choice.label));
    if (alike.length < 2) return choice;
    const toldAs = textOf(choice, alike) ?? [choice.label, card?.title].filter(Boolean).join(' ');
    return { ...choice, option: { toldAs, payload: payloadOf(choice) } satisfies ToldApart };
  };
  return responses.map((response) => ({
    ...response,
    choices: response.choices.map((choice) => tell(choice)),
    cards: response.cards.map((card) => ({ ...card, choices: card.choices.map((choice) => tell(choice, card)) })),
  }));
}

/** What a user would say for an option, and its payload. */
export function picked(choice: Choice): { readonly words: string; readonly title: string; readonly payload: unknown } {
  const { label: title, option } = choice;
  const toldAs = isObject(option) ? member(option, 'toldAs') : undefined;
  return { words: typeof toldAs === 'string' ? toldAs : title, title, payload: payloadOf(choice) };
}

function payloadOf({ label, option }: Choice): unknown {
  return (isObject(option) ? (member(option, 'payload') ?? member(option, 'value')) : option) ?? label;
}

/** The payload of an option, where it is a text that no option like it has. */
function textOf(choice: Choice, alike: readonly Choice[]): string | undefined {
  const payload = payloadOf(choice);
  if (typeof payload !== 'string' || payload.trim() === '' || nameOf(payload) === nameOf(choice.label))
    return undefined;
  return alike.filter((other) => payloadOf(other) === payload).length === 1 ? payload : undefined;
}

function nameOf(text: string): string {
  return text.trim().toLowerCase();
}
