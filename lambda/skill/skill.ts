import { hash } from 'node:crypto';
import type { interfaces, RequestEnvelope, SessionEndedRequest } from 'ask-sdk-model';
import type { UserInput } from '../conversation/action';
import { startDeadline } from '../conversation/deadline';
import type { Session } from '../conversation/playback';
import type { Reply } from '../conversation/reply';
import type { SessionEnd } from '../conversation/session-end';
import { startStopwatch } from '../conversation/stopwatch';
import type { TurnRequest, TurnResult } from '../conversation/turn';
import { AloudError, toAloudError } from '../errors';
import type { SessionEndRecord, Telemetry, TurnRecord } from '../telemetry/telemetry';
import { createAnsweredRequests, fingerprintOf } from './answered-requests';
import { type Caller, type CallerOptions, callerBefore, callerOf, localeOf, speakerAttributes } from './caller';
import { carriedAttributes, carriedIn } from './carried';
import { clockOf } from './clock';
import { createDelay } from './delay';
import { type Answer, createDispatcher, type Given, type Handler, type Handlers, type Skill } from './dispatch';
import { type EventDeps, EventNotTaken, eventHandler, isSkillEvent } from './events';
import { inputOf, requestName } from './input';
import { type Speech, toResponse } from './response';

export interface SkillDeps extends CallerOptions, EventDeps {
  readonly turnBudgetMs: number;
  readonly turn: (request: TurnRequest) => Promise<TurnResult>;
  /** Tells what was asked last. */
  readonly sessionEnded: (end: SessionEnd) => Promise<string | undefined>;
  /** The way to say a word while a request is still being answered, if there is one. */
  readonly progressOf?: (envelope: RequestEnvelope) => TurnRequest['progress'];
  /** Puts a reply into words for a locale. */
  readonly speak: (reply: Reply, locale: string) => Speech;
  readonly telemetry: Telemetry;
  /** The skill's own, for a request that names none. Default: en-US. */
  readonly locale?: string;
}

/** What is kept back of the budget for verifying before a turn, and for a busy process at its end: milliseconds, or a share. */
const BUSY_MS = 500;
const BUSY_SHARE = 0.9;
/** Alexa waits for eight seconds, and an answer is on its way for a moment. Nobody hears what is answered later. */
const GIVEN_UP_MS = 7800;
/** What a turn has in any case, however long its request was on its way. */
const LEAST_MS = 1000;

/** The Alexa skill: one handler per kind of request, and one for whatever goes wrong in them. */
export function createSkill(deps: SkillDeps): Skill {
  const { invoke } = createDispatcher({
    handlers: [
      turnHandler(deps),
      sessionEndHandler(deps),
      eventHandler(deps),
      exceptionHandler(deps.telemetry),
      IGNORE,
    ],
    onError: answerToError(deps),
  });
  return {
    invoke(envelope, context) {
      const request = envelope.request as { locale?: string | undefined };
      request.locale ||= deps.locale ?? 'en-US';
      return invoke(envelope, context);
    },
  };
}

/** Whatever a person says: a launch, free speech, a built-in intent. One that is played back is carried out once. */
function turnHandler(deps: SkillDeps): Handler {
  const answer = createTurnAnswer(deps);
  const answered = createAnsweredRequests<Answer>();
  return {
    canHandle: (requestEnvelope) => inputIn(requestEnvelope) !== undefined,
    handle({ requestEnvelope, context }) {
      const { request, session } = requestEnvelope;
      const caller = callerOf(requestEnvelope, deps);
      const input = inputIn(requestEnvelope) as UserInput;
      const { requestId, timestamp } = request;
      const fingerprint = fingerprintOf(caller.key, requestId, timestamp, session?.sessionId, input);
      const asked = { requestEnvelope, context: context as AskedTurn['context'], caller, input, fingerprint };
      return answered.once(fingerprint, () => answer(asked));
    },
  };
}

interface AskedTurn extends Pick<Given, 'requestEnvelope'> {
  readonly context: Partial<InvocationContext> | undefined;
  readonly caller: Caller;
  readonly input: UserInput;
  readonly fingerprint: string;
}

