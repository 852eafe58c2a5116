import { once } from 'node:events';
import type { Intent, Request, Response } from 'ask-sdk-model';
import { addressOf, heardWords } from './hearing';
import { judge } from './judge';
import { callSkill, type Link, responseIn } from './link';
import { hasDialog, type InteractionModel, type Models, modelOf } from './models';
import { type Elicitation, fallback, type Routing, type Understanding, understand, understandOneShot } from './nlu';
import { spokenNotifications } from './notifications';
import { type Device, newSessionId, type RequestContent, requestEnvelope } from './request';
import { sendSkillEvent } from './skill-event';
import { heardSpeech } from './speech';
import type { Echo, EchoTurn, Hearing, NotificationSource, ProgressSource, Verdict } from './types';

export interface EchoOptions extends Device, Link {
  readonly models: Models;
  /** Which way a device takes where Amazon promises none. */
  readonly routing?: Routing;
  /** Where the skill may speak before its answer. By default nowhere. */
  readonly directives?: ProgressSource;
  /** Where the skill's notifications arrive. By default there are none. */
  readonly notifications?: NotificationSource;
}

/** What Alexa says in place of a response that she refuses. */
export const PROBLEM = "There was a problem with the requested skill's response.";

/** An open session. As long as there is one, the microphone listens. */
interface OpenSession {
  readonly id: string;
  readonly isNew: boolean;
  readonly attributes: Record<string, unknown>;
  readonly elicitation?: Elicitation;
  /** What is still to be said when the person stays silent; gone once it was said. */
  readonly reprompt?: string;
}

/** What the Echo does about something that it heard. */
type Act = () => Promise<EchoTurn>;

