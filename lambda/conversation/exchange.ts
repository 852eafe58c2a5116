import { randomUUID } from 'node:crypto';
import { type AloudError, toAloudError } from '../errors';
import type { BackgroundCalls } from './background-calls';
import type { Unanswered } from './conversation';
import type { Deadline } from './deadline';
import { deduplicateItems, recordDelivered } from './deduplicate';
import type { Document } from './document';
import type { Inbox } from './inbox';
import type { Message } from './message';
import { expected, isAnswer, isClosed, owed, scriptAnswers, stillHeld, written } from './outstanding';
import { nonEmpty } from './playback';
import type { Platform, PlatformInput, SendResult, Thread } from './ports/platform';
import type { Unread } from './ports/store';
import { startProgressTimer } from './progress-timer';

/** What is kept back of the turn's budget for saving, rendering and the way home, in milliseconds. */
const RESERVE_MS = 250;
/** A vendor's bot that was given the result of its script goes on by itself; this long it is waited for. */
const AFTER_SCRIPT_MS = 2500;
const MAX_SCRIPTS = 3;
/** A person takes minutes: the user is not kept waiting for as long as a bot might take. */
const PERSON_WAIT_MS = 3000;

export interface ExchangeDeps {
  readonly platform: Platform;
  readonly inbox: Inbox;
  readonly background: BackgroundCalls;
  /** Milliseconds without a further message after which an answer that comes by webhook counts as whole. */
  readonly quietMs: number;
  readonly onError: (error: AloudError, where: string) => void;
}

export interface ExchangeRequest {
  readonly key: string;
  readonly locale: string;
  readonly deadline: Deadline;
  /** Tells the user that the answer takes a while; ends with its signal, never rejects. */
  readonly progress?: (signal: AbortSignal) => Promise<void>;
  /** Told of each round trip to the database. */
  readonly onTrip?: () => void;
}

/** What came of speaking to the bot. What came by webhook is in the inbox. */
export interface Exchange {
  readonly thread: Thread | undefined;
  /** Messages that came in the answers of sends. */
  readonly inline: readonly Message[];
  readonly unanswered: readonly Unanswered[];
  /** What could not be put to the bot yet. */
  readonly held: readonly PlatformInput[];
  /** All that this turn was to put to the bot, and what it knew to be unanswered, each as JSON. */
  readonly ours: ReadonlySet<string>;
  /** The thread that the turn began with, as JSON. */
  readonly threadBefore: string;
  /** An answer was waited for, and nothing came in time. */
  readonly late: boolean;
  /** What came in this turn, as far as it was waited for. */
  readonly came: readonly Unread[];
  /** An answer came by webhook. */
  readonly answered: boolean;
  /** What came may answer something older than what was just said. */
  readonly unsure: boolean;
  readonly error?: AloudError;
}

/**
 * Puts what the user said to the bot and waits for what it says. A platform that takes one thing at a time is told the
 * next only when its bot has answered; what did not get its turn is held.
 *
 * @param inputs what to put to the bot; none, to wait for what is outstanding
 */
