import { type Answer, answerPending } from './answer';
import { isChoice } from './choices';
import type { Conversation } from './conversation';
import type { Voice } from './ports/voice';
import type { Phrase } from './reply';

/** What works here and now, then the open question again. @param unread there are new messages */
export function answerHelp(before: Conversation, voice: Voice, unread: boolean): Answer {
  const { asked, offer, said } = before;
  const phrases: readonly Phrase[] = [
    'help',
    ...(asked === 'choices' && isChoice(offer) ? (['help-choices'] as const) : []),
    ...(said.length > 0 ? (['help-again'] as const) : []),
    ...(unread ? (['help-unread'] as const) : []),
    'help-leave',
  ];
  return answerPending(before, phrases, voice);
}
