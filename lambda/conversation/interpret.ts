import { cancelChoice, matchChoice, matchCommand } from './choices';
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
      readonly command: Exclude<Command, 'more-options' | 'check' | 'skip' | 'delete-all' | 'reply' | 'wait'>;
    }
  /** "Cancel", without the words that were said: it ends the session, save where it is what the bot offers. */
  | { readonly kind: 'cancel' }
  /** Something was said that Alexa could not put into words for us. */
  | { readonly kind: 'no-match' };

/** What a turn is to do. */
export type Action =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'send'; readonly input: PlatformInput }
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
  /** The user needs a moment before the open question is asked again. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'help' }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'go-ahead' }
  /** "No" to what we asked where the bot had asked nothing. */
  | { readonly kind: 'nothing-else' }
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
    case 'cancel': {
      const choice = conversation.offer && cancelChoice(conversation.offer, voice);
      return choice ? { kind: 'send', input: { kind: 'choice', choice } } : { kind: 'goodbye' };
    }
    case 'command': {
      // Stop and Home end the session, whatever an option is called.
      if (input.command === 'goodbye') return { kind: 'goodbye' };
      const ours = answerToOurs(input.command, conversation);
      if (ours) return ours;
      const choice = conversation.offer && matchCommand(input.command, conversation.offer, voice);
      if (choice) return { kind: 'send', input: { kind: 'choice', choice } };
      const word = voice.word(input.command);
      return obey(input.command, conversation) ?? sendWords(word, conversation, voice);
    }
    case 'words': {
      const said = voice.command(input.text);
      const ours = said && answerToOurs(said, conversation);
      if (ours) return ours;
      const choice = conversation.offer && matchChoice(input.text, conversation.offer, voice);
      if (choice) return { kind: 'send', input: { kind: 'choice', choice } };
      return (said && obey(said, conversation)) ?? sendWords(input.text, conversation, voice);
    }
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
  'anything-else': { kind: 'nothing-else' },
  what: { kind: 'nothing-else' },
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
    case 'wait':
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
