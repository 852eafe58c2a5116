import type { SessionEndedReason } from 'ask-sdk-model';
import { exchange, type Talk } from './exchange';
import { addressOf, heardWords } from './hearing';
import { fallback, type Understanding, understand, understandOneShot } from './nlu';
import { spokenNotifications } from './notifications';
import type { RequestContent } from './request';
import { newSession, type OpenSession } from './session';
import type { Echo, EchoTurn, Hearing } from './types';

/** What the Echo does about something that it heard. */
export type Act = () => Promise<EchoTurn>;

/** What an utterance leads to; `undefined` where nobody hears it. */
export function actOn(talk: Talk, said: string, { onProgress }: Hearing): Act | undefined {
  const { model, session: current, options } = talk;
  const address = addressOf(heardWords(said), heardWords(model.languageModel.invocationName), options.locale);
  const ask = (session: OpenSession, content: RequestContent) => () =>
    exchange(talk, { said, session, content, onProgress });
  const intend = (to: OpenSession, intent: Understanding | undefined) =>
    intent && ask(to, { type: 'IntentRequest', ...intent });
  if (address.to === 'launch') return ask(newSession(), { type: 'LaunchRequest' });
  if (address.to === 'one-shot') return intend(newSession(), understandOneShot(model, address.words, options.locale));
  if (address.to === 'notifications') return () => readNotifications(talk, said);
  if (!current || address.words === '') return undefined;
  if (address.words === 'exit') return ask(current, ending('USER_INITIATED'));
  return intend(
    current,
    understand(model, address.words, current.elicitation, { ...options.routing, locale: options.locale }),
  );
}

/** Something was said that Alexa cannot put into words. */
export async function mumble(talk: Talk): Promise<EchoTurn | undefined> {
  const { model, session } = talk;
  const understanding = fallback(model);
  if (!session || !understanding) return undefined;
  return exchange(talk, { said: '', session, content: { type: 'IntentRequest', ...understanding } });
}

/** Alexa understood an intent, whatever was said. */
export function intend(talk: Talk, name: string, values: Readonly<Record<string, string>> = {}): Promise<EchoTurn> {
  const slots = Object.entries(values).map(([slot, value]) => [
    slot,
    { name: slot, value, confirmationStatus: 'NONE' as const },
  ]);
  const intent = { name, confirmationStatus: 'NONE' as const, slots: Object.fromEntries(slots) };
  return exchange(talk, {
    said: '',
    session: talk.session ?? newSession(),
    content: { type: 'IntentRequest', intent },
  });
}

/** Nothing was said: the reprompt is due, or the session is over. */
export async function silence(talk: Talk): ReturnType<Echo['silence']> {
  const { session } = talk;
  if (!session) return undefined;
  const { reprompt, ...silent } = session;
  if (reprompt === undefined) return exchange(talk, { said: '', session, content: ending('EXCEEDED_MAX_REPROMPTS') });
  talk.session = silent;
  return { reprompt };
}

/** Alexa herself speaks, so the session of the skill is over. */
async function readNotifications(talk: Talk, said: string): Promise<EchoTurn> {
  const { model, session, options } = talk;
  if (session) await exchange(talk, { said, session, content: ending('USER_INITIATED') });
  const notifications = options.notifications?.read(options.userId) ?? [];
  const speech = spokenNotifications(model.languageModel.invocationName, notifications);
  return { said, status: 0, progress: [], speech, state: 'idle', ms: 0 };
}

function ending(reason: SessionEndedReason): RequestContent {
  return { type: 'SessionEndedRequest', reason };
}
