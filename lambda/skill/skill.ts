import { type ErrorHandler, type HandlerInput, type RequestHandler, type Skill, SkillBuilders } from 'ask-sdk-core';
import type { Request, RequestEnvelope, Response } from 'ask-sdk-model';
import { startDeadline } from '../conversation/deadline';
import type { UserInput } from '../conversation/interpret';
import type { Reply } from '../conversation/reply';
import { startStopwatch } from '../conversation/stopwatch';
import type { TurnRequest, TurnResult } from '../conversation/turn';
import { AloudError, toAloudError } from '../errors';
import type { AlexaIdentity } from '../store/store';
import type { Telemetry } from '../telemetry';
import { inputOf, requestName } from './input';
import { type Speech, toResponse } from './response';
import { userKey } from './user';

export interface SkillRooms {
  readonly secret: string;
  readonly turnBudgetMs: number;
  readonly turn: (request: TurnRequest) => Promise<TurnResult>;
  /** Puts a reply into words for a locale. */
  readonly speak: (reply: Reply, locale: string) => Speech;
  readonly telemetry: Telemetry;
}

/** The Alexa skill: one handler per kind of request, and one for whatever goes wrong in them. */
export function createSkill(rooms: SkillRooms): Skill {
  return SkillBuilders.custom()
    .addRequestHandlers(turnHandler(rooms), refusedHandler(rooms.telemetry), IGNORE)
    .addErrorHandlers(errorHandler(rooms))
    .create();
}

/** Whatever a person says: a launch, free speech, a built-in intent. */
function turnHandler({ secret, turnBudgetMs, turn, speak, telemetry }: SkillRooms): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) => inputOf(requestEnvelope.request) !== undefined,
    async handle({ requestEnvelope }) {
      const { request, session } = requestEnvelope;
      const stopwatch = startStopwatch();
      let outcome: string = 'ok';
      try {
        const identity = identityOf(requestEnvelope);
        const { reply, error } = await turn({
          key: userKey(secret, requestEnvelope.context.System.application.applicationId, identity.userId),
          identity,
          input: inputOf(request) as UserInput,
          newSession: session?.new ?? true,
          deadline: startDeadline(turnBudgetMs),
          stopwatch,
        });
        if (error) {
          outcome = error.code;
          telemetry.error(error, 'turn');
        }
        const response = toResponse(speak(reply, identity.locale));
        stopwatch.lap('render');
        return response;
      } catch (error) {
        outcome = toAloudError(error).code;
        throw error;
      } finally {
        const { requestId } = request;
        const [ms, ledger] = [stopwatch.total(), stopwatch.ledger()];
        telemetry.turn({ requestId, name: requestName(request), outcome, ms, ledger });
      }
    },
  };
}

/** Alexa tells only here why she could not use an answer of ours. Neither request takes one. */
function refusedHandler(telemetry: Telemetry): RequestHandler {
  const errorOf = (request: Request) =>
    request.type === 'SessionEndedRequest' || request.type === 'System.ExceptionEncountered'
      ? request.error
      : undefined;
  return {
    canHandle: ({ requestEnvelope }) => errorOf(requestEnvelope.request) !== undefined,
    handle({ requestEnvelope }) {
      const { type, message } = errorOf(requestEnvelope.request) ?? {};
      const text = `Alexa reports ${type}: ${String(message).slice(0, 200)}`;
      telemetry.error(new AloudError('ALOUD_RESPONSE_REFUSED', text), 'response');
      return {};
    },
  };
}

/** Skill events, APL errors, ends of sessions and what Amazon invents next: acknowledged with an empty answer. */
const IGNORE: RequestHandler = {
  canHandle: () => true,
  handle: () => ({}),
};

/** Always says something, and leaves the session usable; who wanted to leave leaves. */
function errorHandler({ speak, telemetry }: SkillRooms): ErrorHandler {
  return {
    canHandle: () => true,
    handle({ requestEnvelope }: HandlerInput, thrown: Error): Response {
      const error = toAloudError(thrown);
      telemetry.error(error, 'skill');
      const input = inputOf(requestEnvelope.request);
      if (!input) return {};
      const leaving = input.kind === 'command' && input.command === 'goodbye';
      const reply: Reply = leaving
        ? { parts: [{ phrase: 'goodbye' }], turn: 0, messages: [] }
        : { parts: [{ phrase: error.phrase }], question: 'what', turn: 0, messages: [] };
      return toResponse(speak(reply, localeOf(requestEnvelope.request)));
    },
  };
}

function identityOf({ context, request }: RequestEnvelope): AlexaIdentity {
  const { user, apiEndpoint } = context.System;
  return { userId: user.userId, apiEndpoint, locale: localeOf(request) };
}

function localeOf(request: Request): string {
  return ('locale' in request && request.locale) || 'en-US';
}
