import { type Answer, answerPending, ended } from './answer';
import type { Conversation } from './conversation';
import type { Voice } from './ports/voice';
import type { Phrase } from './reply';

/** With so many failures in a row the session ends: who goes on would only hear the same again. */
const MOST_FAILURES = 3;

/** Nothing was made out of what was said: the open question again. */
export function answerNoMatch(before: Conversation, voice: Voice): Answer {
  const times = failuresOf(before);
  if (times >= MOST_FAILURES) return ended(before, [{ phrase: 'give-up' }]);
  const { reply, conversation } = answerPending(before, times > 1 ? 'no-match-again' : 'no-match', voice);
  return { reply, conversation: { ...conversation, failed: { turn: conversation.turns, times } } };
}

/** Failures in a row, with this one. */
function failuresOf({ failed, turns }: Conversation): number {
  return failed?.turn === turns ? failed.times + 1 : 1;
}

/**
 * Says what went wrong. What the bot had asked is asked again, so that the user can simply say it again; a question of ours
 * is not: "yes" must not answer what was asked before. The third failure in a row ends the session.
 */
export function answerApology(before: Conversation, phrase: Phrase, voice: Voice): Answer {
  const isFailure = phrase.startsWith('error.');
  const times = failuresOf(before);
  if (isFailure && times >= MOST_FAILURES) return ended(before, [{ phrase: 'give-up-error' }]);
  const isOpen = before.asked === 'bot' || before.asked === 'choices';
  const { reply, conversation } = answerPending(isOpen ? before : { ...before, asked: undefined }, phrase, voice);
  return {
    reply,
    conversation: { ...conversation, ...(isFailure && { failed: { turn: conversation.turns, times } }) },
  };
}
