import type { QuestionKind } from './answers/decision';
import { narrowed, offered } from './choices';
import type { Conversation, Offer } from './conversation';
import type { PlatformInput } from './ports/platform';
import type { Command, Voice } from './ports/voice';
import type { Question } from './reply';

/** What reached us from the user. Built-in intents come as commands, without the words that were said. */
export type UserInput =
  | { readonly kind: 'launch' }
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly command: Exclude<Command, 'more-options' | 'check' | 'skip' | 'delete-all' | 'reply'>;
    }
  /** Something was said that Alexa could not put into words for us. */
  | { readonly kind: 'no-match' };

/** What a turn is to do. */
export type Action =
  | { readonly kind: 'welcome' }
  | {
      readonly kind: 'send';
      readonly input: PlatformInput;
      /** What was said beyond the option: for the bot once it has answered that. */
      readonly rest?: PlatformInput;
    }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'check' }
  /** The messages that wait: to begin with them, to read the next, to leave the next out. */
  | { readonly kind: 'unread-messages' | 'next-message' | 'skip-message' }
  | { readonly kind: 'ask-delete' | 'delete-all' | 'ask-reply' }
  | { readonly kind: 'notify-on' | 'notify-off' }
  | { readonly kind: 'ask-forget' | 'forget' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'skip-rest' }
  | { readonly kind: 'all-right' }
  | { readonly kind: 'more-options'; readonly offer: Offer }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'help' }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'go-ahead' }
  | { readonly kind: 'goodbye' };

/**
 * What the user means, given the question that is open. A yes or no to a question of ours comes first, then offered
 * choices, then our commands, then the bot.
 */
export function interpret(input: UserInput, conversation: Conversation, voice: Voice): Action {
  switch (input.kind) {
    case 'launch':
      return { kind: 'welcome' };
    case 'no-match':
      return { kind: 'no-match' };
    case 'command': {
      const word = voice.word(input.command);
      return (
        answerToOurs(input.command, conversation) ??
        // "Stop" ends, whatever was offered.
        (input.command === 'goodbye' ? undefined : answerToOffer(word, true, conversation, voice)) ??
        obey(input.command, conversation) ??
        sendWords(word, conversation, voice)
      );
    }
    case 'words': {
      const command = commandOf(input.text, conversation, voice);
      return (
        (command && answerToOurs(command, conversation)) ??
        answerToOffer(input.text, command !== undefined, conversation, voice) ??
        (command && obey(command, conversation)) ??
        sendWords(input.text, conversation, voice)
      );
    }
  }
}

/** How a yes or no to our own questions is read. The bot's question is for the bot. */
const KINDS: Partial<Record<Question, QuestionKind>> = {
  'go-on': 'go-on',
  check: 'offer',
  'next-message': 'go-on',
  'answer-person': 'offer',
  'delete-all': 'delete',
  'forget-me': 'delete',
  'anything-else': 'anything-else',
};

/** The command that the whole utterance is, or the yes or no to our question. */
function commandOf(said: string, { asked }: Conversation, voice: Voice): Command | undefined {
  const kind = asked && KINDS[asked];
  return voice.command(said) ?? (kind && voice.answers.yesNo(said, kind));
}

/**
 * What an answer to offered options makes of the turn; `undefined` where it is none. A command of ours that names no option
 * is none.
 */
function answerToOffer(said: string, isCommand: boolean, conversation: Conversation, voice: Voice): Action | undefined {
  const { offer } = conversation;
  if (!offer) return undefined;
  const decision = voice.answers.decide(offered(offer, conversation), said);
  switch (decision.kind) {
    case 'choose': {
      const choice = offer.choices[decision.index];
      const { rest: text } = decision;
      const rest = text === undefined ? {} : { rest: { kind: 'text', text } as const };
      return choice && { kind: 'send', input: { kind: 'choice', choice }, ...rest };
    }
    case 'which':
      return { kind: 'more-options', offer: narrowed(offer, decision.indexes) };
    case 'confirm':
      return { kind: 'more-options', offer: narrowed(offer, [decision.index]) };
    case 'list':
      return isCommand ? undefined : { kind: 'repeat' };
    case 'more':
      return isCommand || conversation.asked !== 'choices' ? undefined : { kind: 'more-options', offer };
    case 'none':
    case 'all':
    case 'words':
      return undefined;
  }
}

/** What "yes" means where the question is ours. */
const YES: Partial<Record<Question, Action>> = {
  'go-on': { kind: 'go-on' },
  check: { kind: 'check' },
  'next-message': { kind: 'next-message' },
  'answer-person': { kind: 'ask-reply' },
  'delete-all': { kind: 'delete-all' },
  'forget-me': { kind: 'forget' },
  'anything-else': { kind: 'go-ahead' },
  what: { kind: 'go-ahead' },
};

const NO: Partial<Record<Question, Action>> = {
  'go-on': { kind: 'skip-rest' },
  check: { kind: 'all-right' },
  'next-message': { kind: 'all-right' },
  'answer-person': { kind: 'all-right' },
  'delete-all': { kind: 'all-right' },
  'forget-me': { kind: 'all-right' },
  'anything-else': { kind: 'goodbye' },
  what: { kind: 'goodbye' },
};

/** Questions of ours that a yes or no answers, whatever choices wait behind them. */
const OURS_ALONE: ReadonlySet<Question | undefined> = new Set([
  'go-on',
  'check',
  'next-message',
  'answer-person',
  'delete-all',
  'forget-me',
]);

function answerToOurs(command: Command, { asked }: Conversation): Action | undefined {
  if (!asked || !OURS_ALONE.has(asked)) return undefined;
  return command === 'yes' ? YES[asked] : command === 'no' ? NO[asked] : undefined;
}

/** Where the user is being read messages, or asked about them. */
const READING: ReadonlySet<Question | undefined> = new Set(['next-message', 'answer-person']);

/** What a reply that tells of a person in a conversation may end with. */
const TO_PERSON: ReadonlySet<Question | undefined> = new Set(['anything-else', 'bot']);

/** The action of a command, or `undefined` where the words are for the bot: its question is open, or ours is another. */
function obey(command: Command, conversation: Conversation): Action | undefined {
  const { asked, offer, outbox, withPerson } = conversation;
  switch (command) {
    case 'yes':
      return asked && YES[asked];
    case 'no':
      return asked && NO[asked];
    case 'check':
      return asked === 'check' || outbox.length > 0 ? { kind: 'check' } : undefined;
    case 'more-options':
      return offer && asked === 'choices' ? { kind: 'more-options', offer } : undefined;
    case 'next':
      return asked === 'next-message' || asked === 'go-on' ? YES[asked] : undefined;
    case 'skip':
      return asked === 'next-message' ? { kind: 'skip-message' } : undefined;
    case 'delete-all':
      return READING.has(asked) ? { kind: 'ask-delete' } : undefined;
    case 'reply':
      return READING.has(asked) || (withPerson && TO_PERSON.has(asked)) ? { kind: 'ask-reply' } : undefined;
    case 'forget-me':
      return { kind: 'ask-forget' };
    case 'unread-messages':
    case 'notify-on':
    case 'notify-off':
    case 'repeat':
    case 'start-over':
    case 'help':
    case 'goodbye':
      return { kind: command };
  }
}

function sendWords(text: string, { inputRequest }: Conversation, voice: Voice): Action {
  if (!inputRequest) return { kind: 'send', input: { kind: 'text', text } };
  const number = inputRequest.kind === 'number' ? voice.number(text) : undefined;
  return { kind: 'send', input: { kind: 'answer', inputRequest, text, ...(number !== undefined && { number }) } };
}
