import { answerPhrase } from '../answer';
import type { Unread } from '../ports/store';
import { isFromPerson } from '../unread-messages';
import type { TurnContext, TurnResult } from './context';
import { notingOf, saveAnswer } from './save';

/** As many messages as are deleted at once. */
const DELETED_AT_ONCE = 10_000;

/** The messages of people and broadcasts that wait are not to be heard any more. */
export async function deleteAll(context: TurnContext): Promise<TurnResult> {
  const { store, request } = context;
  const reply = await saveAnswer(context, async (newest) => {
    const items: readonly Unread[] = await store.unread(request.key, DELETED_AT_ONCE);
    request.stopwatch.lap('open');
    const taken = items.filter(isFromPerson).map(({ ref }) => ref);
    return { ...answerPhrase(newest, 'deleted', 'anything-else'), taken };
  });
  return { reply };
}

/** Everything that is kept of the user goes. */
export async function forget({ store, request, background }: TurnContext): Promise<TurnResult> {
  background.stop(request.key);
  background.stop(notingOf(request.key));
  await store.erase(request.key);
  request.stopwatch.lap('save');
  return { reply: { parts: [{ phrase: 'forgotten' }], turn: 0, messages: [] } };
}
