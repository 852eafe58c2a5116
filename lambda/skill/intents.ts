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

/** Our own intents without a slot. What they stand for may as well arrive as words in a slot. */
export const NEW_MESSAGES_INTENT = 'NewMessagesIntent';
export const NOTIFICATIONS_ON_INTENT = 'NotificationsOnIntent';
export const NOTIFICATIONS_OFF_INTENT = 'NotificationsOffIntent';
export const FORGET_ME_INTENT = 'ForgetMeIntent';
