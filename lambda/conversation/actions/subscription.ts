import { toAloudError } from '../../errors';
import { answerPhrase } from '../answer';
import type { Conversation } from '../conversation';
import type { StoredUser, Subscription } from '../ports/store';
import type { TurnContext, TurnResult } from './context';
import { saveAnswer } from './save';

/** Whether the user takes notifications. What is known of a recognised speaker's account holds for them too. */
export function isSubscribed(context: TurnContext): boolean | undefined | Promise<boolean | undefined> {
  const { document, notifications, request } = context;
  const own = document.subscription?.subscribed;
  if (!notifications || own === false || request.identity.account === undefined) return own;
  return accountOf(context).then((account) => account?.subscription?.subscribed ?? own);
}

/** The user wants to be notified, or not any more. To take notifications is for the user to allow in Alexa's app. */
export async function setNotifications(context: TurnContext, on: boolean): Promise<TurnResult> {
  const { document, request, store, notifications } = context;
  if (!notifications) {
    return { reply: await saveAnswer(context, (newest) => answerPhrase(newest, 'notify-never', 'anything-else')) };
  }
  const isKnown = on && (await isSubscribed(context)) === true;
  const permitted = isPermitted((await accountOf(context)) ?? document);
  const needsCard = on && !isKnown && !permitted;
  const at = request.now();
  if (!isKnown) {
    await store.subscribe(request.key, request.identity, { subscribed: on, at });
    request.stopwatch.lap('save');
  }
  const phrase = needsCard ? 'notify-on' : on ? 'notify-known' : 'notify-off';
  const reply = await saveAnswer(context, (newest) => {
    const { reply, conversation } = answerPhrase(newest, phrase, 'anything-else');
    const set = { offeredNotifications: true, ...(!isKnown && { notificationsSet: { at, permitted } }) } as const;
    return { reply: { ...reply, ...(needsCard && { permission: true }) }, conversation: { ...conversation, ...set } };
  });
  return { reply };
}

/** The account of a recognised speaker, if it is known and can be looked up. */
async function accountOf({ request, store, onError }: TurnContext): Promise<StoredUser | undefined> {
  const { account } = request.identity;
  if (account === undefined) return undefined;
  request.stopwatch.trip();
  const found = await store.find(account).catch((thrown: unknown) => {
    onError(toAloudError(thrown), 'account');
    return undefined;
  });
  request.stopwatch.lap('open');
  return found;
}

/** Whether Alexa's last word was that notifications are permitted. The user's own, by voice, permits nothing, nor takes it back. */
function isPermitted(user: {
  readonly conversation: Conversation;
  readonly subscription?: Subscription | undefined;
}): boolean {
  const { conversation, subscription } = user;
  const { notificationsSet: own } = conversation;
  return own !== undefined && own.at === subscription?.at ? own.permitted : subscription?.subscribed === true;
}
