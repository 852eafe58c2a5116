import { type AloudError, toAloudError } from '../errors';
import {
  type Answer,
  answerApology,
  answerGoodbye,
  answerOptions,
  answerPending,
  answerPhrase,
  answerRepeat,
  answerSkip,
  type Speaker,
} from './answer';
import type { BackgroundCalls } from './background-calls';
import type { Conversation } from './conversation';
import type { Deadline } from './deadline';
import { deliver } from './delivery';
import { type Document, openDocument } from './document';
import { converse } from './exchange';
import { type Inbox, READ_AT_ONCE } from './inbox';
import { type Action, interpret, type UserInput } from './interpret';
import { isClosed, scriptAnswers } from './outstanding';
import { planOf } from './plan';
import { awaitProof, openUntil, SESSION_MS, type Session, settle } from './playback';
import type { Platform } from './ports/platform';
import type { AlexaIdentity, Store, Unread } from './ports/store';
import type { Voice } from './ports/voice';
import type { Reply } from './reply';
import type { Stopwatch } from './stopwatch';

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

export interface TurnDeps {
  readonly platform: Platform;
  readonly store: Store;
  readonly inbox: Inbox;
  readonly background: BackgroundCalls;
  readonly voice: Voice;
  /** Milliseconds without a further message after which an answer that comes by webhook counts as whole. */
  readonly quietMs: number;
  /** Whether notifications can be sent. */
  readonly notifications: boolean;
  /** Told of errors that the user need not hear about. */
  readonly onError: (error: AloudError, where: string) => void;
}

/** A bot that answers inline mostly does so at once, and then one write is enough for a turn; milliseconds. */
const AT_ONCE_MS = 250;
/** As many messages as are deleted at once. */
const DELETED_AT_ONCE = 10_000;

