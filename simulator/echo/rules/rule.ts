import type { RequestEnvelope } from 'ask-sdk-model';
import type { InteractionModel } from '../models';
import type { CheckedResponse } from './shape';

/** What a response answers. */
export interface Occasion {
  readonly envelope: RequestEnvelope;
  readonly model: InteractionModel;
}

/** One rule of Alexa's for responses: says what is wrong, or nothing. */
export type Rule = (response: CheckedResponse, occasion: Occasion) => string | undefined | Promise<string | undefined>;
