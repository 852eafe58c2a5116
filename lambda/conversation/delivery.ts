import { isDeepStrictEqual } from 'node:util';
import { type Answer, answerPhrase, type Remark } from './answer';
import { answerReading } from './answer-reading';
import type { BackgroundCalls } from './background-calls';
import type { Conversation } from './conversation';
import { deduplicateItems, deduplicateMessages, recordDelivered, splitLog } from './deduplicate';
import { type Exchange, isTakenBack, outboxAfter } from './exchange';
import { answerApology } from './failures';
import { READ_AT_ONCE } from './inbox';
import { together } from './joined';
import { lengthOf } from './leftovers';
import type { Message } from './message';
import { isClosed, settledBy } from './open-questions';
import { type Outbox, queued } from './outbox';
import { nonEmpty } from './playback';
import type { Platform } from './ports/platform';
import type { Unread } from './ports/store';
import type { Voice } from './ports/voice';
import { type Reading, readOut, type ToRead } from './reading';
import { isRepetition, recentSends } from './repetitions';
import type { Phrase } from './reply';
import { isFromPerson } from './unread-messages';

/** What was sent longer after a question is no answer to it, in milliseconds; clocks may differ by a little. */
const ANSWERED_WITHIN_MS = 2 * 60_000;

/** How a turn reads out what there is. */
export interface DeliveryOptions {
  /** Said before what is read, where there is something. */
  readonly lead?: Phrase;
  /** Said where there is nothing else to say. */
  readonly silent: Remark;
  readonly people: ToRead['people'];
  /** How many of the oldest messages of people are left out. Default: none. */
  readonly skip?: number;
  /**
   * What becomes of the unread rest of an earlier reply: it is read behind the rest; it is offered, unless there is
   * something new; it stays for later. Default: `keep`.
   */
  readonly rest?: 'read' | 'offer' | 'keep';
  /** Whether an answer that does not come in time is promised, or the `silent` remark is made. Default: silent. */
  readonly late?: 'promised' | 'silent';
  /** Something was said to the bot or to a person, beyond the beginning of the conversation. */
  readonly saidSomething?: boolean;
}

export interface DeliveryContext {
  readonly platform: Platform;
  readonly background: BackgroundCalls;
  readonly voice: Voice;
  readonly options: DeliveryOptions;
  /** What came of speaking to the bot, where it was spoken to. */
  readonly exchange: Exchange | undefined;
  /** The document as the turn found it. */
  readonly before: Conversation;
  /** What was in the inbox when the turn began, by `ref`. */
  readonly known: ReadonlySet<string>;
  /** Whether notifications can be sent, and whether the user takes them; `undefined`: that is not known. */
  readonly notifications: { readonly available: boolean; readonly subscribed: boolean | undefined };
  readonly now: number;
}

/** An answer, and what it takes out of the inbox. */
export interface Delivered extends Answer {
  readonly taken: readonly string[];
}

