import { once } from 'node:events';
import type { RequestEnvelope } from 'ask-sdk-model';
import { judge } from './judge';
import { type Answer, callSkill, responseIn } from './link';
import type { InteractionModel } from './models';
import type { EchoOptions } from './options';
import { type RequestContent, requestEnvelope } from './request';
import { type OpenSession, sessionAfter, stateOf } from './session';
import { heardSpeech } from './speech';
import type { EchoTurn, Hearing, Verdict } from './types';

/** What Alexa says in place of a response that she refuses. */
export const PROBLEM = "There was a problem with the requested skill's response.";

/** An Echo with what it is at, which every exchange changes. */
export interface Talk {
  readonly options: EchoOptions;
  readonly model: InteractionModel;
  session: OpenSession | undefined;
  /** Ends the wait for an answer of the skill. */
  interruption: AbortController;
}

/** What the skill is to be sent, and by which words. */
export interface Saying {
  readonly said: string;
  readonly session: OpenSession;
  readonly content: RequestContent;
  readonly onProgress?: Hearing['onProgress'];
}

/** What came of a request. */
interface Asked {
  readonly request: RequestEnvelope;
  /** Absent where the person did not wait for it. */
  readonly answer?: Answer;
  readonly progress: readonly string[];
  readonly verdict?: Verdict;
}

/** Sends the skill a request, and plays its answer if the person still waits for it. */
export async function exchange(talk: Talk, saying: Saying): Promise<EchoTurn> {
  const { now = Date.now } = talk.options;
  talk.interruption = new AbortController();
  const { signal } = talk.interruption;
  const sentAt = now();
  const { answer, ...asked } = await ask(talk, saying, sentAt, signal);
  if (answer && !signal.aborted) return play(talk, saying, { ...asked, answer });
  const { request, progress } = asked;
  const state = stateOf(talk.session);
  return { said: saying.said, request, status: 0, progress, speech: '', interrupted: true, state, ms: now() - sentAt };
}

async function ask(
  { options, model }: Talk,
  { session, content, onProgress }: Saying,
  sentAt: number,
  signal: AbortSignal,
): Promise<Asked> {
  const { directives } = options;
  const { id: sessionId, isNew, attributes } = session;
  const request = requestEnvelope(options, { new: isNew, sessionId, attributes }, content, sentAt);
  const { requestId } = request.request;
  const onSpeech = (ssml: string) => onProgress?.(heardSpeech({ type: 'SSML', ssml }));
  if (content.type !== 'SessionEndedRequest') {
    directives?.begin(requestId, request.context.System.apiAccessToken ?? '', onSpeech);
  }
  // The skill is not told that nobody waits any more.
  const answer = await Promise.race([callSkill(options, request), aborted(signal)]);
  const progress = (directives?.end(requestId) ?? []).map((ssml) => heardSpeech({ type: 'SSML', ssml }));
  return { request, answer, progress, verdict: answer && (await judge(request, answer, model)) };
}

/** What is heard of an answer, and the session that it leaves open. */
async function play(
  talk: Talk,
  { said, session: current, content }: Saying,
  { request, answer, progress, verdict }: Asked & { readonly answer: Answer },
): Promise<EchoTurn> {
  const { options, model } = talk;
  const ended = content.type === 'SessionEndedRequest';
  const response = responseIn(answer);
  const played = verdict || ended ? undefined : response;
  const session = played && sessionAfter(current, request.request, played, model);
  talk.session = session;
  if (verdict && !ended) await complain(options, current, verdict);
  return {
    said,
    request,
    response,
    status: answer.status,
    progress,
    speech: verdict && !ended ? PROBLEM : heardSpeech(played?.response.outputSpeech),
    reprompt: session?.reprompt,
    verdict,
    state: stateOf(session),
    ms: answer.ms,
    ...(await options.report?.(request.request.requestId)),
  };
}

/** Tells the skill that its response was refused. Its answer to that is ignored. */
async function complain(
  options: EchoOptions,
  { id: sessionId, attributes }: OpenSession,
  error: Verdict,
): Promise<void> {
  const content: RequestContent = { type: 'SessionEndedRequest', reason: 'ERROR', error };
  const sentAt = (options.now ?? Date.now)();
  await callSkill(options, requestEnvelope(options, { new: false, sessionId, attributes }, content, sentAt));
}

/** Resolves once the signal is aborted. */
async function aborted(signal: AbortSignal): Promise<undefined> {
  if (!signal.aborted) await once(signal, 'abort');
  return undefined;
}
