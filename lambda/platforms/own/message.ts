import type { Message } from '../../conversation/message';
import { NOTHING } from '../shared/content';

/** A message of the bot: what is not said of it is empty. */
export function botMessage(said: Partial<Omit<Message, 'id' | 'sentAt'>> & Pick<Message, 'id' | 'sentAt'>): Message {
  return { from: { kind: 'bot' }, ...NOTHING, ...said };
}
