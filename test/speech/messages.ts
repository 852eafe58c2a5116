import type { Message } from '../../lambda/conversation/message';

/** A message of the bot with everything empty but what is given. */
export function message(parts: Partial<Message>): Message {
  return { id: 'm1', from: { kind: 'bot' }, choices: [], media: [], cards: [], sentAt: 0, ...parts };
}