export async function converse(
  deps: ExchangeDeps,
  request: ExchangeRequest,
  document: Document,
  inputs: readonly PlatformInput[],
): Promise<Exchange> {
  const { platform, inbox, background, quietMs, onError } = deps;
  const { key, locale, onTrip = () => {} } = request;
  const known = new Set(document.unread.map(({ ref }) => ref));
  const bell = inbox.listen(key);
  const progressTimer = startProgressTimer(request.progress);

  const { conversation } = document;
  const wasHeld = stillHeld(conversation, inputs);
  const starts = inputs.filter(({ kind }) => kind === 'start');
  const words = inputs.filter(({ kind }) => kind !== 'start');
  let queue = [...scriptAnswers(document.unread), ...starts, ...wasHeld, ...words];
  const ours = new Set([...queue, ...(conversation.unanswered ?? [])].map(written));
  const threadBefore = written(conversation.thread);
  let thread = isClosed(document.unread, conversation.thread, platform) ? undefined : conversation.thread;
  let unanswered = expected(owed(conversation, document.unread, platform));
  let scriptsLeft = MAX_SCRIPTS;
  // Nobody waits for a person to answer before going on.
  const takesTurns = platform.oneAtATime === true && !conversation.withPerson;
  const inline: Message[] = [];
  let late = false;
  let answered = false;
  let unsure = false;
  let error: AloudError | undefined;
  let came: readonly Unread[] = [];

  try {
    await request.deadline.within(RESERVE_MS, async (signal) => {
      const asked = await putAll(signal);
      if ((asked || inputs.length === 0) && unanswered.length > 0 && !(await hearAnswer(signal))) late = true;
    });
  } catch (thrown) {
    error = toAloudError(thrown);
    // The user is told to say it again: it must not be sent beside that.
    if (error.code !== 'ALOUD_PLATFORM_TIMEOUT') queue = queue.filter((input) => !inputs.includes(input));
    // What went wrong may have gone wrong on the way back: the bot may have heard, and answered by webhook.
    const fresh = await news().catch(() => []);
    if (fresh.some(isAnswer)) settleOldest();
  } finally {
    bell.takeDown();
    await progressTimer.end();
  }
  return {
    thread,
    inline,
    unanswered,
    held: queue,
    ours,
    threadBefore,
    late: late || queue.length > 0,
    came,
    answered,
    unsure,
    error,
  };

  /** Empties the queue as far as the bot takes it. `true`: the last thing that was sent is still to be answered. */
  async function putAll(signal: AbortSignal): Promise<boolean> {
    let reopened = false;
    let pending = false;
    while (queue.length > 0) {
      if (takesTurns && unanswered.length > 0 && !(await hearAnswer(signal))) return false;
      // What cannot be sent any more is held.
      if (signal.aborted) return false;
      if (!thread && platform.greetsFirst && queue[0]?.kind !== 'start') queue.unshift({ kind: 'start' });
      const input = queue.shift() as PlatformInput;
      const entry: Unanswered = { at: Date.now(), ...(input.kind === 'start' && { start: true }) };
      ours.add(written(entry));
      if (takesTurns && !(await claim(entry, input))) continue;
      answered = false;
      try {
        pending = await put(input, entry, signal);
        if (pending) unanswered = [...unanswered, entry];
      } catch (thrown) {
        const { code } = toAloudError(thrown);
        if (code === 'ALOUD_PLATFORM_TIMEOUT') {
          unanswered = [...unanswered, entry];
          late = true;
          throw thrown;
        }
        if (code !== 'ALOUD_PLATFORM_THREAD_GONE' || reopened) throw thrown;
        reopened = true;
        thread = undefined;
        queue.unshift(input);
      }
    }
    return pending;
  }

  /**
   * Notes what is about to be sent before it is: another turn of the user, or one after a crash, must not send at the
   * same time. `false`: another turn was faster; what it has sent is to be answered first.
   */
  async function claim(entry: Unanswered, input: PlatformInput): Promise<boolean> {
    const seen = written(document.conversation.unanswered);
    const { isFree, newest } = await document.update((newest) => {
      const isFree = written(newest.unanswered) === seen;
      const others = (newest.held ?? []).filter((held) => !ours.has(written(held)));
      const note = {
        unanswered: [...unanswered, entry],
        held: nonEmpty([...queue, ...others]),
        heldAt: newest.heldAt ?? entry.at,
      };
      return { conversation: isFree ? { ...newest, ...note } : newest, isFree, newest };
    });
    // A call of an earlier turn may have come back, and brought the thread.
    if (written(thread) === threadBefore) thread = newest.thread;
    if (isFree) return true;
    const stillHeld = new Set((newest.held ?? []).map(written));
    queue = [input, ...queue].filter((one) => !wasHeld.includes(one) || stillHeld.has(written(one)));
    unanswered = expected(newest.unanswered);
    return false;
  }

  /** Sends one thing, opening the thread first where there is none. */
  async function put(input: PlatformInput, entry: Unanswered, signal: AbortSignal): Promise<boolean> {
    const known = thread;
    const work = async (own: AbortSignal): Promise<SendResult> => {
      const opened = known ?? (await platform.open({ key, locale }, own));
      // Kept although the send may fail.
      thread ??= opened;
      return platform.send(opened, input, own);
    };
    const result = await background.run(work, signal, {
      async late(tooLate) {
        await keepThread(tooLate.thread, known);
        await keepMessages(tooLate.messages);
      },
      failed: (failure) => giveUp(input, entry, failure),
    });
    thread = result.thread;
    inline.push(...result.messages);
    if (result.messages.length > 0) progressTimer.stop();
    // Where webhooks name it, they may come from now on. Else the end of the turn is soon enough.
    if (platform.threadId) await keepThread(thread, known);
    return result.pending && result.messages.length === 0;
  }

  /** The turn is over, and now it is known that no answer comes. What the platform did not take is held. */
  async function giveUp(input: PlatformInput, entry: Unanswered, failure: AloudError): Promise<void> {
    const isGone = failure.code === 'ALOUD_PLATFORM_THREAD_GONE';
    await document.update((newest) => ({
      conversation: {
        ...newest,
        unanswered: nonEmpty((newest.unanswered ?? []).filter((other) => written(other) !== written(entry))),
        ...(isGone && { thread: undefined, held: [...(newest.held ?? []), input], heldAt: Date.now() }),
      },
    }));
  }

  /** A thread is on disk before anything is waited for: it is where answers belong, also after a crash. */
  async function keepThread(now: Thread, known: Thread | undefined): Promise<void> {
    if (now === known) return;
    const id = platform.threadId?.(now);
    if (id !== undefined) onTrip();
    await Promise.all([
      id !== undefined && inbox.link(id, key),
      document.update((newest) => ({ conversation: { ...newest, thread: now } })),
    ]);
  }

  /** The turn is over: what a call brings now is heard in a later one. A vendor's own ids may be the same each time. */
  async function keepMessages(messages: readonly Message[]): Promise<void> {
    if (messages.length === 0) return;
    await inbox.receive(
      messages.map((message) => ({ kind: 'message', to: { key }, message: { ...message, id: randomUUID() } })),
    );
  }

  /** Waits for the first message and until it is quiet. `false`: nothing came. */
  async function hearAnswer(signal: AbortSignal): Promise<boolean> {
    unsure ||= unanswered.length > 1;
    let quietAt = Number.POSITIVE_INFINITY;
    const giveUpAt = conversation.withPerson ? performance.now() + PERSON_WAIT_MS : Number.POSITIVE_INFINITY;
    for (;;) {
      const left = Math.min(quietAt, giveUpAt) - performance.now();
      if (left <= 0) break;
      // The bell has been up since before anything was sent: where it has not rung there is nothing to read.
      await bell.wait(left, signal);
      if (signal.aborted) break;
      const fresh = await news();
      for (const { ref } of fresh) known.add(ref);
      if (!fresh.some(isAnswer)) continue;
      progressTimer.stop();
      const script = await runScript(fresh, signal);
      quietAt = performance.now() + (script ? Math.max(quietMs, AFTER_SCRIPT_MS) : quietMs);
    }
    if (quietAt === Number.POSITIVE_INFINITY) return false;
    settleOldest();
    return true;
  }

  /** What has come since the turn began, save what the bot has told by the other channel already. */
  async function news(): Promise<readonly Unread[]> {
    onTrip();
    const found = new Set(document.unread.map(({ ref }) => ref));
    came = (await inbox.unread(key, document.mark)).filter(({ ref }) => !found.has(ref));
    const items = came.filter(({ ref }) => !known.has(ref));
    return deduplicateItems(items, recordDelivered(document.conversation.delivered ?? [], inline, Date.now())).fresh;
  }

  function settleOldest(): void {
    unanswered = takesTurns ? [] : unanswered.slice(1);
    late = false;
    answered = true;
  }

  /** Gives a bot the result of a script that it wants run. It is the turn that answers, never the webhook. */
  async function runScript(fresh: readonly Unread[], signal: AbortSignal): Promise<boolean> {
    const [answer] = scriptAnswers(fresh);
    if (!answer || !thread || scriptsLeft === 0) return false;
    scriptsLeft--;
    try {
      await platform.send(thread, answer, signal);
      return true;
    } catch (thrown) {
      onError(toAloudError(thrown), 'script');
      return false;
    }
  }
}
