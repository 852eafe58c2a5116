import type { Directive, Response } from 'ask-sdk-model';
import { CHAT_INTENT, QUERY_SLOT } from './input';

/** What is to be spoken: complete SSML. Without a reprompt the session ends. */
export interface Speech {
  readonly ssml: string;
  readonly reprompt?: string;
  readonly card?: { readonly title: string; readonly text: string };
}

/**
 * Makes Alexa hand the whole next utterance to our slot, without a carrier phrase. It works only while the intent is
 * listed in `dialog.intents` of the interaction model. The slot to elicit must come without a value.
 */
const ELICIT_QUERY: Directive = {
  type: 'Dialog.ElicitSlot',
  slotToElicit: QUERY_SLOT,
  updatedIntent: {
    name: CHAT_INTENT,
    confirmationStatus: 'NONE',
    slots: { [QUERY_SLOT]: { name: QUERY_SLOT, confirmationStatus: 'NONE' } },
  },
};

/**
 * The response that speaks. `shouldEndSession` is always set: left out, what happens depends on the device. A session
 * stays open only with a reprompt, as certification wants a question before the microphone opens.
 */
export function toResponse({ ssml, reprompt, card }: Speech): Response {
  return {
    outputSpeech: { type: 'SSML', ssml },
    ...(card && { card: { type: 'Simple', title: card.title, content: card.text } }),
    ...(reprompt === undefined
      ? { shouldEndSession: true }
      : {
          reprompt: { outputSpeech: { type: 'SSML', ssml: reprompt } },
          directives: [ELICIT_QUERY],
          shouldEndSession: false,
        }),
  };
}
