import { type Answer, answerPending } from './answer';
import type { Conversation } from './conversation';
import type { Voice } from './ports/voice';
import type { Phrase } from './reply';

/** What works here and now, then the open question again. @param unread there are new messages */
export function answerHelp(before: Conversation, voice: Voice, unread: boolean): Answer {
  const { said } = before;
  const phrases: readonly Phrase[] = [
    helpWith(before),
    ...(said.length > 0 ? (['help-again'] as const) : []),
    ...(unread ? (['help-unread'] as const) : []),
    'help-leave',
  ];
  return answerPending(before, phrases, voice);
}

/** How the open question is answered; where nothing is open, what there is to ask. */
function helpWith({ asked, offer }: Conversation): Phrase {
  if (asked === 'choices' && offer?.isYesNo) return 'help-yes-no';
  if (asked === 'choices') return 'help-choices';
  if (asked === 'go-on') return 'help-go-on';
  return asked === 'bot' ? 'help-answer' : 'help';
}
