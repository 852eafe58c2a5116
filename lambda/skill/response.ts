import type { Directive, Response } from 'ask-sdk-model';
import { NOTIFICATIONS } from '../amazon/permission';
import { CHAT_INTENT, QUERY_SLOT } from './intents';

/** What is to be spoken: complete SSML. Without a reprompt the session ends. */
export interface Speech {
  readonly ssml: string;
  readonly reprompt?: string;
  /** `image`: the https address of a picture. */
  readonly card?: { readonly title: string; readonly text: string; readonly image?: string };
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

export interface ResponseOptions {
  /** Asks the user, by a card, for the permission to send notifications. */
  readonly permission?: boolean;
}

/**
 * The response that speaks. `shouldEndSession` is always set: left out, what happens depends on the device. A session
 * stays open only with a reprompt, as certification wants a question before the microphone opens.
 */
export function toResponse(speech: Speech, { permission = false }: ResponseOptions = {}): Response {
  const { ssml, reprompt } = speech;
  const card = cardOf(speech, permission);
  return {
    outputSpeech: { type: 'SSML', ssml },
    ...(card && { card }),
    ...(reprompt === undefined
      ? { shouldEndSession: true }
      : {
          reprompt: { outputSpeech: { type: 'SSML', ssml: reprompt } },
          directives: [ELICIT_QUERY],
          shouldEndSession: false,
        }),
  };
}

/** A response has one card. What the speech says is in the app comes before a permission, which can be asked for again. */
function cardOf({ card }: Speech, permission: boolean): Response['card'] {
  if (card?.image !== undefined) {
    const image = { smallImageUrl: card.image, largeImageUrl: card.image };
    return { type: 'Standard', title: card.title, text: card.text, image };
  }
  if (card) return { type: 'Simple', title: card.title, content: card.text };
  return permission ? { type: 'AskForPermissionsConsent', permissions: [NOTIFICATIONS] } : undefined;
}
