import { endOf } from './asking';
import { choicesOf, inputOf, menuOffer, openOffer } from './choices';
import { menuIn } from './menu';
import type { Message } from './message';
import type { PlatformInput } from './ports/platform';
import type { Voice } from './ports/voice';

/** What an exchange has to understand of what the bot says, to go on with it. */
export interface Listening {
  /** Whether the user is to answer a message: it asks or offers something. */
  readonly expectsAnswer: (message: Message) => Promise<boolean>;
  /**
   * What words beyond an option mean, now that the bot has answered the option: one of the options that these messages offer,
   * where they pick it and say no more; else themselves.
   */
  readonly picked: (input: PlatformInput, messages: readonly Message[]) => Promise<PlatformInput>;
}

export function listeningWith(voice: Voice): Listening {
  return {
    async expectsAnswer(message) {
      if (choicesOf(message).length > 0 || message.inputRequest) return true;
      return endOf(await voice.read(message)).some((text) => voice.asked(text) !== undefined);
    },
    async picked(input, messages) {
      const last = messages.findLast(({ text }) => text !== undefined);
      const offered = openOffer(messages.flatMap(choicesOf), voice);
      const offer = offered ?? (last?.text === undefined ? undefined : menuOffer(menuIn(last.text, voice)));
      if (input.kind !== 'text' || !offer) return input;
      const question = last && (await voice.read(last)).at(-1);
      const decision = voice.answers.decide({ ...offer, question }, input.text);
      const isPicked = decision.kind === 'choose' && decision.rest === undefined && decision.rule !== 'sound';
      return (isPicked && inputOf(offer, decision.index)) || input;
    },
  };
}
