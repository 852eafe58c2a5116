import type { Action } from '../action';
import {
  type Answer,
  answerGoodbye,
  answerList,
  answerOptions,
  answerPending,
  answerPhrase,
  answerRepeat,
  answerSkip,
  answerWait,
  answerWhether,
  answerWhich,
  type Remark,
} from '../answer';
import type { Conversation } from '../conversation';
import { answerNoMatch } from '../failures';
import { answerHelp } from '../help';
import { READ_AT_ONCE } from '../inbox';
import { isClosed } from '../open-questions';
import { queued } from '../outbox';
import type { Phrase } from '../reply';
import { takeBack } from '../taking-back';
import { unreadMessages } from '../unread-messages';
import type { TurnContext, TurnResult } from './context';
import { deleteAll, forget } from './delete';
import { readInbox, talkToBot } from './read-out';
import { saveAnswer } from './save';
import { startOver } from './start-over';
import { setNotifications } from './subscription';

type ActionOf<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;
type Handler<Kind extends Action['kind']> = (action: ActionOf<Kind>, context: TurnContext) => Promise<TurnResult>;

const ELSE = 'anything-else';

/** Everything a turn may be about. An action without a handler does not compile. */
const HANDLERS: { readonly [Kind in Action['kind']]: Handler<Kind> } = {
  welcome(_action, context) {
    const { before, document, platform, voice } = context;
    const silent = { phrase: 'welcome-back', question: 'what' } as const;
    if (!before.thread || isClosed(document.unread, before.thread, platform)) {
      const first = { phrase: 'welcome', question: 'what' } as const;
      return talkToBot(context, [{ kind: 'start' }], {
        people: 'announced',
        silent: first,
        ...(voice.greets && { lead: 'greeting' }),
      });
    }
    const options = { lead: 'welcome-back', silent, people: 'announced', rest: 'offer' } as const;
    return queued(before.outbox).length > 0 ? talkToBot(context, [], options) : readInbox(context, options);
  },
  send({ input, rest }, context) {
    const inputs = rest === undefined ? [input] : [input, { kind: 'text', text: rest } as const];
    const silent = { phrase: 'passed-on', question: ELSE } as const;
    return talkToBot(context, inputs, { people: 'aside', silent, late: 'promised' });
  },
  'start-over': (_action, context) => startOver(context),
  check: (_action, context) =>
    talkToBot(context, [], { people: 'aside', silent: { phrase: 'nothing-new', question: ELSE }, late: 'promised' }),
  'go-on': (_action, context) =>
    readInbox(context, { people: 'aside', silent: { phrase: 'all-right', question: ELSE }, rest: 'read' }),
  'go-ahead': (_action, context) =>
    readInbox(context, { people: 'aside', silent: { phrase: 'go-ahead', question: 'what' } }),
  'unread-messages': (_action, context) =>
    readInbox(context, { people: 'announced', silent: { phrase: 'no-unread', question: ELSE } }),
  'next-message': (_action, context) => readInbox(context, { people: 'singly', silent: noneLeft(context.before) }),
  'skip-message': (_action, context) =>
    readInbox(context, { people: 'singly', skip: 1, silent: noneLeft(context.before) }),
  'ask-reply': said((before) =>
    answerPhrase({ ...before, offer: undefined, inputRequest: undefined }, 'ask-reply', 'reply'),
  ),
  'ask-delete': (action, context) => {
    const { messages } = unreadMessages(context.before, context.document.unread);
    if (messages.some(({ from }) => from.kind !== 'bot')) return askDelete(action, context);
    return readInbox(context, { people: 'singly', silent: noneLeft(context.before) });
  },
  'delete-all': (_action, context) => deleteAll(context),
  'ask-forget': said((before) => answerPhrase(before, 'forget-me', 'forget-me')),
  forget: (_action, context) => forget(context),
  'notify-on': (_action, context) => setNotifications(context, true),
  'notify-off': (_action, context) => setNotifications(context, false),
  'skip-rest': said((before, _action, { voice }) => answerSkip(before, voice)),
  'more-options': said((before, { offer }) => answerOptions(before, offer)),
  'list-options': said((before, { offer }) => answerList(before, offer)),
  'ask-which': said((before, { offer, indexes }) => answerWhich(before, offer, indexes)),
  'ask-whether': said((before, { offer, index }) => answerWhether(before, offer, index)),
  repeat: said((before, _action, { voice }) => answerRepeat(before, voice)),
  wait: said((before, _action, { voice }) => answerWait(before, voice)),
  help: said((before, _action, { voice, document }) =>
    answerHelp(before, voice, unreadMessages(before, document.unread).messages.length > 0),
  ),
  'out-of-range': said((before, _action, { voice }) => answerPending(before, 'out-of-range', voice)),
  'several-numbers': said((before, _action, { voice }) => answerPending(before, 'one-number', voice)),
  'no-match': said((before, _action, { voice }) => answerNoMatch(before, voice)),
  'all-right': said((before) => answerPhrase(before, 'all-right', ELSE)),
  'nothing-else': (action, context) => {
    const { messages } = unreadMessages(context.before, context.document.unread);
    const waits = messages.some(({ from }) => from.kind === 'bot');
    if (!waits) return leave(action, context);
    return readInbox(context, { people: 'aside', silent: { phrase: 'all-right', question: ELSE } });
  },
  goodbye: said((before, _action, context) => {
    const words = queued(before.outbox).filter(({ input }) => input.kind !== 'start');
    return goodbye(takeBack(before), context, words.length > 0 ? ['not-passed-on'] : []);
  }),
};

/** Behind the last of the messages: who has a person's can still reply to it. */
function noneLeft({ withPerson }: Conversation): Remark {
  return { phrase: 'no-unread', question: withPerson ? 'answer-person' : ELSE };
}

const askDelete = said((before) => answerPhrase(before, 'all-right', 'delete-all'));
const leave = said((before, _action, context) => goodbye(before, context));

/** Ends the session, with a word on what waits. */
function goodbye(before: Conversation, { document, voice }: TurnContext, remarks: readonly Phrase[] = []): Answer {
  const { messages } = unreadMessages(before, document.unread);
  const senders = messages.map(({ from }) => from);
  const more = document.unread.length >= READ_AT_ONCE;
  const waiting = senders.length > 0 ? voice.introduce({ kind: 'unread', senders, more }) : undefined;
  return answerGoodbye(before, remarks, waiting);
}

/** Carries out what the user meant. */
export function perform<Kind extends Action['kind']>(
  action: ActionOf<Kind> & { readonly kind: Kind },
  context: TurnContext,
): Promise<TurnResult> {
  const handler: Handler<Kind> = HANDLERS[action.kind];
  return handler(action, context);
}

/** The handler of what only concerns what was said already: its answer is made of the newest document alone. */
function said<Kind extends Action['kind']>(
  answer: (newest: Conversation, action: ActionOf<Kind>, context: TurnContext) => Answer,
): Handler<Kind> {
  return async (action, context) => ({
    reply: await saveAnswer(context, (newest) => answer(newest, action, context)),
  });
}
