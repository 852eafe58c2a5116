import type { Choice } from '../../conversation/message';
import type { PlatformInput } from '../../conversation/ports/platform';
import { isObject, type JsonObject, member } from '../shared/json';
import type { WotNotOptions } from './settings';

/** A message of the visitor, as it goes into both calls. */
export interface VisitorMessage {
  readonly type: string;
  readonly data: JsonObject;
}

type Words = Exclude<PlatformInput, { kind: 'start' }>;
type Answers = Pick<WotNotOptions, 'startText' | 'buttonAnswer' | 'scriptVariables' | 'fileAnswer'>;

/** What of an option goes back with the answer; its label is the `body`. */
const COPIED = ['callback', 'next_dialog', 'key', 'selected_button_index'];
/** What shows that the platform wants an option answered as such. */
const TARGETS = ['callback', 'next_dialog', 'key'];

/** What the user put to the bot, as a text: all that the first message of a conversation can be. */
export function toFirstMessage(input: PlatformInput, { startText }: Answers): VisitorMessage {
  const words = input.kind === 'start' ? '' : wordsOf(input);
  return toText(words.trim() === '' ? startText : words);
}

/** What the user put to the bot, as the kind of response that the bot waits for. */
export function toMessage(input: Words, answers: Answers): VisitorMessage {
  if (input.kind === 'choice') return toButtonResponse(input.choice, answers);
  return (input.kind === 'answer' && toAnswer(input, answers)) || toText(wordsOf(input));
}

function toAnswer(
  { inputRequest, number }: Extract<PlatformInput, { kind: 'answer' }>,
  { scriptVariables, fileAnswer }: Answers,
): VisitorMessage | undefined {
  if (inputRequest.kind === 'script') return { type: 'javascript.response', data: { variables: scriptVariables } };
  if (inputRequest.kind === 'file' && fileAnswer) return { type: 'file_upload.response', data: { files: fileAnswer } };
  if (inputRequest.kind !== 'number' || number === undefined) return undefined;
  const callback = isObject(inputRequest.option) ? (member(inputRequest.option, 'callback') ?? null) : null;
  return { type: 'slider.response', data: { body: String(number), value: number, callback } };
}

function toButtonResponse({ label, option: picked }: Choice, { buttonAnswer }: Answers): VisitorMessage {
  const option = Array.isArray(picked) ? joined(picked) : picked;
  if (buttonAnswer === 'text' || !isObject(option) || TARGETS.every((name) => member(option, name) == null)) {
    return toText(label);
  }
  const copied: [string, unknown][] = COPIED.map((name) => [name, member(option, name)]);
  const data: JsonObject = Object.fromEntries([['body', label], ...copied.filter(([, value]) => value !== undefined)]);
  return { type: buttonAnswer, data };
}

/** The options of several buttons that were picked at once: all positions, and what else the first of them says. */
function joined(options: readonly unknown[]): JsonObject | undefined {
  const found = options.filter(isObject);
  const positions = found.map((option) => member(option, 'selected_button_index')).filter(Array.isArray);
  return found[0] && { ...found[0], selected_button_index: positions.flat() };
}

function toText(body: string): VisitorMessage {
  return { type: 'text', data: { body } };
}

function wordsOf(input: Words): string {
  return input.kind === 'choice' ? input.choice.label : input.text;
}
