import { toAloudError } from '../../errors';
import type { Answer } from '../answer';
import { remember } from '../answered';
import type { Conversation } from '../conversation';
import { answerApology } from '../failures';
import { loseOld, lost, withoutLost } from '../outbox';
import { acknowledge, awaitAcknowledgement, openUntil, SESSION_MS } from '../playback';
import type { Reply } from '../reply';
import type { TurnContext } from './context';

/** An answer, and the items of the inbox that it has dealt with. */
export interface Change extends Answer {
  readonly taken?: readonly string[];
}

/**
 * Saves what `answer` makes of the newest document; where another turn saved in between it is asked again.
 *
 * @param instead what is said where the document cannot be saved. Default: that something went wrong
 */
export async function saveAnswer(
  { document, request, voice, onError }: TurnContext,
  answer: (newest: Conversation) => Change | Promise<Change>,
  instead: () => Reply | undefined = () => undefined,
): Promise<Reply> {
  const { session, fingerprint } = request;
  try {
    const saved = await document.update(async (newest) => {
      const now = Date.now();
      const { taken, ...given } = await answer(acknowledge(newest, session, now));
      const { reply, conversation } = tellLost(given, now);
      const after = awaitAcknowledgement(conversation, reply, session, now);
      const own = reply.question === undefined ? 0 : now + SESSION_MS;
      const isAsked = reply.question === 'bot' || reply.question === 'choices';
      const dated = isAsked ? { ...after, askedAt: now } : after;
      const noted = fingerprint === undefined ? dated : remember(dated, fingerprint, reply);
      return { reply, conversation: noted, taken, activeUntil: Math.max(own, openUntil(after, now)) };
    });
    return saved.reply;
  } catch (thrown) {
    const error = toAloudError(thrown);
    onError(error, 'save');
    return instead() ?? answerApology(document.conversation, error.phrase, voice).reply;
  }
}

/** Whatever is answered, the user first hears that something could not be passed on, where they were told that it would be. */
function tellLost({ reply, conversation }: Answer, now: number): Answer {
  const outbox = loseOld(conversation.outbox, now);
  if (lost(outbox).length === 0) return { reply, conversation };
  const parts = [{ phrase: 'undelivered' } as const, ...reply.parts];
  // A sentence of ours beside the conversation, like the help, is none that is repeated.
  const said = conversation.said === reply.parts ? parts : conversation.said;
  return { reply: { ...reply, parts }, conversation: { ...conversation, outbox: withoutLost(outbox), said } };
}