/** Makes the function that turns what a user said into what they hear. Rejects only when the user cannot be loaded. */
export function createTurn(deps: TurnDeps) {
  const { platform, store, inbox, background, voice, notifications: available, onError } = deps;

  return async function turn(request: TurnRequest): Promise<TurnResult> {
    const { key, identity, session, stopwatch } = request;
    const speaker = { voice, locale: identity.locale };
    const document = await openDocument(store, key, identity, { unread: READ_AT_ONCE, onTrip: stopwatch.trip });
    const before = settle(document.conversation, session, Date.now());
    const waiting = document.unread;
    stopwatch.lap('load');

    const action = interpret(request.input, before, voice, speaker.locale);
    const plan = planOf(action, before, isClosed(waiting, before.thread, platform));
    stopwatch.lap('speech');
    if (!plan) {
      const reply = await save(() => act(action));
      stopwatch.lap('save');
      return { reply };
    }

    const endNote = plan.inputs ? noteRequest(document) : () => {};
    const inputs = plan.inputs ?? (scriptAnswers(waiting).length > 0 ? [] : undefined);
    const exchange =
      inputs &&
      (await converse(deps, { ...request, locale: speaker.locale, onTrip: stopwatch.trip }, document, inputs));
    endNote();
    stopwatch.lap('platform');

    const known = new Set(waiting.map(({ ref }) => ref));
    const notifications = { available, subscribed: await isSubscribed(document) };
    const context = { platform, background, speaker, plan, exchange, before, known, notifications };
    const onlyHere = exchange !== undefined && exchange.inline.length > 0;
    const reply = await save(
      () => update(async (newest) => deliver(newest, await items(), { ...context, now: Date.now() })),
      // What is in the inbox stays there; what is nowhere else is spoken, as losing it would be worse than forgetting
      // what was offered.
      () => (onlyHere ? deliver(document.conversation, [], { ...context, now: Date.now() }).reply : undefined),
    );
    stopwatch.lap('save');
    return { reply, error: exchange?.error, late: exchange?.late };

    /**
     * A turn that waits may die while it does: what its request has proven goes to disk meanwhile; and that the user is
     * here, as no notification is to be sent while they wait.
     */
    function noteRequest({ conversation: { unproven } }: Document): () => void {
      if (!unproven && !(available && session.isNew)) return () => {};
      const note = () => {
        document
          .update((newest) => {
            const now = Date.now();
            return { conversation: settle(newest, session, now), activeUntil: now + SESSION_MS };
          })
          .catch((thrown: unknown) => onError(toAloudError(thrown), 'proof'));
      };
      if (!platform.inline) note();
      const timer = platform.inline ? setTimeout(note, AT_ONCE_MS) : undefined;
      return () => clearTimeout(timer);
    }

    /**
     * What there is to read: the oldest, and what came in this turn, however much waits before it. It is read again only
     * where another turn may have taken some of it.
     */
    async function items(): Promise<readonly Unread[]> {
      if (!document.isShared) return [...waiting, ...(exchange?.came ?? [])];
      stopwatch.trip();
      const oldest = await inbox.unread(key);
      if (oldest.length < READ_AT_ONCE) return oldest;
      const refs = new Set(oldest.map(({ ref }) => ref));
      stopwatch.trip();
      return [...oldest, ...(await inbox.unread(key, document.mark)).filter(({ ref }) => !refs.has(ref))];
    }

    /** Saves what an answer makes of the newest document. */
    async function update(answer: (newest: Conversation) => Change | Promise<Change>): Promise<Reply> {
      const saved = await document.update(async (newest) => {
        const now = Date.now();
        const { reply, conversation, taken } = await answer(settle(newest, session, now));
        const after = awaitProof(conversation, reply, session, now);
        const own = reply.question === undefined ? 0 : now + SESSION_MS;
        return { reply, conversation: after, taken, activeUntil: Math.max(own, openUntil(after, now)) };
      });
      return saved.reply;
    }

    /** Does what was asked of us rather than of the bot. */
    async function act(action: Action): Promise<Reply> {
      switch (action.kind) {
        case 'forget':
          await store.erase(key);
          return { parts: [{ phrase: 'forgotten' }], turn: 0, messages: [] };
        case 'delete-all':
          return update(async (newest) => ({
            ...answerPhrase(newest, 'deleted', 'anything-else'),
            taken: await news(),
          }));
        case 'notify-on':
        case 'notify-off':
          return setNotifications(action.kind === 'notify-on', document);
        default:
          return update((newest) => obey(action, newest, speaker));
      }
    }

    /** What is known of a recognised speaker's account holds for them too: Alexa allows notifications for accounts. */
    async function isSubscribed({ subscription }: Document): Promise<boolean | undefined> {
      const own = subscription?.subscribed;
      if (!available || own === false || identity.account === undefined) return own;
      stopwatch.trip();
      const account = await store.find(identity.account).catch((thrown: unknown) => {
        onError(toAloudError(thrown), 'account');
        return undefined;
      });
      return account?.subscription?.subscribed ?? own;
    }

    async function setNotifications(on: boolean, document: Document): Promise<Reply> {
      if (!available) return update((newest) => answerPhrase(newest, 'notify-never', 'anything-else'));
      const isKnown = on && (await isSubscribed(document)) === true;
      if (!isKnown) await store.subscribe(key, identity, { subscribed: on, at: Date.now() });
      const phrase = isKnown ? 'notify-known' : on ? 'notify-on' : 'notify-off';
      return update((newest) => {
        const { reply, conversation } = answerPhrase(newest, phrase, 'anything-else');
        const asks = on && !isKnown ? ({ permission: true } as const) : {};
        return { reply: { ...reply, ...asks }, conversation: { ...conversation, offeredNotifications: true } };
      });
    }

    /** The messages of people and broadcasts that wait. */
    async function news(): Promise<string[]> {
      const items: readonly Unread[] = await store.unread(key, DELETED_AT_ONCE);
      return items
        .filter(({ item }) => item.kind === 'message' && item.message.from.kind !== 'bot')
        .map(({ ref }) => ref);
    }

    async function save(work: () => Promise<Reply>, instead?: () => Reply | undefined): Promise<Reply> {
      try {
        return await work();
      } catch (thrown) {
        const error = toAloudError(thrown);
        onError(error, 'save');
        return instead?.() ?? answerApology(document.conversation, error.phrase).reply;
      }
    }
  };
}

interface Change extends Answer {
  readonly taken?: readonly string[];
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
    case 'ask-reply':
      return answerPhrase({ ...conversation, offer: undefined, inputRequest: undefined }, 'ask-reply', 'reply');
    case 'ask-delete':
      return answerPhrase(conversation, 'all-right', 'delete-all');
    case 'ask-forget':
      return answerPhrase(conversation, 'forget-me', 'forget-me');
    case 'goodbye':
      return answerGoodbye(conversation);
    default:
      return answerPending(conversation, 'no-match', speaker);
  }
}