/** Makes the answer that reads out what there is. */
export async function deliver(
  conversation: Conversation,
  all: readonly Unread[],
  context: DeliveryContext,
): Promise<Delivered> {
  const { options, exchange, before, known, now, voice } = context;
  const sends = recentSends(conversation.sends, exchange?.sends);
  const items = all.filter((item) => !isRepetition(item, sends));
  const skipped = items.filter(isFromPerson).slice(0, options.skip ?? 0);
  const left = items.filter((item) => !skipped.includes(item));
  const isLate = ({ ref }: Unread) => known.has(ref);
  const late = deduplicateItems(left.filter(isLate), conversation.delivered ?? '');
  const lateMessages = late.fresh.filter((item) => !isFromPerson(item)).flatMap(messageOf);
  // The other channel may have brought an answer to another Echo of the user, which was faster with it. What was
  // delivered before this turn began is no answer to it.
  const [old, since] = splitLog(late.delivered, before.delivered);
  const { fresh: inline, delivered } = deduplicateMessages(exchange?.inline ?? [], since);
  const fresh = deduplicateItems(
    left.filter((item) => !isLate(item)),
    recordDelivered(together(old, delivered), [...lateMessages, ...inline], now),
  );
  const reading = await readOut(
    {
      missed: conversation.missed ?? [],
      late: late.fresh,
      lateAs: (message) => lateAs(message, before.outbox),
      fresh: fresh.fresh,
      inline,
      firstAnswers: exchange?.firstAnswers ?? new Set(),
      unsure: exchange?.unsure ?? false,
      people: options.people,
      cut: all.length >= READ_AT_ONCE,
      behind: lengthOf(conversation.rest),
    },
    voice,
  );
  const unsaid = all.filter((item) => !late.fresh.includes(item) && !fresh.fresh.includes(item));
  const byOneChannel = reading.messages.filter(
    (message) => !inline.includes(message) && !lateMessages.includes(message),
  );
  const { thread, outbox } = botSide(conversation, items, context);
  const state: Conversation = {
    ...conversation,
    thread,
    outbox,
    delivered: recordDelivered(fresh.delivered, byOneChannel, now) || undefined,
    withPerson: personAfter(conversation, reading),
    sends: nonEmpty(sends),
  };
  const { reply, conversation: after } = answerOf(state, reading, context);
  const readAt = readsInbox(reading, options) ? after.turns : undefined;
  return { reply, conversation: { ...after, readAt }, taken: [...reading.taken, ...unsaid.map(({ ref }) => ref)] };
}

/** Whether the user is at the messages that wait, of which this may be the last. */
function readsInbox({ last }: Reading, { people }: DeliveryOptions): boolean {
  return people === 'singly' || (people === 'announced' && last !== undefined && last.kind !== 'bot');
}

function messageOf({ item }: Unread): readonly Message[] {
  return item.kind === 'message' ? [item.message] : [];
}

function answerOf(state: Conversation, reading: Reading, context: DeliveryContext): Answer {
  const { options, exchange, notifications, voice } = context;
  const { lead, people, rest = 'keep' } = options;
  const isNothingNew = reading.paragraphs.length === 0 && reading.messages.length === 0;
  if (rest === 'offer' && isNothingNew && state.rest.length > 0) return answerPhrase(state, 'unfinished', 'go-on');
  const toPerson = remarkToPerson(state, context);
  const remark = exchange && remarkOn(exchange, state, context);
  if (remark?.question === 'what' && reading.messages.length === 0) return answerApology(state, remark.phrase, voice);

  const answer = answerReading(
    state,
    reading,
    {
      lead,
      rest: rest === 'keep' ? [] : state.rest,
      remark: remark && (toPerson ?? remark),
      silent: toPerson ?? options.silent,
      oneByOne: people !== 'aside',
      keepsQuestion: !exchange,
    },
    voice,
  );
  const passedOn = answer.reply.parts.some((part) => 'phrase' in part && part.phrase === toPerson?.phrase);
  // After a question of the bot's or a person's the microphone must open, not after a statement of ours.
  if (answer.reply.question === 'bot') return answer;
  const isLastRead = people !== 'aside' && !reading.more && !reading.moreUnread && answer.reply.question !== 'go-on';
  const isGoodMoment = passedOn || (isLastRead && reading.last && reading.last.kind !== 'bot');
  // A response has one card, and what is read may speak of its own.
  return isGoodMoment && !voice.shows(reading.messages) ? offerNotifications(answer, notifications) : answer;
}

