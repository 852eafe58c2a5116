import type { Action, UserInput } from './action';
import type { Conversation } from './conversation';
import type { Unmatched } from './ports/usage-store';
import type { Question } from './reply';

/** Where an answer is one to the options. Behind any other question words may begin something new. */
const OPTIONS_OPEN: ReadonlySet<Question | undefined> = new Set(['choices', 'confirm-choice', 'bot']);
/** What is longer tells a story, and no more of what was meant. */
const LONGEST = 200;
const LONGEST_LABEL = 80;
const MOST_LABELS = 20;

/**
 * What was said where options were open and none of them was picked: it goes to the bot as it is, or is asked about.
 * Nothing where the bot asks for something beside them, a name or a code: that is no answer to the options, and nobody's
 * business.
 */
export function unmatchedIn(input: UserInput, { asked, offer, inputRequest }: Conversation, action: Action) {
  if (input.kind !== 'words' || !offer || offer.isNamed || inputRequest || !OPTIONS_OPEN.has(asked)) return undefined;
  const outcome = outcomeOf(action, input.text);
  if (!outcome) return undefined;
  const unmatched: Unmatched = {
    said: input.text.slice(0, LONGEST),
    offered: offer.labels.slice(0, MOST_LABELS).map((label) => label.slice(0, LONGEST_LABEL)),
    outcome,
  };
  return unmatched;
}

function outcomeOf(action: Action, said: string): Unmatched['outcome'] | undefined {
  if (action.kind === 'ask-which' || action.kind === 'ask-whether') return 'asked';
  // Digits that were put together are a code, not what was said.
  return action.kind === 'send' && !action.understood && action.input.kind === 'text' && action.input.text === said
    ? 'sent'
    : undefined;
}