function createTurnAnswer(deps: SkillDeps): (asked: AskedTurn) => Promise<Answer> {
  const { turnBudgetMs, turn, speak, progressOf, telemetry } = deps;
  const wholeMs = Math.max(turnBudgetMs - BUSY_MS, turnBudgetMs * BUSY_SHARE);
  const leastMs = Math.min(wholeMs, LEAST_MS);
  const delayOf = createDelay();
  return async ({ requestEnvelope, context, caller, input, fingerprint }) => {
    const { request, session } = requestEnvelope;
    const stopwatch = startStopwatch();
    let outcome: string = 'ok';
    let told: Pick<TurnRecord, 'understood' | 'visit' | 'messagesHeard'> = {};
    try {
      const delayMs = delayOf(request.timestamp);
      const budgetMs = Math.max(wholeMs - delayMs, leastMs);
      const isGivenUp = () => delayMs + stopwatch.total() >= GIVEN_UP_MS;
      const before = callerBefore(requestEnvelope, caller, deps.secret);
      if (before) await acknowledgeFor(before, requestEnvelope, deps);
      const asked = sessionOf(requestEnvelope);
      const { reply, error, late, understood, visit, wasAsked } = await turn({
        key: caller.key,
        identity: caller.identity,
        id: request.requestId,
        fingerprint,
        input,
        // What the session brings back is then not theirs.
        session: before ? { ...asked, carried: undefined } : asked,
        now: clockOf(request.timestamp),
        progress: progressOf?.(requestEnvelope),
        deadline: startDeadline(Math.min(budgetMs, remainingMs(context))),
        stopwatch,
        isGivenUp,
      });
      const messagesHeard = reply.messages.filter(({ from }) => from.kind !== 'bot').length;
      told = { understood, visit, messagesHeard };
      if (isGivenUp()) await endUnheard(requestEnvelope, caller, deps);
      if (late) outcome = 'late';
      if (error) {
        outcome = error.code;
        telemetry.error(error, 'turn');
      }
      const response = toResponse(speak(reply, caller.identity.locale), reply);
      stopwatch.lap('render');
      if (!session) return { response };
      if (response.shouldEndSession) {
        telemetry.sessionEnded({ how: 'answered', question: wasAsked });
        return { response, attributes: {} };
      }
      const carried = carriedAttributes(reply.carried);
      return {
        response,
        attributes: deps.speakers === 'person' ? { ...speakerAttributes(caller), ...carried } : carried,
      };
    } catch (error) {
      outcome = toAloudError(error).code;
      throw error;
    } finally {
      const { requestId } = request;
      const { startedAt } = stopwatch;
      const [ms, laps, timings, trips] = [stopwatch.total(), stopwatch.laps(), stopwatch.timings(), stopwatch.trips()];
      const record = { requestId, name: requestName(request), outcome, startedAt, ms, laps, timings, trips, ...told };
      telemetry.turn(record);
      context?.onTurn?.(record);
    }
  };
}

/** What is left of an invocation of AWS Lambda, less what it takes to end it; elsewhere nothing ends a turn but its budget. */
function remainingMs(context: Partial<InvocationContext> | undefined): number {
  const left = context?.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
  return Math.max(left - BUSY_MS, 0);
}

/** What may be handed to `invoke` beside a request: by AWS Lambda, or by the server. */
export interface InvocationContext {
  getRemainingTimeInMillis(): number;
  /** Told of the turn that the request was, if it was one that is not played back. */
  onTurn(record: TurnRecord): void;
}

/** Where another goes on with a session, that alone acknowledges that the one before has heard the last reply. */
async function acknowledgeFor({ key }: Caller, envelope: RequestEnvelope, deps: SkillDeps): Promise<void> {
  await deps
    .sessionEnded({ key, ...endOf(envelope), played: true })
    .catch((error: unknown) => deps.telemetry.error(error, 'session'));
}

/** Alexa has given up on the request: she tells so, but not where no server is up to be told. */
async function endUnheard(envelope: RequestEnvelope, { key }: Caller, deps: SkillDeps): Promise<void> {
  await deps
    .sessionEnded({ key, ...endOf(envelope), played: 'too-late' })
    .catch((error: unknown) => deps.telemetry.error(error, 'session'));
}

