import type { Decision, QuestionKind, Rating, Rule } from './answers/decision';
import { isWithin } from './answers/rating';
import { cancelChoice, inputOf, inputOfSeveral, isChoice } from './choices';
import type { Conversation, Offer } from './conversation';
import type { InputRequest } from './message';
import type { PlatformInput } from './ports/platform';
import type { Command, Voice } from './ports/voice';
import type { Question } from './reply';
import { decideTie } from './tie';

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

/** How an answer to what was offered was understood, for logs and metrics: the rule, and how sure it was (0 to 1). */
export interface Understood {
  readonly rule: Rule;
  readonly confidence: number;
}

/** What a turn is to do. */
export type Action =
  | { readonly kind: 'welcome' }
  /** `rest`: what the words add to the option that was picked, to be said once the bot has answered that. */
  | { readonly kind: 'send'; readonly input: PlatformInput; readonly rest?: string; readonly understood?: Understood }
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
  | { readonly kind: 'more-options' | 'list-options'; readonly offer: Offer }
  /** Several options fit what was said alike. */
  | { readonly kind: 'ask-which'; readonly offer: Offer; readonly indexes: readonly number[] }
  /** What was said sounds like an option. */
  | { readonly kind: 'ask-whether'; readonly offer: Offer; readonly index: number }
  | { readonly kind: 'repeat' }
  /** The number is none of those that were asked for. */
  | { readonly kind: 'out-of-range' }
  /** Different numbers were said where one was asked for. */
  | { readonly kind: 'several-numbers' }
  /** The user needs a moment before the open question is asked again. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'help' }
  | { readonly kind: 'no-match' }
  | { readonly kind: 'go-ahead' }
  /** "No" to what we asked where the bot had asked nothing. */
  | { readonly kind: 'nothing-else' }
  | { readonly kind: 'goodbye' };

/**
 * What the user means, given the question that is open. A yes or no to a question of ours comes first, then what is
 * offered, then our commands, then the bot.
 */
export function interpret(input: UserInput, conversation: Conversation, voice: Voice): Action {
  const { offer } = conversation;
  switch (input.kind) {
    case 'launch':
      return { kind: 'welcome' };
    case 'no-match':
      return { kind: 'no-match' };
    case 'cancel':
      // A word for leaving at the foot of a text, "Type CANCEL to end", leaves the session as well.
      return (
        (offer && (isChoice(offer) || conversation.asked === 'bot') && pick(offer, cancelChoice(offer, voice))) || {
          kind: 'goodbye',
        }
      );
    case 'command': {
      // Stop and Home end the session, whatever an option is called.
      if (input.command === 'goodbye') return { kind: 'goodbye' };
      const word = voice.word(input.command);
      const ours =
        input.command === 'yes' || input.command === 'no' ? answerTo(input.command, conversation) : undefined;
      const chosen = offer && chosenBy(word, conversation, offer, voice, input.command);
      const action = chosen?.kind === 'send' ? chosen : undefined;
      return (
        (isOursAlone(conversation) ? (ours ?? action) : (action ?? ours)) ??
        obey(input.command, conversation) ??
        sendWords(word, conversation, voice)
      );
    }
    case 'words':
      return interpretWords(input.text, conversation, voice);
  }
}

function interpretWords(text: string, conversation: Conversation, voice: Voice): Action {
  const { offer, asked } = conversation;
  const kind = isOnlyChoice(conversation) ? 'offer' : asked && KINDS[asked];
  const said = voice.command(text);
  // "No, wait" is no answer yet.
  const answer = kind && said !== 'wait' ? answerIn(text, kind, said, conversation, voice) : undefined;
  const ours = answer && answerTo(answer, conversation);
  if (ours && isOursAlone(conversation)) return ours;
  const chosen = offer && chosenBy(text, conversation, offer, voice, said);
  return chosen ?? ours ?? (said && obey(said, conversation)) ?? sendWords(text, conversation, voice);
}

