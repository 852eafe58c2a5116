import { z } from 'zod';

const outputSpeech = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('SSML'), ssml: z.string() }),
  z.looseObject({ type: z.literal('PlainText'), text: z.string() }),
]);

const card = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Simple'), title: z.string().optional(), content: z.string().optional() }),
  z.looseObject({
    type: z.literal('Standard'),
    title: z.string().optional(),
    text: z.string().optional(),
    image: z.looseObject({ smallImageUrl: z.string().optional(), largeImageUrl: z.string().optional() }).optional(),
  }),
  z.looseObject({ type: z.literal('LinkAccount') }),
  z.looseObject({ type: z.literal('AskForPermissionsConsent'), permissions: z.array(z.string()) }),
]);

const directive = z.looseObject({ type: z.string() });

/** The parts of a skill's response that have rules. What else is in it, Alexa ignores. */
export const responseEnvelope = z.looseObject({
  version: z.string(),
  sessionAttributes: z.record(z.string(), z.unknown()).optional(),
  response: z.looseObject({
    outputSpeech: outputSpeech.optional(),
    reprompt: z
      .looseObject({ outputSpeech: outputSpeech.optional(), directives: z.array(directive).optional() })
      .optional(),
    card: card.optional(),
    directives: z.array(directive).optional(),
    shouldEndSession: z.boolean().nullish(),
  }),
});

const intent = z.looseObject({
  name: z.string(),
  slots: z.record(z.string(), z.looseObject({ name: z.string(), value: z.string().optional() })).optional(),
});

/** The `Dialog.ElicitSlot` directive. */
export const elicitSlot = z.looseObject({
  type: z.literal('Dialog.ElicitSlot'),
  slotToElicit: z.string(),
  updatedIntent: intent.optional(),
});

export type CheckedResponse = z.infer<typeof responseEnvelope>['response'];
export type CheckedSpeech = z.infer<typeof outputSpeech>;
export type CheckedDirective = z.infer<typeof directive>;
