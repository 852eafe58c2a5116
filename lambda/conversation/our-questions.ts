import type { Action } from './action';
import type { QuestionKind } from './answers/decision';
import { pick } from './choosing';
import type { Conversation } from './conversation';
import type { Voice } from './ports/voice';
import type { Question } from './reply';

/** What "yes" means where the question is ours. */
export const YES: Partial<Record<Question, Action>> = {
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
export function isOnlyChoice({ asked, offer }: Pick<Conversation, 'asked' | 'offer'>): boolean {
  return asked === 'choices' && offer?.choices.length === 1;
}

/** How a yes or no to a question of ours sounds: agreeing to delete takes more than agreeing to go on. */
export const KINDS: Partial<Record<Question, QuestionKind>> = {
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
export function questionOf(conversation: Conversation, voice: Voice): string | undefined {
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

export function isOursAlone({ asked }: Conversation): boolean {
  return OURS_ALONE.has(asked);
}

export function answerTo(answer: 'yes' | 'no', { asked, offer, guess }: Conversation): Action | undefined {
  if (asked === 'confirm-choice' && offer) {
    return answer === 'yes'
      ? pick(offer, guess, { understood: { rule: 'sound', answer: 'confirmed' } })
      : { kind: 'list-options', offer, understood: { rule: 'yes-no', answer: 'listed' } };
  }
  if (offer && isOnlyChoice({ asked, offer }))
    return answer === 'yes' ? pick(offer, 0, { understood: { rule: 'yes-no', answer: 'picked' } }) : undefined;
  return asked && (answer === 'yes' ? YES : NO)[asked];
}
