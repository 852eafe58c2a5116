import { type AloudError, toAloudError } from '../errors';
import type { Platform } from '../platforms/platform';
import type { AlexaIdentity, Store, Unread } from '../store/store';
import {
  type Answer,
  answerApology,
  answerGoodbye,
  answerOptions,
  answerPending,
  answerPhrase,
  answerReading,
  answerRepeat,
  answerSkip,
  type Speaker,
} from './answer';
import type { Conversation } from './conversation';
import type { Deadline } from './deadline';
import { openDocument } from './document';
import { converse } from './exchange';
import { awaitProof, nonEmpty, type Session, settle } from './heard';
import type { Inbox } from './inbox';
import { type Action, interpret, type UserInput } from './interpret';
import type { Linger } from './linger';
import { heldAfter, isClosed, owed } from './outstanding';
import { type Plan, planOf, remarkOn } from './plan';
import { readOut } from './reading';
import { remember, withoutRepeats } from './repeats';
import type { Reply } from './reply';
import type { Stopwatch } from './stopwatch';
import type { Voice } from './voice';

export interface TurnRequest {
  /** Our key of the user, and what Amazon needs to reach them. */
  readonly key: string;
  readonly identity: AlexaIdentity;
  readonly input: UserInput;
  readonly session: Session;
  readonly deadline: Deadline;
  readonly stopwatch: Stopwatch;
  /** Tells the user that the answer takes a while. Called at most once; ends with its signal and never rejects. */
  readonly progress?: (signal: AbortSignal) => Promise<void>;
}

export interface TurnResult {
  readonly reply: Reply;
  /** What went wrong on the way to the bot. */
  readonly error?: AloudError;
  /** The answer did not come in time; the user hears it in a later turn. */
  readonly late?: boolean;
}

export interface TurnRooms {
  readonly platform: Platform;
  readonly store: Store;
  readonly inbox: Inbox;
  readonly linger: Linger;
  readonly voice: Voice;
  /** Milliseconds without a further message after which an answer that comes by webhook counts as whole. */
  readonly quietMs: number;
  /** Told of errors that the user need not hear about. */
  readonly onError: (error: AloudError, where: string) => void;
}