function answerIn(
  text: string,
  kind: QuestionKind,
  said: Command | undefined,
  conversation: Conversation,
  voice: Voice,
): 'yes' | 'no' | undefined {
  const { yesNo } = voice.answers;
  // "No, that's it" wants nothing looked for.
  const isNoMore = LOOKS.has(conversation.asked) && said !== 'goodbye' && yesNo(text, 'anything-else') === 'no';
  const answer = isNoMore ? 'no' : yesNo(text, kind, questionOf(conversation, voice));
  // "I'm done" agrees to nothing.
  return said === 'goodbye' && answer === 'yes' ? undefined : answer;
}

/** Where we ask whether to look for an answer. */
const LOOKS: ReadonlySet<Question | undefined> = new Set(['check', 'person']);

/** What "yes" means where the question is ours. */
const YES: Partial<Record<Question, Action>> = {
  'go-on': { kind: 'go-on' },
  check: { kind: 'check' },
  person: { kind: 'check' },
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
  person: { kind: 'nothing-else' },
  'next-message': { kind: 'all-right' },
  'answer-person': { kind: 'all-right' },
  'delete-all': { kind: 'all-right' },
  'forget-me': { kind: 'all-right' },
  'anything-else': { kind: 'nothing-else' },
  what: { kind: 'nothing-else' },
};

/** Whether there is one choice only: who says yes takes it. */
function isOnlyChoice({ asked, offer }: Pick<Conversation, 'asked' | 'offer'>): boolean {
  return asked === 'choices' && offer?.choices.length === 1;
}

/** How a yes or no to a question of ours sounds: agreeing to delete takes more than agreeing to go on. */
const KINDS: Partial<Record<Question, QuestionKind>> = {
  'go-on': 'go-on',
  check: 'confirmation',
  person: 'confirmation',
  'next-message': 'go-on',
  'answer-person': 'offer',
  'delete-all': 'delete',
  'forget-me': 'delete',
  'confirm-choice': 'confirmation',
  'anything-else': 'anything-else',
  what: 'anything-else',
};

/** A question of ours whose words an answer may repeat: "check again please". "Something else" is no yes to "Anything else?". */
function questionOf(conversation: Conversation, voice: Voice): string | undefined {
  const { asked, offer, guess } = conversation;
  if (!asked || asked === 'bot' || !isOursAlone(conversation)) return undefined;
  return voice.question(asked, guess === undefined ? undefined : offer?.labels[guess]);
}

/** Questions of ours that a yes or no answers, whatever choices wait behind them. */
const OURS_ALONE: ReadonlySet<Question | undefined> = new Set([
  'go-on',
  'check',
  'person',
  'next-message',
  'answer-person',
  'delete-all',
  'forget-me',
  'confirm-choice',
]);

function isOursAlone({ asked }: Conversation): boolean {
  return OURS_ALONE.has(asked);
}

function answerTo(answer: 'yes' | 'no', { asked, offer, guess }: Conversation): Action | undefined {
  if (asked === 'confirm-choice' && offer) {
    return answer === 'yes' ? pick(offer, guess) : { kind: 'list-options', offer };
  }
  if (offer && isOnlyChoice({ asked, offer })) return answer === 'yes' ? pick(offer, 0) : undefined;
  return asked && (answer === 'yes' ? YES : NO)[asked];
}

/**
 * What the words mean for what is offered; `undefined` where they are for somebody else.
 *
 * @param command what they would be as a command of ours: no mishearing of an option then, nor what only its data call it
 */
function chosenBy(
  text: string,
  conversation: Conversation,
  offer: Offer,
  voice: Voice,
  command?: Command,
): Action | undefined {
  const question = botQuestionOf(conversation);
  const decision = offer.isTie
    ? decideTie(offer, question, text, voice.answers)
    : voice.answers.decide({ ...offer, question }, text);
  if (offer.isNamed) return namedBy(decision, offer);
  switch (decision.kind) {
    case 'choose': {
      const { index, rest, rule, confidence } = decision;
      if (command && (rule === 'sound' || (rule === 'synonym' && !isAnswer(command)))) return undefined;
      // A cry for help is not the option that holds one ("Toothache… help!"), nor is "stop" Stop deliveries.
      if ((command === 'help' || command === 'goodbye') && rule === 'part') return undefined;
      return pick(offer, index, { rest, understood: { rule, confidence } });
    }
    case 'which': {
      const both = decision.isJoined ? inputOfSeveral(offer, decision.indexes) : undefined;
      return both ? { kind: 'send', input: both } : { kind: 'ask-which', offer, indexes: decision.indexes };
    }
    case 'confirm':
      return command ? undefined : { kind: 'ask-whether', offer, index: decision.index };
    case 'list':
      return command ? undefined : { kind: 'list-options', offer };
    case 'more':
      return command ? undefined : { kind: 'more-options', offer };
    case 'all': {
      const asked = offer.isTie ? offer.choices.slice(offer.from, offer.to) : offer.choices;
      const all = inputOfSeveral(
        offer,
        asked.map((_choice, index) => index),
      );
      return all && { kind: 'send', input: all };
    }
    // Who wants none of them tells the bot so: it alone knows what else there is.
    case 'none':
    case 'words':
      return undefined;
  }
}