function endOf(envelope: RequestEnvelope): Pick<SessionEnd, 'sessionId' | 'carried' | 'at'> {
  const { id, carried } = sessionOf(envelope);
  return { sessionId: id, carried, at: clockOf(envelope.request.timestamp)() };
}

/** Whether the last reply of a session was heard. Alexa tells only here why she could not use it. Takes no answer. */
function sessionEndHandler(deps: SkillDeps): Handler {
  const { sessionEnded, telemetry } = deps;
  return {
    canHandle: ({ request }) => request.type === 'SessionEndedRequest',
    async handle({ requestEnvelope }) {
      const request = requestEnvelope.request as SessionEndedRequest;
      const played = request.reason !== 'ERROR' && !request.error;
      if (request.error) reportRefusal(telemetry, request.error);
      const { key } = callerOf(requestEnvelope, deps);
      const question = await sessionEnded({ key, ...endOf(requestEnvelope), played });
      telemetry.sessionEnded({ how: howEnded(request), question });
      return NOTHING;
    },
  };
}

/** Alexa tells `ERROR` where she could not use an answer, and silence by the count of her reprompts. */
function howEnded({ reason, error }: SessionEndedRequest): SessionEndRecord['how'] {
  if (error || reason === 'ERROR') return 'refused';
  return reason === 'EXCEEDED_MAX_REPROMPTS' ? 'silent' : 'left';
}

function exceptionHandler(telemetry: Telemetry): Handler {
  return {
    canHandle: ({ request }) => request.type === 'System.ExceptionEncountered',
    handle({ requestEnvelope }) {
      reportRefusal(telemetry, (requestEnvelope.request as interfaces.system.ExceptionEncounteredRequest).error);
      return NOTHING;
    },
  };
}

function reportRefusal(telemetry: Telemetry, { type, message }: { readonly type?: string; readonly message?: string }) {
  const text = `Alexa reports ${String(type).slice(0, 60)}: ${String(message).slice(0, 200)}`;
  telemetry.error(new AloudError('ALOUD_RESPONSE_REFUSED', text), 'response');
}

const NOTHING: Answer = { response: {} };

/** APL errors and what Amazon invents next: acknowledged with an empty answer. */
const IGNORE: Handler = {
  canHandle: () => true,
  handle: () => NOTHING,
};

/**
 * Always says something, and leaves the session usable; who wanted to leave leaves. An event that could not be carried
 * out is not acknowledged, so that Alexa delivers it again.
 */
function answerToError({ speak, telemetry }: SkillDeps): Handlers['onError'] {
  return (requestEnvelope, thrown) => {
    const error = toAloudError(thrown);
    telemetry.error(error, 'skill');
    if (isSkillEvent(requestEnvelope.request)) throw new EventNotTaken();
    const input = inputIn(requestEnvelope);
    if (!input) return {};
    const leaving = input.kind === 'cancel' || (input.kind === 'command' && input.command === 'goodbye');
    const reply: Reply = leaving
      ? { parts: [{ phrase: 'goodbye' }], turn: 0, messages: [] }
      : { parts: [{ phrase: error.phrase }], question: 'what', turn: 0, messages: [] };
    return toResponse(speak(reply, localeOf(requestEnvelope.request)));
  };
}

function inputIn({ request, session }: RequestEnvelope): UserInput | undefined {
  return inputOf(request, { isOneShot: session?.new ?? false });
}

/** Only to tell sessions and devices apart: Alexa's own ids are not kept. */
function sessionOf({ session, context }: RequestEnvelope): Session {
  return {
    id: fingerprint(session?.sessionId),
    device: fingerprint(context.System.device?.deviceId),
    isNew: session?.new ?? true,
    endsAreTold: hasNoScreen(context.System.device?.supportedInterfaces) ? true : undefined,
    carried: carriedIn(session),
  };
}

/** What shows what we have, as far as it is known. */
const SCREENS = ['Alexa.Presentation.APL', 'Display'];

function hasNoScreen(interfaces: unknown): boolean {
  return typeof interfaces === 'object' && interfaces !== null && !SCREENS.some((name) => name in interfaces);
}

function fingerprint(id = ''): string {
  return hash('sha256', id, 'base64url').slice(0, 16);
}
