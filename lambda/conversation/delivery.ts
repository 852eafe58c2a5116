import { type Answer, answerApology, answerPhrase, answerReading, type Speaker } from './answer';
import type { BackgroundCalls } from './background-calls';
import type { Conversation, DeliveryRecord } from './conversation';
import { deduplicateItems, deduplicateMessages, recordDelivered } from './deduplicate';
import type { Exchange } from './exchange';
import { READ_AT_ONCE } from './inbox';
import type { Message } from './message';
import { heldAfter, isClosed, owed, written } from './outstanding';
import { type Plan, remarkOn, remarkToPerson } from './plan';
import { nonEmpty } from './playback';
import type { Platform, PlatformInput } from './ports/platform';
import type { Unread } from './ports/store';
import { type Reading, readOut } from './reading';

/** What was sent longer after a question is no answer to it, in milliseconds; clocks may differ by a little. */
const ANSWERED_WITHIN_MS = 2 * 60_000;

export interface DeliveryContext {
  readonly platform: Platform;
  readonly background: BackgroundCalls;
  readonly speaker: Speaker;
  readonly plan: Plan;
  /** What came of speaking to the bot, where it was spoken to. */
  readonly exchange: Exchange | undefined;
  /** The document as the turn found it. */
  readonly before: Conversation;
  /** What was in the inbox when the turn began, by `ref`. */
  readonly known: ReadonlySet<string>;
  /** Whether notifications can be sent, and whether the user takes them; `undefined`: nobody knows. */
  readonly notifications: { readonly available: boolean; readonly subscribed: boolean | undefined };
  readonly now: number;
}

/** Makes the answer that reads out what there is, and says what it takes out of the inbox. */
export function deliver(
  conversation: Conversation,
  items: readonly Unread[],
  context: DeliveryContext,
): Answer & { readonly taken: readonly string[] } {
  const { plan, exchange, before, known, now, speaker } = context;
  const skipped = plan.skips ? items.filter(isFromPerson).slice(0, 1) : [];
  const left = items.filter((item) => !skipped.includes(item));
  const isLate = ({ ref }: Unread) => known.has(ref);
  const late = deduplicateItems(left.filter(isLate), conversation.delivered ?? []);
  // The other road may have brought an answer to another Echo of the user, which was faster with it. What was delivered before
  // this turn began is no answer to it.
  const deliveredBefore = new Set((before.delivered ?? []).map(written));
  const isNew = (record: DeliveryRecord) => !deliveredBefore.has(written(record));
  const { fresh: inline, delivered } = deduplicateMessages(exchange?.inline ?? [], late.delivered.filter(isNew));
  const fresh = deduplicateItems(
    left.filter((item) => !isLate(item)),
    recordDelivered([...late.delivered.filter((record) => !isNew(record)), ...delivered], inline, now),
  );
  const reading = readOut(
    {
      missed: conversation.missed ?? [],
      late: late.fresh,
      lateAs: (message) => lateAs(message, before),
      fresh: fresh.fresh,
      inline,
      unsure: exchange?.unsure ?? false,
      people: plan.people,
      cut: items.length >= READ_AT_ONCE,
    },
    speaker.voice,
    speaker.locale,
  );
  const unsaid = items.filter((item) => !late.fresh.includes(item) && !fresh.fresh.includes(item));
  const byOneRoad = reading.messages.filter((message) => !inline.includes(message));
  const state: Conversation = {
    ...conversation,
    ...botSide(conversation, items, context),
    delivered: nonEmpty(recordDelivered(fresh.delivered, byOneRoad, now)),
    withPerson: personAfter(conversation, reading),
  };
  return { ...answerOf(state, reading, context), taken: [...reading.taken, ...unsaid.map(({ ref }) => ref)] };
}

function answerOf(state: Conversation, reading: Reading, context: DeliveryContext): Answer {
  const { plan, exchange, platform, background, notifications, speaker } = context;
  const { lead, readsOn, offersRest, people } = plan;
  if (offersRest && reading.paragraphs.length === 0 && reading.messages.length === 0 && state.rest.length > 0) {
    return answerPhrase(state, 'unfinished', 'go-on');
  }
  const isToPerson = state.withPerson === true && plan.inputs?.[0]?.kind !== 'start' && exchange?.error === undefined;
  const isPassedOn = isToPerson && plan.inputs !== undefined && plan.inputs.length > 0 && !exchange?.held.length;
  const toPerson = isPassedOn ? remarkToPerson(notifications.subscribed === true) : undefined;
  const remark = exchange && remarkOn(exchange, plan, platform, background);
  if (remark?.question === 'what' && reading.messages.length === 0) return answerApology(state, remark.phrase);

  const answer = answerReading(
    state,
    reading,
    {
      lead,
      rest: readsOn ? state.rest : [],
      remark: remark && (toPerson ?? remark),
      silent: toPerson ?? plan.silent,
      oneByOne: people !== 'aside',
      keepsQuestion: !exchange,
    },
    speaker,
  );
  const passedOn = answer.reply.parts.some((part) => 'phrase' in part && part.phrase === toPerson?.phrase);
  // After a question of the bot's or a person's the microphone must open, not after a statement of ours.
  if (answer.reply.question === 'bot') return answer;
  const isGoodMoment = passedOn || (people === 'announced' && reading.last && reading.last.kind !== 'bot');
  return isGoodMoment ? offerNotifications(answer, notifications) : answer;
}

/** Asks once, and never again, whether the user wants to be delivered of messages. */
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

/** What the turn knows of the bot's side. */
function botSide(conversation: Conversation, items: readonly Unread[], context: DeliveryContext) {
  const { exchange, platform, known } = context;
  if (!exchange) {
    const thread = isClosed(items, conversation.thread, platform) ? undefined : conversation.thread;
    return { thread, unanswered: nonEmpty(owed(conversation, items, platform)) };
  }
  const fresh = items.filter(({ ref }) => !known.has(ref));
  // What other turns and late calls have sent or opened meanwhile stays.
  const others = (conversation.unanswered ?? []).filter((entry) => !exchange.ours.has(written(entry)));
  const isUntouched = written(conversation.thread) === exchange.threadBefore;
  const thread = isUntouched ? exchange.thread : conversation.thread;
  return {
    thread: isClosed(fresh, thread, platform) ? undefined : thread,
    unanswered: nonEmpty([...others, ...exchange.unanswered]),
    ...heldState(heldAfter(exchange, conversation), conversation),
  };
}

function heldState(held: readonly PlatformInput[], { heldAt }: Conversation) {
  return held.length > 0 ? { held, heldAt: heldAt ?? Date.now() } : { held: undefined, heldAt: undefined };
}

/** A person has the conversation from when they speak until the bot does. A broadcast takes nothing over. */
function personAfter({ withPerson }: Conversation, { messages }: Reading): true | undefined {
  const last = messages.findLast(({ from }) => from.kind !== 'broadcast')?.from.kind;
  if (last === undefined) return withPerson;
  return last === 'agent' ? true : undefined;
}

/**
 * A late message of the bot answers what the user asked shortly before it was sent, or comes of the bot's own accord; a
 * late greeting is neither.
 */
function lateAs({ sentAt }: Message, { unanswered = [] }: Conversation): 'late' | 'more' | undefined {
  const asked = unanswered.filter(({ at }) => Math.abs(sentAt - at) < ANSWERED_WITHIN_MS);
  if (asked.length === 0) return 'more';
  return asked.some(({ start }) => !start) ? 'late' : undefined;
}

function isFromPerson({ item }: Unread): boolean {
  return item.kind === 'message' && item.message.from.kind !== 'bot';
}