/** What is said about how speaking to the bot went, if anything. */
function remarkOn(
  exchange: Exchange,
  state: Conversation,
  { options, platform, background }: DeliveryContext,
): Remark | undefined {
  const { error, late, answered, own } = exchange;
  const { outbox } = state;
  const comesLater = error?.code === 'ALOUD_PLATFORM_TIMEOUT' && (background.runsOn || !platform.inline);
  if (error && !comesLater && !answered) return { phrase: error.phrase, question: 'what' };
  if (!late || options.late !== 'promised') return undefined;
  if (error && outbox.length === 0) return { phrase: error.phrase, question: 'what' };
  const isGone = own.size > 0 && !outbox.some(({ id, state }) => own.has(id) && state !== 'lost');
  if (isGone && isTakenBack(exchange, state)) return { phrase: 'not-passed-on', question: 'what' };
  if (isGone && error) return { phrase: error.phrase, question: 'what' };
  return { phrase: queued(outbox).length > 0 ? 'held' : 'still-coming', question: 'check' };
}

/** Where a person has taken over, an answer is not to be waited for, and none is no error. */
function remarkToPerson(
  state: Conversation,
  { options, exchange, notifications }: DeliveryContext,
): Remark | undefined {
  const isPassedOn =
    options.saidSomething === true && exchange?.error === undefined && queued(state.outbox).length === 0;
  if (!state.withPerson || !isPassedOn) return undefined;
  return { phrase: notifications.subscribed === true ? 'will-notify' : 'passed-to-person', question: 'anything-else' };
}

/** Asks once, and never again, whether the user wants to be told of messages. */
function offerNotifications(
  { reply, conversation }: Answer,
  { available, subscribed }: DeliveryContext['notifications'],
): Answer {
  if (!available || subscribed !== undefined || conversation.offeredNotifications) return { reply, conversation };
  const parts = [...reply.parts, { phrase: 'offer-notifications' } as const];
  return {
    reply: { ...reply, parts, permission: true },
    conversation: { ...conversation, offeredNotifications: true },
  };
}

/** What the turn knows of the bot's side, put to the newest document: what other turns and late calls did stays. */
function botSide(conversation: Conversation, items: readonly Unread[], context: DeliveryContext) {
  const { exchange, before, platform, known } = context;
  const { outbox } = conversation;
  if (!exchange) {
    const thread = isClosed(items, conversation.thread, platform) ? undefined : conversation.thread;
    const { fresh } = deduplicateItems(items, conversation.delivered ?? '');
    return { thread, outbox: settledBy(outbox, fresh, platform)(outbox) };
  }
  const isUntouched = isDeepStrictEqual(conversation.thread, before.thread);
  const thread = isUntouched ? exchange.thread : conversation.thread;
  const fresh = items.filter(({ ref }) => !known.has(ref));
  return {
    thread: isClosed(fresh, thread, platform) ? undefined : thread,
    outbox: outboxAfter(exchange, conversation),
  };
}

/** A person has the conversation from when they speak until the bot does. A broadcast takes nothing over. */
function personAfter({ withPerson }: Conversation, { messages }: Reading): true | undefined {
  const last = messages.findLast(({ from }) => from.kind !== 'broadcast')?.from.kind;
  if (last === undefined) return withPerson;
  return last === 'agent' ? true : undefined;
}

/**
 * A late message of the bot answers what the user asked shortly before it was sent, or comes of the bot's own accord; a
 * late greeting is neither. Which of several questions it answers is not known. Where a bot answers the sends themselves, what
 * an event brings beside that was an answer, too: where nothing is known of it, it may have been said by a turn that could not
 * write so.
 */
function lateAs({ sentAt, channel }: Message, outbox: Outbox): 'late' | 'more' | 'unsure' | 'again' | undefined {
  const asked = outbox.filter((one) => one.sentAt !== undefined && Math.abs(sentAt - one.sentAt) < ANSWERED_WITHIN_MS);
  if (asked.length === 0) return channel === 'event' ? 'again' : 'more';
  const questions = asked.filter(({ input }) => input.kind !== 'start');
  if (questions.length === 0) return undefined;
  return questions.length === 1 ? 'late' : 'unsure';
}
