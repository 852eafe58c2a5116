import { toAloudError } from '../../errors';
import type { Conversation } from '../conversation';
import { type DeliveryOptions, deliver } from '../delivery';
import { converse, type Exchange, passOn } from '../exchange';
import { READ_AT_ONCE, refsOf } from '../inbox';
import { listeningWith } from '../listening';
import { scriptAnswer } from '../open-questions';
import { queued } from '../outbox';
import { acknowledge, SESSION_MS } from '../playback';
import type { PlatformInput } from '../ports/platform';
import type { Unread } from '../ports/store';
import type { TurnContext, TurnResult } from './context';
import { saveAnswer } from './save';
import { isSubscribed } from './subscription';

/** A bot that answers inline mostly does so at once, and then one write is enough for a turn; milliseconds. */
const AT_ONCE_MS = 250;

/**
 * Speaks to the bot, and reads out what came of it and what waits.
 *
 * @param inputs what to put to the bot; none, to wait for what is outstanding
 */
export async function talkToBot(
  context: TurnContext,
  inputs: readonly PlatformInput[],
  options: DeliveryOptions,
): Promise<TurnResult> {
  const { document, request, background } = context;
  const stopNoting = noteRequest(context);
  const { id, key, identity, now, deadline, progress, stopwatch } = request;
  // The turn itself passes on what is left, and the user hears what comes of it.
  background.stop(key);
  const exchange = await converse(
    context,
    {
      id,
      key,
      locale: identity.locale,
      now,
      deadline,
      progress,
      onTrip: stopwatch.trip,
      onLap: stopwatch.lap,
      ...listeningWith(context.voice),
    },
    document,
    inputs,
  );
  stopNoting();
  const saidSomething = inputs.some(({ kind }) => kind !== 'start');
  return readOutAll(context, exchange, { saidSomething, ...options });
}

/** Reads out what waits. The bot is spoken to only where it waits for the result of a script. */
export async function readInbox(context: TurnContext, options: DeliveryOptions): Promise<TurnResult> {
  if (scriptAnswer(context.document.unread)) return talkToBot(context, [], options);
  return readOutAll(context, undefined, options);
}

async function readOutAll(
  context: TurnContext,
  exchange: Exchange | undefined,
  options: DeliveryOptions,
): Promise<TurnResult> {
  const { document, request, platform, background, voice, before } = context;
  const known = refsOf(document.unread);
  const notifications = { available: context.notifications, subscribed: await isSubscribed(context) };
  const read = (conversation: Conversation, items: readonly Unread[]) => {
    const now = request.now();
    return deliver(conversation, items, {
      platform,
      background,
      voice,
      options,
      exchange,
      before,
      known,
      notifications,
      now,
    });
  };
  const reply = await saveAnswer(
    context,
    (newest) =>
      document.isShared
        ? itemsOf(context).then((items) => read(newest, items))
        : read(newest, [...document.unread, ...(exchange?.came ?? [])]),
    // What is in the inbox stays there; what is nowhere else is spoken, as losing it would be worse than forgetting what
    // was offered.
    () => (exchange && exchange.inline.length > 0 ? read(document.conversation, []) : undefined),
  );
  if (queued(document.conversation.outbox).length > 0) await goOn(context, exchange);
  return { reply, error: exchange?.error, late: exchange?.late };
}

/** What is left to be passed on is, once the answer has come that it waits for. */
async function goOn(context: TurnContext, exchange: Exchange | undefined): Promise<void> {
  const { background, document, request, voice } = context;
  const came = exchange?.came ?? [];
  if (!background.runsOn) return noteMissed(context, came);
  const { id, key, identity, now } = request;
  const left = { id, key, locale: identity.locale, now, ...listeningWith(voice), onTrip() {} };
  background.goOn(key, (stop) => passOn(context, left, document, came, stop));
}

/**
 * What came after the turn had looked last, and before it had saved that something is queued, has made nothing due: it is
 * now, for who passes it on.
 */
async function noteMissed({ document, inbox, request, onError }: TurnContext, came: readonly Unread[]): Promise<void> {
  const seen = refsOf([...document.unread, ...came]);
  const { key, stopwatch, now } = request;
  try {
    stopwatch.trip();
    const missed = (await inbox.unread(key, document.mark)).filter(({ ref }) => !seen.has(ref));
    if (missed.length === 0) return;
    await document.update((newest) => {
      const isQueued = queued(newest.outbox).length > 0;
      return { conversation: newest, words: isQueued ? { dueAt: now() } : undefined };
    });
  } catch (thrown) {
    onError(toAloudError(thrown), 'queued words');
  }
  stopwatch.lap('save');
}

/** What there is to read where another turn may have taken some of what was: the oldest, and what came in this turn. */
async function itemsOf({ document, request, inbox }: TurnContext): Promise<readonly Unread[]> {
  const { key, stopwatch } = request;
  const read = async (after?: string) => {
    stopwatch.trip();
    return inbox.unread(key, after).finally(() => stopwatch.lap('open'));
  };
  const oldest = await read();
  if (oldest.length < READ_AT_ONCE) return oldest;
  const refs = refsOf(oldest);
  return [...oldest, ...(await read(document.mark)).filter(({ ref }) => !refs.has(ref))];
}

/**
 * A turn that waits may die while it does: what its request acknowledges goes to disk meanwhile; and that the user is here,
 * as no notification is to be sent while they wait.
 */
function noteRequest({ document, request, platform, notifications, noteAfterMs, onError }: TurnContext): () => void {
  const { session } = request;
  const isNews = notifications && session.isNew;
  if (!document.conversation.unacknowledged && !isNews) return () => {};
  const note = () => {
    document
      .update((newest) => {
        const now = request.now();
        return { conversation: acknowledge(newest, session, now), activeUntil: now + SESSION_MS };
      })
      .catch((thrown: unknown) => onError(toAloudError(thrown), 'acknowledgement'));
  };
  const atOnceMs = platform.inline ? AT_ONCE_MS : 0;
  const afterMs = isNews ? atOnceMs : (noteAfterMs ?? atOnceMs);
  if (afterMs === 0) note();
  const timer = afterMs === 0 ? undefined : setTimeout(note, afterMs);
  return () => clearTimeout(timer);
}
