import type { Message } from '../../conversation/message';

/** What a message says, without who said it and when. */
export type Content = Pick<Message, 'text' | 'choices' | 'media' | 'cards' | 'inputRequest'>;

export const NOTHING: Content = { choices: [], media: [], cards: [] };

/** Whether there is nothing to be heard. */
export function isEmpty({ text, choices, media, cards, inputRequest }: Content): boolean {
  return text === undefined && inputRequest === undefined && choices.length + media.length + cards.length === 0;
}
