import { isObject, type JsonObject, member } from '../../lambda/platforms/shared/json';

/** One request of Alexa's, with what was answered. */
export interface Seen {
  readonly envelope: unknown;
  readonly response: unknown;
  /** When it came, in epoch milliseconds. */
  readonly at: number;
  /** How long answering it took; with what was added to it. */
  readonly ms: number;
}

function at(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((inner, name) => (isObject(inner) ? member(inner, name) : undefined), value);
}

function textAt(value: unknown, ...names: readonly string[]): string | undefined {
  const found = at(value, ...names);
  return typeof found === 'string' ? found : undefined;
}

export const typeOf = ({ envelope }: Seen) => textAt(envelope, 'request', 'type') ?? 'nothing';
export const intentOf = ({ envelope }: Seen) => textAt(envelope, 'request', 'intent', 'name');
export const dialogStateOf = ({ envelope }: Seen) => textAt(envelope, 'request', 'dialogState');
export const reasonOf = ({ envelope }: Seen) => textAt(envelope, 'request', 'reason');
export const isNewSession = ({ envelope }: Seen) => at(envelope, 'session', 'new') === true;
export const hasPerson = ({ envelope }: Seen) =>
  textAt(envelope, 'context', 'System', 'person', 'personId') !== undefined;
export const isEvent = (seen: Seen) => typeOf(seen).startsWith('AlexaSkillEvent.');

export function hasScreen({ envelope }: Seen): boolean {
  return at(envelope, 'context', 'System', 'device', 'supportedInterfaces', 'Alexa.Presentation.APL') !== undefined;
}

/** What was understood of free words. */
export function wordsOf({ envelope }: Seen): string | undefined {
  const slots = at(envelope, 'request', 'intent', 'slots');
  const values = isObject(slots) ? Object.values(slots as JsonObject).map((slot) => textAt(slot, 'value')) : [];
  return values.find((value) => value !== undefined && value !== '');
}

/** From the time that Alexa wrote into the request until it came, in milliseconds; below 0 where a clock is wrong. */
export function delayOf({ envelope, at: came }: Seen): number | undefined {
  const time = Date.parse(textAt(envelope, 'request', 'timestamp') ?? '');
  return Number.isNaN(time) ? undefined : came - time;
}

/** Whether the answer held a card by which consent is asked for. */
export function asksConsent({ response }: Seen): boolean {
  return textAt(response, 'response', 'card', 'type') === 'AskForPermissionsConsent';
}

/** How a request is called here: `ChatIntent with words`, `SessionEndedRequest (USER_INITIATED)`. Never a word of it. */
export function nameOf(seen: Seen): string {
  const intent = intentOf(seen);
  const reason = reasonOf(seen);
  if (intent !== undefined) return wordsOf(seen) === undefined ? intent : `${intent} with words`;
  return reason === undefined ? typeOf(seen) : `${typeOf(seen)} (${reason})`;
}
