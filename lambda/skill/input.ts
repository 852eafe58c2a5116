import type { IntentRequest, Request } from 'ask-sdk-model';
import type { UserInput } from '../conversation/interpret';

/** The intent that carries free speech, and its one slot (AMAZON.SearchQuery). The interaction model names them too. */
export const CHAT_INTENT = 'ChatIntent';
export const QUERY_SLOT = 'query';

const BUILT_IN: ReadonlyMap<string, UserInput> = new Map([
  ['AMAZON.YesIntent', { kind: 'command', command: 'yes' }],
  ['AMAZON.NoIntent', { kind: 'command', command: 'no' }],
  ['AMAZON.RepeatIntent', { kind: 'command', command: 'repeat' }],
  ['AMAZON.StartOverIntent', { kind: 'command', command: 'start-over' }],
  ['AMAZON.HelpIntent', { kind: 'command', command: 'help' }],
  ['AMAZON.StopIntent', { kind: 'command', command: 'goodbye' }],
  ['AMAZON.CancelIntent', { kind: 'command', command: 'goodbye' }],
  ['AMAZON.NavigateHomeIntent', { kind: 'command', command: 'goodbye' }],
] as const);

/** What the user put to us with a request; `undefined` for requests that no user spoke. */
export function inputOf(request: Request): UserInput | undefined {
  if (request.type === 'LaunchRequest') return { kind: 'launch' };
  if (request.type !== 'IntentRequest') return undefined;
  return BUILT_IN.get(request.intent.name) ?? spokenWords(request);
}

/** AMAZON.FallbackIntent comes without words, and now and then Alexa leaves the slot empty. */
function spokenWords({ intent }: IntentRequest): UserInput {
  const text = intent.name === CHAT_INTENT ? intent.slots?.[QUERY_SLOT]?.value?.trim() : undefined;
  return text ? { kind: 'words', text } : { kind: 'unheard' };
}

/** What a request is called in logs and metrics. The names are few: they come from our own interaction model. */
export function requestName(request: Request): string {
  if (request.type !== 'IntentRequest') return request.type;
  const { name } = request.intent;
  return name === CHAT_INTENT || BUILT_IN.has(name) || name === 'AMAZON.FallbackIntent' ? name : 'other';
}
