import { AloudError, toAloudError } from '../errors';
import type { Platform, PlatformInput, Thread } from '../platforms/platform';
import type { AlexaIdentity, Store, StoredUser } from '../store/store';
import {
  type Answer,
  answerGoodbye,
  answerMessages,
  answerOptions,
  answerPending,
  answerPhrase,
  answerRepeat,
  answerRest,
  answerSkip,
} from './answer';
import type { Conversation } from './conversation';
import type { Deadline } from './deadline';
import { type Action, interpret, type UserInput } from './interpret';
import { reach } from './reach';
import type { Phrase, Question, Reply } from './reply';
import type { Stopwatch } from './stopwatch';
import type { Voice } from './voice';

/** How often a save is tried when other turns of the same user save in between. */
const SAVE_TRIES = 3;

export interface TurnRequest {
  /** Our key of the user, and what Amazon needs to reach them. */
  readonly key: string;
  readonly identity: AlexaIdentity;
  readonly input: UserInput;
  /** The session began with this request: questions of an earlier one are no longer open. */
  readonly newSession: boolean;
  readonly deadline: Deadline;
  readonly stopwatch: Stopwatch;
}

export interface TurnResult {
  readonly reply: Reply;
  /** Why the user heard an apology instead of an answer. */
  readonly error?: AloudError;
}

export interface TurnRooms {
  readonly platform: Platform;
  readonly store: Store;
  readonly voice: Voice;
  /** Told of errors that the user need not hear about. */
  readonly onError: (error: AloudError, where: string) => void;
}

/** Makes the function that turns what a user said into what they hear. Rejects only when the user cannot be loaded. */
export function createTurn({ platform, store, voice, onError }: TurnRooms) {
  return async function turn(request: TurnRequest): Promise<TurnResult> {
    const { key, identity, stopwatch } = request;
    const speaker = { voice, locale: identity.locale };
    const user = await store.user(key, identity);
    stopwatch.lap('load');

    const before = request.newSession ? forgetQuestion(user.conversation) : user.conversation;
    const outcome = await act(interpret(request.input, before, voice, speaker.locale), before);
    stopwatch.lap('speech');

    await save(user, identity, outcome.conversation);
    stopwatch.lap('save');
    return { reply: outcome.reply, error: outcome.error };

    async function act(action: Action, conversation: Conversation): Promise<Answer & { error?: AloudError }> {
      switch (action.kind) {
        case 'welcome':
          return welcome(conversation);
        case 'start-over':
          return send(conversation, { kind: 'start' }, { phrase: 'start-over', question: 'what' });
        case 'send':
          return send(conversation, action.input, { phrase: 'passed-on', question: 'anything-else' });
        case 'go-on':
          return answerRest(conversation, speaker);
        case 'skip-rest':
          return answerSkip(conversation);
        case 'more-options':
          return answerOptions(conversation, action.offer);
        case 'repeat':
          return answerRepeat(conversation, speaker);
        case 'help':
          return answerPending(conversation, 'help', speaker);
        case 'unheard':
          return answerPending(conversation, 'not-heard', speaker);
        case 'go-ahead':
          return answerPhrase(conversation, 'go-ahead', 'what');
        case 'goodbye':
          return answerGoodbye(conversation);
      }
    }

    async function welcome(conversation: Conversation): Promise<Answer & { error?: AloudError }> {
      if (!conversation.thread) {
        return send(conversation, { kind: 'start' }, { phrase: 'welcome', question: 'what' });
      }
      if (conversation.rest.length > 0) return answerPhrase(conversation, 'unfinished', 'go-on');
      return answerPhrase(conversation, 'welcome-back', 'what');
    }

    async function send(
      conversation: Conversation,
      input: PlatformInput,
      silent: { phrase: Phrase; question: Question },
    ): Promise<Answer & { error?: AloudError }> {
      let thread = conversation.thread;
      const keep = (opened: Thread) => {
        thread = opened;
      };
      stopwatch.lap('speech');
      try {
        const result = await reach(platform, { ...request, thread, keep }, input);
        stopwatch.lap('platform');
        return answerMessages({ ...conversation, thread: result.thread }, result.messages, silent, speaker);
      } catch (thrown) {
        stopwatch.lap('platform');
        const error = toAloudError(thrown);
        return { ...apologise({ ...conversation, thread }, error), error };
      }
    }
  };

  async function save(user: StoredUser, identity: AlexaIdentity, conversation: Conversation): Promise<void> {
    try {
      let version = user.version;
      for (let tries = 0; tries < SAVE_TRIES; tries++) {
        if (await store.save(user.key, conversation, version)) return;
        // Two Echos of one account speak at the same time: what was said last decides what "yes" means.
        version = (await store.user(user.key, identity)).version;
      }
      throw new AloudError('ALOUD_STORE_UNAVAILABLE', 'other turns of the same user kept saving in between');
    } catch (error) {
      // The user still hears the answer: losing it would be worse than forgetting what was offered.
      onError(toAloudError(error), 'save');
    }
  }
}

/** Choices that wait behind an unread rest stay; any other question of an earlier session is no longer open. */
function forgetQuestion(conversation: Conversation): Conversation {
  return { ...conversation, offer: conversation.rest.length > 0 ? conversation.offer : undefined, asked: undefined };
}

/** Says what went wrong. What the bot had asked stays open, so that the user can simply say it again. */
function apologise(before: Conversation, error: AloudError): Answer {
  const { reply } = answerPhrase(before, error.phrase, 'what');
  return { reply, conversation: { ...before, turns: before.turns + 1 } };
}