/** Of words that the bot asks for by name, the one that the whole answer is, or a yes or no that it asks for. */
function namedBy(decision: Decision, offer: Offer): Action | undefined {
  if (decision.kind !== 'choose' || decision.rule === 'sound') return undefined;
  const { index, rest, rule, confidence } = decision;
  const isWhole = rest === undefined || rule === 'yes-no';
  return isWhole ? pick(offer, index, { rest, understood: { rule, confidence } }) : undefined;
}

function isAnswer(command: Command): boolean {
  return command === 'yes' || command === 'no';
}

/** What the bot said last, which its question ends. */
function botQuestionOf({ said, asking }: Conversation): string | undefined {
  return said.flatMap((part) => ('text' in part ? [part.text] : [])).at(-1) ?? asking;
}

/** Puts an option to the bot, as it wants to be told. */
function pick(
  offer: Offer,
  index: number | undefined,
  { rest, understood }: { readonly rest?: string; readonly understood?: Understood } = {},
): Action | undefined {
  const input = index === undefined ? undefined : inputOf(offer, index);
  return input && { kind: 'send', input, ...(rest !== undefined && { rest }), ...(understood && { understood }) };
}

/** Where the user is being read messages, or asked about them. */
const READING: ReadonlySet<Question | undefined> = new Set(['next-message', 'answer-person']);

/** Whether the last reply read a message of those that wait: "next" is for us then, although none is left. */
function isReading({ asked, readAt, turns }: Conversation): boolean {
  return READING.has(asked) || readAt === turns;
}

/** What a reply that tells of a person in a conversation may end with. */
const TO_PERSON: ReadonlySet<Question | undefined> = new Set(['anything-else', 'person', 'bot']);

/** The action of a command, or `undefined` where the words are for the bot: its question is open, or ours is another. */
function obey(command: Command, conversation: Conversation): Action | undefined {
  const { asked, offer, outbox, withPerson } = conversation;
  switch (command) {
    case 'yes':
    case 'no':
      return answerTo(command, conversation);
    case 'check':
      return asked === 'check' || asked === 'person' || outbox.length > 0 ? { kind: 'check' } : undefined;
    case 'more-options':
      return offer && asked === 'choices' ? { kind: 'more-options', offer } : undefined;
    case 'next':
      if (asked === 'go-on') return YES[asked];
      return isReading(conversation) ? { kind: 'next-message' } : undefined;
    case 'skip':
      return isReading(conversation) ? { kind: 'skip-message' } : undefined;
    case 'delete-all':
      return isReading(conversation) ? { kind: 'ask-delete' } : undefined;
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

function sendWords(said: string, conversation: Conversation, voice: Voice): Action {
  const { inputRequest } = conversation;
  // A bot that asks for a code reads digits.
  const text = voice.answers.code(said, botQuestionOf(conversation)) ?? said;
  if (!inputRequest) return { kind: 'send', input: { kind: 'text', text } };
  const number = inputRequest.kind === 'number' ? numberIn(said, inputRequest, voice) : undefined;
  if (number === 'several') return { kind: 'several-numbers' };
  if (number !== undefined && !isWithin(number, inputRequest)) return { kind: 'out-of-range' };
  return { kind: 'send', input: { kind: 'answer', inputRequest, text, ...(number !== undefined && { number }) } };
}

/** The number that was asked for: all that is said, or what it comes to. */
function numberIn(said: string, range: InputRequest, voice: Voice): Rating | undefined {
  return voice.number(said) ?? voice.answers.rating(said, range);
}