/** Makes the function that turns what a user said into what they hear. Rejects only when the user cannot be loaded. */
export function createTurn(rooms: TurnRooms) {
  const { platform, store, inbox, linger, voice, onError } = rooms;

  return async function turn(request: TurnRequest): Promise<TurnResult> {
    const { key, identity, session, stopwatch } = request;
    const speaker = { voice, locale: identity.locale };
    const document = await openDocument(store, key, identity);
    const before = settle(document.conversation, session, Date.now());
    const mark = await inbox.mark(key);
    const waiting = await inbox.unread(key);
    stopwatch.lap('load');

    const action = interpret(request.input, before, voice, speaker.locale);
    const plan = planOf(action, before, isClosed(waiting, before.thread, platform));
    stopwatch.lap('speech');
    // A turn that waits may die while it does: what its request has proven is on disk before.
    if (plan?.inputs && !platform.inline && document.conversation.unproven) {
      await document.update((newest) => ({ conversation: settle(newest, session, Date.now()) }));
    }
    const exchange =
      plan?.inputs &&
      (await converse(rooms, { ...request, locale: speaker.locale }, document, plan.inputs, { items: waiting, mark }));
    stopwatch.lap('platform');

    const reply = await save();
    stopwatch.lap('save');
    return { reply, error: exchange?.error, late: exchange?.late };

    async function save(): Promise<Reply> {
      try {
        return (await document.update(async (newest) => respond(newest, plan ? await inbox.unread(key) : []))).reply;
      } catch (thrown) {
        const error = toAloudError(thrown);
        onError(error, 'save');
        // What is in the inbox stays there; what is nowhere else is spoken, as losing it would be worse than forgetting
        // what was offered.
        const onlyHere = !exchange || exchange.inline.length > 0;
        const { conversation } = document;
        return (onlyHere ? respond(conversation, []) : answerApology(conversation, error.phrase)).reply;
      }
    }

    function respond(newest: Conversation, items: readonly Unread[]): Answer & { taken?: readonly string[] } {
      const now = Date.now();
      const settled = settle(newest, session, now);
      const { reply, conversation, taken } = plan
        ? deliver(settled, plan, items, now)
        : { ...obey(action, settled, speaker), taken: [] };
      return { reply, conversation: awaitProof(conversation, reply, session, now), taken };
    }

    /** Reads out what there is, and takes it out of the inbox. */
    function deliver(settled: Conversation, plan: Plan, items: readonly Unread[], now: number) {
      const known = new Set(waiting.map(({ ref }) => ref));
      const inline = exchange?.inline ?? [];
      const late = withoutRepeats(
        items.filter(({ ref }) => known.has(ref)),
        settled.told ?? [],
      );
      const fresh = withoutRepeats(
        items.filter(({ ref }) => !known.has(ref)),
        remember(late.told, inline, now),
      );
      const reading = readOut(
        {
          missed: settled.missed ?? [],
          late: late.fresh,
          lateAs: lateAs(before),
          fresh: fresh.fresh,
          inline,
          unsure: exchange?.unsure ?? false,
        },
        voice,
        speaker.locale,
      );
      const repeated = items.filter((item) => !late.fresh.includes(item) && !fresh.fresh.includes(item));
      const told = remember(
        fresh.told,
        reading.messages.filter((message) => !inline.includes(message)),
        now,
      );
      const state = { ...settled, ...threadAfter(settled, items, known), told: nonEmpty(told) };
      return { ...answer(), taken: [...reading.taken, ...repeated.map(({ ref }) => ref)] };

      function answer(): Answer {
        const { lead, silent, readsOn, offersRest } = plan;
        if (offersRest && reading.paragraphs.length === 0 && settled.rest.length > 0) {
          return answerPhrase(state, 'unfinished', 'go-on');
        }
        const remark = exchange && remarkOn(exchange, plan, platform, linger);
        if (remark?.question === 'what' && reading.messages.length === 0) return answerApology(state, remark.phrase);
        const rest = readsOn ? settled.rest : [];
        return answerReading(state, reading, { lead, rest, remark, silent }, speaker);
      }
    }

    /** What the turn knows of the bot's side. */
    function threadAfter(settled: Conversation, items: readonly Unread[], known: ReadonlySet<string>) {
      if (!exchange) {
        const thread = isClosed(items, settled.thread, platform) ? undefined : settled.thread;
        return { thread, unanswered: nonEmpty(owed(settled, items, platform)) };
      }
      const fresh = items.filter(({ ref }) => !known.has(ref));
      return {
        thread: isClosed(fresh, exchange.thread, platform) ? undefined : exchange.thread,
        unanswered: nonEmpty(exchange.unanswered),
        held: nonEmpty(heldAfter(exchange, settled)),
      };
    }
  };
}

/** The answer to what only concerns what was said already. */
function obey(action: Action, conversation: Conversation, speaker: Speaker): Answer {
  switch (action.kind) {
    case 'skip-rest':
      return answerSkip(conversation);
    case 'more-options':
      return answerOptions(conversation, action.offer);
    case 'repeat':
      return answerRepeat(conversation, speaker);
    case 'help':
      return answerPending(conversation, 'help', speaker);
    case 'all-right':
      return answerPhrase(conversation, 'all-right', 'anything-else');
    case 'goodbye':
      return answerGoodbye(conversation);
    default:
      return answerPending(conversation, 'not-heard', speaker);
  }
}

/** Late messages of the bot answer what the user asked, or come of the bot's own accord; a late greeting is neither. */
function lateAs({ unanswered }: Conversation): 'late' | 'more' | undefined {
  if (!unanswered) return 'more';
  return unanswered.some(({ start }) => !start) ? 'late' : undefined;
}
