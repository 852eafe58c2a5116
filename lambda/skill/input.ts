import type { IntentRequest, Request } from 'ask-sdk-model';
import type { UserInput } from '../conversation/action';
import { withoutNeedlessSpaces } from '../languages/unspaced';
import type { ModelCommand } from '../languages/wording';
import { localeOf } from './caller';
import { CHAT_INTENT, COMMAND_INTENTS, isSubject, QUERY_SLOT, TOPIC_INTENT } from './intents';
import { openingOf, putBack } from './wording';

const COMMANDS: ReadonlyMap<string, UserInput> = new Map<string, UserInput>([
  ...Object.entries(COMMAND_INTENTS).map(([command, name]): [string, UserInput] => [
    name,
    { kind: 'command', command: command as ModelCommand },
  ]),
  ['AMAZON.YesIntent', { kind: 'command', command: 'yes' }],
  ['AMAZON.NoIntent', { kind: 'command', command: 'no' }],
  ['AMAZON.RepeatIntent', { kind: 'command', command: 'repeat' }],
  ['AMAZON.StartOverIntent', { kind: 'command', command: 'start-over' }],
  ['AMAZON.HelpIntent', { kind: 'command', command: 'help' }],
  ['AMAZON.StopIntent', { kind: 'command', command: 'goodbye' }],
  ['AMAZON.CancelIntent', { kind: 'cancel' }],
  ['AMAZON.NavigateHomeIntent', { kind: 'command', command: 'goodbye' }],
]);

/** How a request came. */
export interface InputOptions {
  /** It opened the session, so what was said followed the invocation name. */
  readonly isOneShot?: boolean;
}

/** What the user put to us with a request; `undefined` for requests that no user spoke. */
export function inputOf(request: Request, { isOneShot = false }: InputOptions = {}): UserInput | undefined {
  if (request.type === 'LaunchRequest') return { kind: 'launch' };
  if (request.type !== 'IntentRequest') return undefined;
  return COMMANDS.get(request.intent.name) ?? spokenWords(request, isOneShot);
}

/** AMAZON.FallbackIntent comes without words, and now and then Alexa leaves the slot empty. */
function spokenWords(request: IntentRequest, isOneShot: boolean): UserInput {
  const { intent } = request;
  const { slots = {} } = intent;
  const value = (isSubject(intent.name) ? Object.values(slots)[0] : slots[QUERY_SLOT])?.value?.trim();
  if (!value) return { kind: 'no-match' };
  const text = withoutNeedlessSpaces(value);
  if (intent.name === CHAT_INTENT || isSubject(intent.name)) return { kind: 'words', text };
  const opening = openingOf(intent.name, localeOf(request));
  if (!opening) return { kind: 'no-match' };
  return { kind: 'words', text: opening.connecting && isOneShot ? text : putBack(opening, text) };
}

/**
 * What a request is called in logs and metrics. The names are few: they come from our own interaction model, where
 * free speech counts as one intent, whatever it opened with.
 */
export function requestName(request: Request): string {
  if (request.type !== 'IntentRequest') return request.type;
  const { name } = request.intent;
  if (name === CHAT_INTENT || openingOf(name, localeOf(request))) return CHAT_INTENT;
  if (isSubject(name)) return TOPIC_INTENT;
  return COMMANDS.has(name) || name === 'AMAZON.FallbackIntent' ? name : 'other';
}
