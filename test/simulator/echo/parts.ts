import type { Directive } from 'ask-sdk-model';

export const ssml = (text: string) => ({ type: 'SSML', ssml: `<speak>${text}</speak>` }) as const;

/** Asks for free speech, as the skill does all day. */
export const elicit: Directive = {
  type: 'Dialog.ElicitSlot',
  slotToElicit: 'query',
  updatedIntent: {
    name: 'ChatIntent',
    confirmationStatus: 'NONE',
    slots: { query: { name: 'query', confirmationStatus: 'NONE' } },
  },
};
