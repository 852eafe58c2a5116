import { toAloudError } from '../../errors';
import { answerPhrase } from '../answer';
import type { TurnContext, TurnResult } from './context';
import { saveAnswer } from './save';

/** Whether the user takes notifications. What is known of a recognised speaker's account holds for them too. */
export async function isSubscribed(context: TurnContext): Promise<boolean | undefined> {
  const { document, request, store, notifications, onError } = context;
  const { account } = request.identity;
  const own = document.subscription?.subscribed;
  if (!notifications || own === false || account === undefined) return own;
  request.stopwatch.trip();
  const found = await store.find(account).catch((thrown: unknown) => {
    onError(toAloudError(thrown), 'account');
    return undefined;
  });
  return found?.subscription?.subscribed ?? own;
}

/** The user wants to be notified, or not any more. To take notifications is for the user to allow in Alexa's app. */
export async function setNotifications(context: TurnContext, on: boolean): Promise<TurnResult> {
  const { request, store, notifications } = context;
  if (!notifications) {
    return { reply: await saveAnswer(context, (newest) => answerPhrase(newest, 'notify-never', 'anything-else')) };
  }
  const isKnown = on && (await isSubscribed(context)) === true;
  if (!isKnown) await store.subscribe(request.key, request.identity, { subscribed: on, at: request.now() });
  const phrase = isKnown ? 'notify-known' : on ? 'notify-on' : 'notify-off';
  const reply = await saveAnswer(context, (newest) => {
    const { reply, conversation } = answerPhrase(newest, phrase, 'anything-else');
    const asks = on && !isKnown ? ({ permission: true } as const) : {};
    return { reply: { ...reply, ...asks }, conversation: { ...conversation, offeredNotifications: true } };
  });
  return { reply };
}
