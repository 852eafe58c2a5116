import type { IntentRequest, Request } from 'ask-sdk-model';
import type { UserInput } from '../conversation/interpret';

/** The intent that carries free speech, and its one slot (AMAZON.SearchQuery). The interaction model names them too. */
export const CHAT_INTENT = 'ChatIntent';
export const QUERY_SLOT = 'query';

/** Our own intents without a slot. What they stand for may as well arrive as words in the slot. */
export const NEW_MESSAGES_INTENT = 'NewMessagesIntent';
export const NOTIFICATIONS_ON_INTENT = 'NotificationsOnIntent';
export const NOTIFICATIONS_OFF_INTENT = 'NotificationsOffIntent';
export const FORGET_ME_INTENT = 'ForgetMeIntent';

const COMMANDS: ReadonlyMap<string, UserInput> = new Map([
  [NEW_MESSAGES_INTENT, { kind: 'command', command: 'unread-messages' }],
  [NOTIFICATIONS_ON_INTENT, { kind: 'command', command: 'notify-on' }],
  [NOTIFICATIONS_OFF_INTENT, { kind: 'command', command: 'notify-off' }],
  [FORGET_ME_INTENT, { kind: 'command', command: 'forget-me' }],
  ['AMAZON.YesIntent', { kind: 'command', command: 'yes' }],
  ['AMAZON.NoIntent', { kind: 'command', command: 'no' }],
  ['AMAZON.RepeatIntent', { kind: 'command', command: 'repeat' }],
  ['AMAZON.StartOverIntent', { kind: 'command', command: 'start-over' }],
  ['AMAZON.HelpIntent', { kind: 'command', command: 'help' }],
  ['AMAZON.StopIntent', { kind: 'command', command: 'goodbye' }],
  ['AMAZON.CancelIntent', { kind: 'cancel' }],
  ['AMAZON.NavigateHomeIntent', { kind: 'command', command: 'goodbye' }],
] as const);

/** What the user put to us with a request; `undefined` for requests that no user spoke. */
export function inputOf(request: Request): UserInput | undefined {
  if (request.type === 'LaunchRequest') return { kind: 'launch' };
  if (request.type !== 'IntentRequest') return undefined;
  return COMMANDS.get(request.intent.name) ?? spokenWords(request);
}

/** AMAZON.FallbackIntent comes without words, and now and then Alexa leaves the slot empty. */
function spokenWords({ intent }: IntentRequest): UserInput {
  const text = intent.name === CHAT_INTENT ? textOf(intent.slots?.[QUERY_SLOT]?.value) : undefined;
  return text ? { kind: 'words', text } : { kind: 'no-match' };
}

/** The words of a slot. Alexa's own are texts; a value of another type says what it says, and anything else says nothing. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** What a request is called in logs and metrics. The names are few: they come from our own interaction model. */
export function requestName(request: Request): string {
  if (request.type !== 'IntentRequest') return request.type;
  const { name } = request.intent;
  return name === CHAT_INTENT || COMMANDS.has(name) || name === 'AMAZON.FallbackIntent' ? name : 'other';
}
