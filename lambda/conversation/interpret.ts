import type { Action, UserInput } from './action';
import type { QuestionKind, Rating } from './answers/decision';
import { isWithin } from './answers/rating';
import { isChoice, leavingChoice } from './choices';
import { botQuestionOf, botTextsOf, chosenBy, pick } from './choosing';
import type { Conversation } from './conversation';
import type { InputRequest } from './message';
import { answerTo, isOnlyChoice, isOursAlone, KINDS, questionOf, YES } from './our-questions';
import type { Command, Voice } from './ports/voice';
import type { Question } from './reply';

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
        (offer &&
          (isChoice(offer) || conversation.asked === 'bot') &&
          pick(offer, leavingChoice(offer, botTextsOf(conversation), voice))) || {
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
      return offer && asked === 'choices'
        ? { kind: 'more-options', offer, understood: { rule: 'command', answer: 'listed' } }
        : undefined;
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
