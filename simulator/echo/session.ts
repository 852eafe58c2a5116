import type { Intent, Request, Response, ResponseEnvelope } from 'ask-sdk-model';
import { hasDialog, type InteractionModel } from './models';
import type { Elicitation } from './nlu';
import { newSessionId } from './request';
import { heardSpeech } from './speech';
import type { EchoState } from './types';

/** An open session. As long as there is one, the microphone listens. */
export interface OpenSession {
  readonly id: string;
  readonly isNew: boolean;
  readonly attributes: Record<string, unknown>;
  readonly elicitation?: Elicitation;
  /** What is still to be said when the person stays silent; gone once it was said. */
  readonly reprompt?: string;
}

export function newSession(): OpenSession {
  return { id: newSessionId(), isNew: true, attributes: {} };
}

/** The session that the answer to a request leaves open, if it leaves it open. */
export function sessionAfter(
  { id }: OpenSession,
  request: Request,
  { response, sessionAttributes }: ResponseEnvelope,
  model: InteractionModel,
): OpenSession | undefined {
  if (response.shouldEndSession !== false) return undefined;
  return {
    id,
    isNew: false,
    attributes: sessionAttributes ?? {},
    elicitation: elicitationOf(response, request, model),
    reprompt: heardSpeech(response.reprompt?.outputSpeech),
  };
}

export function stateOf(session: OpenSession | undefined): EchoState {
  return session ? 'listening' : 'idle';
}

/** The slot that a response asks for, if the model registers its intent for dialogs. */
function elicitationOf(response: Response, request: Request, model: InteractionModel): Elicitation | undefined {
  const directive = response.directives?.find(({ type }) => type === 'Dialog.ElicitSlot');
  if (directive?.type !== 'Dialog.ElicitSlot') return undefined;
  const current: Intent | undefined = request.type === 'IntentRequest' ? request.intent : undefined;
  const intent = directive.updatedIntent ?? current;
  return intent && hasDialog(model, intent.name) ? { intent, slot: directive.slotToElicit } : undefined;
}
