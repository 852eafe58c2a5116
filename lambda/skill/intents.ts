import type { ModelCommand } from '../languages/wording';

/** The intent of which the skill elicits the slot for free speech (AMAZON.SearchQuery). */
export const CHAT_INTENT = 'ChatIntent';
export const QUERY_SLOT = 'query';

/**
 * The intent for a subject that was named without a sentence around it, and its slot of a type of our own. A business's own
 * topics have an intent each, whose name ends so.
 */
export const TOPIC_INTENT = 'TopicIntent';
export const TOPIC_SLOT = 'topic';
export const TOPIC_TYPE = 'TopicType';

/** The intent for what the bot offers. */
export const CHOICE_INTENT = 'ChoiceIntent';

/** Whether all that an intent has to say stands in its one slot. */
export function isSubject(intentName: string): boolean {
  return intentName.endsWith(TOPIC_INTENT) || intentName === CHOICE_INTENT;
}

/** Our own intents without a slot, by what they stand for, which may as well arrive as words in a slot. */
export const COMMAND_INTENTS = {
  'unread-messages': 'NewMessagesIntent',
  'notify-on': 'NotificationsOnIntent',
  'notify-off': 'NotificationsOffIntent',
  'forget-me': 'ForgetMeIntent',
} as const satisfies Record<ModelCommand, string>;
