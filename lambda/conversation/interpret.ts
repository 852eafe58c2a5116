import type { PlatformInput } from '../platforms/platform';
import { matchChoice, matchCommand } from './choices';
import type { Conversation, Offer } from './conversation';
import type { Command, Voice } from './voice';

/** What reached us from the user. Built-in intents come as commands, without the words that were said. */
export type UserInput =
  | { readonly kind: 'launch' }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'command'; readonly command: Exclude<Command, 'more-options' | 'check'> }
  /** Something was said that Alexa could not put into words for us. */
  | { readonly kind: 'unheard' };

/** What a turn is to do. */
export type Action =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'send'; readonly input: PlatformInput }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'check' }
  | { readonly kind: 'go-on' }
  | { readonly kind: 'skip-rest' }
  | { readonly kind: 'all-right' }
  | { readonly kind: 'more-options'; readonly offer: Offer }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'help' }
  | { readonly kind: 'unheard' }
  | { readonly kind: 'go-ahead' }
  | { readonly kind: 'goodbye' };

/** What the user means, given the question that is open. Offered choices come first, then our commands, then the bot. */
export function interpret(input: UserInput, conversation: Conversation, voice: Voice, locale: string): Action {
  switch (input.kind) {
    case 'launch':
      return { kind: 'welcome' };
    case 'unheard':
      return { kind: 'unheard' };
    case 'command': {
      const choice = conversation.offer && matchCommand(input.command, conversation.offer, voice, locale);
      if (choice) return { kind: 'send', input: { kind: 'choice', choice } };
      const word = voice.word(input.command === 'no' ? 'no' : 'yes', locale);
      return obey(input.command, conversation) ?? sendWords(word, conversation, voice, locale);
    }
    case 'words': {
      const choice = conversation.offer && matchChoice(input.text, conversation.offer, voice, locale);
      if (choice) return { kind: 'send', input: { kind: 'choice', choice } };
      const command = voice.command(input.text, locale);
      return (command && obey(command, conversation)) ?? sendWords(input.text, conversation, voice, locale);
    }
  }
}

/** The action of a command, or `undefined` where the open question is the bot's, so that the words are for the bot. */
function obey(command: Command, { asked, offer, unanswered, held }: Conversation): Action | undefined {
  switch (command) {
    case 'yes':
      if (asked === 'go-on') return { kind: 'go-on' };
      if (asked === 'check') return { kind: 'check' };
      return asked === 'anything-else' || asked === 'what' ? { kind: 'go-ahead' } : undefined;
    case 'no':
      if (asked === 'go-on') return { kind: 'skip-rest' };
      if (asked === 'check') return { kind: 'all-right' };
      return asked === 'anything-else' || asked === 'what' ? { kind: 'goodbye' } : undefined;
    case 'check':
      return asked === 'check' || unanswered || held ? { kind: 'check' } : undefined;
    case 'more-options':
      return offer && asked === 'choices' ? { kind: 'more-options', offer } : undefined;
    default:
      return { kind: command };
  }
}

function sendWords(text: string, { prompt }: Conversation, voice: Voice, locale: string): Action {
  if (!prompt) return { kind: 'send', input: { kind: 'text', text } };
  const number = prompt.kind === 'number' ? voice.number(text, locale) : undefined;
  return { kind: 'send', input: { kind: 'answer', prompt, text, ...(number !== undefined && { number }) } };
}
