import { endOf } from './asking';
import type { Message } from './message';
import type { Voice } from './ports/voice';

/** Whether the user is to answer a message of the bot's. */
export function expectsAnswer(voice: Voice): (message: Message) => Promise<boolean> {
  return async (message) => {
    if (message.choices.length > 0 || message.inputRequest || message.cards.some(({ choices }) => choices.length > 0)) {
      return true;
    }
    return endOf(await voice.read(message)).some((text) => voice.asked(text) !== undefined);
  };
}
