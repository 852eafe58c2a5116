import { setTimeout as delay } from 'node:timers/promises';
import { toAloudError } from '../../errors';
import type { Answer } from '../answer';
import { remember } from '../answered';
import { carryOn, withCarried } from '../carried';
import type { Conversation } from '../conversation';
import { splitLog } from '../deduplicate';
import { answerApology } from '../failures';
import { parted } from '../joined';
import { loseOld, lost, withoutLost } from '../outbox';
import { acknowledge, addSaid, awaitAcknowledgement, endedUnheard, openUntil, SESSION_MS } from '../playback';
import type { Carried, Reply } from '../reply';
import type { TurnContext } from './context';

/** An answer, and the items of the inbox that it has dealt with. */
export interface Change extends Answer {
  readonly taken?: readonly string[];
}

/**
 * For how many milliseconds the end of a turn waits for the database where no time is left: what is answered later than that may be
 * too late for whoever listens.
 */
const LAST_MS = 500;
/** Milliseconds before each time that it is tried to put on disk what a session carries. */
const NOTED_AFTER_MS = [500, 1000, 2000, 4000, 8000, 16_000, 32_000];

/**
 * Saves what `answer` makes of the newest document; where another turn saved in between it is asked again.
 *
 * @param instead what is said where the document cannot be saved. Default: that something went wrong
 */
export async function saveAnswer(
  context: TurnContext,
  answer: (newest: Conversation) => Change | Promise<Change>,
  instead: () => Answer | undefined | Promise<Answer> = () => undefined,
): Promise<Reply> {
  const { document, request, onError } = context;
  const { session, fingerprint, stopwatch } = request;
  let tries = 0;
  try {
    const saved = await document.update(async (newest) => {
      // Another turn was faster, and the answer is made anew.
      if (tries++ > 0) stopwatch.lap('save');
      const now = request.now();
      const given = await answer(newest === context.found ? context.before : acknowledge(newest, session, now));
      const { reply, conversation } = tellLost(given, now);
      const after = awaitAcknowledgement(conversation, reply, session, now);
      const own = reply.question === undefined ? 0 : now + SESSION_MS;
      const isAsked = reply.question === 'bot' || reply.question === 'choices';
      const dated = isAsked ? { ...after, askedAt: now } : after;
      const noted = fingerprint === undefined ? dated : remember(dated, fingerprint, reply);
      stopwatch.lap('render');
      const patienceMs = request.deadline.left() + LAST_MS;
      return {
        reply,
        conversation: noted,
        taken: given.taken,
        activeUntil: Math.max(own, openUntil(after, now)),
        patienceMs,
      };
    });
    stopwatch.lap('save');
    return saved.reply;
  } catch (thrown) {
    const error = toAloudError(thrown);
    stopwatch.lap('save', error.code);
    onError(error, 'save');
    const { reply, conversation } =
      (await instead()) ?? answerApology(document.conversation, error.phrase, context.voice);
    // Nobody may know whether it was saved.
    const [, added] = splitLog(conversation.delivered ?? '', document.conversation.delivered);
    const unsaid = [session.requestedAt];
    // What nobody hears is none that was said: the other channel brings it.
    const said = request.isGivenUp?.() ? [] : parted(added);
    if (said.length > 0 || error.code === 'ALOUD_STORE_UNREACHABLE') {
      noteLater(context, reply, { unsaid, delivered: said });
    }
    return { ...reply, carried: carryOn(session.carried, { unsaid, delivered: said }) };
  }
}

/** The name of what notes later what was said to a user. */
export function notingOf(key: string): string {
  return `noting ${key}`;
}

/**
 * The session may break off before its next request: what it carries is put on disk as soon as something can be.
 *
 * @param own of this turn's reply. What it said was not said where Alexa has told meanwhile that she could not use it
 */
function noteLater({ background, document, request }: TurnContext, reply: Reply, own: Carried): void {
  const { key, session } = request;
  const at = request.now();
  background.goOn(notingOf(key), async (stop) => {
    for (const ms of NOTED_AFTER_MS) {
      await delay(ms, undefined, { signal: stop }).catch(() => {});
      if (stop.aborted) return;
      const change = (newest: Conversation) => {
        const isSaid = own.delivered.length > 0 && !endedUnheard(newest, session);
        const carried = carryOn(session.carried, isSaid ? own : { ...own, delivered: [] });
        const conversation = withCarried(newest, { id: session.id, carried });
        return { conversation: isSaid ? addSaid(conversation, reply, session, at) : conversation };
      };
      // That nothing can be saved was told already.
      const isNoted = await document.update(change).catch(() => undefined);
      if (isNoted) return;
    }
  });
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