/** A simulated Echo of one customer, without a screen. It waits for one answer at a time. */
export function createEcho(options: EchoOptions): Echo {
  const { models, locale, userId, routing, directives, notifications, report, now = Date.now } = options;
  const model = modelOf(models, locale);
  const invocationName = heardWords(model.languageModel.invocationName);
  let session: OpenSession | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** Ends the wait for an answer of the skill. */
  let interruption = new AbortController();

  return {
    get state() {
      return session ? 'listening' : 'idle';
    },
    get notifications() {
      return notifications?.pending(userId).length ?? 0;
    },
    async hear(utterance, hearing = {}) {
      if (!hearing.bargeIn) return afterLast(async () => understood(utterance, hearing)?.());
      const act = understood(utterance, hearing);
      if (!act) return undefined;
      interruption.abort();
      return inTurn(act());
    },
    silence: () => afterLast(silence),
    mumble: () => afterLast(mumble),
    skillEvent: (type, body, createdAt) => sendSkillEvent(options, { type, body, createdAt }),
  };

  function afterLast<T>(action: () => Promise<T>): Promise<T> {
    return inTurn(last.then(action));
  }

  function inTurn<T>(result: Promise<T>): Promise<T> {
    last = result.catch(() => undefined);
    return result;
  }

  /** `undefined` where nobody hears it. */
  function understood(said: string, { onProgress }: Hearing): Act | undefined {
    const address = addressOf(heardWords(said), invocationName);
    const current = session;
    const ask = (to: OpenSession, content: RequestContent) => () => exchange(said, to, content, onProgress);
    const intend = (to: OpenSession, intent: Understanding | undefined) =>
      intent && ask(to, { type: 'IntentRequest', ...intent });
    if (address.to === 'launch') return ask(newSession(), { type: 'LaunchRequest' });
    if (address.to === 'one-shot') return intend(newSession(), understandOneShot(model, address.words));
    if (address.to === 'notifications') return () => readNotifications(said);
    if (!current || address.words === '') return undefined;
    if (address.words === 'exit') return ask(current, { type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
    return intend(current, understand(model, address.words, current.elicitation, routing));
  }

  /** Alexa herself speaks, so the session of the skill is over. */
  async function readNotifications(said: string): Promise<EchoTurn> {
    if (session) await exchange(said, session, { type: 'SessionEndedRequest', reason: 'USER_INITIATED' });
    const speech = spokenNotifications(model.languageModel.invocationName, notifications?.read(userId) ?? []);
    return { said, status: 0, progress: [], speech, state: 'idle', ms: 0 };
  }

  async function mumble(): Promise<EchoTurn | undefined> {
    const understanding = fallback(model);
    return session && understanding && exchange('', session, { type: 'IntentRequest', ...understanding });
  }

  async function silence(): Promise<{ readonly reprompt: string } | EchoTurn | undefined> {
    if (!session) return undefined;
    const { reprompt, ...silent } = session;
    if (reprompt === undefined) {
      return exchange('', session, { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    }
    session = silent;
    return { reprompt };
  }

  async function exchange(
    said: string,
    current: OpenSession,
    content: RequestContent,
    onProgress?: Hearing['onProgress'],
  ): Promise<EchoTurn> {
    interruption = new AbortController();
    const { signal } = interruption;
    const { id: sessionId, isNew, attributes } = current;
    const sentAt = now();
    const request = requestEnvelope(options, { new: isNew, sessionId, attributes }, content, sentAt);
    const ended = content.type === 'SessionEndedRequest';
    const { requestId } = request.request;
    const onSpeech = (ssml: string) => onProgress?.(heardSpeech({ type: 'SSML', ssml }));
    if (!ended) directives?.begin(requestId, request.context.System.apiAccessToken ?? '', onSpeech);
    // The skill is not told that nobody waits any more.
    const answer = await Promise.race([callSkill(options, request), aborted(signal)]);
    const progress = (directives?.end(requestId) ?? []).map((ssml) => heardSpeech({ type: 'SSML', ssml }));
    const verdict = answer && (await judge(request, answer, model));
    if (!answer || signal.aborted) {
      const [state, ms] = [session ? 'listening' : 'idle', now() - sentAt] as const;
      return { said, request, status: 0, progress, speech: '', interrupted: true, state, ms };
    }
    const envelope = responseIn(answer);
    const played = verdict || ended ? undefined : envelope?.response;

    session =
      played?.shouldEndSession === false
        ? {
            id: sessionId,
            isNew: false,
            attributes: envelope?.sessionAttributes ?? {},
            elicitation: elicitationOf(played, request.request, model),
            reprompt: heardSpeech(played.reprompt?.outputSpeech),
          }
        : undefined;
    const { reprompt } = session ?? {};
    const state = session ? 'listening' : 'idle';
    if (verdict && !ended) await complain(current, verdict);

    return {
      said,
      request,
      response: envelope,
      status: answer.status,
      progress,
      speech: verdict && !ended ? PROBLEM : heardSpeech(played?.outputSpeech),
      reprompt,
      verdict,
      state,
      ms: answer.ms,
      ...(await report?.(requestId)),
    };
  }

  /** Tells the skill that its response was refused. Its answer to that is ignored. */
  async function complain({ id: sessionId, attributes }: OpenSession, error: Verdict): Promise<void> {
    const content: RequestContent = { type: 'SessionEndedRequest', reason: 'ERROR', error };
    await callSkill(options, requestEnvelope(options, { new: false, sessionId, attributes }, content, now()));
  }
}

/** Resolves once the signal is aborted. */
async function aborted(signal: AbortSignal): Promise<undefined> {
  if (!signal.aborted) await once(signal, 'abort');
  return undefined;
}

function newSession(): OpenSession {
  return { id: newSessionId(), isNew: true, attributes: {} };
}

/** The slot that a response asks for, if the model registers its intent for dialogs. */
function elicitationOf(response: Response, request: Request, model: InteractionModel): Elicitation | undefined {
  const directive = response.directives?.find(({ type }) => type === 'Dialog.ElicitSlot');
  if (directive?.type !== 'Dialog.ElicitSlot') return undefined;
  const current: Intent | undefined = request.type === 'IntentRequest' ? request.intent : undefined;
  const intent = directive.updatedIntent ?? current;
  return intent && hasDialog(model, intent.name) ? { intent, slot: directive.slotToElicit } : undefined;
}
