/** The permission to send notifications, as the manifest, the consent card and the skill events name it. */
export const NOTIFICATIONS = 'alexa::devices:all:notifications:write';

/** The one kind of Proactive Event that is sent: "You have two new messages from …". */
export const MESSAGE_ALERT = 'AMAZON.MessageAlert.Activated';
